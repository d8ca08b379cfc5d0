"""One user of the load trial: a session over Streamlit's own protocol, as a browser keeps it.

It opens the page Kịch bản and moves levers as kh359/pages/live_chart/live_sliders.js does: it asks
the server for the new chart, and when that is here tells the page, whose run brings the rest.
"""

from __future__ import annotations

import json
import random
import time
from dataclasses import dataclass, field
from typing import Any

import websockets
from load_http import Connection
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

PAGE = "kich-ban"
SLIDERS, CHART = "kh359_live_sliders", "kh359_live_chart"
FRAMES = 2**28
"""Largest message taken, in bytes."""
SUCCESSES = (
    ForwardMsg.FINISHED_SUCCESSFULLY,
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
)
TRIGGER = "$$STREAMLIT_INTERNAL_KEY_{}__events"
"""Under which name Streamlit's browser side tells the events of a component."""


class LoadError(Exception):
    """Something a user would have seen go wrong."""


@dataclass(frozen=True, slots=True)
class Move:
    """Seconds from the move of a lever to its chart, and to the end of the page's run."""

    chart: float
    page: float


@dataclass
class User:
    """A session. address: host and port of the server or of the proxy before it."""

    address: str
    generator: random.Random
    query: str = ""
    page_hash: str = ""
    cookie: str = ""
    panel: str = ""
    part: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    count: int = 0
    received: int = 0

    async def open(self) -> None:
        """Load the page for the first time."""
        self.http = await Connection.open(self.address)
        await self.http.get(f"/{PAGE}")
        self.cookie = self.http.cookie
        self.socket = await websockets.connect(
            f"ws://{self.address}/_stcore/stream",
            subprotocols=[websockets.Subprotocol("streamlit")],
            origin=websockets.Origin(f"http://{self.address}"),
            additional_headers={"Cookie": self.cookie} if self.cookie else None,
            max_size=FRAMES,
            ping_interval=None,  # a browser answers pings and sends none
        )
        await self._run([])
        if not self.data:
            raise LoadError("the page came without levers")

    async def close(self) -> None:
        """Leave, as a closed window does."""
        await self.socket.close()
        self.http.close()

    async def move(self) -> Move:
        """Move one lever to another stop; returns when the page has told all its numbers."""
        self.count = max(self.count, self.data["taken"]) + 1
        slider = self.generator.choice([s for row in self.data["rows"] for s in row["sliders"]])
        places = [place for place in range(len(slider["values"])) if place != slider["at"]]
        value = slider["values"][self.generator.choice(places)]
        started = time.perf_counter()
        picture = await self._ask(slider["key"], value)
        chart = time.perf_counter()
        told = {"moves": [[self.count, slider["key"], value]], "painted": picture["name"]}
        await self._run([{"event": "moves", "value": told}])
        if self.data["taken"] != self.count:
            raise LoadError("the page did not take the move")
        return Move(chart=chart - started, page=time.perf_counter() - started)

    async def _ask(self, key: str, value: float) -> dict[str, Any]:
        question = {**self.data["question"], "moves": [[key, value]]}
        status, body = await self.http.post("/_kh359/live-fan", question)
        self.received += len(body)
        if status != 200:
            raise LoadError(f"the chart was refused with {status}: {body[:200]!r}")
        return json.loads(body)["picture"]

    async def _run(self, events: list[dict[str, Any]]) -> None:
        """One run of the page, and all it sends."""
        message = BackMsg()
        run = message.rerun_script
        run.query_string, run.page_script_hash, run.page_name = self.query, self.page_hash, PAGE
        run.context_info.locale, run.context_info.url = "vi-VN", f"http://{self.address}/{PAGE}"
        if events:
            run.fragment_id = self.part
            told = run.widget_states.widgets.add(id=TRIGGER.format(self.panel))
            told.json_trigger_value = json.dumps(events)
        await self.socket.send(message.SerializeToString())
        while not self._take(ForwardMsg.FromString(await self._received())):
            pass

    async def _received(self) -> bytes:
        data = await self.socket.recv()
        if isinstance(data, str):
            raise LoadError("a message in letters")
        self.received += len(data)
        return data

    def _take(self, message: ForwardMsg) -> bool:
        """True where the run has ended."""
        match message.WhichOneof("type"):
            case "delta":
                if message.delta.HasField("new_element"):
                    self._note(message.delta.new_element, message.delta.fragment_id)
            case "navigation":
                self.page_hash = message.navigation.page_script_hash
            case "page_info_changed":
                self.query = message.page_info_changed.query_string
            case "script_finished":
                if message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    return False
                if message.script_finished not in SUCCESSES:
                    raise LoadError(f"the run ended with {message.script_finished}")
                return True
        return False

    def _note(self, element: Any, part: str) -> None:
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise LoadError(f"{element.exception.type}: {element.exception.message}")
        if kind == "bidi_component" and element.bidi_component.component_name == SLIDERS:
            self.panel, self.part = element.bidi_component.id, part
            self.data = json.loads(element.bidi_component.json)
