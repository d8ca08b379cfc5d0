"""The sliders of the page Kịch bản, as its browser code is sent them and as it tells of a move."""

import json
from dataclasses import dataclass
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

COMPONENT = "kh359_live_sliders"


@dataclass(frozen=True)
class Shown:
    """One slider: its label, the words it stands at, and its stops."""

    label: str
    text: str
    stops: dict[str, float]


def sent(app: AppTest, component: str = COMPONENT) -> dict[str, Any]:
    """What the component is sent. Raises StopIteration where it is not on the page."""
    return json.loads(_proto(app, component).json)


def sent_picture(app: AppTest) -> dict[str, Any]:
    """The live chart as the browser is to draw it."""
    return json.loads(sent(app, "kh359_live_chart")["picture"])


def sliders(app: AppTest) -> dict[str, Shown]:
    """Every slider of the group that is shown, by its key."""
    return {
        item["key"]: Shown(
            label=item["label"],
            text=item["texts"][item["at"]],
            stops=dict(zip(item["texts"], item["values"], strict=True)),
        )
        for row in sent(app)["rows"]
        for item in row["sliders"]
    }


def move(app: AppTest, key: str, text: str) -> AppTest:
    """Move a slider to the stop with these words, as a browser does."""
    return tell(app, [sent(app)["taken"] + 1, key, sliders(app)[key].stops[text]])


def tell(app: AppTest, *moves: Any, painted: str = "") -> AppTest:
    """Send a message of the component: [number, key, value] of each move."""
    value = {"moves": moves, "painted": painted}
    states = app._tree.get_widget_states()
    states.widgets.append(
        WidgetState(
            id=f"$$STREAMLIT_INTERNAL_KEY_{_proto(app, COMPONENT).id}__events",
            json_trigger_value=json.dumps([{"event": "moves", "value": value}]),
        )
    )
    return app._run(states)


def _proto(app: AppTest, component: str) -> Any:
    found = (item.proto for item in app.get("bidi_component"))
    return next(proto for proto in found if proto.component_name == component)
