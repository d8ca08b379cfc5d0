"""Steps of the learning script: read the corpus, cut episodes, grow trees, train nets."""
