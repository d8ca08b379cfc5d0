"""A sound folder loads; its numbers become decimals and its version follows its content."""

from pathlib import Path

import pytest

from kh359.plan.loading import data_version, load_facts
from kh359.plan.observation import Region


def test_percent_becomes_decimal_and_other_units_stay(folder: Path) -> None:
    facts = load_facts(folder)
    cover, people = facts.observations_of("cover")[0], facts.observations_of("people")[0]
    assert cover.value == pytest.approx(0.405)
    assert people.value == 1245650
    assert facts.targets_of("cover")[1].value == 1.0
    assert facts.targets_of("firms")[0].value_high == 20
    assert facts.indicator_by_id["cover"].upper == 1.0
    assert facts.peers[0].value == pytest.approx(0.9)
    assert facts.proxies[0].value == pytest.approx(0.703)


def test_empty_cells_are_missing_values(folder: Path) -> None:
    source = load_facts(folder).source_by_id["gov_2025"]
    assert source.licence is None


def test_an_empty_cell_takes_the_default_of_its_column(folder: Path) -> None:
    path = folder / "history.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("near,main,false", "near,,"), encoding="utf-8")
    first = load_facts(folder).observations[0]
    assert (first.method, first.superseded, first.region) == ("main", False, Region.PROVINCE)


def test_quoted_commas_and_accents_survive(folder: Path) -> None:
    assert load_facts(folder).observations_of("people")[0].note_vi == "Một, hai"


def test_a_byte_order_mark_and_windows_lines_change_nothing(folder: Path) -> None:
    before = load_facts(folder)
    for path in folder.glob("*.csv"):
        windows = path.read_bytes().replace(b"\n", b"\r\n")
        path.write_bytes(b"\xef\xbb\xbf" + windows)
    assert load_facts(folder) == before


def test_the_version_follows_the_content(folder: Path) -> None:
    before = data_version(folder)
    path = folder / "peers.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",90,", ",91,"), encoding="utf-8")
    assert data_version(folder) != before


def test_the_version_sees_a_line_that_moves_between_files(tmp_path: Path, folder: Path) -> None:
    """Hashing the bare contents one after another would not."""
    before = data_version(folder)
    moved = (folder / "breaks.csv").read_bytes()
    following = (folder / "comparables.csv").read_bytes()
    (folder / "breaks.csv").write_bytes(moved + following)
    (folder / "comparables.csv").write_bytes(b"")
    assert data_version(folder) != before
