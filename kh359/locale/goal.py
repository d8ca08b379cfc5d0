"""The goal seek in words: what is asked, and what is answered of each target."""

from dataclasses import replace

from kh359.locale.language import Language
from kh359.locale.lever import slot_text
from kh359.locale.number import percent, probability
from kh359.locale.subject import DRIVERS
from kh359.locale.translate import marked, translator
from kh359.locale.unit import target_text
from kh359.model.scenario.lever import LEVER_BY_NAME
from kh359.model.scenario.scenario import LONGEST_NAME, PACE_LIMITS, Scenario
from kh359.model.solve.answer import Answer, Status, TargetAnswer
from kh359.model.solve.question import Question, Unknown
from kh359.model.solve.stock_line import SHARE_LIMIT
from kh359.model.solve.threshold import rounded_up
from kh359.plan.facts import Facts
from kh359.plan.indicator import Kind

SHOWN_STEP = 1e-4
"""Shares and paces are told rounded up to 0.01 %, so that what is told is enough."""

UNKNOWNS: dict[Unknown, str] = {
    Unknown.BUDGET: marked("the least yearly budget"),
    Unknown.PACE: marked("the least added pace"),
    Unknown.START: marked("the latest start of extra money"),
    Unknown.SPLIT: marked("the split of the given money"),
}

# A probability is what is sought: no word here may say that a target of the future is met or lost.
STATUSES: dict[Status, str] = {
    Status.REACHED: marked("can get the probability wanted"),
    Status.ALREADY: marked("has the probability wanted already"),
    Status.DECIDED: marked("set by the scenario, no forecast"),
    Status.BEYOND_LIMIT: marked("stays below the probability wanted"),
    Status.NEVER: marked("no budget gives the probability wanted"),
    Status.NOT_IN_HANDS: marked("not in the province's hands"),
    Status.NO_DATA: marked("no figures"),
    Status.JUDGED: marked("its year is over"),
}
NEVER: dict[Unknown, str] = {
    Unknown.PACE: marked("no pace gives the probability wanted"),
    Unknown.SPLIT: marked("no split gives the probability wanted"),
}

_WHOLE_BUDGET = marked(
    "even with the whole local budget the probability is {p_most}; with the {limit} that a "
    "scenario may state it is {p_limit}, now {p_now}."
)

SENTENCES: dict[tuple[Unknown, Status], str] = {
    (Unknown.BUDGET, Status.REACHED): marked(
        "needs {share} of the local budget at each milestone up to {year} (this scenario: {now}); "
        "the probability is then {p_value} instead of {p_now}."
    ),
    (Unknown.BUDGET, Status.ALREADY): marked(
        "the probability is {p_now}; {share} of the local budget would be enough."
    ),
    (Unknown.BUDGET, Status.DECIDED): marked(
        "met as soon as {share} of the local budget goes to the programmes."
    ),
    (Unknown.BUDGET, Status.BEYOND_LIMIT): marked(
        "would take {share} of the local budget, more than the {limit} that a scenario may state; "
        "with {limit} the probability is {p_limit}, now {p_now}."
    ),
    (Unknown.BUDGET, Status.NEVER): _WHOLE_BUDGET,
    (Unknown.BUDGET, Status.NOT_IN_HANDS): marked(
        "led by {driver}; even with the whole local budget the probability is {p_most}; with the "
        "{limit} that a scenario may state it is {p_limit}, now {p_now}."
    ),
    (Unknown.PACE, Status.REACHED): marked(
        "needs a pace {pace} a year above the projected one ({scale}); the probability is then "
        "{p_value} instead of {p_now}. Where this pace comes from is not said."
    ),
    (Unknown.PACE, Status.ALREADY): marked("the probability is {p_now} without any added pace."),
    (Unknown.PACE, Status.DECIDED): marked(
        "the levers of money set this figure, so that no pace is sought for it."
    ),
    (Unknown.PACE, Status.BEYOND_LIMIT): marked(
        "would take more than {pace_limit} a year above the projected pace; with that much the "
        "probability is {p_limit}, now {p_now}."
    ),
    (Unknown.PACE, Status.NEVER): marked(
        "too many of the simulated futures stand at 0; a pace moves {p_most} of them."
    ),
    (Unknown.START, Status.REACHED): marked(
        "the extra money may start in {start} at the latest; the probability is then {p_value}, "
        "without extra money {p_now}."
    ),
    (Unknown.START, Status.ALREADY): marked("the probability is {p_now} without extra money."),
    (Unknown.START, Status.DECIDED): marked(
        "met if the extra money starts in {start} at the latest."
    ),
    (Unknown.START, Status.BEYOND_LIMIT): marked(
        "even if this much money starts in 2026 the probability is {p_most}; without extra money "
        "{p_now}."
    ),
    (Unknown.SPLIT, Status.REACHED): marked(
        "needs {part} of the money for {programme}; the probability is then {p_value} instead of "
        "{p_now}."
    ),
    (Unknown.SPLIT, Status.ALREADY): marked(
        "the probability is {p_now}; {part} of the money for {programme} would be enough."
    ),
    (Unknown.SPLIT, Status.DECIDED): marked(
        "it follows from how much money there is, not from its split over the programmes."
    ),
    (Unknown.SPLIT, Status.BEYOND_LIMIT): marked(
        "the money does not suffice: with all that may go to {programme} the probability is "
        "{p_limit}, now {p_now}."
    ),
    (Unknown.SPLIT, Status.NEVER): marked(
        "with all money for {programme} the probability is {p_most}, now {p_now}."
    ),
    (Unknown.SPLIT, Status.NOT_IN_HANDS): marked(
        "led by {driver}; with all money for {programme} the probability is {p_most}, now {p_now}."
    ),
}

