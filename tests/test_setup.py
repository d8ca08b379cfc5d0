"""The two commands' own promises: pins that fit, a browser that is found, clear refusals."""

import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-test.lock")
SERVER_LOCK = "requirements-server.lock"


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


@pytest.mark.parametrize("lock", [*LOCKS, SERVER_LOCK])
def test_a_lock_is_plain_pins(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert all(re.fullmatch(r"[a-z0-9-]+==[\w.]+( ; .+)?", line) for line in text.splitlines())
    assert "//" not in text


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_the_pins_are_inside_the_ranges_of_the_project(python: str, system: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = {
        "requirements.lock": (),
        "requirements-test.lock": extras["test"],
        SERVER_LOCK: (*extras["postgres"], *extras["login"], *extras["server"]),
    }
    for lock, ranges in wanted.items():
        for requirement in map(Requirement, (*project["dependencies"], *ranges)):
            if requirement.marker and not requirement.marker.evaluate({"sys_platform": system}):
                continue
            pinned = version_on(requirement.name, lock, python, system)
            assert pinned is not None
            assert pinned in requirement.specifier, (lock, requirement)


@pytest.mark.parametrize("lock", [LOCKS[1], SERVER_LOCK])
def test_a_lock_holds_all_of_the_run_lock(lock: str) -> None:
    assert set(map(str, pins(LOCKS[0]))) - set(map(str, pins(lock))) == set()


def test_numpy_differs_by_python_because_2_5_needs_3_12() -> None:
    old, new = (version_on("numpy", LOCKS[0], python) for python in ("3.11", "3.12"))
    assert old
    assert new
    assert old < Version("2.5") <= new


def test_only_the_standard_library_is_used() -> None:
    imports = re.findall(r"^\s*(?:import|from) (\w+)", (ROOT / "dev.py").read_text("utf-8"), re.M)
    assert set(imports) <= sys.stdlib_module_names


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


def test_run_serves_the_pages_with_what_stands_beside_them(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[str] = []
    monkeypatch.setattr(dev, "call", lambda *command: ran.append(" ".join(map(str, command[1:]))))
    monkeypatch.setattr(dev, "prepare", lambda kind: None)
    for name in ("STREAMLIT_SERVER_ADDRESS", "STREAMLIT_SERVER_SHOW_EMAIL_PROMPT", "KH359_SHOW"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    dev.main(["run", "--", "--server.port", "8600"])
    assert ran == ["-m streamlit run asgi.py --server.port 8600"]
    assert dev.os.environ["STREAMLIT_SERVER_ADDRESS"] == "localhost"
    assert dev.os.environ["KH359_SHOW"] == "1"
    assert (ROOT / "asgi.py").is_file()


def test_an_install_that_fails_everywhere_says_what_to_look_at(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []
    monkeypatch.setattr(dev, "installers", lambda: [["uv"], ["pip"]])
    monkeypatch.setattr(dev, "call", lambda *command: tried.append(command[0]) or 1)
    with pytest.raises(dev.SetUpError, match="Kiểm tra kết nối mạng"):
        dev.install("run")
    assert tried == ["uv", "pip"]


@pytest.mark.parametrize(("kind", "asks_network"), [("run", False), ("test", True)])
def test_libraries_that_were_brought_along_need_no_network(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str, asks_network: bool
) -> None:
    (tmp_path / "wheels").mkdir()
    ran: list[str] = []
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "installers", lambda: [["pip"]])
    monkeypatch.setattr(dev, "call", lambda *command: ran.append(" ".join(command)) or 0)
    dev.install(kind)
    assert ("--no-index --find-links wheels" not in ran[0]) is asks_network


def test_an_installed_package_called_tests_does_not_matter(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "__init__.py").write_text("raise ImportError('the wrong one')", "utf-8")
    (tmp_path / "use.py").write_text(
        f"import sys; sys.path.insert(1, {str(ROOT)!r}); import dev; dev.provide_browser()",
        "utf-8",
    )
    monkeypatch.setenv("KH359_BROWSER", sys.executable)
    done = subprocess.run(
        [sys.executable, tmp_path / "use.py"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert f"Browser for the tests: {sys.executable}" in done.stdout


@pytest.mark.parametrize("stamp", ["[]", "null", '"x"', "3", "{"])
def test_a_stamp_of_another_form_means_a_new_install(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, stamp: str
) -> None:
    (tmp_path / "stamp.json").write_text(stamp, "utf-8")
    monkeypatch.setattr(dev, "STAMP", tmp_path / "stamp.json")
    assert dev.read_stamp() == {}


def test_a_folder_that_no_environment_can_lie_in_is_named(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(dev, "VENV", tmp_path / f"a{os.pathsep}b" / ".venv")
    with pytest.raises(dev.SetUpError, match="đổi tên thư mục"):
        dev.create_venv()


def test_a_missing_lock_is_named(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "pyproject.toml").touch()
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    with pytest.raises(dev.SetUpError, match=r"Không đọc được tệp requirements\.lock"):
        dev.digest("run")


def test_no_command_shows_the_usage_in_both_languages(
    dev: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main([]) == 2
    told = capsys.readouterr().out
    assert "Cách dùng: python dev.py run | test" in told
    assert "Usage: python dev.py run | test" in told
    assert "mở ứng dụng / start the app" in told


def test_compiled_files_are_kept_whatever_the_machine_says(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("KH359_SOMETHING", "told")
    assert "PYTHONDONTWRITEBYTECODE" not in dev.environ()
    assert dev.environ()["KH359_SOMETHING"] == "told"
