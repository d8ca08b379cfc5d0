"""A sweep in this process, one partition after the other."""

from collections.abc import Callable, Sequence

from kh359.sweep.ledger import Ledger
from kh359.sweep.sweep import Partition, Sweep
from kh359.sweep.work import work


def sweep_here(
    sweep: Sweep, left: Sequence[Partition], ledger: Ledger, tell: Callable[[Partition], None]
) -> None:
    """Work off what is left; `tell` hears of every partition that is done. Raises OSError."""
    places = {place.place_id: place for place in sweep.places}
    for partition in left:
        ledger.put(partition, work(partition, places[partition.place_id]))
        tell(partition)