PLAIN: dict[Status, str] = {
    Status.NOT_IN_HANDS: marked("no way is known in which the programmes' money moves it."),
    Status.NO_DATA: marked("without a start there is no projection to move."),
    Status.JUDGED: marked("it is judged on figures, not sought."),
    Status.BEYOND_LIMIT: marked("not even at the limit of what a scenario may state."),
}
"""Where there is no number to tell."""


def unknown_text(unknown: Unknown, language: Language) -> str:
    """What is solved for."""
    return translator(language)(UNKNOWNS[unknown])


def status_text(status: Status, unknown: Unknown, language: Language) -> str:
    """What is said of a target, in a few words."""
    words = NEVER.get(unknown) if status is Status.NEVER else None
    return translator(language)(words or STATUSES[status])


def target_name(target_id: str, facts: Facts, language: Language) -> str:
    """'Phủ sóng 5G: ít nhất 90 % năm 2030'."""
    say = translator(language)
    target = next(target for target in facts.targets if target.target_id == target_id)
    indicator = facts.indicator_by_id[target.indicator_id]
    return say(
        "{indicator}: {goal} in {year}",
        indicator=say.pick(indicator.name_vi, indicator.name_en),
        goal=target_text(target, language),
        year=target.year,
    )


def answer_text(found: TargetAnswer, answer: Answer, facts: Facts, language: Language) -> str:
    """What follows the words of its status, without a capital; money is told apart."""
    say, unknown = translator(language), answer.question.unknown
    silent = found.p_now is None and found.value is None and found.status is not Status.DECIDED
    sentence = SENTENCES.get((unknown, found.status))
    if sentence is None or silent:
        return say(PLAIN[found.status])
    if found.value is None and (unknown, found.status) == (Unknown.BUDGET, Status.BEYOND_LIMIT):
        return say(PLAIN[found.status])
    return say(sentence, **_fields(found, answer.question, facts, language))


def _fields(
    found: TargetAnswer, question: Question, facts: Facts, language: Language
) -> dict[str, object]:
    """Everything a sentence may tell; a number that is not known is a dash."""
    say = translator(language)
    indicator = facts.indicator_by_id[found.indicator_id]
    value = 0.0 if found.value is None else found.value
    least = percent(rounded_up(value, SHOWN_STEP), language, digits=2)
    shares = question.scenario.programme_share
    programme = LEVER_BY_NAME["split"]
    scale = (
        say("of the odds (share : rest)") if indicator.kind is Kind.SHARE else say("of the number")
    )
    return {
        "share": least,
        "part": least,
        "pace": least,
        "start": f"{value:.0f}",
        "year": found.year,
        "now": share_range(shares, language),
        "limit": percent(SHARE_LIMIT, language),
        "pace_limit": percent(PACE_LIMITS[1], language),
        "scale": scale,
        "driver": say(DRIVERS[indicator.driver]),
        "programme": slot_text(programme, _slot(indicator.group.value), language),
        "p_now": probability(found.p_now, language),
        "p_value": probability(found.p_value, language),
        "p_limit": probability(found.p_limit, language),
        "p_most": probability(found.p_most, language),
    }


def _slot(letter: str) -> int:
    return "abcde".index(letter) if letter in "abcde" else 0


def share_range(shares: tuple[float, ...], language: Language) -> str:
    """Shares of the budget: '0,9 %', or '0,9 %–3 %' where milestones differ."""
    low, high = (percent(share, language, digits=2) for share in (min(shares), max(shares)))
    return low if low == high else f"{low}–{high}"


def named(scenario: Scenario, question: Question, facts: Facts, language: Language) -> Scenario:
    """The answer's scenario with a name and a note that say where it comes from."""
    say = translator(language)
    asked = target_name(question.target_ids[0], facts, language)
    if len(question.target_ids) > 1:
        asked = say("{n} targets", n=len(question.target_ids))
    name = say("What it takes: {asked}", asked=asked)
    note = say(
        "Found by goal seek: {unknown} for a probability of {wanted}. Rests on the assumptions of "
        "this program.",
        unknown=unknown_text(question.unknown, language),
        wanted=percent(question.wanted, language),
    )
    short = name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"
    return replace(scenario, name=short, note=note)
