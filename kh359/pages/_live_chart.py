"""A Plotly chart that is redrawn in place, for the page where a slider moves it.

`st.plotly_chart` takes its chart down and builds it anew, twice, whenever the figure changes.
What that costs, and what this gives: docs/decisions/latency.md.
"""

import time
from pathlib import Path
from typing import Any

from streamlit.components.v2 import component

ASSETS = Path(__file__).parent / "live_chart"
PAINT_SECONDS = 0.08
SAVE = "Download plot as a PNG"
"""What Plotly calls the button that saves a picture."""

# The drawing travels with the data: a file would be waited for at every redraw.
_chart = component(
    "kh359_live_chart",
    js=(ASSETS / "live_chart.js").read_text("utf-8"),
    isolate_styles=False,
)
_engine = component("kh359.live_chart", js="engine.js", isolate_styles=False)


def live_chart(figure: dict[str, Any], settings: dict[str, Any], *, alt: str, key: str) -> None:
    """figure: data and layout as Plotly reads them, with a height. settings: of `fan_settings`.

    `live_chart_engine` must be called once in the same run.
    """
    picture = settings["toImageButtonOptions"]
    locale = settings["locale"]
    words = settings["locales"][locale]["dictionary"]
    data = {
        "figure": figure,
        "settings": {
            "words": {"save": words[SAVE]},
            "locale": locale,
            "picture": {k: v for k, v in picture.items() if k != "filename"},
        },
        "alt": alt,
        "name": picture["filename"],
    }
    _chart(key=key, data=data)


def live_chart_engine() -> None:
    """Plotly for the live charts of the page, loaded once by the browser; shows nothing."""
    _engine(key="live_chart_engine")


def let_paint() -> None:
    """Hold back what follows for as long as the browser needs to paint the chart.

    What arrives sooner is worked off first: the chart would come 130 ms later, the rest 35 sooner.
    """
    time.sleep(PAINT_SECONDS)
