"""Whether whoever asks an endpoint may: where people sign in, only somebody who has.

A page knows its visitor from the WebSocket. An endpoint has the cookie alone, which Streamlit
signed at the log-in; it is read with Streamlit's own functions: both believe the same cookies.
"""

import json

from starlette.requests import Request
from streamlit.auth_util import get_cookie_with_chunks, get_origin_from_redirect_uri
from streamlit.web.server.server_util import AUTH_COOKIE_NAME, get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value

from kh359.pages._person import login_is_configured


def may_ask(request: Request) -> bool:
    """Everybody where no login is configured."""
    return not login_is_configured() or _has_signed_in(request)


def _has_signed_in(request: Request) -> bool:
    secret = get_cookie_secret()

    def part(name: str) -> bytes | None:
        signed = request.cookies.get(name)
        return decode_signed_value(secret, name, signed) if signed else None

    # In several cookies where a provider tells much of a person.
    held = get_cookie_with_chunks(part, AUTH_COOKIE_NAME)
    if held is None:
        return False
    told = json.loads(held)
    # Cookies do not tell ports apart: another program of this machine may have the same secret.
    return told.get("is_logged_in") is True and told.get("origin") == get_origin_from_redirect_uri()
