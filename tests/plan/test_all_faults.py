"""All faults of `data/` are told together, each once, each with its file."""

import sys
from pathlib import Path

import pytest
from faulty import problems_of, replace

from kh359.plan.loading import DATA_FOLDER, load_facts
from kh359.plan.tables import FILE_NAMES


@pytest.mark.parametrize(
    ("old", "new"), [("40.5", "khoảng 40"), ("40.5,percent", "40.5,people"), ("40.5", "140.5")]
)
def test_one_defect_is_told_once(folder: Path, old: str, new: str) -> None:
    replace(folder, "history.csv", old, new)
    assert len(problems_of(folder)) == 1


def test_the_problem_names_its_file(folder: Path) -> None:
    replace(folder, "peers.csv", "90,percent", "190,percent")
    assert [p.file for p in problems_of(folder)] == ["peers.csv"]


def test_a_superseded_figure_does_not_clash(folder: Path) -> None:
    path = folder / "history.csv"
    with path.open("a", encoding="utf-8", newline="") as file:
        file.write("cover,vietnam,2025,,29,percent,proxy,near,main,true,gov_2025,Cũ,Old\n")
    superseded = [o for o in load_facts(folder).observations if o.superseded]
    assert [o.value for o in superseded] == [0.29]


def test_all_faults_of_all_files_come_together_in_order(folder: Path) -> None:
    replace(folder, "history.csv", "40.5", "140.5")
    replace(folder, "history.csv", "2024,,20", "1924,,abc")
    replace(folder, "targets.csv", "II.2.2.a.1", "II.2.3.a.1")
    (folder / "peers.csv").unlink()
    assert [(p.file, p.row, p.column, p.code) for p in problems_of(folder)] == [
        ("targets.csv", 3, "clause", "wrong_clause"),
        ("history.csv", 2, "value", "out_of_bounds"),
        ("history.csv", 3, "value", "not_a_number"),
        ("history.csv", 3, "year", "out_of_range"),
        ("peers.csv", 0, "", "missing_file"),
    ]


def test_a_faulty_row_is_still_known_to_the_others(folder: Path) -> None:
    """Otherwise one slip in indicators.csv would bury itself under all the rows that use it."""
    replace(folder, "indicators.csv", "cover,Phủ sóng,Coverage,a", "cover,Phủ sóng,Coverage,z")
    assert [(p.file, p.column, p.code) for p in problems_of(folder)] == [
        ("indicators.csv", "group", "unknown_choice")
    ]


def test_a_missing_file_does_not_blame_the_rest(folder: Path) -> None:
    (folder / "sources.csv").unlink()
    assert [(p.file, p.code) for p in problems_of(folder)] == [("sources.csv", "missing_file")]


def test_an_empty_folder_lists_every_file_of_the_data(tmp_path: Path) -> None:
    problems = problems_of(tmp_path)
    assert {p.file for p in problems} == {path.name for path in DATA_FOLDER.glob("*.csv")}
    assert len(problems) == len(FILE_NAMES)
    assert {p.code for p in problems} == {"missing_file"}


def test_a_folder_in_a_files_place_is_told(folder: Path) -> None:
    (folder / "history.csv").unlink()
    (folder / "history.csv").mkdir()
    assert [(p.file, p.code) for p in problems_of(folder)] == [("history.csv", "unreadable")]


@pytest.mark.skipif(sys.platform == "win32", reason="making a link needs rights on Windows")
def test_a_link_to_itself_is_told(folder: Path) -> None:
    (folder / "peers.csv").unlink()
    (folder / "peers.csv").symlink_to("peers.csv")
    assert [(p.file, p.code) for p in problems_of(folder)] == [("peers.csv", "unreadable")]


def test_a_file_in_the_folders_place_is_told(folder: Path) -> None:
    problems = problems_of(folder / "peers.csv")
    assert len(problems) == len(FILE_NAMES)
    assert {p.code for p in problems} <= {"unreadable", "missing_file"}


@pytest.mark.parametrize("encoding", ["utf-16", "cp1258"])
def test_another_encoding_is_refused(folder: Path, encoding: str) -> None:
    path = folder / "peers.csv"
    text = path.read_text(encoding="utf-8").replace("Huế", "Đà")
    path.write_bytes(text.encode(encoding))
    assert [(p.file, p.code) for p in problems_of(folder)] == [("peers.csv", "bad_encoding")]


def test_a_file_with_semicolons_is_recognised(folder: Path) -> None:
    """What a spreadsheet with Vietnamese settings writes as CSV."""
    path = folder / "peers.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",", ";"), encoding="utf-8")
    assert [(p.file, p.row, p.code, p.expected) for p in problems_of(folder)] == [
        ("peers.csv", 1, "wrong_delimiter", ",")
    ]


def test_an_empty_file_is_refused(folder: Path) -> None:
    (folder / "breaks.csv").write_text("\n", encoding="utf-8")
    assert [(p.file, p.code) for p in problems_of(folder)] == [("breaks.csv", "empty_file")]


def test_lines_are_counted_over_blank_and_long_records(folder: Path) -> None:
    replace(folder, "history.csv", '"Một, hai"', '"Một,\nhai"')
    with (folder / "history.csv").open("a", encoding="utf-8", newline="") as file:
        file.write("\n,,,,,,,,,,,,\ncover,qn_old,2024,,x,percent,press,near,main,,gov_2025,,\n")
    # header 1, four records of which the last spans lines 5-6, blank 7, empty cells 8, then 9
    assert [(p.row, p.code) for p in problems_of(folder)] == [(9, "not_a_number")]
