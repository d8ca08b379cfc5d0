"""The words of `solve` on the command line."""

import argparse
from pathlib import Path

from kh359.cli.decimal_word import decimal_type
from kh359.locale.goal import unknown_text
from kh359.locale.translate import Translator
from kh359.model.solve.question import WANTED, Unknown


def add_goal_options(command: argparse.ArgumentParser, say: Translator) -> None:
    """Everything `solve` takes but the assumptions it shares with `project`."""
    what = command.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--target",
        action="append",
        default=[],
        metavar=say("TARGET"),
        help=say("id of a target to reach, as in targets.csv (coverage_5g-2030); may be repeated"),
    )
    what.add_argument(
        "--plan",
        action="store_true",
        help=say("the split and timing of --ceiling that make most targets of the plan likely"),
    )
    _add_single(command, say)
    _add_plan(command, say)
    command.add_argument(
        "--floor",
        action="append",
        default=[],
        metavar=say("PROGRAMME=PERCENT"),
        help=say("least share of the money for a programme a-e; may be repeated"),
    )
    command.add_argument(
        "--scenario",
        metavar=say("FILE|NAME"),
        help=say("where the other levers stand (default: every lever at rest)"),
    )
    command.add_argument(
        "--out",
        type=Path,
        metavar=say("FILE"),
        help=say("write the scenario found as a TOML file"),
    )
    command.add_argument(
        "--json", action="store_true", help=say("the same for another program, with stable keys")
    )


def _add_single(command: argparse.ArgumentParser, say: Translator) -> None:
    command.add_argument(
        "--probability",
        type=decimal_type(say),
        metavar=say("PERCENT"),
        default=100 * WANTED,
        help=say("probability wanted of each target (default {n})", n=f"{100 * WANTED:.0f}"),
    )
    kinds = ", ".join(f"{kind.value}: {unknown_text(kind, say.language)}" for kind in Unknown)
    command.add_argument(
        "--for",
        dest="unknown",
        choices=[kind.value for kind in Unknown],
        default=Unknown.BUDGET.value,
        help=say("what to solve for – {kinds} (default budget)", kinds=kinds),
    )
    command.add_argument(
        "--level",
        type=decimal_type(say),
        metavar=say("PERCENT"),
        help=say("with --for start: share of the local budget that the extra money brings"),
    )


def _add_plan(command: argparse.ArgumentParser, say: Translator) -> None:
    command.add_argument(
        "--ceiling",
        type=decimal_type(say),
        metavar="N",
        help=say(
            "with --plan: programme budget 2026-2045 in all, billion đồng at 2025 prices (default: "
            "that of the scenario)"
        ),
    )
    command.add_argument(
        "--largest-change",
        type=decimal_type(say),
        metavar=say("PERCENT"),
        help=say("with --plan: largest change of the money from one year to the next"),
    )
    command.add_argument(
        "--no-fall",
        action="store_true",
        help=say("with --plan: never less money than in the year before"),
    )
    command.add_argument(
        "--weight",
        action="append",
        default=[],
        metavar=say("WHAT=NUMBER"),
        help=say(
            "with --plan: weight of a target, of a programme a-e or of a milestone year (2030=2); "
            "may be repeated"
        ),
    )
    command.add_argument(
        "--frontier",
        action="store_true",
        help=say("with --plan: also the best plans for more and for less money"),
    )
