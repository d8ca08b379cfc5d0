"""Thin pages: read the state, call the model, draw. A leading underscore means: not a page."""
