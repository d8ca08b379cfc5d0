"""The rules of the house, read from the source itself."""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "kh359"
MODEL = PACKAGE / "model"
SOURCES = sorted(PACKAGE.rglob("*.py"))
MODEL_SOURCES = sorted(MODEL.rglob("*.py"))
assert MODEL_SOURCES

INTERFACE = {"streamlit", "plotly", "pandas", "babel", "matplotlib", "altair"}
CLOCK_AND_FILES = {"time", "datetime", "os", "io", "pathlib", "shutil", "tempfile", "random"}
# Spelled in pieces, so that this file does not hold what it looks for.
UNWANTED = re.compile(
    "|".join(
        (
            r"(?<![\w.])/" + "(work|root|farm|home)/",
            "/tmp" + "/w",
            "index" + "-url",
            "pypi" + r"\.org",
            "pythonhosted" + r"\.org",
            "registry" + r"\.npmjs",
        )
    )
)


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imported_roots(path: Path) -> set[str]:
    roots: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            roots |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            roots.add(node.module.split(".")[0])
    return roots


def called_names(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def test_the_model_knows_no_interface_clock_or_file() -> None:
    files = {"open", "print", "input", "np.loadtxt", "np.load", "np.save"}
    found = {
        short(path): imported_roots(path) & (INTERFACE | CLOCK_AND_FILES)
        | {name for name, _ in called_names(path)} & files
        for path in MODEL_SOURCES
    }
    assert {path: names for path, names in found.items() if names} == {}


def test_the_model_draws_only_from_a_seed() -> None:
    seeded = {"default_rng", "SeedSequence", "Generator", "PCG64"}
    found = []
    for path in MODEL_SOURCES:
        for name, call in called_names(path):
            of_numpy = name.startswith(("np.random.", "numpy.random."))
            unseeded = name.endswith("default_rng") and not (call.args or call.keywords)
            if unseeded or (of_numpy and name.rsplit(".", 1)[1] not in seeded):
                found.append((short(path), call.lineno, name))
    assert found == []


def test_every_file_says_what_it_holds() -> None:
    assert [short(path) for path in SOURCES if not ast.get_docstring(tree(path))] == []


def test_a_file_holds_one_concept() -> None:
    heaps = {"utils", "util", "helpers", "helper", "common", "misc"}
    assert [short(path) for path in SOURCES if path.stem in heaps] == []
    lines = {short(path): len(path.read_text("utf-8").splitlines()) for path in SOURCES}
    assert {path: n for path, n in lines.items() if n > 250} == {}


def test_the_entry_file_only_routes() -> None:
    code = tree(ROOT / "app.py")
    assert imported_roots(ROOT / "app.py") <= {"streamlit", "kh359", "gc"}
    assert len((ROOT / "app.py").read_text("utf-8").splitlines()) <= 60
    calls = {name for name, _ in called_names(ROOT / "app.py")}
    assert "st.navigation" in calls
    assert not [node for node in ast.walk(code) if isinstance(node, ast.ClassDef)]


def test_no_tracked_file_names_a_machine_or_a_registry() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a git work tree")
    found = []
    for name in listed.stdout.decode().split("\0"):
        path = ROOT / name
        if name and path.is_file() and path.suffix not in {".png", ".npz", ".ttf", ".gz", ".pptx"}:
            lines = path.read_text("utf-8").splitlines()
            found += [
                f"{name}:{n}: {line}" for n, line in enumerate(lines, 1) if UNWANTED.search(line)
            ]
    assert found == []
