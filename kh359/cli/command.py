"""From the words on the command line to an exit code."""

from argparse import Namespace
from collections.abc import Callable, Sequence

from kh359.cli.argparse_words import spoken
from kh359.cli.console import give, give_no_more, language_of, speak_utf8, tell
from kh359.cli.error import CommandError
from kh359.cli.parser import build_parser
from kh359.cli.reason import reason_text
from kh359.locale.translate import Translator, translator


def run(arguments: Sequence[str]) -> int:
    """Carry out one command: 0 done, 1 it could not be done; argparse exits with 2 itself.

    1 as well when the result cannot be written out; silently when its reader went away.
    """
    speak_utf8()
    say = translator(language_of(arguments))
    try:
        _carry_out(arguments, say)
    except CommandError as error:
        tell(str(error))
        return 1
    except OSError as error:
        give_no_more()
        if not isinstance(error, BrokenPipeError):
            tell(say("The result cannot be written: {reason}.", reason=reason_text(error, say)))
        return 1
    return 0


def _carry_out(arguments: Sequence[str], say: Translator) -> None:
    """Raises CommandError, OSError for standard output, SystemExit after argparse's own words."""
    with spoken(say):
        try:
            options = build_parser(say.language).parse_args(list(arguments))
        except SystemExit:
            give()
            raise
    give(COMMANDS[options.command](options, say))


# Each command brings its own libraries: loading all of them would double the time to an answer.


def _check(options: Namespace, say: Translator) -> str:
    from kh359.cli.evidence_summary import evidence_summary
    from kh359.cli.fact_check import checked_facts, summary
    from kh359.cli.preset_check import checked_presets

    facts = checked_facts(options.data, say)
    presets = checked_presets(facts, options.data, say)
    return f"{summary(facts, say)}\n{presets}\n\n{evidence_summary(facts, say)}"


def _audit(options: Namespace, say: Translator) -> str:
    from kh359.cli.audit_report import audit_report

    return audit_report(options, say)


def _solve(options: Namespace, say: Translator) -> str:
    from kh359.cli.goal_seek import solve

    return solve(options, say)


def _sweep(options: Namespace, say: Translator) -> str:
    from kh359.cli.sweep_command import sweep

    return sweep(options, say)


def _export(options: Namespace, say: Translator) -> str:
    from kh359.cli.export_command import export

    return "\n".join(map(str, export(options, say)))


def _project(options: Namespace, say: Translator) -> str:
    from kh359.cli.plan_projection import project

    return "\n".join(map(str, project(options, say)))


def _store(options: Namespace, say: Translator) -> str:
    from kh359.cli.store_command import store

    return store(options, say)


COMMANDS: dict[str, Callable[[Namespace, Translator], str]] = {
    "project": _project,
    "check": _check,
    "audit": _audit,
    "solve": _solve,
    "export": _export,
    "sweep": _sweep,
    "store": _store,
}
"""What carries out each command of the parser."""
