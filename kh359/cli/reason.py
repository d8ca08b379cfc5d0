"""Why the system refused a file or a folder, in the user's language."""

import errno

from kh359.locale.translate import Translator, marked

REASONS: dict[int, str] = {
    errno.ENOENT: marked("there is no such file or folder"),
    errno.EACCES: marked("no permission"),
    errno.EPERM: marked("no permission"),
    errno.EROFS: marked("no permission"),
    errno.EISDIR: marked("it is a folder"),
    errno.EEXIST: marked("a file of that name is there"),
    errno.ENOTDIR: marked("a part of the path is a file, not a folder"),
    errno.ENAMETOOLONG: marked("the name is too long"),
    errno.ENOSPC: marked("the disk is full"),
}
"""The system itself speaks English, whatever the language of the command."""


def reason_text(error: OSError, say: Translator) -> str:
    """The reason in words; the system's own for what is rare."""
    known = REASONS.get(error.errno or 0)
    return say(known) if known else str(error.strerror or error)
