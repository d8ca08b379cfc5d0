"""What a grid may say: every fault with its key, and the values that were meant."""

import pytest

from kh359.locale.sweep_fault import GRID_FAULTS, SWEEP_FAULTS, grid_fault_text, sweep_fault_text
from kh359.sweep.fault import (
    GridError,
    GridFault,
    GridFaultCode,
    SweepError,
    SweepFaultCode,
)
from kh359.sweep.grid_text import LONGEST_GRID, read_grid

HEAD = "version = 1\n"


def faults_of(text: str) -> list[tuple[GridFaultCode, str]]:
    with pytest.raises(GridError) as caught:
        read_grid(text.encode())
    return [(fault.code, fault.key) for fault in caught.value.faults]


def test_values_are_decimals_of_what_is_written() -> None:
    grid = read_grid(b"version=1\n[levers]\nexecution=[80, 87.5]\nadded_lag=[0, 1.5]\n")
    assert [axis.values for axis in grid.axes] == [((0.8,), (0.875,)), ((0.0,), (1.5,))]


def test_a_range_is_exact_and_holds_its_end() -> None:
    grid = read_grid(b"version=1\n[levers]\nexecution={from=0.1, to=0.7, step=0.1}\n")
    expected = [0.001, 0.002, 0.003, 0.004, 0.005, 0.006, 0.007]
    assert [value for (value,) in grid.axes[0].values] == expected


def test_a_range_stops_before_an_end_it_does_not_meet() -> None:
    grid = read_grid(b"version=1\n[levers]\nexecution={from=10, to=99, step=40}\n")
    assert [value for (value,) in grid.axes[0].values] == [0.1, 0.5, 0.9]


def test_slots_move_alone_or_together() -> None:
    grid = read_grid(
        b"version=1\n[levers]\ngrowth.2031-2035=[4]\nprogramme_share.all=[1, 2]\nsplit.b=[30]\n"
    )
    names = [column.name for column in grid.columns]
    assert names == [
        "growth_2031_2035",
        *(f"programme_share_{year}" for year in (2030, 2035, 2040, 2045)),
        "split_b",
    ]
    assert grid.axes[1].values == ((0.01,) * 4, (0.02,) * 4)


@pytest.mark.parametrize(
    ("text", "code", "key"),
    [
        ("execution = 80", "wrong_type", "levers.execution"),
        ("execution = []", "empty", "levers.execution"),
        ("execution = [80, 80.0]", "twice", "levers.execution"),
        ("execution = [101]", "out_of_range", "levers.execution"),
        ("execution = [nan]", "out_of_range", "levers.execution"),
        ('execution = ["80"]', "wrong_type", "levers.execution"),
        ("execution = {from = 1, to = 5}", "missing", "levers.execution.step"),
        ("execution = {from = 5, to = 1, step = 1}", "bad_range", "levers.execution"),
        ("execution = {from = 1, to = 5, step = 0}", "bad_range", "levers.execution"),
        ("execution = {from = 1, to = inf, step = 1}", "bad_range", "levers.execution"),
        ("execution = {from = 1, to = 5, step = 1e-9}", "too_many", "levers.execution"),
        ("execution = {from = 1, to = 5, stp = 1, step = 1}", "unknown", "levers.execution.stp"),
        ("execuion = [80]", "unknown", "levers.execuion"),
        ("growth = [5]", "needs_slot", "levers.growth"),
        ("growth = {from = 1, to = 5, step = 1}", "needs_slot", "levers.growth"),
        ("growth.2030 = [5]", "unknown", "levers.growth.2030"),
        ("growth.all = [5]\ngrowth.2026-2030 = [4]", "both", "levers.growth.2026-2030"),
        ("programme_share = [[1, 2, 3]]", "wrong_count", "levers.programme_share"),
        ("split = [[50, 50, 0, 0, 1]]", "not_whole", "levers.split"),
        ("split.all = [20]", "unknown", "levers.split.all"),
        ("split.a = [20]\nsplit.b = [30]", "one_share", "levers.split"),
    ],
)
def test_a_lever_that_cannot_be_meant_is_named(text: str, code: str, key: str) -> None:
    assert faults_of(f"{HEAD}[levers]\n{text}\n") == [(GridFaultCode(code), key)]


