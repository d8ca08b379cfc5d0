"""The app as an ASGI program for many users, and the endpoints beside its pages."""
