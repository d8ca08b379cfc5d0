"""What the files of deploy/ name exists, and they agree with each other and with the program."""

import re
import tomllib
from pathlib import Path

import pytest

from kh359.serving.app import TLS_VARIABLE
from kh359.store.location import URL_VARIABLE

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
CONTAINER = (DEPLOY / "Containerfile").read_text("utf-8")
UNIT = (DEPLOY / "kh359@.service").read_text("utf-8")
SITE = (DEPLOY / "nginx.conf").read_text("utf-8")
SETTINGS = (DEPLOY / "kh359.env.example").read_text("utf-8")
GUIDE = (ROOT / "docs" / "van-hanh.md").read_text("utf-8")


def test_what_the_container_copies_is_there() -> None:
    copied = [line.split()[1:-1] for line in CONTAINER.splitlines() if line.startswith("COPY")]
    names = {name for line in copied for name in line}
    assert {"app.py", "asgi.py", "kh359", "data", "requirements-server.lock"} <= names
    assert [name for name in names if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("text", [CONTAINER, UNIT], ids=["container", "unit"])
def test_the_same_program_is_started_everywhere(text: str) -> None:
    assert re.search(r'streamlit"?,? "?run"?,? "?asgi\.py', text)


def test_nobody_runs_it_as_root() -> None:
    assert re.search(r"^USER kh359$", CONTAINER, re.MULTILINE)
    assert re.search(r"^User=kh359$", UNIT, re.MULTILINE)


def test_the_proxy_finds_the_replicas() -> None:
    pattern = re.search(r"--server\.port=(\d+)%i", UNIT)
    assert pattern
    ports = re.findall(r"server 127\.0\.0\.1:(\d+)", SITE)
    replicas = re.findall(r"enable --now ((?:kh359@\d ?)+)", UNIT)[0].split()
    assert ports == [pattern[1] + name.removeprefix("kh359@") for name in replicas]


def test_the_proxy_lets_through_what_the_program_takes() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    allowed = re.search(r"client_max_body_size (\d+)m", SITE)
    assert allowed
    assert int(allowed[1]) > config["server"]["maxUploadSize"]


def test_no_visitor_is_offered_to_clear_what_all_share() -> None:
    """In this mode of the toolbar neither the menu nor the key 'c' clears the cache."""
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    assert config["client"]["toolbarMode"] == "minimal"


def test_settings_are_those_the_program_reads() -> None:
    names = set(re.findall(r"^([A-Z0-9_]+)=", SETTINGS, re.MULTILINE))
    assert names == {URL_VARIABLE, TLS_VARIABLE, "STREAMLIT_SERVER_COOKIE_SECRET"}


def test_files_that_the_guide_names_are_there() -> None:
    named = set(re.findall(r"deploy/[\w.@-]+\w", GUIDE))
    assert {"deploy/nginx.conf", "deploy/kh359@.service"} <= named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_tests_that_the_threat_notes_name_are_there() -> None:
    notes = (ROOT / "docs" / "security.md").read_text("utf-8")
    named = set(re.findall(r"tests/[\w/]+(?:\.py|/)", notes))
    assert len(named) > 20
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("text", [CONTAINER, UNIT], ids=["container", "unit"])
def test_a_server_keeps_few_heaps(text: str) -> None:
    assert "MALLOC_ARENA_MAX=2" in text


@pytest.mark.parametrize("text", [CONTAINER, GUIDE], ids=["container", "guide"])
def test_who_serves_many_installs_what_a_server_needs(text: str) -> None:
    assert re.search(r"pip install [^\n]*--only-binary :all: -r requirements-server\.lock", text)
