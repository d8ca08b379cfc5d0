"""What was found for targets: in words, or for another program."""

import json

from kh359.locale.goal import answer_text, status_text, target_name
from kh359.locale.goal_head import head_text
from kh359.locale.goal_money import money_sentence
from kh359.locale.prior import prior_span, prior_value
from kh359.locale.start import start_text
from kh359.locale.translate import Translator
from kh359.model.evaluation.stage import Stage
from kh359.model.scenario.scenario import Scenario
from kh359.model.scenario.text import write_json
from kh359.model.solve.answer import Answer, TargetAnswer
from kh359.model.solve.question import Unknown
from kh359.model.solve.spending import yearly_budget
from kh359.model.solve.supposed import supposed
from kh359.plan.facts import Facts
from kh359.plan.prior import Prior

UNITS: dict[Unknown, str] = {
    Unknown.BUDGET: "percent_of_local_budget",
    Unknown.PACE: "percent_a_year",
    Unknown.START: "year",
    Unknown.SPLIT: "percent_of_programme_money",
}
DECIMALS = 6


def goal_lines(answer: Answer, facts: Facts, stage: Stage, say: Translator) -> list[str]:
    """The answer, target by target, its money, and what it rests on."""
    lines = [head_text(answer, say.language)]
    for found in answer.targets:
        lines += [
            "",
            f"{target_name(found.target_id, facts, say.language)} [{found.target_id}]",
            f"  {status_text(found.status, answer.question.unknown, say.language)}: "
            f"{answer_text(found, answer, facts, say.language)}",
        ]
        item = stage.outlook.of(found.indicator_id)
        start = start_text(item.evidence, item.indicator, say.language)
        if start:
            lines.append(f"  {start}")
    money = money_sentence(answer, say.language)
    if money:
        lines += ["", money]
    priors = _priors(answer, facts)
    if priors:
        lines += ["", say("Rests on these assumptions:")]
        lines += [f"  - {_prior_line(prior, say)}" for prior in priors]
    return lines


def goal_json(
    answer: Answer, scenario: Scenario | None, facts: Facts, stage: Stage, say: Translator
) -> str:
    """Stable keys; shares and paces in percent, probabilities as decimals."""
    question = answer.question
    money = yearly_budget(answer)
    report = {
        "data_version": stage.outlook.data_version,
        "seed": stage.outlook.seed,
        "draws": stage.outlook.n_draws,
        "for": question.unknown.value,
        "probability": round(question.wanted, DECIMALS),
        "unit": UNITS[question.unknown],
        "targets": [_target_record(found, question.unknown) for found in answer.targets],
        "together": answer.together,
        "complete": answer.complete,
        "budget_bn_vnd_2025": None
        if money is None
        else {
            "from": money.first,
            "to": money.last,
            "average_a_year": round(money.average, 1),
            "average_a_year_before": round(money.average_before, 1),
        },
        "assumptions": [prior.assumption_id for prior in _priors(answer, facts)],
        "scenario": None
        if scenario is None
        else json.loads(write_json(scenario, facts.indicator_by_id)),
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _target_record(found: TargetAnswer, unknown: Unknown) -> dict[str, object]:
    value = found.value
    if value is not None and unknown is not Unknown.START:
        value *= 100
    return {
        "target": found.target_id,
        "status": found.status.value,
        "value": _rounded(value),
        "p_now": _rounded(found.p_now),
        "p_value": _rounded(found.p_value),
        "p_then": _rounded(found.p_then),
        "p_limit": _rounded(found.p_limit),
        "p_most": _rounded(found.p_most),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DECIMALS)


def _priors(answer: Answer, facts: Facts) -> tuple[Prior, ...]:
    ids = tuple(found.indicator_id for found in answer.targets)
    return supposed(facts, ids, answer.question.unknown)


def _prior_line(prior: Prior, say: Translator) -> str:
    return say(
        "{name}: {value} (assumption, {span})",
        name=say.pick(prior.name_vi, prior.name_en),
        value=prior_value(prior, say.language),
        span=prior_span(prior, say.language),
    )
