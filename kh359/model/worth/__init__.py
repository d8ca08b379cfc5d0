"""Which figure is most worth collecting next, by how much doubt about targets it would clear."""
