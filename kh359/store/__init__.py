"""Saved scenarios, observations and briefings in a database, behind services that check roles."""
