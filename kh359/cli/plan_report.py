"""The best plan: in words, or for another program."""

import json

from kh359.locale.goal_plan import plan_caution, plan_head
from kh359.locale.lever import slot_text
from kh359.locale.money import money_text
from kh359.locale.number import expected_count, percent
from kh359.locale.translate import Translator
from kh359.model.evaluation.stage import Stage
from kh359.model.scenario.lever import LEVER_BY_NAME
from kh359.model.scenario.scenario import Scenario
from kh359.model.scenario.text import write_json
from kh359.model.solve.best_plan import BestPlan
from kh359.model.solve.frontier import Frontier
from kh359.plan.facts import Facts

DECIMALS = 4


def plan_lines(plan: BestPlan, curve: Frontier | None, say: Translator) -> list[str]:
    """What it brings, its split and timing, and the frontier."""
    lines = [plan_head(plan, say.language), ""]
    lines += [f"  {line}" for line in _levers(plan.scenario, say)]
    if curve is not None:
        lines += ["", say("Best plans by budget 2026–2045 (2025 prices), expected targets:")]
        lines += [
            f"  {money_text(point.spent, say.language):>24}  "
            f"{expected_count(point.expected, say.language)}"
            for point in curve.points
        ]
        now = say(
            "present scenario: {money}, {expected}",
            money=money_text(curve.now.spent, say.language),
            expected=expected_count(curve.now.expected, say.language),
        )
        lines.append(f"  ({now})")
    return [*lines, "", plan_caution(say.language)]


def _levers(scenario: Scenario, say: Translator) -> list[str]:
    lines = []
    for name, digits in (("split", 1), ("programme_share", 4)):
        lever = LEVER_BY_NAME[name]
        for slot, value in enumerate(scenario.values_of(name)):
            place = slot_text(lever, slot, say.language)
            if name == "programme_share":
                place = say("of the local budget in {year}", year=place)
            lines.append(f"{place}: {percent(value, say.language, digits=digits)}")
    return lines


def plan_json(plan: BestPlan, curve: Frontier | None, facts: Facts, stage: Stage) -> str:
    """Stable keys; money in billion đồng of 2025, shares of the scenario in percent."""
    report = {
        "data_version": stage.outlook.data_version,
        "seed": stage.outlook.seed,
        "draws": stage.outlook.n_draws,
        "ceiling_bn_vnd_2025": plan.limits.ceiling,
        "spent_bn_vnd_2025": round(plan.spent, 1),
        "spent_before_bn_vnd_2025": round(plan.spent_before, 1),
        "expected": round(plan.expected, DECIMALS),
        "expected_before": round(plan.before, DECIMALS),
        "before_keeps_limits": plan.before_allowed,
        "targets_counted": len(plan.target_ids),
        "set_by_levers_met": plan.set_by_levers[0],
        "set_by_levers": plan.set_by_levers[1],
        "frontier": None
        if curve is None
        else [
            {"spent_bn_vnd_2025": round(p.spent, 1), "expected": round(p.expected, DECIMALS)}
            for p in curve.points
        ],
        "scenario": json.loads(write_json(plan.scenario, facts.indicator_by_id)),
    }
    return json.dumps(report, ensure_ascii=False, indent=2)
