"""Figures from outside, read with suspicion: a file or a paste becomes rows and a check report."""
