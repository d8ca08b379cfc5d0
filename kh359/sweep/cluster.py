"""A sweep on a Dask cluster: workers compute, this process alone writes.

Workers need the package `kh359` and no shared disk: the data folder travels once for each place.
What a lost worker had in hand is done again by another (the scheduler sees to that); the numbers
are those of `sweep_here`, since both call `work`.
"""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from kh359.sweep.fault import SweepError, SweepFaultCode
from kh359.sweep.ledger import Ledger
from kh359.sweep.place import Place
from kh359.sweep.sweep import Partition, Sweep
from kh359.sweep.table import TableName
from kh359.sweep.work import work

if TYPE_CHECKING:
    from distributed import Future

Client = Any
"""Of `distributed`, which may be missing; its own types name a coroutine beside every result."""

CONNECT_SECONDS = 10
WORKER_SECONDS = 30
"""How long to wait for a first worker."""
SILENCE_SECONDS = 30.0
"""How often to look whether there still is a worker."""
AHEAD = 2
"""Partitions in hand for each thread of the cluster: none waits for work, few results wait here.

A lost worker counts against every task it held; few in hand keep an innocent one from being given
up after the scheduler's `allowed-failures`.
"""


def sweep_there(
    sweep: Sweep,
    left: Sequence[Partition],
    ledger: Ledger,
    tell: Callable[[Partition], None],
    *,
    address: str,
    warn: Callable[[SweepFaultCode], None],
) -> None:
    """Work off what is left on the cluster at `address`, like `sweep_here`.

    warn: hears NO_WORKERS while all workers are gone; the sweep goes on when one comes back.
    Raises SweepError; what is in hand is then taken back, also when the user stops it.
    """
    with _client(address) as client:
        _check_package(client)
        _Hands(client, sweep, ledger, tell, warn, address).finish(left)


@contextmanager
def _client(address: str) -> Iterator[Client]:
    try:
        from distributed import Client
    except ImportError as error:
        raise SweepError(SweepFaultCode.NO_CLUSTER_LIBRARY) from error
    # A lost scheduler is told in our words; the library would put a page of traceback before them.
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)
    try:
        client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise SweepError(SweepFaultCode.NO_SCHEDULER, address=address) from error
    try:
        _wait_for_worker(client, address)
        with client.as_current():
            yield client
    finally:
        client.close()


def _wait_for_worker(client: Client, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=WORKER_SECONDS)
    except TimeoutError as error:
        raise SweepError(SweepFaultCode.NO_WORKERS, address=address) from error


def _check_package(client: Client) -> None:
    """Every machine can run this program; a worker that cannot would die of its first task."""
    # By its own name `exec` travels to where nothing of this package is known.
    told = client.run(exec, "import kh359.sweep.work", on_error="return")
    told["scheduler"] = None
    try:
        client.run_on_scheduler(exec, "import kh359.sweep.work")
    except ImportError as error:
        told["scheduler"] = error
    for machine, error in told.items():
        if isinstance(error, ImportError):
            raise SweepError(SweepFaultCode.NO_PACKAGE, reason=f"{machine}: {error}")


class _Hands:
    """The partitions that workers have in hand."""

    def __init__(
        self,
        client: Client,
        sweep: Sweep,
        ledger: Ledger,
        tell: Callable[[Partition], None],
        warn: Callable[[SweepFaultCode], None],
        address: str,
    ) -> None:
        self.client = client
        self.ledger = ledger
        self.tell = tell
        self.warn = warn
        self.address = address
        self.places = {place.place_id: place for place in sweep.places}
        self.sent: dict[str, Future] = {}
        self.held: dict[Future, Partition] = {}

    def finish(self, left: Sequence[Partition]) -> None:
        """Keep every worker busy until all is done."""
        from distributed.comm.core import CommClosedError

        waiting = iter(left)
        try:
            self._fill(waiting)
            while self.held:
                for future in self._settled():
                    partition = self.held.pop(future)
                    self.ledger.put(partition, self._result(future, partition))
                    future.release()
                    self.tell(partition)
                self._fill(waiting)
        except (CancelledError, CommClosedError) as error:
            # Nobody but a scheduler that is gone cancels what is wanted here.
            raise SweepError(SweepFaultCode.SCHEDULER_LOST, address=self.address) from error
        finally:
            if self.held:
                self.client.cancel(list(self.held), force=True)

    def _fill(self, waiting: Iterator[Partition]) -> None:
        threads = sum(self.client.nthreads().values())
        while len(self.held) < AHEAD * max(threads, 1):
            partition = next(waiting, None)
            if partition is None:
                return
            self.held[self._send(partition)] = partition

    def _send(self, partition: Partition) -> "Future":
        return self.client.submit(
            _work_there,
            partition,
            self._place(partition.place_id),
            key=f"kh359-sweep-{partition.partition_id}",
        )

    def _place(self, place_id: str) -> "Future":
        """A place's files on the cluster, there as long as its partitions are being sent.

        As the result of a task, not scattered: with its worker gone, a task is done again.
        """
        if place_id not in self.sent:
            self.sent.clear()
            place = self.places[place_id]
            key = f"kh359-place-{place_id}-{place.version}"
            self.sent[place_id] = self.client.submit(_there, place, key=key)
        return self.sent[place_id]

    def _settled(self) -> "list[Future]":
        """Futures that are done, in the order they were sent; waits for one."""
        from distributed import wait

        while True:
            try:
                settled: Any = wait(
                    list(self.held), timeout=SILENCE_SECONDS, return_when="FIRST_COMPLETED"
                )
                return [future for future in self.held if future in settled.done]
            except TimeoutError:
                self._look()

    def _look(self) -> None:
        if self.client.status != "running":
            raise SweepError(SweepFaultCode.SCHEDULER_LOST, address=self.address)
        if not self.client.nthreads():
            self.warn(SweepFaultCode.NO_WORKERS)

    def _result(self, future: "Future", partition: Partition) -> Mapping[TableName, bytes]:
        from distributed import KilledWorker

        try:
            return future.result()
        except KilledWorker as error:
            raise SweepError(
                SweepFaultCode.WORKERS_DIED, place=partition.place_id, reason=str(error)
            ) from error
        # RuntimeError: the scheduler cannot read what it is sent.
        except (ImportError, AttributeError, RuntimeError) as error:
            reason = str(error).partition("\n")[0]
            raise SweepError(SweepFaultCode.NO_PACKAGE, reason=reason) from error


def _there(place: Place) -> Place:
    """Runs on a worker: keeps a place there."""
    return place


def _work_there(partition: Partition, place: Place) -> Mapping[TableName, bytes]:
    """Runs on a worker: `work`, with the worker's address beside what it complains of."""
    from distributed import get_worker

    try:
        return work(partition, place)
    except SweepError as error:
        raise SweepError(error.code, **(error.fields | {"worker": get_worker().address})) from error
    except (OSError, MemoryError) as error:
        raise SweepError(
            SweepFaultCode.WORKER_FAILED, worker=get_worker().address, reason=str(error)
        ) from error
