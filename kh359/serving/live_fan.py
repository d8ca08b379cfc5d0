"""The chart of the page Kịch bản for a lever under the hand, without a run of the page."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response


def live_fan(request: Request) -> Response:
    """Not there yet."""
    return JSONResponse({"code": "not_there"}, status_code=404)
