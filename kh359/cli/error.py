"""What stops a command and is told to the user in plain words."""


class CommandError(Exception):
    """The message is already in the user's language: what is wrong, and the remedy."""
