"""What a projection supposes of its start, in one sentence."""

from kh359.locale.language import Language
from kh359.locale.proof import word
from kh359.locale.translate import translator
from kh359.locale.unit import quantity
from kh359.model.evidence import Evidence, Start, starts_from_old_province
from kh359.plan.indicator import Indicator, Kind


def start_text(evidence: Evidence, indicator: Indicator, language: Language) -> str:
    """The assumption about the start; empty where it is the province's own observation."""
    say = translator(language)
    if starts_from_old_province(evidence):
        return say(
            "Assumption: the new province starts from the level of Quảng Ngãi before 1/7/2025 "
            "(Kon Tum not included)"
        )
    if evidence.start not in (Start.TYPED, Start.TARGET_2025_MET) or evidence.start_value is None:
        return ""
    per_year = indicator.kind is Kind.FLOW
    return say(
        "Starts from {value} in {year} ({start})",
        value=quantity(evidence.start_value, indicator.unit, language, per_year=per_year),
        year=evidence.start_year,
        start=word(evidence.start, language),
    )
