"""The words of `store` on the command line."""

import argparse
from pathlib import Path

from kh359.locale.translate import Translator


def add_store(
    commands: "argparse._SubParsersAction", say: Translator, language: argparse.ArgumentParser
) -> None:
    """`store where`, `store export FILE`, `store import FILE`. language: the option --lang."""
    summary = say("where saved scenarios, figures and briefings lie; all of them as one file")
    store = _parser(commands, "store", summary, language)
    acts = store.add_subparsers(
        dest="act", required=True, metavar=say("COMMAND"), title=say("commands")
    )
    _parser(acts, "where", say("name the file or the server"), language)
    for name, act, file in (
        ("export", say("write everything into one file"), say("the file to write")),
        (
            "import",
            say("bring in what an exported file holds; what is there stays"),
            say("a file that “store export” wrote"),
        ),
    ):
        command = _parser(acts, name, act, language)
        command.add_argument("file", type=Path, metavar=say("FILE"), help=file)


def _parser(
    commands: "argparse._SubParsersAction",
    name: str,
    summary: str,
    language: argparse.ArgumentParser,
) -> argparse.ArgumentParser:
    return commands.add_parser(
        name, help=summary, description=summary, allow_abbrev=False, parents=[language]
    )
