"""Figures of today's province before the merger, worked out from its two parts.

A derived figure exists only where both parts have a standing figure of the same year and the same
method. See docs/decisions/derived-figures.md.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from kh359.plan.observation import Grade, Match, Observation, Region
from kh359.plan.unit import Unit

POPULATION = "population"
PER_CAPITA = "grdp_per_capita"
CURRENT = "grdp_current"
# Amounts that add up over two areas. Shares, indices and growth rates do not.
SUMMED = (
    POPULATION,
    CURRENT,
    "grdp_constant_2010",
    "local_budget_expenditure",
    "local_budget_expenditure_balanced",
    "budget_revenue",
)
MATCH_FROM_BEST = (Match.SAME, Match.NEAR, Match.OTHER)

Key = tuple[str, int, str]
Pair = tuple[Observation, Observation]


def derived_observations(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """Figures of the merged province (`Region.PROVINCE`) implied by those of its two parts.

    Sums for amounts and people; for GRDP a head the mean weighted by average population; for GRDP
    at current prices, where no sum exists, GRDP a head times average population of both parts.
    Years in which the merged province has its own figure of that method are left to it. Values
    are decimals in the unit of the indicator, oldest first within an indicator.
    """
    standing = [o for o in observations if not o.superseded]
    observed = {_key(o) for o in standing if o.region is Region.PROVINCE}
    pairs = _pairs(standing)
    derived = {o_key: o for o_key, o in _derived(pairs) if o_key not in observed}
    return tuple(derived[key] for key in sorted(derived))


def _key(o: Observation) -> Key:
    return o.indicator_id, o.year, o.method


def _pairs(standing: Iterable[Observation]) -> dict[Key, Pair]:
    """Figures of the old province and of Kon Tum that say the same thing of the same year."""
    old: dict[Key, Observation] = {}
    kon_tum: dict[Key, Observation] = {}
    for o in standing:
        if o.region is Region.OLD_PROVINCE:
            old[_key(o)] = o
        elif o.region is Region.KON_TUM:
            kon_tum[_key(o)] = o
    return {key: (old[key], kon_tum[key]) for key in sorted(old) if key in kon_tum}


def _derived(pairs: Mapping[Key, Pair]) -> Iterator[tuple[Key, Observation]]:
    """Products come first, so that a sum of the same year and method takes their place."""
    for (indicator, year, method), pair in pairs.items():
        people = pairs.get((POPULATION, year, "main"))
        if indicator == PER_CAPITA and people is not None:
            yield (CURRENT, year, method), _product(pair, people)
            yield (PER_CAPITA, year, method), _weighted(pair, people)
    for key, pair in pairs.items():
        if key[0] in SUMMED:
            yield key, _sum(pair)


def _sum(pair: Pair) -> Observation:
    return _joined(pair, pair[0].value + pair[1].value, _sum_note)


def _weighted(pair: Pair, people: Pair) -> Observation:
    total = sum(o.value for o in people)
    value = sum(o.value * heads.value for o, heads in zip(pair, people, strict=True)) / total
    return _joined(pair, value, _weighted_note)


def _product(pair: Pair, people: Pair) -> Observation:
    """Million dong a head times people, in billion dong."""
    value = sum(o.value * heads.value for o, heads in zip(pair, people, strict=True)) / 1000
    joined = _joined(pair, value, _product_note)
    return joined.model_copy(update={"indicator_id": CURRENT, "unit": Unit.BN_VND})


def _joined(pair: Pair, value: float, note: Callable[[Pair], tuple[str, str]]) -> Observation:
    """One observation of the merged province; the larger part lends its source, the note both."""
    old, kon_tum = pair
    note_vi, note_en = note(pair)
    return old.model_copy(
        update={
            "region": Region.PROVINCE,
            "as_of": None,
            "value": value,
            "grade": Grade.DERIVED,
            "match": max(old.match, kon_tum.match, key=MATCH_FROM_BEST.index),
            "note_vi": note_vi,
            "note_en": note_en,
        }
    )


def _shown(o: Observation) -> str:
    return f"{o.unit.to_shown(o.value):.10g} [{o.source_id}]"


def _sum_note(pair: Pair) -> tuple[str, str]:
    old, kon_tum = map(_shown, pair)
    return (
        f"Tính: Quảng Ngãi cũ {old} cộng Kon Tum {kon_tum}.",
        f"Computed: former Quảng Ngãi {old} plus Kon Tum {kon_tum}.",
    )


def _weighted_note(pair: Pair) -> tuple[str, str]:
    old, kon_tum = map(_shown, pair)
    return (
        f"Tính: bình quân theo dân số của Quảng Ngãi cũ {old} và Kon Tum {kon_tum}.",
        f"Computed: population-weighted mean of former Quảng Ngãi {old} and Kon Tum {kon_tum}.",
    )


def _product_note(pair: Pair) -> tuple[str, str]:
    old, kon_tum = map(_shown, pair)
    return (
        "Tính: GRDP bình quân đầu người nhân dân số trung bình, cộng hai tỉnh cũ: "
        f"Quảng Ngãi {old}, Kon Tum {kon_tum}.",
        "Computed: GRDP a head times average population, added over the two former provinces: "
        f"Quảng Ngãi {old}, Kon Tum {kon_tum}.",
    )
