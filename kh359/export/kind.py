"""A kind of file that can be handed in."""

from collections.abc import Callable
from dataclasses import dataclass

from kh359.export.dossier import Dossier
from kh359.export.watch import Watch


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFile:
    """One finished file. name: with its ending, allowed on Windows; mime: its media type."""

    name: str
    content: bytes
    mime: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """kind_id: what `--only` takes. title, summary: msgids, English; `say(kind.title)`.

    make: the file of a dossier; raises Cancelled. Heavy libraries are imported inside it.
    """

    kind_id: str
    title: str
    summary: str
    make: Callable[[Dossier, Watch], ExportFile]
