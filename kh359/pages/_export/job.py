"""Files made beside the page: a thread works, the page looks in on it."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Event, Thread

from kh359.export.dossier import Dossier
from kh359.export.job import files_of
from kh359.export.kind import ExportFile, Kind
from kh359.export.watch import Cancelled, Watch

_LOG = logging.getLogger(__name__)


@dataclass(slots=True, kw_only=True, eq=False)
class ExportJob:
    """One click on the button. share, words: how far it is, for the bar. failed: title of the kind
    (a msgid) that could not be made, empty for none. Only the thread writes them.
    """

    dossier: Dossier
    kinds: Sequence[Kind]
    files: list[ExportFile] = field(default_factory=list)
    share: float = 0.0
    words: str = ""
    failed: str = ""
    done: Event = field(default_factory=Event)
    given_up: Event = field(default_factory=Event)

    def begin(self) -> "ExportJob":
        """Start the thread; it ends by itself, and with the program."""
        Thread(target=self._work, name="export", daemon=True).start()
        return self

    def give_up(self) -> None:
        """Stop at the next step; what is finished is thrown away."""
        self.given_up.set()

    def _work(self) -> None:
        watch = Watch(tell=self._tell, is_cancelled=self.given_up.is_set)
        try:
            self.files += files_of(self.dossier, self.kinds, watch)
        except Cancelled:
            pass
        except Exception:
            _LOG.exception("an export failed")
            at = min(int(self.share * len(self.kinds)), len(self.kinds) - 1)
            self.failed = self.kinds[at].title
        finally:
            self.done.set()

    def _tell(self, share: float, words: str) -> None:
        self.share, self.words = min(max(share, 0.0), 1.0), words
