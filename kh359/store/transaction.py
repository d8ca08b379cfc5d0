"""What a transaction is for; each engine begins it accordingly."""

WRITING = "kh359_writing"
"""Execution option of a connection: whether its transaction is going to write."""
