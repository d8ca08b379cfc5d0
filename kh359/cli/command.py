"""From the words on the command line to an exit code."""

from collections.abc import Sequence

from kh359.cli.argparse_words import spoken
from kh359.cli.audit_report import audit_report
from kh359.cli.console import give, give_no_more, language_of, speak_utf8, tell
from kh359.cli.error import CommandError
from kh359.cli.evidence_summary import evidence_summary
from kh359.cli.export_command import export
from kh359.cli.fact_check import checked_facts, summary
from kh359.cli.goal_seek import solve
from kh359.cli.parser import build_parser
from kh359.cli.plan_projection import project
from kh359.cli.preset_check import checked_presets
from kh359.cli.reason import reason_text
from kh359.cli.sweep_command import sweep
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
    if options.command == "check":
        facts = checked_facts(options.data, say)
        presets = checked_presets(facts, options.data, say)
        give(f"{summary(facts, say)}\n{presets}\n\n{evidence_summary(facts, say)}")
    elif options.command == "audit":
        give(audit_report(options, say))
    elif options.command == "solve":
        give(solve(options, say))
    elif options.command == "sweep":
        give(sweep(options, say))
    elif options.command == "export":
        give("\n".join(map(str, export(options, say))))
    else:
        give("\n".join(map(str, project(options, say))))
