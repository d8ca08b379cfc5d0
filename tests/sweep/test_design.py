"""The rows of a design: counted by hand, in order, each stratum once."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kh359.model.scenario.scenario import rest_scenario
from kh359.plan.loading import load_facts
from kh359.sweep.design import design, scenario_at
from kh359.sweep.grid_text import read_grid


def test_a_full_grid_holds_every_combination_first_lever_slowest() -> None:
    grid = read_grid(b"version=1\n[levers]\nexecution=[80,90]\nadded_lag=[0,1,2]\n")
    assert grid.n_scenarios == 6
    np.testing.assert_array_equal(
        design(grid), [[0.8, 0], [0.8, 1], [0.8, 2], [0.9, 0], [0.9, 1], [0.9, 2]]
    )


def test_whole_vectors_stay_together() -> None:
    grid = read_grid(b"version=1\n[levers]\ncofinancing=[[1,2,3,4],[2,2,2,2]]\nexecution=[50]\n")
    np.testing.assert_array_equal(design(grid), [[1, 2, 3, 4, 0.5], [2, 2, 2, 2, 0.5]])


def test_without_levers_there_is_the_base_alone() -> None:
    grid = read_grid(b"version=1\n")
    assert grid.n_scenarios == 1
    assert design(grid).shape == (1, 0)


def test_each_combination_meets_the_same_samples() -> None:
    grid = read_grid(
        b"version=1\n[levers]\nexecution=[80,90,100]\n"
        b"[latin_hypercube]\nn=4\n[latin_hypercube.levers]\nadded_lag=[0,5]\ngrowth.all=[3,9]\n"
    )
    rows = design(grid)
    assert rows.shape == (12, 6) == (grid.n_scenarios, len(grid.columns))
    np.testing.assert_array_equal(rows[:, 0], np.repeat([0.8, 0.9, 1.0], 4))
    np.testing.assert_array_equal(rows[:4, 1:], rows[4:8, 1:])
    np.testing.assert_array_equal(rows[:, 2:], np.repeat(rows[:, 2:3], 4, axis=1))


@settings(max_examples=30)
@given(n=st.integers(1, 200), seed=st.integers(0, 2**32 - 1))
def test_a_latin_hypercube_meets_each_stratum_of_each_lever_once(n: int, seed: int) -> None:
    grid = read_grid(
        f"version=1\n[latin_hypercube]\nn={n}\nseed={seed}\n[latin_hypercube.levers]\n"
        "added_lag=[1,3]\ncofinancing.2030=[0,30]\n".encode()
    )
    rows = design(grid)
    for column, (low, high) in zip(rows.T, [(1, 3), (0, 30)], strict=True):
        strata = np.floor((column - low) / (high - low) * n).astype(int)
        assert sorted(strata) == list(range(n))


def test_the_seed_alone_decides_the_samples() -> None:
    text = (
        "version=1\n[latin_hypercube]\nn=50\nseed={}\n[latin_hypercube.levers]\nexecution=[0,99]\n"
    )
    first, again, other = (design(read_grid(text.format(s).encode())) for s in (7, 7, 8))
    np.testing.assert_array_equal(first, again)
    assert not np.array_equal(first, other)


def test_a_row_becomes_the_scenario_a_planner_would_set() -> None:
    rest = rest_scenario(load_facts())
    grid = read_grid(b"version=1\n[levers]\nsplit.a=[40]\ngrowth.2031-2035=[6]\nexecution=[75]\n")
    scenario = scenario_at(rest, grid.columns, design(grid)[0])
    expected = (
        rest.with_value("split", 0, 0.4)
        .with_value("growth", 1, 0.06)
        .with_value("execution", 0, 0.75)
    )
    assert scenario.content_hash == expected.content_hash
    assert sum(scenario.split) == pytest.approx(1)
    assert scenario.growth[0] == rest.growth[0]


def test_a_whole_split_is_taken_as_it_is() -> None:
    rest = rest_scenario(load_facts())
    grid = read_grid(b"version=1\n[levers]\nsplit=[[10,20,30,15,25]]\n")
    scenario = scenario_at(rest, grid.columns, design(grid)[0])
    assert scenario.split == (0.1, 0.2, 0.3, 0.15, 0.25)
