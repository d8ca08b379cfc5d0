"""The shape of the command line, and its help in both languages."""

import argparse
from collections.abc import Callable
from pathlib import Path

from kh359.cli.comparison_files import COMPARISON_FILES
from kh359.cli.export_options import add_export_options, kind_words
from kh359.cli.goal_options import add_goal_options
from kh359.cli.scenario_choice import MOST_SCENARIOS
from kh359.cli.store_options import add_store
from kh359.cli.sweep_options import add_sweep_options
from kh359.locale.language import LANGUAGES, Language
from kh359.locale.outcome import DECIDED, verdict_text
from kh359.locale.proof import level_text
from kh359.locale.translate import Translator, translator
from kh359.model.attainment import Verdict
from kh359.model.evidence import Level
from kh359.model.outlook import N_DRAWS, SEED
from kh359.scenarios.preset import FIRST


def build_parser(language: Language) -> argparse.ArgumentParser:
    """The parser of `python -m kh359`; call it inside `spoken` for argparse's own words."""
    say = translator(language)
    parser = argparse.ArgumentParser(
        prog="python -m kh359",
        description=say("Scenario explorer for Plan 359-KH/TU of Quảng Ngãi province."),
        allow_abbrev=False,
        parents=[_language_option(say)],
    )
    commands = parser.add_subparsers(
        dest="command", required=True, metavar=say("COMMAND"), title=say("commands")
    )
    _add_project(commands, say)
    _add_check(commands, say)
    _add_audit(commands, say)
    _add_solve(commands, say)
    _add_export(commands, say)
    _add_sweep(commands, say)
    add_store(commands, say, _language_option(say))
    return parser


def _language_option(say: Translator) -> argparse.ArgumentParser:
    option = argparse.ArgumentParser(add_help=False)
    option.add_argument(
        "--lang",
        choices=LANGUAGES,
        help=say("language of help and messages (default: vi, or KH359_LANG)"),
    )
    return option


def _add_command(commands: "argparse._SubParsersAction", say: Translator, **words: str):
    command = commands.add_parser(
        words["name"],
        help=words["summary"],
        description=words["summary"],
        epilog=words.get("epilog"),
        allow_abbrev=False,
        parents=[_language_option(say)],
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument(
        "--data",
        type=_folder(say),
        metavar=say("DIR"),
        help=say("folder with the facts (default: the project's data folder)"),
    )
    return command


def _folder(say: Translator) -> Callable[[str], Path]:
    """Reads a folder's name; an empty one would silently mean the current folder."""

    def read(text: str) -> Path:
        if not text.strip():
            raise argparse.ArgumentTypeError(say("the name of the folder is empty"))
        return Path(text)

    return read


def _add_check(commands: "argparse._SubParsersAction", say: Translator) -> None:
    summary = say("check the facts and list every problem with file, row, column and remedy")
    _add_command(commands, say, name="check", summary=summary)


def _add_audit(commands: "argparse._SubParsersAction", say: Translator) -> None:
    summary = say(
        "list what in the plan contradicts itself, other plans or what was seen elsewhere"
    )
    command = _add_command(commands, say, name="audit", summary=summary)
    command.add_argument(
        "--json", action="store_true", help=say("the same for another program, with stable keys")
    )


def _add_project(commands: "argparse._SubParsersAction", say: Translator) -> None:
    command = _add_command(
        commands,
        say,
        name="project",
        summary=say(
            "project the whole plan and write attainment.csv, projections.csv and evidence.csv; "
            "compare scenarios"
        ),
        epilog=_column_words(say),
    )
    command.add_argument(
        "--out",
        type=_folder(say),
        required=True,
        metavar=say("DIR"),
        help=say("folder for the tables"),
    )
    _add_scenarios(command, say)
    _add_assumptions(command, say)


def _add_solve(commands: "argparse._SubParsersAction", say: Translator) -> None:
    summary = say("what it would take to reach targets, or the best plan under a ceiling of money")
    command = _add_command(commands, say, name="solve", summary=summary)
    add_goal_options(command, say)
    _add_assumptions(command, say)


def _add_export(commands: "argparse._SubParsersAction", say: Translator) -> None:
    summary = say("write the charts, tables and documents of one run into a folder")
    command = _add_command(commands, say, name="export", summary=summary, epilog=kind_words(say))
    command.add_argument(
        "--out",
        type=_folder(say),
        required=True,
        metavar=say("DIR"),
        help=say("folder for the files"),
    )
    add_export_options(command, say)
    _add_assumptions(command, say)


def _add_sweep(commands: "argparse._SubParsersAction", say: Translator) -> None:
    summary = say("evaluate thousands of scenarios over many places, here or on a Dask cluster")
    command = _add_command(commands, say, name="sweep", summary=summary)
    add_sweep_options(command, say, _folder(say))


def _add_assumptions(command: argparse.ArgumentParser, say: Translator) -> None:
    command.add_argument(
        "--suppose-2025-met",
        action="store_true",
        help=say("assumption: every 2025 target without data was just met"),
    )
    command.add_argument(
        "--start",
        action="append",
        default=[],
        metavar=say("INDICATOR=VALUE[@YEAR]"),
        help=say(
            "assumption: a starting value for an indicator without data, in the unit of the data "
            "folder (45.5 for 45.5 percent), at the end of YEAR (default 2025); may be repeated"
        ),
    )
    _add_draws(command, say)


def _add_draws(command: argparse.ArgumentParser, say: Translator) -> None:
    command.add_argument(
        "--seed",
        type=int,
        metavar="N",
        default=SEED,
        help=say("seed of the draws (default {n})", n=SEED),
    )
    command.add_argument(
        "--draws",
        type=int,
        metavar="N",
        default=N_DRAWS,
        help=say("simulated futures per indicator (default {n})", n=N_DRAWS),
    )


def _add_scenarios(command: argparse.ArgumentParser, say: Translator) -> None:
    name = say("FILE|NAME")
    command.add_argument(
        "--scenario",
        metavar=name,
        help=say(
            "assumption: the tables under this scenario, a TOML or JSON file or a ready-made one: "
            "{known}",
            known=", ".join(FIRST),
        ),
    )
    command.add_argument(
        "--compare",
        action="append",
        default=[],
        metavar=name,
        help=say(
            "another scenario to compare, with each other and with every lever at rest; may be "
            "repeated, at most {most} in all; adds {files}",
            most=MOST_SCENARIOS,
            files=", ".join(COMPARISON_FILES),
        ),
    )


def _column_words(say: Translator) -> str:
    """The words of the columns evidence and verdict, one a line."""
    levels = [f"  {level_text(level, say.language)}" for level in Level]
    verdicts = [
        f"  {verdict.value:<15} {verdict_text(verdict, say.language)}" for verdict in Verdict
    ]
    decided = [
        f"  {DECIDED[True]:<15} {say('met by the levers of the scenario, no forecast')}",
        f"  {DECIDED[False]:<15} {say('not met by the levers of the scenario, no forecast')}",
    ]
    return "\n".join(
        [
            say("column evidence of attainment.csv:"),
            *levels,
            "",
            say(
                "column verdict of attainment.csv (p_met is empty for met, not_met, no_…, "
                "decided_…):"
            ),
            *verdicts,
            *decided,
        ]
    )
