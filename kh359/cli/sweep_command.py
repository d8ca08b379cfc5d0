"""`sweep`: thousands of scenarios over many places, into a folder of Parquet files."""

import time
from argparse import Namespace
from collections.abc import Sequence

from kh359.cli.console import tell
from kh359.cli.error import CommandError
from kh359.cli.reason import reason_text
from kh359.cli.sweep_grid import checked_sweep
from kh359.locale.number import number
from kh359.locale.sweep_fault import sweep_fault_text
from kh359.locale.translate import Translator
from kh359.sweep.cluster import sweep_there
from kh359.sweep.extent import extent
from kh359.sweep.fault import SweepError, SweepFaultCode
from kh359.sweep.in_process import sweep_here
from kh359.sweep.ledger import Ledger, missing
from kh359.sweep.sweep import Partition, Sweep

QUIET_SECONDS = 10.0
"""Between two lines of progress."""


def sweep(options: Namespace, say: Translator) -> str:
    """Run what is left of a sweep; returns what was done, in words. Raises CommandError."""
    if options.out is None and not options.dry_run:
        raise CommandError(say("--out: say into which folder the files go."))
    tell(say("Reading the facts …"))
    ready = checked_sweep(options, say)
    if options.dry_run:
        return _extent_text(ready, say)
    tell(_extent_text(ready, say))
    try:
        return _run(ready, options, say)
    except SweepError as error:
        raise CommandError(sweep_fault_text(error, say.language)) from error
    except OSError as error:
        raise CommandError(
            say(
                "Cannot write to {folder}: {reason}. What is done stays; free some space or choose "
                "another folder with --out.",
                folder=options.out,
                reason=reason_text(error, say),
            )
        ) from error


def _run(ready: Sweep, options: Namespace, say: Translator) -> str:
    ledger = Ledger(options.out, ready)
    left = list(ready.partitions if options.no_resume else missing(ledger, ready))
    done = len(ready.partitions) - len(left)
    if done:
        tell(say("{done} of {all} partitions are done already.", done=done, all=done + len(left)))
    progress = _Progress(done, len(ready.partitions), say)
    try:
        _compute(ready, left, ledger, progress, options.scheduler, say)
    except KeyboardInterrupt:
        raise CommandError(
            say(
                "Stopped: {done} of {all} partitions are done. The same command goes on from "
                "there.",
                done=progress.done,
                all=progress.all,
            )
        ) from None
    ledger.clear()
    scenarios = number(ready.n_scenarios, say.language)
    return say("Done. Scenarios in {folder}: {scenarios}.", scenarios=scenarios, folder=options.out)


def _compute(
    ready: Sweep,
    left: Sequence[Partition],
    ledger: Ledger,
    progress: "_Progress",
    address: str | None,
    say: Translator,
) -> None:
    if not left:
        return
    if address is None:
        sweep_here(ready, left, ledger, progress)
        return

    def warn(code: SweepFaultCode) -> None:
        tell(sweep_fault_text(SweepError(code, address=address), say.language))

    sweep_there(ready, left, ledger, progress, address=address, warn=warn)


def _extent_text(ready: Sweep, say: Translator) -> str:
    """How much it is: scenarios, places, partitions, draws, size of the files."""
    language, size = say.language, extent(ready)
    return say(
        "Scenarios: {scenarios} ({each} a place); places: {places}; partitions: {partitions}; "
        "simulated futures: {draws}; files: about {megabytes} MB; sweep {key}.",
        scenarios=number(ready.n_scenarios, language),
        each=number(len(ready.rows), language),
        places=number(len(ready.places), language),
        partitions=number(len(ready.partitions), language),
        draws=number(ready.grid.draws, language),
        megabytes=number(size / 1e6, language, digits=2),
        key=ready.key,
    )


class _Progress:
    """A line every few seconds, and one at the end."""

    def __init__(self, done: int, every: int, say: Translator) -> None:
        self.done, self.all, self.say = done, every, say
        self.begun = self.told = time.monotonic()
        self.first = done

    def __call__(self, partition: Partition) -> None:
        self.done += 1
        now = time.monotonic()
        if now - self.told < QUIET_SECONDS and self.done < self.all:
            return
        self.told = now
        left = (now - self.begun) / (self.done - self.first) * (self.all - self.done)
        tell(
            self.say(
                "{done} of {all} partitions, about {minutes} minutes left",
                done=self.done,
                all=self.all,
                minutes=number(left / 60, self.say.language, digits=1),
            )
        )
