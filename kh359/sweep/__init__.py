"""Many scenarios over many places: the design, the unit of work, its files, where it runs."""
