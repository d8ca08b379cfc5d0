"""`store`: where it lies, export, import, and refusals in words."""

from dataclasses import replace
from pathlib import Path

import pytest

from kh359.cli.command import run
from kh359.model.scenario.scenario import rest_scenario
from kh359.plan.loading import load_facts
from kh359.store.database import open_database
from kh359.store.person import Person, Role
from kh359.store.scenario_shelf import ScenarioShelf

HOA = Person("Lê Thị Hoa", frozenset({Role.PLANNER}))


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this test's store lies; nothing is there yet."""
    path = tmp_path / "kho" / "kh359.sqlite3"
    monkeypatch.setenv("KH359_DATABASE_URL", f"sqlite:///{path}")
    monkeypatch.delenv("KH359_LANG", raising=False)
    return path


def save(file: Path, name: str) -> None:
    facts = load_facts()
    database = open_database(f"sqlite:///{file}")
    ScenarioShelf(database, facts).create(HOA, replace(rest_scenario(facts), name=name))
    database.close()


def names(file: Path) -> list[str]:
    database = open_database(f"sqlite:///{file}")
    listed = [saved.name for saved in ScenarioShelf(database, load_facts()).list(HOA)]
    database.close()
    return listed


def test_where_names_the_place_and_makes_nothing(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["store", "where"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[:2] == [str(file), "Ở đó chưa lưu gì."]
    assert not file.parent.exists()


def test_where_never_shows_a_password(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KH359_DATABASE_URL", "postgresql://hoa:bimat@db.tinh.vn/kh359")
    assert run(["store", "where"]) == 0
    told = capsys.readouterr().out
    assert "postgresql://hoa@db.tinh.vn/kh359" in told
    assert "bimat" not in told


def test_what_is_exported_here_is_imported_there(
    file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    save(file, "Cắt 20 %")
    archive, other = tmp_path / "kho.kh359", tmp_path / "b.sqlite3"
    assert run(["store", "export", str(archive)]) == 0
    monkeypatch.setenv("KH359_DATABASE_URL", f"sqlite:///{other}")
    assert run(["store", "import", str(archive)]) == 0
    assert run(["store", "import", str(archive), "--lang", "en"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{archive}: 1 mục, tính từng phiên bản.",
        "Đã nhập 1 mục, 0 mục đã có sẵn.",
        "0 entries brought in, 1 were there.",
    ]
    assert names(other) == ["Cắt 20 %"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["export", "{folder}/x"], "Không thấy {file}"),
        (["import", "{folder}/x"], "Không đọc được tệp {folder}/x: không có tệp hay thư mục ấy."),
        (["import", "{folder}"], "Không đọc được tệp {folder}: "),
        (["import", __file__], "Tệp này không phải bản xuất của chương trình."),
    ],
)
def test_a_refusal_says_what_and_where(
    file: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    told: str,
) -> None:
    places = {"folder": tmp_path, "file": file}
    assert run(["store", *(argument.format(**places) for argument in arguments)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(told.format(**places))


def test_a_wrong_url_is_told_without_its_password(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KH359_DATABASE_URL", "mysql://hoa:bimat@db/kh359")
    assert run(["store", "where"]) == 1
    told = capsys.readouterr().err
    assert told.startswith("KH359_DATABASE_URL không chỉ đến cơ sở dữ liệu nào")
    assert "bimat" not in told
