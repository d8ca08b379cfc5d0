"""The options of `export` beside the folder and what is supposed."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

from kh359.export.registry import KIND_BY_ID, KINDS
from kh359.locale.translate import Translator
from kh359.scenarios.preset import FIRST


def add_export_options(command: argparse.ArgumentParser, say: Translator) -> None:
    """`--scenario`, `--only`, `--date`, `--since`."""
    command.set_defaults(compare=[])
    command.add_argument(
        "--scenario",
        metavar=say("FILE|NAME"),
        help=say(
            "assumption: the files under this scenario, a TOML or JSON file or a ready-made one: "
            "{known} (default: every lever at rest)",
            known=", ".join(FIRST),
        ),
    )
    command.add_argument(
        "--only",
        nargs="+",
        choices=tuple(KIND_BY_ID),
        metavar=say("KIND"),
        help=say("only these kinds of file (default: all, listed below)"),
    )
    command.add_argument(
        "--date",
        type=_day(say),
        metavar=say("YYYY-MM-DD"),
        help=say("the date that the files carry (default: today)"),
    )
    command.add_argument(
        "--since",
        type=Path,
        metavar=say("FILE"),
        help=say(
            "the monitoring table (kind kpi) of the last report: reports tell what changed since"
        ),
    )


def kind_words(say: Translator) -> str:
    """Every kind with what it is, one a line."""
    lines = [f"  {kind.kind_id:<22} {say(kind.title)}: {say(kind.summary)}" for kind in KINDS]
    return "\n".join([say("kinds of file:"), *lines])


def _day(say: Translator) -> Callable[[str], date]:
    def read(text: str) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            reason = say("{text} is no date; write 2026-11-23", text=text)
            raise argparse.ArgumentTypeError(reason) from None

    return read
