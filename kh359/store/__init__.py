"""Saved scenarios, the user's observations and briefings in a database, behind a service that checks roles."""
