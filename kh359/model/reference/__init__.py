"""Reference classes: what followed comparable histories elsewhere."""
