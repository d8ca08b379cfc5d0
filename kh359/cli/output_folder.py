"""Writing the tables so that nobody ever reads half of one."""

import os
from collections.abc import Mapping
from pathlib import Path

from kh359.cli.error import CommandError
from kh359.locale.translate import Translator


def write_together(folder: Path, files: Mapping[str, bytes], say: Translator) -> tuple[Path, ...]:
    """Write all `files` (name -> content) into `folder`, or leave the old ones as they were.

    Every file is written in full under another name before the first one is put in its place.
    Raises CommandError when the folder or a file cannot be written.
    """
    parts = {folder / name: folder / f".{name}.{os.getpid()}.part" for name in files}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, part in parts.items():
            part.write_bytes(files[path.name])
        for path, part in parts.items():
            part.replace(path)
    except OSError as error:
        raise CommandError(
            say(
                "Cannot write to {folder}: {reason}. Close the tables if another program has them "
                "open, or choose another folder with --out.",
                folder=folder,
                reason=error.strerror or error,
            )
        ) from error
    finally:
        _remove(tuple(parts.values()))
    return tuple(parts)


def _remove(parts: tuple[Path, ...]) -> None:
    for part in parts:
        try:
            part.unlink(missing_ok=True)
        except OSError:
            # The write's own error is the one to tell; a leftover part file harms nobody.
            continue
