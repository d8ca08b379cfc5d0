"""Who may press what: one person without a login, people with one, guests over the network."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from kh359.pages import _facts_in_use, _person, _store
from kh359.store.location import URL_VARIABLE
from tests.pages.desk import SECONDS, open_desk, sound, store_at, to_desk
from tests.pages.opened_app import ROOT, all_text

SECRETS: dict[str, Any] = {
    "auth": {"redirect_uri": "http://localhost/oauth2callback", "cookie_secret": "x" * 40},
    "kh359": {"roles": {"planner": ["an@example.org"], "data_steward": ["BINH@example.org"]}},
}


@pytest.fixture(autouse=True)
def own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(URL_VARIABLE, store_at(tmp_path))
    _facts_in_use.forget_today()
    yield
    _store.door().close()
    _facts_in_use.forget_today()


def signed_in(**claims: object) -> AppTest:
    """A session of somebody with these claims; nobody where there are none."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=SECONDS)
    app.secrets = SECRETS
    app.user = {"is_logged_in": bool(claims), **claims}
    app.run()
    return to_desk(app, "listing")


def may_enter(app: AppTest) -> bool:
    (check,) = [one for one in app.button if one.label == "Kiểm tra"]
    return not check.disabled


def test_without_a_login_whoever_sits_here_may_do_everything() -> None:
    app = open_desk()
    assert may_enter(app)
    assert not [one for one in app.button if one.key in ("sign_in", "sign_out")]


def test_whoever_comes_over_the_network_may_only_look(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_person, "_is_local", lambda: False)
    app = open_desk()
    assert not may_enter(app)
    assert app.info[0].value.startswith("Vai trò của bạn chỉ được xem.")


@pytest.mark.parametrize(
    ("claims", "may"),
    [
        ({}, False),
        ({"sub": "7", "name": "Không thư"}, False),
        ({"email": "ai-do@example.org", "name": "Ai Đó"}, False),
        ({"email": "an@example.org", "name": "An"}, False),
        ({"email": "Binh@Example.org", "name": "Bình", "email_verified": True}, True),
        ({"email": "binh@example.org", "name": "Bình", "email_verified": False}, False),
    ],
    ids=["nobody", "no address", "unlisted", "planner", "steward", "unverified"],
)
def test_the_address_decides_on_the_roles(claims: dict[str, object], may: bool) -> None:
    app = signed_in(**claims)
    assert may_enter(app) is may
    keys = [one.key for one in app.button]
    assert ("sign_out" in keys) is bool(claims)
    assert ("sign_in" in keys) is not bool(claims)
    unknown = bool(claims) and (claims.get("email_verified") is False or "email" not in claims)
    told = [one for one in app.caption if "thư điện tử đã xác minh" in one.value]
    assert bool(told) is unknown


def test_the_service_refuses_where_the_button_was_shown_in_time() -> None:
    app = signed_in(email="binh@example.org", name="Bình")
    app.segmented_control(key="figures_act").set_value("withdraw").run()
    app.text_input(key="figures_withdraw_why").set_value("thử")
    app.secrets = {**SECRETS, "kh359": {"roles": {}}}  # the role is taken away meanwhile
    (button,) = [one for one in app.button if one.label == "Rút con số này"]
    button.click().run()
    sound(app)
    assert "Bình (binh@example.org)" in app.error[0].value.replace("\\", "")
    assert "249 con số quan sát" in all_text(app)
