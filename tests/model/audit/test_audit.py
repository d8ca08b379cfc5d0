"""All rules together: found by their files, in order, with words that can be filled."""

from pathlib import Path
from string import Formatter

import pytest
from audit_pieces import count, real, stated
from plan_pieces import facts

from kh359.model.audit import rules
from kh359.model.audit.audit import all_rules, audit
from kh359.model.audit.finding import Severity

FOLDER = Path(rules.__file__).parent


def test_every_file_is_a_rule_of_its_own_name() -> None:
    files = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__")
    assert [rule.rule_id for rule in all_rules()] == files
    assert len({rule.name for rule in all_rules()}) == len(files)


def test_every_rule_has_a_test_of_its_name() -> None:
    tests = {path.stem for path in Path(__file__).parent.glob("test_*.py")}
    assert {f"test_{rule.rule_id}" for rule in all_rules()} <= tests


def test_the_gravest_come_first() -> None:
    order = list(Severity)
    places = [order.index(finding.severity) for finding in audit(real()).findings]
    assert places == sorted(places)
    assert set(places) == {0, 1, 2}


def test_every_finding_stands_on_the_plan() -> None:
    for finding in audit(real()).findings:
        assert finding.targets
        assert finding.clauses
        assert set(finding.indicator_ids) == {t.indicator_id for t in finding.targets}
        assert set(finding.source_ids) <= set(real().source_by_id)


def test_no_sentence_lacks_a_figure() -> None:
    for finding in audit(real()).findings:
        known = {f.key for f in finding.figures} | {p.key for p in finding.phrases}
        known |= {"indicator", "indicators"}
        for text in (finding.says, finding.asks):
            assert {name for _, name, _, _ in Formatter().parse(text) if name} <= known


def test_the_same_facts_give_the_same_findings() -> None:
    assert audit(real()) == audit(real())


def test_an_empty_plan_has_no_findings() -> None:
    assert audit(facts()).findings == ()


@pytest.mark.parametrize("first", [0, 0.001, 99.99, 100])
def test_targets_at_a_bound_are_judged_like_any_other(first: float) -> None:
    plan = facts(targets=stated({2025: first, 2030: 50, 2035: 100}))
    assert all(finding.targets for finding in audit(plan).findings)


def test_a_rise_from_nothing_of_what_is_counted_is_judged() -> None:
    firms = count()
    plan = facts((firms,), targets=stated({2025: 0, 2030: 50}, firms))
    assert {finding.rule_id for finding in audit(plan).findings} == {"jump", "gap"}
