"""Users' figures over the files: the same checks, the files untouched, a version of its own."""

from pathlib import Path

import pytest

from kh359.plan.entry import Entry
from kh359.plan.loading import DATA_FOLDER, data_version, load_facts
from kh359.plan.observation import Region
from kh359.plan.observation_key import observation_key
from kh359.plan.overlay import Base, LaidOver, Overlay, UserFigure, lay_over
from kh359.plan.problem import Code, FactsError
from kh359.plan.tables import read_tables
from kh359.plan.user_figure import UserObservation

ENTRY = Entry(change="c1", by="Hoa", at="2026-11-23T10:00:00.000000Z", why="thử")
PLAIN = {
    "indicator_id": "cover", "region": "qn_new", "year": "2024", "as_of": "", "value": "35",
    "unit": "percent", "grade": "official", "match": "near", "method": "main",
    "superseded": "", "source_id": "web_2024", "note_vi": "", "note_en": "",
}  # fmt: skip


@pytest.fixture
def base(folder: Path) -> Base:
    return Base(tables=read_tables(folder), version=data_version(folder))


def figure(**cells: str) -> UserFigure:
    return UserFigure(cells=PLAIN | cells, entry=ENTRY)


def laid(base: Base, *figures: UserFigure, withdrawn: frozenset[str] = frozenset()) -> LaidOver:
    return lay_over(base, Overlay(figures=figures, withdrawn=withdrawn))


def values(result: LaidOver, region: Region, year: int) -> list[tuple[float, bool]]:
    found = result.facts.observations_of("cover")
    return [(o.value, o.superseded) for o in found if o.region is region and o.year == year]


def test_nothing_laid_over_changes_nothing(base: Base, folder: Path) -> None:
    assert laid(base).facts == load_facts(folder)


def test_a_figure_is_added_with_who_entered_it(base: Base, folder: Path) -> None:
    result = laid(base, figure())
    (own,) = [o for o in result.facts.observations if isinstance(o, UserObservation)]
    assert (own.value, own.entry) == (0.35, ENTRY)
    assert result.facts.version != base.version
    assert load_facts(folder).version == base.version


def test_a_figure_of_a_later_year_is_accepted(base: Base) -> None:
    result = laid(base, figure(year="2027", value="41"))
    assert values(result, Region.PROVINCE, 2027) == [(0.41, False)]
    assert laid(base, figure(year="2046")).left_out[0].problems[0].code == Code.OUT_OF_RANGE


def test_the_version_is_of_the_figures_not_of_who_entered_them(base: Base) -> None:
    other = UserFigure(cells=PLAIN, entry=Entry(change="c2", by="Minh", at="", why=""))
    assert laid(base, figure()).facts.version == laid(base, other).facts.version
    assert laid(base, figure(value="36")).facts.version != laid(base, figure()).facts.version


def test_a_correction_stands_and_the_old_figure_is_kept(base: Base) -> None:
    """history.csv: cover of the province, 2025-12, 40.5 %."""
    result = laid(base, figure(year="2025", value="41.5"))
    assert values(result, Region.PROVINCE, 2025) == [(0.405, True), (0.415, False)]
    assert [row.fact.superseded for row in base.tables.history.rows] == [False] * 4


def test_a_share_stands_for_the_counts_of_another_source(base: Base) -> None:
    """ratios.csv: 3 of 4 in Kon Tum, 2023, of gov_2025."""
    result = laid(base, figure(region="kon_tum", year="2023", value="70"))
    assert values(result, Region.KON_TUM, 2023) == [(0.70, False), (0.75, True)]
    same = laid(base, figure(region="kon_tum", year="2023", value="75", source_id="gov_2025"))
    assert values(same, Region.KON_TUM, 2023) == [(0.75, False)]


def test_derived_figures_follow() -> None:
    """history.csv, 2022: 1,245,650 and 579,914 people; without one part there is no sum."""
    base = Base(tables=read_tables(DATA_FOLDER), version=data_version(DATA_FOLDER))
    people = [o for o in load_facts().observations_of("population") if o.year == 2022]
    (part,) = [o for o in people if o.region is Region.KON_TUM and not o.superseded]
    assert 1825564 in [o.value for o in people]
    result = laid(base, withdrawn=frozenset({observation_key(part)}))
    assert 1825564 not in [o.value for o in result.facts.observations_of("population")]


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"value": "135"}, Code.OUT_OF_BOUNDS),
        ({"value": "3,5"}, Code.DECIMAL_COMMA),
        ({"unit": "people"}, Code.WRONG_UNIT),
        ({"indicator_id": "cove"}, Code.UNKNOWN_INDICATOR),
        ({"source_id": "nobody"}, Code.UNKNOWN_SOURCE),
        ({"grade": "proxy"}, Code.WRONG_GRADE),
    ],
)
def test_a_figure_that_breaks_a_rule_is_left_out_and_told(
    base: Base, cells: dict[str, str], code: Code
) -> None:
    result = laid(base, figure(year="2023"), figure(**cells))
    (out,) = result.left_out
    assert (out.position, [problem.code for problem in out.problems]) == (1, [code])
    assert set(result.accepted) == {0}


def test_a_figure_can_be_withdrawn(base: Base, folder: Path) -> None:
    known = load_facts(folder).observations_of("people")[0]
    result = laid(base, withdrawn=frozenset({observation_key(known)}))
    assert result.facts.observations_of("people") == ()
    assert result.not_withdrawn == frozenset()
    assert result.facts.version != base.version


def test_what_others_rest_on_stays(base: Base, folder: Path) -> None:
    """comparables.csv names the national rows of cover."""
    national = [o for o in load_facts(folder).observations_of("cover") if o.region == "vietnam"]
    keys = frozenset(map(observation_key, national))
    result = laid(base, withdrawn=keys)
    assert result.not_withdrawn == keys
    assert result.facts.version == base.version


def test_a_key_of_nothing_is_told(base: Base) -> None:
    result = laid(base, withdrawn=frozenset({"0" * 16}))
    assert (result.not_withdrawn, result.facts.version) == ({"0" * 16}, base.version)


def test_an_unsound_base_is_refused(folder: Path) -> None:
    path = folder / "targets.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",50,", ",150,"), encoding="utf-8")
    with pytest.raises(FactsError):
        laid(Base(tables=read_tables(folder), version="x"), figure())


def test_a_source_without_address_is_a_document(base: Base) -> None:
    source = {
        "source_id": "u_1", "title": "Báo cáo", "publisher": "Sở", "date": "", "address": "",
        "licence": "", "document": "12/BC",
    }  # fmt: skip
    overlay = Overlay(figures=(figure(source_id="u_1"),), sources=(source,))
    result = lay_over(base, overlay)
    assert result.left_out == ()
    assert result.facts.source_by_id["u_1"].address == ""
    nameless = lay_over(
        base, Overlay(figures=overlay.figures, sources=(source | {"document": ""},))
    )
    assert [out.problems[0].code for out in nameless.left_out] == [Code.UNKNOWN_SOURCE]
