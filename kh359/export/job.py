"""Several kinds of file of one dossier, one after the other."""

from collections.abc import Iterator, Sequence

from kh359.export.dossier import Dossier
from kh359.export.kind import ExportFile, Kind
from kh359.export.registry import KINDS
from kh359.export.watch import Watch

_SILENT = Watch()


def files_of(
    dossier: Dossier, kinds: Sequence[Kind] = KINDS, watch: Watch = _SILENT
) -> Iterator[ExportFile]:
    """The file of each kind, as soon as it is finished. Raises Cancelled."""
    for place, kind in enumerate(kinds):
        own = watch.part(place, len(kinds))
        own.step(0, 1, dossier.say(kind.title))
        yield kind.make(dossier, own)
