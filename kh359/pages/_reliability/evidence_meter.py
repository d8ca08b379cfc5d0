"""How many indicators of the plan stand at which level of evidence."""

from collections import Counter

import streamlit as st

from kh359.locale.proof import level_text
from kh359.model.evidence import Level
from kh359.model.outlook import Outlook
from kh359.pages import _state
from kh359.pages._tile import Tile, show_tiles

_LOOKS = {
    Level.TREND: "good",
    Level.PACE: "even",
    Level.ASSUMED: "assumed",
    Level.NONE: "silent",
}


def show_evidence_meter(outlook: Outlook) -> None:
    """One tile for each level; only indicators with a target count."""
    say, language = _state.say(), _state.language()
    counted = [item.evidence.level for item in outlook.indicators if item.attainments]
    found = Counter(counted)
    st.subheader(say("Evidence behind the plan's indicators"), anchor=False)
    below = say("of {total} indicators with targets", total=len(counted))
    show_tiles(
        [
            Tile(
                label=level_text(level, language),
                figure=str(found[level]),
                below=below,
                look=_LOOKS[level],
            )
            for level in Level
        ]
    )
