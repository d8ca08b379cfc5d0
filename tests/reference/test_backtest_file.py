"""The shipped backtest: whole, consistent, and made by the scripts and the table as they are."""

from importlib.resources import files

import backtest_forecast
import pytest

from kh359.reference import reference_arrays
from kh359.reference.backtest import (
    ALL,
    BACKTEST,
    DEFAULT,
    Score,
    backtest,
    from_json,
    length_of,
)

SCORES = backtest().scores
ROUNDED = 0.5e-3
LARGEST = 150_000


def by_key() -> dict[tuple[str, str, str], Score]:
    return {(s.method, s.group, s.length): s for s in SCORES}


def test_every_part_has_an_answer_of_the_default_and_of_no_change() -> None:
    tested = backtest()
    assert tested.methods[0] == DEFAULT
    assert tested.groups[0] == ALL
    for method in (DEFAULT, "no_change"):
        for group in tested.groups:
            assert [tested.of(method, group, n) is not None for n in tested.lengths] == [True] * 4


def test_groups_add_up_to_all() -> None:
    for (method, group, length), whole in by_key().items():
        if group == ALL:
            parts = [
                s for s in SCORES if (s.method, s.length) == (method, length) and s.group != ALL
            ]
            assert sum(s.n_cases for s in parts) == whole.n_cases
            assert sum(s.n_targets for s in parts) == whole.n_targets
            brier = sum(s.brier * s.n_targets for s in parts) / whole.n_targets
            assert brier == pytest.approx(whole.brier, abs=2 * ROUNDED)


@pytest.mark.parametrize("score", SCORES, ids=lambda s: f"{s.method}-{s.group}-{s.length}")
def test_a_score_agrees_with_its_bins_and_bands(score: Score) -> None:
    assert sum(spot.n for spot in score.bins) == score.n_targets
    error = sum(spot.n * abs(spot.given - spot.happened) for spot in score.bins) / score.n_targets
    assert score.ece == pytest.approx(error, abs=4 * ROUNDED)
    shares = [share for band in score.bands for share in (band.coverage80, band.coverage95)]
    assert all(share is None or 0 <= share <= 1 for share in shares)
    for band in score.bands:
        assert (band.coverage80 is None) == (band.n_points == 0)
        assert (band.coverage80 or 0) <= (band.coverage95 or 0) + ROUNDED


def test_rivals_have_no_skill_against_themselves() -> None:
    for score in SCORES:
        if score.method == "no_change":
            assert score.skill_no_change == 0
        if score.method == "drift":
            assert score.skill_drift == 0


def test_every_method_answers_the_same_questions() -> None:
    for (method, group, length), score in by_key().items():
        default = by_key()[DEFAULT, group, length]
        assert score.n_cases + score.n_refused == default.n_cases, method
        assert default.n_refused == 0


def test_the_file_was_made_by_these_scripts_and_tables() -> None:
    tested, shipped = backtest(), reference_arrays()
    assert tested.script_checksum == backtest_forecast.checksum()
    assert tested.table_version == str(shipped["version"])
    assert str(shipped["script_checksum"]) in tested.table_checksums


def test_the_file_is_small() -> None:
    assert len(files("kh359.reference").joinpath(BACKTEST).read_bytes()) < LARGEST


def test_another_format_is_refused() -> None:
    with pytest.raises(ValueError, match="format 2"):
        from_json('{"format": 2}')


def test_lengths_of_history() -> None:
    assert [length_of(n) for n in (1, 2, 3, 5, 6, 12, 30)] == [
        "1", "2", "3-5", "3-5", "6-12", "6-12", "6-12"
    ]  # fmt: skip
    with pytest.raises(ValueError, match="at least one"):
        length_of(0)
