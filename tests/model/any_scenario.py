"""A scenario at rest for tests, and strategies that vary it."""

from dataclasses import replace

from hypothesis import strategies as st
from plan_pieces import count, share

from kh359.model.scenario.lever import LEVERS, Slot
from kh359.model.scenario.scenario import PACE_LIMITS, Override, Scenario

REST = Scenario(
    growth=(0.085, 0.08, 0.075, 0.07),
    growth_spread=(0.02,),
    population_growth=(0.007,),
    budget_grdp_share=(0.16,),
    programme_share=(0.01, 0.01, 0.01, 0.01),
    cofinancing=(2.0, 2.0, 2.0, 2.0),
    split=(0.3, 0.2, 0.2, 0.1, 0.2),
    execution=(0.87,),
    efficiency=(0.7,),
    added_lag=(0.0,),
)
INDICATORS = {indicator.indicator_id: indicator for indicator in (share(), count())}

texts = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=80)
decimals = {lever.name: st.floats(lever.low, lever.high) for lever in LEVERS}


@st.composite
def splits(draw: st.DrawFn) -> tuple[float, ...]:
    """Five shares that sum to 1, whatever their last bits."""
    weights = draw(st.lists(st.floats(0.001, 1), min_size=5, max_size=5))
    return tuple(weight / sum(weights) for weight in weights)


@st.composite
def overrides(draw: st.DrawFn) -> tuple[Override, ...]:
    """Up to one override of the share and one of the count."""
    made = []
    for indicator_id, values in (
        ("coverage", st.floats(0, 1)),
        ("firms", st.integers(0, 10**9).map(float)),
    ):
        start = draw(st.none() | values)
        made.append(
            Override(
                indicator_id=indicator_id,
                pace=draw(st.floats(*PACE_LIMITS)),
                start_value=start,
                start_year=None if start is None else draw(st.integers(2015, 2044)),
                outside_driver=draw(st.booleans()),
            )
        )
    return tuple(draw(st.lists(st.sampled_from(made), unique=True)))


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """Any scenario, with numbers that have no short decimal form as well."""
    levers = {
        lever.name: draw(splits())
        if lever.slot is Slot.PROGRAMME
        else tuple(draw(decimals[lever.name]) for _ in range(lever.size))
        for lever in LEVERS
    }
    kept = draw(st.sets(st.sampled_from(sorted(levers))))
    moved = {name: values for name, values in levers.items() if name in kept}
    name, note, supposed = draw(texts), draw(texts), draw(overrides())
    return replace(REST, name=name, note=note, overrides=supposed, **moved)
