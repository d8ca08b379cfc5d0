"""Several kinds after each other: progress, cancelling, names, the command line."""

import csv
import io
from pathlib import Path

import pytest
from run_sample import dossier

from kh359.cli.command import run
from kh359.export.file_name import LONGEST, file_name
from kh359.export.job import files_of
from kh359.export.registry import KIND_BY_ID, KINDS
from kh359.export.run_record import footer, run_record
from kh359.export.watch import Cancelled, Watch
from kh359.locale.spreadsheet import spreadsheet

LIGHT = tuple(KIND_BY_ID[kind_id] for kind_id in ("csv", "kpi", "iamc"))


def test_progress_rises_from_0_to_1_and_names_what_is_made() -> None:
    heard: list[tuple[float, str]] = []
    watch = Watch(tell=lambda share, words: heard.append((share, words)))
    files = list(files_of(dossier(moved=False), LIGHT, watch))
    shares = [share for share, _ in heard]
    assert shares == sorted(shares)
    assert shares[0] == 0.0
    assert 0.6 < shares[-1] <= 1.0
    assert all(words for _, words in heard)
    assert len({file.name for file in files}) == len(LIGHT)


@pytest.mark.parametrize("kind_id", ["charts-pdf", "charts-svg", "charts-png", "csv"])
def test_an_export_stops_when_asked(kind_id: str) -> None:
    steps = []
    watch = Watch(
        tell=lambda share, words: steps.append(words), is_cancelled=lambda: len(steps) > 2
    )
    with pytest.raises(Cancelled):
        KIND_BY_ID[kind_id].make(dossier(moved=False), watch)
    assert len(steps) == 3


def test_every_kind_has_an_id_and_its_words() -> None:
    assert len(KIND_BY_ID) == len(KINDS)
    say = dossier(moved=False).say
    for kind in KINDS:
        assert say(kind.title) != kind.title
        assert say(kind.summary) != kind.summary


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j.csv"),
        ("CON", "_CON.csv"),
        ("com1.x", "_com1.x.csv"),
        ("cuối. ", "cuối.csv"),
        ("", "_.csv"),
        ("xuống\ndòng\t", "xuống dòng.csv"),
        ("e\u0302\u0301", "ế.csv"),
    ],
)
def test_names_that_windows_takes(text: str, name: str) -> None:
    assert file_name(text, "csv") == name


def test_a_long_name_is_cut() -> None:
    assert len(file_name("dài " * 200, "png")) <= LONGEST + len(".png")


@pytest.mark.parametrize(
    "text", ["=1+1", "+84", "-1", "@SUM(A1)", "\t=1", " =1", "\u00a0=1", "＝1", "\r=1"]
)
def test_text_that_a_spreadsheet_would_run_is_text(text: str) -> None:
    written = spreadsheet(("a",), [(text,)], "vi").decode("utf-8-sig")
    ((_,), (cell,)) = csv.reader(io.StringIO(written, newline=""), delimiter=";")
    assert cell == f"'{text}"


def test_numbers_and_ordinary_text_stay_as_they_are() -> None:
    written = spreadsheet(("a", "b"), [(-1.5, "−1,5 – 2")], "vi").decode("utf-8-sig")
    assert written.splitlines()[1] == "-1,5;−1,5 – 2"


def test_the_record_tells_all_of_the_run() -> None:
    own = dossier(moved=True)
    record = run_record(own)
    text = " ".join(f"{label} {words}" for label, words in record.rows)
    for told in (
        own.scenario.name,
        own.scenario.content_hash,
        own.outlook.data_version,
        "Tỷ lệ giải ngân: 60\u00a0%",
        "giả định: mọi mục tiêu 2025 chưa có số liệu vừa đạt đúng mức",
        "mức 3 (giả định)",
        "359",
        "200",
        "23/11/2026",
    ):
        assert told in text
    assert "60\u00a0%" in " ".join(footer(record, own))


def test_the_command_line_writes_the_chosen_kinds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["export", "--out", str(tmp_path), "--only", "kpi", "iamc", "--draws", "100"]
    assert run([*options, "--scenario", "cat_20", "--date", "2026-11-23"]) == 0
    told = capsys.readouterr()
    files = sorted(path.name for path in tmp_path.iterdir())
    assert sorted(Path(line).name for line in told.out.splitlines()) == files
    assert [name.split(" ")[1] for name in files] == ["Bảng", "Dạng"]
    first = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert run([*options, "--scenario", "cat_20", "--date", "2026-11-23"]) == 0
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == first


def test_ctrl_c_writes_nothing_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kh359.cli.export_command.files_of", interrupted)
    assert run(["export", "--out", str(tmp_path / "x"), "--only", "csv", "--draws", "100"]) == 1
    assert "Đã dừng: không ghi tệp nào." in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


def test_a_wrong_kind_or_date_is_refused_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    for wrong in (["--only", "pptt"], ["--date", "23/11/2026"]):
        with pytest.raises(SystemExit) as caught:
            run(["export", "--out", "x", *wrong])
        assert caught.value.code == 2
    assert "23/11/2026 không phải là ngày" in capsys.readouterr().err
