"""Figures from outside: bytes or pasted text become rows and a check report; nothing is written here."""
