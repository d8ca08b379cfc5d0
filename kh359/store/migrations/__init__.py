"""How the tables came to be: one numbered file for each change, never edited afterwards."""
