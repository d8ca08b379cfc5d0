"""`check`: what is in the data folder, or everything that is wrong with it."""

from pathlib import Path

from kh359.cli.error import CommandError
from kh359.cli.reason import reason_text
from kh359.locale.fault import fault_text
from kh359.locale.plain_text import clipped
from kh359.locale.translate import Translator
from kh359.plan.facts import Facts
from kh359.plan.indicator import Role
from kh359.plan.loading import load_facts
from kh359.plan.problem import FactsError, Problem

PLAN_COUNTS = (194, 18)
"""Quantitative targets and qualitative milestones in section II.2 of Plan 359-KH/TU."""


def checked_facts(folder: Path | None, say: Translator) -> Facts:
    """The facts, or CommandError with every problem of the folder at once."""
    try:
        if folder is not None and not folder.is_dir():
            raise CommandError(say("There is no folder {folder}.", folder=folder))
        return load_facts(folder)
    except FactsError as error:
        problems = error.problems
    except OSError as error:
        raise CommandError(
            say(
                "The folder {folder} cannot be read: {reason}.",
                folder=folder,
                reason=reason_text(error, say),
            )
        ) from error
    heading = say.plural(
        "{count} problem in the data:", "{count} problems in the data:", len(problems)
    )
    raise CommandError("\n".join([heading, *(problem_text(p, say) for p in problems)]))


def problem_text(problem: Problem, say: Translator) -> str:
    """File, row, column and value on one line; what is wrong and the remedy below."""
    where = [problem.file]
    if problem.row:
        where.append(say("row {row}", row=problem.row))
    if problem.column:
        where.append(say("column {column}", column=clipped(problem.column)))
    if problem.value:
        where.append(say("value {value}", value=repr(clipped(problem.value))))
    what, remedy = fault_text(problem, say.language)
    return f"- {', '.join(where)}\n  {what}\n  → {remedy}"


def summary(facts: Facts, say: Translator) -> str:
    """How many of each kind of fact there are, one kind a line."""
    counts = (
        (say("quantitative targets"), len(facts.targets)),
        (say("qualitative milestones"), len(facts.milestones)),
        (say("indicators with targets"), len(facts.indicators_with(Role.TARGET))),
        (
            say("indicators tracked without a target number"),
            len(facts.indicators_with(Role.TRACKED)),
        ),
        (say("series of the economy"), len(facts.indicators_with(Role.ECONOMY))),
        (say("observations"), len(facts.observations)),
        (say("figures of other provinces"), len(facts.peers)),
        (say("figures of national series"), len(facts.proxies)),
        (say("sources"), len(facts.sources)),
        (say("assumptions that scenarios rest on"), len(facts.priors)),
        (say("indicators that answer to money"), len(facts.responses)),
    )
    lines = [f"{count:>6} {name}" for name, count in counts]
    lines.append(_compared_with_the_plan(facts, say))
    if not facts.responses:
        lines.append(
            say("WARNING: responses.csv has no row, so that no lever of money moves any indicator.")
        )
    return "\n".join(lines)


def _compared_with_the_plan(facts: Facts, say: Translator) -> str:
    """Whether all of section II.2 is there; another number is no fault of the files."""
    known = (len(facts.targets), len(facts.milestones))
    head = say(
        "Section II.2 of the plan has {targets} targets and {milestones} milestones: ",
        targets=PLAN_COUNTS[0],
        milestones=PLAN_COUNTS[1],
    )
    if known == PLAN_COUNTS:
        return head + say("all are here.")
    return head + say(
        "WARNING, here are {targets} and {milestones}.", targets=known[0], milestones=known[1]
    )
