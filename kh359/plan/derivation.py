"""Figures of today's province before the merger, worked out from its two parts.

A derived figure exists only where both parts have a standing figure of the same year and the same
method. See docs/decisions/derived-figures.md.
"""

from collections.abc import Iterable, Iterator, Mapping

from kh359.plan.note_number import note_number
from kh359.plan.observation import DerivedObservation, Grade, Match, Observation, Region
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


def derived_observations(observations: Iterable[Observation]) -> tuple[DerivedObservation, ...]:
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


def _derived(pairs: Mapping[Key, Pair]) -> Iterator[tuple[Key, DerivedObservation]]:
    """Products come first, so that a sum of the same year and method takes their place."""
    for (indicator, year, method), pair in pairs.items():
        people = pairs.get((POPULATION, year, "main"))
        if indicator == PER_CAPITA and people is not None:
            yield (CURRENT, year, method), _product(pair, people)
            yield (PER_CAPITA, year, method), _weighted(pair, people)
    for key, pair in pairs.items():
        if key[0] in SUMMED:
            yield key, _sum(pair)


def _sum(pair: Pair) -> DerivedObservation:
    return _joined(pair, pair[0].value + pair[1].value, _notes(pair, *_SUM))


def _weighted(pair: Pair, people: Pair) -> DerivedObservation:
    total = sum(o.value for o in people)
    value = sum(o.value * heads.value for o, heads in zip(pair, people, strict=True)) / total
    return _joined(pair, value, _notes((*pair, *people), *_WEIGHTED), people)


def _product(pair: Pair, people: Pair) -> DerivedObservation:
    """Million dong a head times people, in billion dong."""
    value = sum(o.value * heads.value for o, heads in zip(pair, people, strict=True)) / 1000
    joined = _joined(pair, value, _notes((*pair, *people), *_PRODUCT), people)
    return joined.model_copy(update={"indicator_id": CURRENT, "unit": Unit.BN_VND})


def _joined(
    pair: Pair, value: float, notes: tuple[str, str], weights: tuple[Observation, ...] = ()
) -> DerivedObservation:
    """One observation of the merged province; the larger part lends its main source."""
    old, kon_tum = pair
    fields = {
        **dict(old),
        "region": Region.PROVINCE,
        "as_of": None,
        "value": value,
        "grade": Grade.DERIVED,
        "match": max(old.match, kon_tum.match, key=MATCH_FROM_BEST.index),
        "part_entries": tuple(dict.fromkeys(e for o in (*pair, *weights) for e in o.entries)),
        "other_source_ids": tuple(o.source_id for o in (kon_tum, *weights)),
        "note_vi": notes[0],
        "note_en": notes[1],
    }
    # model_construct: the value is a decimal already and must not be scaled again.
    return DerivedObservation.model_construct(**fields)


_SUM = (
    "Tính: Quảng Ngãi cũ {} cộng Kon Tum {}.",
    "Computed: former Quảng Ngãi {} plus Kon Tum {}.",
)
_WEIGHTED = (
    "Tính: bình quân theo dân số của Quảng Ngãi cũ {} và Kon Tum {} (dân số {} và {} người).",
    "Computed: population-weighted mean of former Quảng Ngãi {} and Kon Tum {} "
    "(populations {} and {}).",
)
_PRODUCT = (
    "Tính: GRDP bình quân đầu người nhân dân số trung bình, cộng hai tỉnh cũ: Quảng Ngãi {} và "
    "Kon Tum {} (triệu đồng), dân số {} và {} người.",
    "Computed: GRDP a head times average population, added over the two former provinces: "
    "Quảng Ngãi {} and Kon Tum {} (million đồng), populations {} and {}.",
)


def _notes(parts: Iterable[Observation], vietnamese: str, english: str) -> tuple[str, str]:
    """Both texts with the figures of the parts filled in, as each language writes them."""
    numbers = [note_number(o.unit.to_shown(o.value)) for o in parts]
    return vietnamese.format(*(n[0] for n in numbers)), english.format(*(n[1] for n in numbers))
