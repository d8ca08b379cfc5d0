"""The chart of the page Kịch bản for a lever under the hand, without a run of the page.

POST, JSON: {"link": parameters of the page's address, "group": levers shown, "moves": [[slider,
value], …]}. Answers {"picture": …, "rows": …} as the page itself sends them; a wrong question
gets {"code": …} and nothing of what went on inside. Nothing is kept. Where people sign in, only
somebody who has may ask (kh359/serving/visitor.py).
"""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import Response

from kh359.model.scenario.fault import ScenarioError
from kh359.model.scenario.text import LONGEST_TEXT
from kh359.pages import _compute
from kh359.pages._address import VINTAGE, is_version, read_address
from kh359.pages._facts_in_use import settle
from kh359.pages._scenario.lever_move import moved, read_move
from kh359.pages._scenario.live_picture import live_picture, live_rows
from kh359.pages._scenario.slider import sent_rows
from kh359.pages._view import View
from kh359.plan.problem import FactsError
from kh359.serving.visitor import may_ask

MOST_BYTES = 2 * LONGEST_TEXT
"""The longest sound question, a link of many assumptions in percent signs, is far below."""
MOST_MOVES, MOST_PARAMETERS = 100, 400
MOST_AT_ONCE = 4
"""Answers computed side by side: more would only take the processor from each other."""

_workers = ThreadPoolExecutor(MOST_AT_ONCE, thread_name_prefix="live_fan")


class Refused(Exception):
    """A question without an answer: what is wrong with it, in a word, and the HTTP status."""

    def __init__(self, code: str, status: int = 400) -> None:
        super().__init__(code)
        self.code, self.status = code, status


async def live_fan(request: Request) -> Response:
    """Answer one question, beside the event loop that serves everybody."""
    try:
        if not may_ask(request):
            raise Refused("not_signed_in", 401)
        body = await _body(request)
        loop = asyncio.get_running_loop()
        answer, status = await loop.run_in_executor(_workers, _answer, body), 200
    except Refused as refused:
        answer, status = json.dumps({"code": refused.code}), refused.status
    return Response(
        answer,
        status,
        {"Cache-Control": "no-store"},
        media_type="application/json",
    )


async def _body(request: Request) -> bytes:
    # This type a page of another origin cannot send unasked.
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise Refused("content_type", 415)
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            raise Refused("too_long", 413)
    return body


def _answer(body: bytes) -> str:
    question = _read(body)
    try:
        view = _view(question.get("link"), question.get("moves"))
        chosen = view.scenario or _compute.rest()
        ground = _compute.stage(view.assumptions, chosen)
    except FactsError as error:
        raise Refused("data", 503) from error
    if view.indicator_id is None:
        raise Refused("indicator")
    picture = live_picture(ground, chosen, view.indicator_id, view.language)
    try:
        rows = live_rows(str(question.get("group")), picture.run, ground, view)
    except ValueError as error:
        raise Refused("group") from error
    return f'{{"picture":{picture.sent},"rows":{json.dumps(sent_rows(rows), ensure_ascii=False)}}}'


def _read(body: bytes) -> dict[str, Any]:
    try:
        question = json.loads(body)
    # RecursionError: brackets without end.
    except (ValueError, RecursionError) as error:
        raise Refused("not_readable") from error
    if not isinstance(question, dict):
        raise Refused("not_readable")
    return question


def _view(link: object, moves: object) -> View:
    """The view of the link after the moves."""
    if not isinstance(link, str):
        raise Refused("link")
    try:
        parameters = parse_qs(link, strict_parsing=True, max_num_fields=MOST_PARAMETERS)
    except ValueError as error:
        raise Refused("link") from error
    named = parameters.get(VINTAGE, [""])[0]
    settled = settle(named if is_version(named) else "")
    view, refusals = read_address(parameters, settled.facts)
    if refusals:
        raise Refused("link")
    if not isinstance(moves, list) or len(moves) > MOST_MOVES:
        raise Refused("moves")
    try:
        for item in moves:
            view = moved(view, read_move(item))
    except ScenarioError as error:
        raise Refused("moves") from error
    return view
