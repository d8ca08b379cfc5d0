"""A Plotly chart that is redrawn in place, for the page where a slider moves it.

`st.plotly_chart` takes its chart down and builds it anew, twice, whenever the figure changes.
What that costs, and what this gives: docs/decisions/latency.md.
"""

import time
from pathlib import Path

from streamlit.components.v2 import component

ASSETS = Path(__file__).parent / "live_chart"
PAINT_SECONDS = 0.08

# The drawing travels with the data: a file would be waited for at every redraw.
_chart = component(
    "kh359_live_chart",
    js=(ASSETS / "live_chart.js").read_text("utf-8"),
    isolate_styles=False,
)
_engine = component("kh359.live_chart", js="engine.js", isolate_styles=False)


def live_chart(picture: str, *, taken: int, key: str) -> None:
    """picture: JSON, of `live_picture`. taken: the last move of a slider that it knows.

    `live_chart_engine` must be called once in the same run.
    """
    _chart(key=key, data={"picture": picture, "taken": taken})


def live_chart_engine() -> None:
    """Plotly for the live charts of the page, loaded once by the browser; shows nothing."""
    _engine(key="live_chart_engine")


def let_paint() -> None:
    """Hold back what follows for as long as the browser needs to paint the chart.

    What arrives sooner is worked off first: the chart would come 130 ms later, the rest 35 sooner.
    """
    time.sleep(PAINT_SECONDS)
