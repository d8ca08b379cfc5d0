"""Where people sign in, an endpoint answers only those who have."""

import json
from random import Random

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from streamlit.runtime.secrets import secrets_singleton
from streamlit.web.server.starlette import starlette_auth_routes
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from kh359.serving.app import routes
from kh359.serving.visitor import may_ask
from tests.event_loop import finish
from tests.pages.asked import asked

SITE, SECRET, NAME = "http://localhost:8501", "s" * 64, "_streamlit_user"
CLAIMS = {"email": "an@example.org", "origin": SITE, "is_logged_in": True}


@pytest.fixture
def login(monkeypatch: pytest.MonkeyPatch) -> None:
    auth = {"redirect_uri": f"{SITE}/oauth2callback", "cookie_secret": SECRET}
    monkeypatch.setattr(secrets_singleton, "_secrets", {"auth": auth})


def signed(claims: dict[str, object], secret: str = SECRET, name: str = NAME) -> dict[str, str]:
    return {NAME: create_signed_value(secret, name, json.dumps(claims)).decode()}


def altered(cookie: str) -> str:
    """Another letter in the signature; the last one also holds bits that nobody reads."""
    return cookie[:-10] + ("A" if cookie[-10] != "A" else "B") + cookie[-9:]


def request(cookies: dict[str, str]) -> Request:
    held = "; ".join(f"{name}={value}" for name, value in cookies.items())
    return Request({"type": "http", "headers": [(b"cookie", held.encode())]})


def given_by_streamlit(claims: dict[str, object]) -> dict[str, str]:
    """The cookies that Streamlit sets when somebody has signed in."""
    response = Response()
    finish(starlette_auth_routes._set_auth_cookie(response, claims, {}))
    pairs = [value.decode() for key, value in response.raw_headers if key == b"set-cookie"]
    return dict(pair.partition(";")[0].split("=", 1) for pair in pairs)


def test_without_a_login_everybody_may_ask() -> None:
    assert may_ask(request({}))


# What compresses badly, as tokens do, takes more than one cookie.
@pytest.mark.parametrize("note", ["", Random(359).randbytes(5000).hex()], ids=["one", "several"])
@pytest.mark.usefixtures("login")
def test_whoever_has_signed_in_may_ask(note: str) -> None:
    cookies = given_by_streamlit({**CLAIMS, "note": note})
    assert (f"{NAME}_2" in cookies) is bool(note)
    assert may_ask(request(cookies))


@pytest.mark.parametrize(
    "cookies",
    [
        {},
        {NAME: "nothing"},
        {NAME: "\u00e9.\u00ff.\u00e9"},
        {NAME: json.dumps(CLAIMS).replace(" ", "")},
        signed(CLAIMS, secret="t" * 64),
        signed(CLAIMS, name="another"),
        signed({**CLAIMS, "origin": "http://localhost:9000"}),
        signed({**CLAIMS, "is_logged_in": False}),
        {NAME: altered(signed(CLAIMS)[NAME])},
    ],
    ids=["none", "junk", "bytes", "bare", "secret", "name", "site", "out", "altered"],
)
@pytest.mark.usefixtures("login")
def test_nobody_else_may(cookies: dict[str, str]) -> None:
    assert not may_ask(request(cookies))


@pytest.mark.usefixtures("login")
def test_the_live_chart_is_refused_with_a_code() -> None:
    answer = asked(Starlette(routes=routes()), "/_kh359/live-fan", "{}")
    assert (answer.status, answer.json()) == (401, {"code": "not_signed_in"})
