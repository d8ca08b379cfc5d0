"""A slider as the browser is sent it. Its stops are words, written as every number of the page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Slider:
    """stops: words of each stop and its value (a decimal), in rising order; at: where it stands."""

    key: str
    label: str
    stops: Mapping[str, float]
    at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SliderRow:
    """Sliders below one title and its sentence, side by side two by two where there are more."""

    title: str
    sentence: str
    sliders: Sequence[Slider]


def sent_rows(rows: Sequence[SliderRow]) -> list[dict[str, Any]]:
    """The rows as JSON can carry them; a place on a slider counts its stops from 0."""
    return [
        {"title": row.title, "sentence": row.sentence, "sliders": [*map(_sent, row.sliders)]}
        for row in rows
    ]


def _sent(slider: Slider) -> dict[str, Any]:
    values = [*slider.stops.values()]
    return {
        "key": slider.key,
        "label": slider.label,
        "texts": [*slider.stops],
        "values": values,
        "at": values.index(slider.at),
    }
