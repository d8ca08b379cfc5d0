"""A scheduler and two workers as processes: the same bytes, also when one is killed on the way."""

import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from distributed import LocalCluster
from sweep_sample import GRID, contents, sweep

from kh359.sweep import cluster
from kh359.sweep.cluster import sweep_there
from kh359.sweep.fault import SweepError, SweepFaultCode
from kh359.sweep.in_process import sweep_here
from kh359.sweep.ledger import Ledger, missing
from kh359.sweep.place import Place
from kh359.sweep.sweep import Partition, Sweep

MANY = GRID.replace("partition = 2", "partition = 1").replace(
    "execution = [60, 89, 100]", "execution = { from = 61, to = 100, step = 4 }"
)
"""Ten partitions a place."""


@dataclass
class Machines:
    """A scheduler in this process, and workers that can be killed."""

    scheduler: Any
    workers: list["subprocess.Popen[bytes]"]

    @property
    def address(self) -> str:
        return self.scheduler.scheduler_address

    @property
    def n_workers(self) -> int:
        return len(self.scheduler.scheduler.workers)

    def wait_for(self, n_workers: int) -> None:
        ends = time.monotonic() + 60
        while self.n_workers != n_workers and time.monotonic() < ends:
            time.sleep(0.05)
        assert self.n_workers == n_workers


def lone_scheduler() -> Any:
    """A scheduler without workers; the library's own types name a coroutine too."""
    return LocalCluster(
        n_workers=0, processes=False, protocol="tcp", host="127.0.0.1", dashboard_address=":0"
    )


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory")
    with lone_scheduler() as scheduler:
        workers = [
            subprocess.Popen(
                [
                    *(sys.executable, "-m", "distributed.cli.dask_worker"),
                    scheduler.scheduler_address,
                    *options,
                    str(tmp_path_factory.mktemp("worker")),
                ],
                stderr=subprocess.DEVNULL,
            )
            for _ in range(2)
        ]
        try:
            yield Machines(scheduler, workers)
        finally:
            for worker in workers:
                worker.kill()
                worker.wait()


@pytest.fixture(scope="module")
def many(places: tuple[Place, Place]) -> Sweep:
    return sweep(places, MANY)


@pytest.fixture(scope="module")
def expected(many: Sweep, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one process writes."""
    folder = tmp_path_factory.mktemp("here") / "out"
    sweep_here(many, many.partitions, Ledger(folder, many), lambda partition: None)
    return contents(folder)


def no_warning(code: SweepFaultCode) -> None:
    raise AssertionError(code)


def test_without_a_worker_it_says_so(
    machines: Machines, many: Sweep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "WORKER_SECONDS", 0.2)
    with lone_scheduler() as empty:
        address = empty.scheduler_address
        refused = refusal(many, tmp_path, address)
    assert (refused.code, refused.fields["address"]) == (SweepFaultCode.NO_WORKERS, address)


def test_without_a_scheduler_it_says_so(
    many: Sweep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "CONNECT_SECONDS", 0.5)
    for address in ("tcp://127.0.0.1:9", "nonsense://x", "tcp://127.0.0.1:port"):
        assert refusal(many, tmp_path, address).code is SweepFaultCode.NO_SCHEDULER


def test_without_the_library_it_says_how_to_install_it(
    many: Sweep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert refusal(many, tmp_path, "tcp://x:1").code is SweepFaultCode.NO_CLUSTER_LIBRARY


def refusal(ready: Sweep, folder: Path, address: str) -> SweepError:
    ledger = Ledger(folder / "refused", ready)
    with pytest.raises(SweepError) as caught:
        sweep_there(
            ready, ready.partitions, ledger, lambda part: None, address=address, warn=no_warning
        )
    assert list(missing(ledger, ready)) == list(ready.partitions)
    return caught.value


def test_a_worker_with_another_program_is_named(
    machines: Machines, many: Sweep, places: tuple[Place, Place], tmp_path: Path
) -> None:
    machines.wait_for(2)
    newer = sweep(places, MANY)
    vars(newer)["settings"] = replace(newer.settings, code="0" * 12)
    refused = refusal(newer, tmp_path, machines.address)
    assert refused.code is SweepFaultCode.OTHER_CODE
    assert refused.fields["worker"].startswith("tcp://127.0.0.1:")


def test_stopped_and_robbed_of_a_worker_it_writes_what_one_process_writes(
    machines: Machines, many: Sweep, expected: dict[str, bytes], tmp_path: Path
) -> None:
    machines.wait_for(2)
    ledger, done = Ledger(tmp_path / "out", many), []

    def stop(partition: Partition) -> None:
        done.append(partition)
        if len(done) == 3:
            raise KeyboardInterrupt

    there = {"address": machines.address, "warn": no_warning}
    with pytest.raises(KeyboardInterrupt):
        sweep_there(many, many.partitions, ledger, stop, **there)
    left = list(missing(Ledger(tmp_path / "out", many), many))
    assert len(left) == len(many.partitions) - 3 == 17

    def kill(partition: Partition) -> None:
        done.append(partition)
        machines.workers[0].kill()

    sweep_there(many, left, ledger, kill, **there)
    assert machines.n_workers == 1
    assert {p.partition_id for p in done} == {p.partition_id for p in many.partitions}
    assert contents(tmp_path / "out") == expected
