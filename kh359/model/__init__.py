"""What may come: pure functions from facts and assumptions to draws, probabilities, verdicts."""
