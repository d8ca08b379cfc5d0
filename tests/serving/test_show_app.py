"""Whoever starts the app at their own desk sees it; a server opens nothing."""

import webbrowser
from collections.abc import Iterator

import pytest
import streamlit as st
from streamlit import config

from kh359.serving.show_app import VARIABLE, app_address, show_app


@pytest.fixture(autouse=True)
def _settings() -> Iterator[None]:
    names = ("server.headless", "server.address", "server.port", "server.baseUrlPath")
    before = {name: st.get_option(name) for name in names}
    yield
    for name, value in before.items():
        config.set_option(name, value)


@pytest.mark.parametrize(
    ("address", "base", "expected"),
    [
        ("localhost", "", "http://localhost:8502/"),
        ("0.0.0.0", "", "http://localhost:8502/"),
        (None, "/ke-hoach/", "http://localhost:8502/ke-hoach"),
        ("10.0.0.7", "", "http://10.0.0.7:8502/"),
    ],
)
def test_the_address_is_one_that_this_machine_can_open(
    address: str | None, base: str, expected: str
) -> None:
    config.set_option("server.port", 8502)
    config.set_option("server.address", address)
    config.set_option("server.baseUrlPath", base)
    assert app_address() == expected


@pytest.mark.parametrize(
    ("asked", "headless", "opened"), [("1", False, 1), ("1", True, 0), ("", False, 0)]
)
def test_it_opens_once_where_somebody_sits(
    monkeypatch: pytest.MonkeyPatch, asked: str, headless: bool, opened: int
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(webbrowser, "open", seen.append)
    monkeypatch.setenv(VARIABLE, asked)
    config.set_option("server.headless", headless)
    show_app()
    assert seen == [app_address()] * opened
