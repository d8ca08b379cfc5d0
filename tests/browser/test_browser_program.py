"""A browser is found where people have one."""

import sys
from pathlib import Path

import pytest
from browser_program import find_browser


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
