"""A short name for one observation, the same on every machine."""

import hashlib
from collections.abc import Hashable

from kh359.plan.observation import Observation
from kh359.plan.ratio import Ratio

KEY_LENGTH = 16


def subject_of(figure: Observation | Ratio) -> Hashable:
    """What a figure is about: of one subject only one figure stands."""
    return figure.indicator_id, figure.region, figure.year, figure.method


def observation_key(figure: Observation | Ratio) -> str:
    """Start of a SHA-256 over what makes a row of `history.csv` another one: subject, date,
    value and source; not notes, grade or whether it stands.
    """
    about = (figure.indicator_id, str(figure.region), figure.year, figure.method)
    text = ascii((*about, figure.as_of or "", float(figure.value), figure.source_id))
    return hashlib.sha256(text.encode()).hexdigest()[:KEY_LENGTH]