@pytest.mark.parametrize(
    ("text", "code", "key"),
    [
        ("draws = 99", "out_of_range", "draws"),
        ("draws = 500.0", "wrong_type", "draws"),
        ("seed = -1", "out_of_range", "seed"),
        ("partition = true", "wrong_type", "partition"),
        ("suppose_2025_met = 1", "wrong_type", "suppose_2025_met"),
        ("name = 3", "wrong_type", "name"),
        ('name = "a\\u202eb"', "hidden_character", "name"),
        ('indicators = ["dti", "dti"]', "twice", "indicators"),
        ("indicators = [1]", "wrong_type", "indicators"),
        ("place = 1", "wrong_type", "place"),
        ("colour = 1", "unknown", "colour"),
        ('[[place]]\nid = "Hà Nội"\ndata = "x"', "bad_id", "place[1].id"),
        ('[[place]]\nid = "a"', "missing", "place[1].data"),
        (
            '[[place]]\nid = "a"\ndata = "x"\n[[place]]\nid = "a"\ndata = "y"',
            "twice",
            "place.id",
        ),
        ("[latin_hypercube]\nn = 3", "missing", "latin_hypercube.levers"),
        (
            "[latin_hypercube]\nn = 3\n[latin_hypercube.levers]\nexecution = [90, 80]",
            "bad_range",
            "latin_hypercube.levers.execution",
        ),
        (
            "[levers]\nexecution = [80]\n"
            "[latin_hypercube]\nn = 3\n[latin_hypercube.levers]\nexecution = [80, 90]",
            "both",
            "latin_hypercube.levers.execution",
        ),
        (
            "[levers]\nexecution = {from = 0, to = 100, step = 0.1}\n"
            "efficiency = {from = 0, to = 100, step = 0.1}",
            "too_many",
            "levers",
        ),
        ("levers = [", "not_readable", ""),
    ],
)
def test_a_key_that_cannot_be_meant_is_named(text: str, code: str, key: str) -> None:
    assert faults_of(f"{HEAD}{text}\n") == [(GridFaultCode(code), key)]


def test_every_fault_is_told_at_once() -> None:
    text = f'{HEAD}draws = 1\nseed = "x"\n[levers]\nexecution = [200]\ngrowth.9 = [1]\n'
    assert {key for _, key in faults_of(text)} == {
        "draws",
        "seed",
        "levers.execution",
        "levers.growth.9",
    }


def test_of_another_version_only_the_version_is_told() -> None:
    assert faults_of("version = 2\ncolour = 1\n") == [(GridFaultCode.WRONG_VERSION, "version")]


@pytest.mark.parametrize("content", [b"\xff\xfe", b"a = " + b"[" * 5000, b"x" * (LONGEST_GRID + 1)])
def test_what_is_no_grid_at_all_is_refused_as_one(content: bytes) -> None:
    with pytest.raises(GridError):
        read_grid(content)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_fault_has_words(language: str) -> None:
    spoken = "vi" if language == "vi" else "en"
    assert set(GRID_FAULTS) == set(GridFaultCode)
    assert set(SWEEP_FAULTS) == set(SweepFaultCode)
    for code in GridFaultCode:
        expected = "number" if code is GridFaultCode.WRONG_TYPE else ""
        fault = GridFault(code=code, key="draws", value="x", expected=expected, low=1, high=2)
        assert "{" not in grid_fault_text(fault, spoken)
    for code in SweepFaultCode:
        assert "{" not in sweep_fault_text(SweepError(code), spoken)


def test_a_value_out_of_range_is_told_in_the_unit_of_its_lever() -> None:
    with pytest.raises(GridError) as caught:
        read_grid(b"version=1\n[levers]\nexecution=[100.5]\n")
    told = grid_fault_text(caught.value.faults[0], "vi")
    assert "100,5 %" in told.replace("\xa0", " ")
    assert "levers.execution" in told
