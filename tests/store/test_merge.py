"""Three-way merge: what one side alone changed is taken, what both changed is asked."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from kh359.model.scenario.lever import LEVERS, Lever, Slot
from kh359.model.scenario.scenario import Override, Scenario, rest_scenario
from kh359.plan.loading import load_facts
from kh359.store.merge import Part, Side, merge

BASE = replace(rest_scenario(load_facts()), name="Gốc")
SPLIT = (0.4, 0.3, 0.1, 0.1, 0.1)


def test_levers_changed_by_one_side_are_taken() -> None:
    mine = replace(BASE, execution=(0.8,), growth=(0.01, *BASE.growth[1:]))
    theirs = replace(BASE, name="Của họ", growth=(*BASE.growth[:3], 0.02), split=SPLIT)
    merged = merge(BASE, mine, theirs)
    assert merged.clashes == ()
    assert merged.scenario == replace(
        BASE,
        name="Của họ",
        execution=(0.8,),
        growth=(0.01, BASE.growth[1], BASE.growth[2], 0.02),
        split=SPLIT,
    )
    assert merged.from_mine == (Part(field="growth", slot=0), Part(field="execution", slot=0))
    assert merged.from_theirs == (
        Part(field="name"),
        Part(field="growth", slot=3),
        Part(field="split"),
    )


def test_what_both_changed_is_listed_and_chosen() -> None:
    mine = replace(BASE, execution=(0.8,), split=SPLIT, note="a")
    theirs = replace(BASE, execution=(0.7,), split=SPLIT[::-1], note="a")
    merged = merge(BASE, mine, theirs)
    execution, split = Part(field="execution", slot=0), Part(field="split")
    assert [(c.part, c.base, c.mine, c.theirs) for c in merged.clashes] == [
        (split, BASE.split, SPLIT, SPLIT[::-1]),
        (execution, BASE.execution[0], 0.8, 0.7),
    ]
    assert merged.scenario == mine
    assert merged.resolved({}) == mine
    assert merged.resolved({split: Side.THEIRS}) == replace(mine, split=SPLIT[::-1])
    assert merged.resolved({split: Side.THEIRS, execution: Side.THEIRS}) == theirs


def test_what_is_supposed_of_one_indicator_merges_by_its_parts() -> None:
    def supposed(**parts: object) -> Scenario:
        override = Override(indicator_id="coverage_5g", **parts)  # type: ignore[arg-type]
        return replace(BASE, overrides=(override,))

    base = supposed(pace=0.1)
    mine = supposed(pace=0.1, start_value=0.4, start_year=2025)
    theirs = supposed(pace=0.2, outside_driver=False)
    both = supposed(pace=0.2, start_value=0.4, start_year=2025, outside_driver=False)
    assert merge(base, mine, theirs).scenario == both
    # One takes the supposition away, the other changes it.
    clashing = merge(base, BASE, theirs)
    assert [clash.part.field for clash in clashing.clashes] == ["pace"]
    assert clashing.scenario == supposed(outside_driver=False)


def scenarios() -> st.SearchStrategy[Scenario]:
    """The base with some single values changed, few enough that sides often meet."""
    plain = [lever for lever in LEVERS if lever.slot is not Slot.PROGRAMME]
    change = st.tuples(st.sampled_from(plain), st.integers(0, 3), st.booleans())

    def made(changes: list[tuple[Lever, int, bool]]) -> Scenario:
        scenario = BASE
        for lever, slot, most in changes:
            value = lever.high if most else lever.low
            scenario = scenario.with_value(lever.name, slot % lever.size, value)
        return scenario

    return st.lists(change, max_size=6).map(made)


@settings(max_examples=25, deadline=None)
@given(base=scenarios(), mine=scenarios(), theirs=scenarios())
def test_a_merge_keeps_its_laws(base: Scenario, mine: Scenario, theirs: Scenario) -> None:
    merged = merge(base, mine, theirs)
    other = merge(base, theirs, mine)
    all_theirs = {clash.part: Side.THEIRS for clash in merged.clashes}
    # Whoever merges, the same choices lead to the same scenario.
    assert merged.resolved(all_theirs) == other.scenario
    assert {clash.part for clash in merged.clashes} == {clash.part for clash in other.clashes}
    assert set(merged.from_mine) == set(other.from_theirs)
    assert merge(base, mine, mine).scenario == mine
    assert merge(base, base, theirs).scenario == theirs
    assert merge(base, mine, base).scenario == mine
