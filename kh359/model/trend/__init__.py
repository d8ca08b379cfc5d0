"""Growth families, one a file: fitted to one history, drawn as coherent paths."""
