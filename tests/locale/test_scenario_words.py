"""Words about scenarios: every lever, slot and fault, in both languages, with its numbers."""

from itertools import product

import pytest

from kh359.locale.language import Language
from kh359.locale.lever import (
    LEVER_GROUPS,
    LEVER_NAMES,
    LEVER_SENTENCES,
    lever_comments,
    range_text,
    slot_text,
    value_text,
)
from kh359.locale.number import NBSP
from kh359.locale.scenario_fault import SCENARIO_FAULTS, scenario_fault_text
from kh359.locale.scenario_summary import supposed_text
from kh359.model.scenario.fault import LeverFault, LeverFaultCode, ScenarioError
from kh359.model.scenario.lever import LEVER_BY_NAME, LEVERS, LeverGroup
from kh359.model.scenario.scenario import Override, Scenario, rest_scenario
from kh359.model.scenario.text import read_json, read_toml, write_toml
from kh359.plan.facts import Facts
from kh359.plan.loading import load_facts


@pytest.fixture(scope="module")
def facts() -> Facts:
    return load_facts()


@pytest.fixture(scope="module")
def rest(facts: Facts) -> Scenario:
    return rest_scenario(facts)


def told(text: str | bytes, facts: Facts, rest: Scenario) -> list[str]:
    """The faults of a file in words, with ordinary spaces."""
    read = read_json if text[:1] == "{" else read_toml
    with pytest.raises(ScenarioError) as caught:
        read(text, rest, facts.indicator_by_id)
    words = (scenario_fault_text(fault, facts, "vi") for fault in caught.value.faults)
    return [line.replace(NBSP, " ") for line in words]


def test_every_lever_group_and_fault_has_words() -> None:
    names = {lever.name for lever in LEVERS}
    assert set(LEVER_NAMES) == set(LEVER_SENTENCES) == names
    assert set(LEVER_GROUPS) == set(LeverGroup)
    assert set(SCENARIO_FAULTS) == set(LeverFaultCode)


def test_values_carry_their_unit() -> None:
    share, private, lag = (
        LEVER_BY_NAME[name] for name in ("programme_share", "cofinancing", "added_lag")
    )
    assert value_text(share, 0.015, "vi") == f"1,5{NBSP}%"
    assert value_text(share, 0.0072, "en") == "0.72%"
    assert value_text(private, 8.375, "vi") == "8,375 đồng"
    assert value_text(lag, 1.5, "vi") == "1,5 năm"
    assert range_text(share, "vi") == f"0{NBSP}% đến 10{NBSP}%"


