"""Many users who move levers at once, and a day of changes without growth of memory.

    python benchmarks/load.py [--replicas 2] [--nginx PROGRAM] [--users 50] [--seconds 120]
                              [--alone 60] [--changes 9600] [--link "gd25=1"]

First one user alone, then all users together, each moving a lever of Kịch bản every three seconds:
from the move to the new chart, and to the end of the page's run that brings all other numbers. Then
`--changes` moves as fast as they are answered (9,600 are eight hours of one user at one move in
three seconds), users leaving and coming back, with the memory of every replica. Users are sessions
over Streamlit's WebSocket in a process of its own, which shares the processors. All replicas have
one empty store of the trial's own unless KH359_DATABASE_URL names another. Prints one JSON
line last. What the numbers mean: docs/decisions/serving.md.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import resource
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import numpy as np
from load_servers import Process, Site, served
from load_user import LoadError, Move, User
from websockets.exceptions import WebSocketException

THINK = 3.0
"""Seconds from one move of a user to the next."""
WARM_UP = 3
"""Moves of each user before the first counted one."""
VISIT = 100
"""Moves after which a user of the long trial closes the window and opens it again."""
ENDURING = 4
"""Users of the long trial at the same time."""
PATIENCE = 60.0
"""Seconds after which a user gives up."""
FAILURES = (LoadError, WebSocketException, OSError, EOFError, TimeoutError)
SETTLED = 0.25
"""Share of the long trial after which memory is compared."""


class Trial:
    """What happened: moves in milliseconds, and what went wrong."""

    def __init__(self, site: Site, link: str) -> None:
        self.site, self.link = site, link
        self.moves: list[Move] = []
        self.errors: list[str] = []

    def user(self, number: int) -> User:
        """The user of this number; users take the addresses in turn."""
        addresses = self.site.addresses
        return User(addresses[number % len(addresses)], random.Random(number), query=self.link)

    async def moved(self, user: User, *, counted: bool = True) -> None:
        """One move; what fails is told, and the user loads the page again."""
        try:
            move = await asyncio.wait_for(user.move(), timeout=PATIENCE)
        except FAILURES as error:
            self.errors.append(f"{type(error).__name__}: {error}"[:300])
            with suppress(*FAILURES):
                await asyncio.wait_for(user.open(), timeout=PATIENCE)
        else:
            if counted:
                self.moves.append(move)

    def told(self) -> dict[str, float]:
        """Percentiles in milliseconds."""
        return {
            f"{name}_{label}": round(
                float(np.percentile([getattr(m, name) for m in self.moves], q)) * 1e3, 1
            )
            for name in ("chart", "page")
            for label, q in (("p50", 50), ("p95", 95), ("max", 100))
        }


async def steady(trial: Trial, number: int, seconds: float, start: float) -> None:
    """A user who moves a lever every three seconds for so long."""
    user = trial.user(number)
    await user.open()
    for _ in range(WARM_UP):
        await trial.moved(user, counted=False)
    due = start + user.generator.random() * THINK
    while due < start + seconds:
        await asyncio.sleep(due - time.perf_counter())
        await trial.moved(user)
        # Who waited longer than that moves on at once, not twice.
        due = max(due + THINK, time.perf_counter())
    await user.close()


async def together(site: Site, n_users: int, seconds: float, link: str) -> Trial:
    """So many users at once; all have opened the page before the first counted move."""
    trial = Trial(site, link)
    opening = 5 + n_users * 0.6
    start = time.perf_counter() + opening

    async def one(number: int) -> None:
        await asyncio.sleep(number * opening * 0.8 / n_users)
        await steady(trial, number, seconds, start)

    await asyncio.gather(*(one(number) for number in range(n_users)))
    return trial


async def enduring(site: Site, n_changes: int, link: str) -> tuple[Trial, list[list[float]]]:
    """Changes as fast as they are answered; memory of the replicas after every fiftieth."""
    trial, memory = Trial(site, link), []

    async def one(number: int) -> None:
        while len(trial.moves) + len(trial.errors) < n_changes:
            user = trial.user(number)
            user.generator.seed(len(trial.moves) * ENDURING + number)
            await user.open()
            for _ in range(VISIT):
                await trial.moved(user)
                if len(trial.moves) % 50 == 0:
                    memory.append([len(trial.moves), *(r.megabytes() for r in site.replicas)])
            await user.close()

    await asyncio.gather(*(one(number) for number in range(ENDURING)))
    return trial, memory


def growth(memory: list[list[float]]) -> dict[str, list[float]]:
    """Of each replica: memory in MB in both halves after settling, and MB in 1,000 changes."""
    table = np.array(memory)
    table = table[table[:, 0] >= SETTLED * table[-1, 0]]
    half = len(table) // 2
    return {
        "settled_mb": [round(float(m), 1) for m in np.median(table[:half, 1:], axis=0)],
        "later_mb": [round(float(m), 1) for m in np.median(table[half:, 1:], axis=0)],
        "mb_per_1000": [
            round(float(np.polyfit(table[:, 0], column, 1)[0] * 1000), 3) for column in table.T[1:]
        ],
    }


def used(replicas: tuple[Process, ...]) -> float:
    """Processor seconds of all replicas."""
    return sum(replica.cpu_seconds() for replica in replicas)


async def measured(site: Site, asked: argparse.Namespace) -> dict[str, object]:
    """All three trials."""
    alone = await together(site, 1, asked.alone * THINK, asked.link)
    print("alone", alone.told(), flush=True)
    before, began = used(site.replicas), time.perf_counter()
    own = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    crowd = await together(site, asked.users, asked.seconds, asked.link)
    spent, lasted = used(site.replicas) - before, time.perf_counter() - began
    print(f"{asked.users} together", crowd.told(), crowd.errors[:3], flush=True)
    result: dict[str, object] = {
        "alone": alone.told(),
        "together": crowd.told(),
        "moves": len(crowd.moves),
        "ratio_chart": round(crowd.told()["chart_p95"] / alone.told()["chart_p95"], 2),
        "ratio_page": round(crowd.told()["page_p95"] / alone.told()["page_p95"], 2),
        "server_cores": round(spent / lasted, 2),
        "users_cores": round((resource.getrusage(resource.RUSAGE_SELF).ru_utime - own) / lasted, 2),
        "errors": len(alone.errors) + len(crowd.errors),
    }
    if asked.changes:
        long, memory = await enduring(site, asked.changes, asked.link)
        result |= {"changes": len(long.moves), "change_errors": len(long.errors), **growth(memory)}
    return result


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--replicas", type=int, default=2)
    parser.add_argument("--nginx", default="", help="program of nginx; without it none")
    parser.add_argument("--users", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--alone", type=int, default=60, help="moves of the user alone")
    parser.add_argument("--changes", type=int, default=9600)
    parser.add_argument("--link", default="", help="parameters of the page's address")
    asked = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        served(asked.replicas, asked.nginx, Path(folder)) as site,
    ):
        result = asyncio.run(measured(site, asked))
    setting = {"users": asked.users, "replicas": asked.replicas, "nginx": bool(asked.nginx)}
    print(json.dumps({**setting, "link": asked.link, **result}))


if __name__ == "__main__":
    main()
