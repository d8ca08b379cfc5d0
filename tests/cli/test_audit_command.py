"""`audit`: sentences for people, stable keys for programs, exit code 0 either way."""

import json
import shutil
from pathlib import Path

import pytest

from kh359.cli.command import run

DATA = Path(__file__).parents[2] / "data"
KEYS = {
    "rule",
    "severity",
    "indicators",
    "targets",
    "clauses",
    "text",
    "remedy",
    "figures",
    "sources",
}

Printed = pytest.CaptureFixture[str]


def report(capsys: Printed, *words: str) -> dict:
    assert run(("audit", "--json", *words)) == 0
    return json.loads(capsys.readouterr().out)


def test_the_examples_of_the_plan_are_printed_in_vietnamese(capsys: Printed) -> None:
    assert run(("audit", "--lang", "vi")) == 0
    out = capsys.readouterr().out.replace("\u00a0", " ")
    assert "NGHIÊM TRỌNG" in out
    assert "đặt 85 % vào năm 2025, nhưng năm 2030 chỉ còn 80 %" in out
    assert "hai mức là 50 doanh nghiệp và 70 doanh nghiệp" in out
    assert "đặt 70 doanh nghiệp vào năm 2040, nhưng năm 2045 chỉ còn 60 doanh nghiệp" in out
    assert "từ 10 % năm 2030 lên 40 % năm 2035" in out
    assert "[II.2.1.e.12, II.2.2.e.12]" in out
    assert "→ Đề nghị" in out


def test_english_is_english(capsys: Printed) -> None:
    assert run(("audit", "--lang", "en")) == 0
    out = capsys.readouterr().out
    assert "SERIOUS" in out
    assert "asks for 85% in 2025 and only 80% in 2030" in out


def test_json_has_stable_keys_and_plain_numbers(capsys: Printed) -> None:
    found = report(capsys, "--lang", "vi")
    assert set(found) == {"data_version", "language", "rules", "findings"}
    assert all(set(finding) == KEYS for finding in found["findings"])
    fall = next(
        f
        for f in found["findings"]
        if f["rule"] == "falls_back" and f["indicators"] == ["eid_level2"]
    )
    assert fall["severity"] == "serious"
    assert fall["targets"] == ["eid_level2-2025", "eid_level2-2030"]
    figures = {f["key"]: (f["value"], f["unit"]) for f in fall["figures"]}
    assert figures["earlier"] == (85, "percent")
    assert figures["later_year"] == (2030, "year")


def test_a_share_of_episodes_is_in_percent_like_all_shares(capsys: Printed) -> None:
    found = report(capsys)["findings"]
    jump = next(f for f in found if f["rule"] == "jump" and f["severity"] == "serious")
    share = next(f for f in jump["figures"] if f["key"] == "share")
    assert share["unit"] == "percent"
    assert 1 < share["value"] < 5


def test_the_keys_do_not_change_with_the_language(capsys: Printed) -> None:
    vi, en = report(capsys, "--lang", "vi"), report(capsys, "--lang", "en")
    strip = {"text", "remedy"}
    assert [{k: v for k, v in f.items() if k not in strip} for f in vi["findings"]] == [
        {k: v for k, v in f.items() if k not in strip} for f in en["findings"]
    ]


def test_a_mended_plan_loses_the_finding(tmp_path: Path, capsys: Printed) -> None:
    folder = shutil.copytree(DATA, tmp_path / "data")
    path = folder / "targets.csv"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace(
            "eid_level2-2030,eid_level2,e,2030,>=,80", "eid_level2-2030,eid_level2,e,2030,>=,90"
        ),
        "utf-8",
    )
    found = report(capsys, "--data", str(folder))["findings"]
    assert not [f for f in found if f["rule"] == "falls_back" and f["indicators"] == ["eid_level2"]]
