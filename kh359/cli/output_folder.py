"""Writing the tables so that nobody ever reads half of one."""

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from kh359.cli.error import CommandError
from kh359.cli.reason import reason_text
from kh359.locale.translate import Translator


def write_together(folder: Path, files: Mapping[str, bytes], say: Translator) -> tuple[Path, ...]:
    """Write all `files` (name -> content) into `folder`, or leave the old ones as they were.

    Every file is written in full under another name before the first one is put in its place;
    when one cannot be put there, those before it give way to the old ones again.
    Raises CommandError when the folder or a file cannot be written.
    """
    parts = {folder / name: folder / f".{name}.{os.getpid()}.part" for name in files}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, part in parts.items():
            part.write_bytes(files[path.name])
        _put_in_place(parts)
    except OSError as error:
        raise CommandError(
            say(
                "Cannot write to {folder}: {reason}. Close the tables if another program has them "
                "open, or choose another folder with --out.",
                folder=folder,
                reason=reason_text(error, say),
            )
        ) from error
    finally:
        _remove(parts.values())
    return tuple(parts)


def _put_in_place(parts: Mapping[Path, Path]) -> None:
    """Each part under its path. Raises OSError, with every old file back in its place."""
    olds = {path: path.with_name(f".{path.name}.{os.getpid()}.old") for path in parts}
    done: list[Path] = []
    try:
        for path, old in olds.items():
            if path.exists():
                shutil.copyfile(path, old)
        for path, part in parts.items():
            part.replace(path)
            done.append(path)
    except OSError:
        for path in done:
            _put_back(path, olds.pop(path))
        raise
    finally:
        _remove(olds.values())


def _put_back(path: Path, old: Path) -> None:
    """The old file under its path again, or no file where there was none."""
    try:
        if old.exists():
            old.replace(path)
        else:
            path.unlink()
    except OSError:
        # The write's own error is the one to tell; the old file stays under its other name.
        return


def _remove(files: Iterable[Path]) -> None:
    for file in files:
        try:
            file.unlink(missing_ok=True)
        except OSError:
            # The write's own error is the one to tell; a leftover file harms nobody.
            continue
