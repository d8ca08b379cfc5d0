"""The two commands' own promises: pins that fit, a browser that is found, clear refusals."""

import importlib.util
import re
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-test.lock")


def pins(name: str) -> list[Requirement]:
    return [Requirement(line) for line in (ROOT / name).read_text("utf-8").splitlines()]


def version_on(requirement: str, lock: str, python: str, system: str = "linux") -> Version | None:
    place = {
        "python_version": python,
        "python_full_version": f"{python}.0",
        "sys_platform": system,
    }
    for pin in pins(lock):
        if pin.name == requirement and (pin.marker is None or pin.marker.evaluate(place)):
            return Version(str(pin.specifier).removeprefix("=="))
    return None


@pytest.fixture
def dev(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(ROOT)
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_is_plain_pins(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert all(re.fullmatch(r"[a-z0-9-]+==[\w.]+( ; .+)?", line) for line in text.splitlines())
    assert "//" not in text


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_the_pins_are_inside_the_ranges_of_the_project(python: str, system: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {
        "requirements.lock": project["dependencies"],
        "requirements-test.lock": project["dependencies"]
        + project["optional-dependencies"]["test"],
    }
    for lock, ranges in wanted.items():
        for requirement in map(Requirement, ranges):
            pinned = version_on(requirement.name, lock, python, system)
            assert pinned is not None
            assert pinned in requirement.specifier, (lock, requirement)


def test_the_test_lock_holds_all_of_the_run_lock() -> None:
    run, test = (set(map(str, pins(lock))) for lock in LOCKS)
    assert run - test == set()


def test_numpy_differs_by_python_because_2_5_needs_3_12() -> None:
    old, new = (version_on("numpy", LOCKS[0], python) for python in ("3.11", "3.12"))
    assert old
    assert new
    assert old < Version("2.5") <= new


def test_only_the_standard_library_is_used() -> None:
    imports = re.findall(r"^\s*(?:import|from) (\w+)", (ROOT / "dev.py").read_text("utf-8"), re.M)
    assert set(imports) <= {*sys.stdlib_module_names, "tests"}


def test_an_old_python_is_told_which_one_is_needed(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.sys, "version_info", (3, 10, 4, "final", 0))
    with pytest.raises(dev.SetUpError, match=r"Cần Python 3\.11 .* Python 3\.10\.4"):
        dev.check_python()


def test_a_changed_lock_or_place_asks_for_a_new_install(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("pyproject.toml", *LOCKS):
        (tmp_path / name).write_text("a", "utf-8")
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    before = dev.digest("run"), dev.place()
    (tmp_path / LOCKS[1]).write_text("b", "utf-8")
    assert (dev.digest("run"), dev.place()) == before
    (tmp_path / LOCKS[0]).write_text("b", "utf-8")
    assert dev.digest("run") != before[0]
    monkeypatch.setattr(dev, "ROOT", tmp_path / "moved")
    assert dev.place() != before[1]


def test_every_kind_runs_and_the_first_failing_one_gives_the_exit_code(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = []

    def call(*command: str | Path, quiet: bool = False) -> int:
        ran.append(" ".join(map(str, command[1:])))
        return {"-m ruff format --check .": 3, "-m pytest -k x": 5}.get(ran[-1], 0)

    monkeypatch.setattr(dev, "call", call)
    monkeypatch.setattr(dev, "prepare", lambda kind: None)
    monkeypatch.setattr(dev, "provide_browser", lambda: None)
    assert dev.main(["test", "-k", "x"]) == 3
    assert len(ran) == 5
    assert ran[-1] == "-m pytest -k x"
    assert capsys.readouterr().out.count("LỖI / FAILED") == 2


def test_a_missing_browser_is_installed_where_apt_get_may(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[tuple[str | Path, ...]] = []
    monkeypatch.setattr(dev, "call", lambda *command, quiet=False: ran.append(command) or 0)
    monkeypatch.setattr(dev, "find_browser", lambda: "chromium" if ran else None)
    monkeypatch.setattr(dev, "apt_get", lambda: ["sudo", "-n", "apt-get"])
    monkeypatch.setenv("DEBIAN_FRONTEND", "noninteractive")
    monkeypatch.setenv("KH359_BROWSER", "")
    dev.provide_browser()
    assert [command[:4] for command in ran] == [
        ("sudo", "-n", "apt-get", "update"),
        ("sudo", "-n", "apt-get", "install"),
    ]
    ran.clear()
    monkeypatch.setattr(dev, "apt_get", lambda: None)
    dev.provide_browser()
    assert ran == []
    assert "KH359_BROWSER" in capsys.readouterr().out


def test_an_install_that_fails_everywhere_says_what_to_look_at(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []
    monkeypatch.setattr(dev, "installers", lambda: [["uv"], ["pip"]])
    monkeypatch.setattr(dev, "call", lambda *command: tried.append(command[0]) or 1)
    with pytest.raises(dev.SetUpError, match="Kiểm tra kết nối mạng"):
        dev.install("run")
    assert tried == ["uv", "pip"]
