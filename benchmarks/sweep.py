"""A sweep in one process, on a Dask cluster, and on one that loses a worker: times and bytes.

    python benchmarks/sweep.py [--scenarios 1000] [--places 4] [--draws 500]

A scheduler and two workers run as processes of their own on 127.0.0.1. The places are made up:
copies of `data/` in which execution rests elsewhere. In turn, each with the command a user types:
one process; the cluster; the cluster, one worker of which is killed outright (SIGKILL) when a
third of the partitions is done; then the first again, stopped by SIGKILL at a third and resumed.
Every folder must hold the same bytes. Prints one line of JSON; start workers afresh for each turn.
"""

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kh359.plan.loading import DATA_FOLDER

PARTITION = 50
HOST, PORT = "127.0.0.1", 28786
ADDRESS = f"tcp://{HOST}:{PORT}"
REST = ",percent,70,{},92,"
"""How a row of assumptions.csv says where execution rests."""
Process = subprocess.Popen[bytes]


def write_grid(folder: Path, scenarios: int, places: int, draws: int) -> Path:
    """A grid over made-up places, written into `folder`."""
    lines = [
        "version = 1",
        f"draws = {draws}",
        "suppose_2025_met = true",
        f"partition = {PARTITION}",
        "[levers]",
        "cofinancing.all = [1.5, 3]",
        f"[latin_hypercube]\nn = {scenarios // 2}",
        "[latin_hypercube.levers]",
        "execution = [60, 100]\nprogramme_share.all = [0.5, 4]\ngrowth.all = [3, 9]",
    ]
    for number in range(places):
        name = f"noi_gia_dinh_{number}"
        data = folder / name
        shutil.copytree(DATA_FOLDER, data)
        table = data / "assumptions.csv"
        text = table.read_text("utf-8")
        table.write_text(text.replace(REST.format(89), REST.format(89 - number)), "utf-8")
        lines.append(f'[[place]]\nid = "{name}"\ndata = "{name}"')
    grid = folder / "grid.toml"
    grid.write_text("\n".join(lines) + "\n", "utf-8")
    return grid


def run(grid: Path, out: Path, *options: str, on_third: Callable[[Process], None]) -> float:
    """Seconds of one command; `on_third` is called with it when a third is done."""
    begun = time.perf_counter()
    command = [sys.executable, "-m", "kh359", "sweep", str(grid), "--out", str(out), *options]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    called = False
    while process.poll() is None:
        time.sleep(0.2)
        if not called and n_done(out) >= n_partitions(out) / 3 > 0:
            called = True
            on_third(process)
    return time.perf_counter() - begun


def n_partitions(out: Path) -> int:
    """Of the sweep in a folder; 0 while it has not begun."""
    with suppress(OSError):
        return json.loads((out / "sweep.json").read_bytes())["partitions"]
    return 0


def n_done(out: Path) -> int:
    """Partitions with their last file."""
    return len(list(out.glob("counts/*/part-*")))


def digest(out: Path) -> str:
    """Of names and contents of all files."""
    found = hashlib.sha256()
    for path in sorted(p for p in out.rglob("*") if p.is_file()):
        found.update(f"{path.relative_to(out).as_posix()}\n".encode() + path.read_bytes())
    return found.hexdigest()


@contextmanager
def cluster(folder: Path) -> Iterator[list[Process]]:
    """A scheduler and two workers; yields the workers."""
    tool = [sys.executable, "-m", "distributed.cli.dask_scheduler"]
    options = ["--no-dashboard", "--host", HOST, "--port", str(PORT)]
    processes = [subprocess.Popen([*tool, *options], stderr=subprocess.DEVNULL)]
    time.sleep(3)
    tool = [sys.executable, "-m", "distributed.cli.dask_worker", ADDRESS, "--no-nanny"]
    for number in range(2):
        options = ["--nthreads", "1", "--no-dashboard", "--local-directory"]
        local = str(folder / f"worker_{number}")
        processes.append(subprocess.Popen([*tool, *options, local], stderr=subprocess.DEVNULL))
    time.sleep(4)
    try:
        yield processes[1:]
    finally:
        for process in processes:
            process.kill()
            process.wait()


def measure(folder: Path, grid: Path) -> dict[str, object]:
    """All turns; the folders they left."""

    def leave(process: Process) -> None:
        """Nothing happens to it."""

    here, there, robbed, stopped = (folder / f"out_{n}" for n in range(4))
    times = {"one_process_s": run(grid, here, on_third=leave)}
    with cluster(folder):
        times["cluster_s"] = run(grid, there, "--scheduler", ADDRESS, on_third=leave)
    with cluster(folder) as workers:

        def rob(process: Process) -> None:
            workers[0].kill()

        times["worker_killed_s"] = run(grid, robbed, "--scheduler", ADDRESS, on_third=rob)
    times["run_killed_s"] = run(grid, stopped, on_third=lambda process: process.kill())
    kept = n_done(stopped)
    times["resumed_s"] = run(grid, stopped, on_third=leave)
    first = digest(here)
    return {
        "partitions": n_partitions(here),
        "cluster_ratio": round(times["cluster_s"] / times["one_process_s"], 3),
        "same_bytes_cluster": digest(there) == first,
        "same_bytes_worker_killed": digest(robbed) == first,
        "kept_of_killed_run": kept,
        "same_bytes_resumed": digest(stopped) == first,
        "megabytes": round(sum(p.stat().st_size for p in here.rglob("*.parquet")) / 1e6, 2),
        **{name: round(seconds, 1) for name, seconds in times.items()},
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scenarios", type=int, default=1000, help="in each place")
    parser.add_argument("--places", type=int, default=4)
    parser.add_argument("--draws", type=int, default=500)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kh359-sweep-") as name:
        folder = Path(name)
        grid = write_grid(folder, asked.scenarios, asked.places, asked.draws)
        result = measure(folder, grid)
    scenarios = asked.scenarios * asked.places
    seconds = float(str(result["one_process_s"]))
    print(
        json.dumps(
            {
                "scenarios": scenarios,
                "draws": asked.draws,
                "scenarios_per_s": round(scenarios / seconds, 1),
                "target_rows_per_s": round(194 * scenarios / seconds),
                **result,
            }
        )
    )


if __name__ == "__main__":
    main()