def test_slots_say_what_they_are_about() -> None:
    slots = {
        lever.name: [slot_text(lever, slot, "vi") for slot in range(lever.size)] for lever in LEVERS
    }
    assert slots["growth"] == ["2026–2030", "2031–2035", "2036–2040", "2041–2045"]
    assert slots["programme_share"] == ["2030", "2035", "2040", "2045"]
    assert [text[:3] for text in slots["split"]] == ["a) ", "b) ", "c) ", "d) ", "e) "]
    assert slots["execution"] == [""]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "version = 1\nexecution = 187",
            ["Tỷ lệ giải ngân (execution): 187 % không hợp lệ; cho phép: 0 % đến 100 %"],
        ),
        (
            "version = 1\ngrowth = [8, 8, 8, 16.5]",
            [
                "Tăng trưởng GRDP mỗi năm (growth), 2041–2045: 16,5 % không hợp lệ; "
                "cho phép: −5 % đến 15 %"
            ],
        ),
        (
            "version = 1\ngrowth = [8, 8]",
            [
                "Tăng trưởng GRDP mỗi năm (growth): có 2 số, cần đúng 4: 2026–2030; 2031–2035; "
                "2036–2040; 2041–2045"
            ],
        ),
        (
            "version = 1\nsplit = [60, 10, 10, 10, 9]",
            [
                "Phân bổ vốn cho năm chương trình (split): các phần cộng lại được 99 %; "
                "hãy sửa để cộng đúng 100 %"
            ],
        ),
        (
            "version = 1\nexecutoin = 60",
            ["“executoin”: không có khóa này; gần nhất: execution"],
        ),
        (
            'version = 1\nexecution = "60"',
            [
                "Tỷ lệ giải ngân (execution): không ghi “60” ở đây được; hãy ghi một số, "
                "dấu chấm thập phân"
            ],
        ),
        (
            "version = 2",
            ["“version”: không biết phiên bản “2”; chương trình này đọc phiên bản 1"],
        ),
        (
            "version = 1\nexecution = 87,5",
            [
                "Không đọc được (dòng 2, cột 15); số thập phân dùng dấu chấm (1.5), chữ để trong "
                "ngoặc kép"
            ],
        ),
        (
            "version = 1\noverrides.coverage_5g = {start_value = 101, start_year = 2025}",
            [
                "Phủ sóng 5G (coverage_5g), “start_value”: 101 % ngoài giới hạn của chỉ tiêu; "
                "cho phép: 0 % đến 100 %"
            ],
        ),
        (
            "version = 1\noverrides.coverage_5g = {start_value = 50, start_year = 2045}",
            ["Phủ sóng 5G (coverage_5g), “start_year”: 2045 không hợp lệ; cho phép: 2015 đến 2044"],
        ),
        (
            "version = 1\noverrides.coverage_5 = {pace = 5}",
            ["“coverage_5”: không có chỉ tiêu này; gần nhất: coverage_5g, coverage_6g"],
        ),
        (
            "version = 1\nname = [",
            ["Không đọc được (còn dở dang ở cuối tệp); số thập phân dùng dấu chấm"],
        ),
        (
            b"version = 1\nname = '\xff'",
            ["Không đọc được (tệp không ở dạng UTF-8); số thập phân dùng dấu chấm"],
        ),
        ("version = 1\n#" + "x" * 70_000, ["Dài hơn 65.536 ký tự; hãy rút ngắn"]),
        (
            '{"version": 1, "execution": 60, "execution": 70}',
            ["Tỷ lệ giải ngân (execution): ghi hai lần; hãy giữ một"],
        ),
    ],
)
def test_a_fault_says_where_what_and_what_to_do(
    text: str | bytes, expected: list[str], facts: Facts, rest: Scenario
) -> None:
    found = told(text, facts, rest)
    assert len(found) == len(expected)
    for line, start in zip(found, expected, strict=True):
        assert line.startswith(start)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("code", LeverFaultCode)
def test_any_fault_can_be_told(facts: Facts, language: Language, code: LeverFaultCode) -> None:
    places = ("", "growth", "name", "pace", "start_value", "start_year", "?")
    values = (None, 3, 2.5, float("nan"), float("inf"), "x" * 500)
    unknown = ("", "?") if code is not LeverFaultCode.OUT_OF_BOUNDS else ()
    for place, value, subject in product(places, values, ("coverage_5g", *unknown)):
        fault = LeverFault(code=code, field=place, subject=subject, value=value)
        text = scenario_fault_text(fault, facts, language)
        assert 0 < len(text) < 400
        assert "{" not in text


def test_what_is_supposed_names_value_and_rest(facts: Facts, rest: Scenario) -> None:
    slow = rest.with_value("execution", 0, 0.6).with_value("added_lag", 0, 1.0)
    text = supposed_text(slow, rest, facts, "vi").replace(NBSP, " ")
    assert text == (
        f"Giả định: Tỷ lệ giải ngân: 60 % (thay vì {100 * rest.execution[0]:.0f} %); Vốn đến chậm "
        "hơn: 1 năm (thay vì 0 năm). Các đòn bẩy khác giữ nguyên."
    )


def test_what_is_supposed_of_one_indicator_is_named(facts: Facts, rest: Scenario) -> None:
    override = Override(
        indicator_id="coverage_5g",
        pace=-0.05,
        start_value=0.455,
        start_year=2025,
        outside_driver=False,
    )
    text = supposed_text(rest.with_override(override), rest, facts, "vi").replace(NBSP, " ")
    for part in ("riêng Phủ sóng 5G", "45,5 % năm 2025", "−5 % mỗi năm", "thị trường"):
        assert part in text


def test_rest_supposes_nothing(facts: Facts, rest: Scenario) -> None:
    assert "Giả định" not in supposed_text(rest, rest, facts, "vi")


def test_a_saved_file_explains_itself_and_reads_back(facts: Facts, rest: Scenario) -> None:
    text = write_toml(rest, facts.indicator_by_id, comments=lever_comments("vi"))
    assert "# Tỷ lệ giải ngân (%)\nexecution = " in text
    assert "# Tăng trưởng GRDP mỗi năm (%); 2026–2030, 2031–2035, 2036–2040, 2041–2045\n" in text
    assert read_toml(text, rest, facts.indicator_by_id) == rest
