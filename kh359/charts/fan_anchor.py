"""Where a fan begins: the last figure known or supposed before it."""

from kh359.model.outlook import IndicatorOutlook


def anchor(item: IndicatorOutlook, first_year: int) -> tuple[int, float] | None:
    """Year and figure as shown of the last one before `first_year`; None where there is none."""
    evidence, unit = item.evidence, item.indicator.unit
    known = [(o.year, o.value) for o in evidence.used]
    if evidence.start_year is not None and evidence.start_value is not None:
        known.append((evidence.start_year, evidence.start_value))
    before = [(year, value) for year, value in known if year < first_year]
    if not before:
        return None
    year, value = max(before)
    return year, unit.to_shown(value)
