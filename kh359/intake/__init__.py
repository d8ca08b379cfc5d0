"""Figures from outside: from bytes or pasted text to a check report; nothing is written here."""
