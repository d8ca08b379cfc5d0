"""Every member of every enumeration the user meets has words."""

from dataclasses import replace
from enum import Enum

import pytest

from kh359.locale import fault, outcome, override_conflict, proof, subject, unit
from kh359.locale.skill import skill_text
from kh359.model.attainment import Verdict
from kh359.model.borrowed import Origin
from kh359.model.crosscheck import Extrapolation, Ratio
from kh359.model.evidence import Level, Start
from kh359.model.family import Family
from kh359.model.response.identity import Winner
from kh359.plan.indicator import Driver, Group, Role
from kh359.plan.milestone import Status
from kh359.plan.observation import Grade, Match, Region
from kh359.plan.problem import Code, Problem
from kh359.plan.series_break import Cause
from kh359.plan.unit import Unit
from kh359.reference.backtest import DEFAULT, backtest


@pytest.mark.parametrize(
    ("words", "members"),
    [
        (outcome.VERDICTS, Verdict),
        (outcome.SYMBOLS, Verdict),
        (outcome.RATIOS, Ratio),
        (outcome.EXTRAPOLATIONS, Extrapolation),
        (proof.LEVELS, Level),
        (proof.SHORT_LEVELS, Level),
        (proof.STARTS, Start),
        (proof.REGIONS, Region),
        (proof.GRADES, Grade),
        (proof.MATCHES, Match),
        (proof.FAMILIES, Family),
        (proof.ORIGINS, Origin),
        (proof.CAUSES, Cause),
        (subject.GROUPS, Group),
        (subject.DRIVERS, Driver),
        (subject.ROLES, Role),
        (subject.STATUSES, Status),
        (unit.LABELS, Unit),
        (fault.FAULTS, Code),
        (override_conflict.WINNERS, Winner),
    ],
)
def test_every_member_has_words(words: dict[Enum, str], members: type[Enum]) -> None:
    assert set(words) == set(members)
    assert all(words.values())


def test_an_assumption_is_called_giả_định() -> None:
    assert "Giả định" in proof.level_text(Level.ASSUMED, "vi")
    assert "giả định" in proof.short_level(Level.ASSUMED, "vi")
    assert "giả định" in proof.word(Start.TYPED, "vi")
    assert "giả định" in proof.word(Start.TARGET_2025_MET, "vi")


def test_a_fault_says_what_and_what_to_do() -> None:
    problem = Problem(
        file="history.csv",
        row=7,
        column="value",
        value="73,9",
        code="decimal_comma",
        expected="73.9",
    )
    what, remedy = fault.fault_text(problem, "vi")
    assert what == "“73,9” viết bằng dấu phẩy."
    assert remedy == "Trong tệp dữ liệu phần thập phân dùng dấu chấm: 73.9."


def test_a_fault_with_braces_in_its_value_is_still_worded() -> None:
    problem = Problem(
        file="x.csv", row=2, column="a", value="{oops}", code="wrong_form", expected="^[0-9]{4}$"
    )
    assert fault.fault_text(problem, "en")[1] == "Follow the form ^[0-9]{4}$."


def test_skill_is_told_with_its_base_rate() -> None:
    score = backtest().of(DEFAULT, "all", "6-12")
    assert score is not None
    told = replace(score, brier=0.1554, base_brier=0.2072)
    told = replace(told, bands=(replace(score.bands[0], coverage80=0.818), *score.bands[1:]))
    assert "giữ được 82\u00a0% các năm đầu; điểm Brier 0,16, tỷ lệ nền 0,21" in skill_text(
        told, "vi"
    )
    assert "held 82% of the first years; Brier score 0.16, base rate 0.21" in skill_text(told, "en")
