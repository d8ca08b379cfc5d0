"""What it takes for every target still open: least budget and least pace, in words."""

from kh359.export.dossier import Dossier
from kh359.locale.goal import answer_text, status_text, target_name, unknown_text
from kh359.locale.spreadsheet import Cell
from kh359.model.response.economy import BASE_YEAR
from kh359.model.solve.goal import seek
from kh359.model.solve.question import WANTED, Question, Unknown

ASKED = (Unknown.BUDGET, Unknown.PACE)


def goal_headers(dossier: Dossier) -> tuple[str, ...]:
    """Column titles of `goal_rows`."""
    say = dossier.say
    return (say("Target"), say("Wanted probability (%)"), say("Solved for"), say("Answer"))


def goal_rows(dossier: Dossier) -> list[tuple[Cell, ...]]:
    """One row for each target after BASE_YEAR and each lever asked about, in the plan's order.

    Each target is asked about alone, with the other levers where the dossier's scenario has them.
    """
    facts, language = dossier.facts, dossier.language
    rows: list[tuple[Cell, ...]] = []
    for target in facts.targets:
        if target.year <= BASE_YEAR:
            continue
        for unknown in ASKED:
            question = Question(
                target_ids=(target.target_id,), scenario=dossier.scenario, unknown=unknown
            )
            answer = seek(dossier.stage, question)
            (found,) = answer.targets
            status = status_text(found.status, unknown, language)
            rows.append(
                (
                    target_name(target.target_id, facts, language),
                    100 * WANTED,
                    unknown_text(unknown, language),
                    f"{status}: {answer_text(found, answer, facts, language)}",
                )
            )
    return rows
