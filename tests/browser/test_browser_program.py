"""A browser is found where people have one."""

import os
import sys
from pathlib import Path

import browser_program
import pytest
from browser_program import find_browser, provide_browser


def test_the_browser_of_the_environment_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KH359_BROWSER", sys.executable)
    assert find_browser() == sys.executable
    monkeypatch.setenv("KH359_BROWSER", "no-such-browser")
    with pytest.raises(FileNotFoundError, match="no-such-browser"):
        find_browser()


def test_edge_is_found_where_windows_keeps_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    edge = tmp_path / "Microsoft" / "Edge" / "Application" / "msedge.exe"
    edge.parent.mkdir(parents=True)
    edge.touch()
    for name in ("KH359_BROWSER", "PROGRAMFILES", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("PROGRAMFILES(X86)", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "win32")
    assert find_browser() == str(edge)


def test_a_missing_browser_is_installed_where_apt_get_may(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[tuple[str, ...]] = []
    told: list[str] = []

    def call(*command: str, quiet: bool = False) -> int:
        ran.append(command)
        return 0

    def say(vi: str, en: str) -> None:
        told.append(vi)

    monkeypatch.setattr(browser_program, "find_browser", lambda: "chromium" if ran else None)
    monkeypatch.setattr(browser_program, "apt_get", lambda call: ["sudo", "-n", "apt-get"])
    monkeypatch.setenv("DEBIAN_FRONTEND", "noninteractive")
    monkeypatch.setenv("KH359_BROWSER", "")
    provide_browser(call, say)
    assert [command[:4] for command in ran] == [
        ("sudo", "-n", "apt-get", "update"),
        ("sudo", "-n", "apt-get", "install"),
    ]
    assert os.environ["KH359_BROWSER"] == "chromium"
    ran.clear()
    monkeypatch.setattr(browser_program, "apt_get", lambda call: None)
    provide_browser(call, say)
    assert ran == []
    assert "KH359_BROWSER" in told[-1]
