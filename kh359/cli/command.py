"""From the words on the command line to an exit code."""

import sys
from collections.abc import Sequence

from kh359.cli.argparse_words import spoken
from kh359.cli.console import language_of, speak_utf8
from kh359.cli.error import CommandError
from kh359.cli.evidence_summary import evidence_summary
from kh359.cli.fact_check import checked_facts, summary
from kh359.cli.parser import build_parser
from kh359.cli.plan_projection import project
from kh359.locale.translate import translator


def run(arguments: Sequence[str]) -> int:
    """Carry out one command: 0 done, 1 it could not be done; argparse exits with 2 itself."""
    speak_utf8()
    language = language_of(arguments)
    say = translator(language)
    with spoken(say):
        options = build_parser(language).parse_args(list(arguments))
    try:
        if options.command == "check":
            facts = checked_facts(options.data, say)
            print(summary(facts, say), evidence_summary(facts, say), sep="\n\n")
        else:
            for path in project(options, say):
                print(path)
    except CommandError as error:
        print(error, file=sys.stderr)
        return 1
    return 0
