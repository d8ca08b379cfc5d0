"""Thousands of scenarios over many places, in partitions that can be resumed."""
