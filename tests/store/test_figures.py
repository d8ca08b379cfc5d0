"""Users' figures: all or nothing, who and why, undone and done again, every state had again."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

import pytest

from kh359.intake.vocabulary import Column
from kh359.plan.loading import data_files, load_facts, version_of
from kh359.plan.observation import Observation, Region
from kh359.plan.observation_key import observation_key
from kh359.plan.overlay import LaidOver
from kh359.plan.user_figure import UserObservation
from kh359.store.database import Database
from kh359.store.figure_change import ChangeAct
from kh359.store.figures import PROGRAM, Figures
from kh359.store.person import Person
from kh359.store.store_error import NotAllowed, StoreCode, StoreError
from tests.store.figure_steps import batch_of

INDICATOR = "digital_signature"


@pytest.fixture(scope="session")
def files() -> Mapping[str, bytes]:
    return data_files()


@pytest.fixture
def figures(database: Database, files: Mapping[str, bytes]) -> Figures:
    return Figures(database, files)


def own(laid: LaidOver) -> list[tuple[float, bool]]:
    """Value and whether superseded of each figure of the province for the indicator."""
    found = laid.facts.observations_of(INDICATOR)
    return [(o.value, o.superseded) for o in found if o.region is Region.PROVINCE]


def test_without_changes_the_facts_are_those_of_the_files(figures: Figures) -> None:
    assert figures.current().facts == load_facts()
    assert figures.list() == ()


def test_an_accepted_figure_says_who_entered_it_and_why(figures: Figures, steward: Person) -> None:
    before = figures.current()
    change = figures.accept(steward, batch_of(before, {}), "Sở gửi ngày 20/11")
    after = figures.current()
    new = next(o for o in after.facts.observations if isinstance(o, UserObservation))
    assert (new.value, new.year, new.entry.by) == (0.315, 2025, "Nguyễn Văn Sử")
    assert (new.entry.why, new.entry.change) == ("Sở gửi ngày 20/11", change.change_id)
    assert after.facts.source_by_id[new.source_id].title == "Báo cáo chuyển đổi số"
    assert after.facts.version != before.facts.version
    assert [c.why for c in figures.list()] == ["Sở gửi ngày 20/11"]
    (line,) = figures.lines(change.change_id)
    assert line.before is None
    assert line.after is not None
    assert line.after.value == 0.315


def test_a_correction_keeps_what_stood_before(figures: Figures, steward: Person) -> None:
    figures.accept(steward, batch_of(figures.current(), {}), "nhập")
    wrong = batch_of(figures.current(), {Column.VALUE: "13,5"})
    change = figures.accept(steward, wrong, "đảo chữ số")
    assert own(figures.current()) == [(0.315, True), (0.135, False)]
    (line,) = figures.lines(change.change_id)
    assert line.before is not None
    assert (line.before.value, line.after.value if line.after else None) == (0.315, 0.135)


def test_undoing_is_a_change_and_can_be_undone(figures: Figures, steward: Person) -> None:
    empty = figures.current().facts.version
    first = figures.accept(steward, batch_of(figures.current(), {}), "nhập")
    full = figures.current().facts.version
    undoing = figures.undo(steward, first.change_id, "nhầm nguồn")
    assert own(figures.current()) == []
    assert figures.current().facts.version == empty
    figures.undo(steward, undoing.change_id, "không nhầm")
    assert own(figures.current()) == [(0.315, False)]
    assert figures.current().facts.version == full
    acts = [(change.act, change.is_active) for change in figures.list()]
    assert acts == [
        (ChangeAct.UNDONE, True),
        (ChangeAct.UNDONE, False),
        (ChangeAct.ACCEPTED, True),
    ]


def test_what_is_undone_cannot_be_undone_again(figures: Figures, steward: Person) -> None:
    change = figures.accept(steward, batch_of(figures.current(), {}), "nhập")
    figures.undo(steward, change.change_id, "nhầm")
    with pytest.raises(StoreError) as caught:
        figures.undo(steward, change.change_id, "nhầm")
    assert caught.value.code is StoreCode.FIGURES_CHANGED


def test_a_figure_of_the_files_can_be_withdrawn_and_comes_back(
    figures: Figures, steward: Person
) -> None:
    current = figures.current()
    base = _plain(current)
    version = current.facts.version
    change = figures.withdraw(steward, [observation_key(base)], "sai nguồn", against=version)
    assert base not in figures.current().facts.observations
    (line,) = figures.lines(change.change_id)
    assert (line.before, line.after) == (base, None)
    figures.undo(steward, change.change_id, "nguồn đúng")
    assert figures.current().facts == load_facts()


def _plain(current: LaidOver) -> Observation:
    """A figure of history.csv that no other data rest on."""
    return next(o for o in current.facts.observations if o.region is Region.PROVINCE)


def test_a_series_that_lends_its_pace_cannot_be_withdrawn(
    figures: Figures, steward: Person
) -> None:
    """Every national row of st_budget_share; comparables.csv names that series."""
    current = figures.current()
    national = [
        observation_key(o)
        for o in current.facts.observations_of("st_budget_share")
        if o.region is Region.NATION
    ]
    with pytest.raises(StoreError) as caught:
        figures.withdraw(steward, national, "thử", against=current.facts.version)
    assert caught.value.code is StoreCode.NEEDED
    assert figures.list() == ()


def test_a_key_that_names_nothing_is_told(figures: Figures, steward: Person) -> None:
    with pytest.raises(StoreError) as caught:
        figures.withdraw(steward, ["0" * 16], "x", against=figures.current().facts.version)
    assert caught.value.code is StoreCode.NOT_FOUND


def test_a_batch_checked_against_older_figures_is_refused(
    figures: Figures, steward: Person
) -> None:
    first, second = (batch_of(figures.current(), {Column.YEAR: year}) for year in ("2024", "2025"))
    figures.accept(steward, first, "một")
    with pytest.raises(StoreError) as caught:
        figures.accept(steward, second, "hai")
    assert caught.value.code is StoreCode.FIGURES_CHANGED
    assert len(figures.list()) == 1


@pytest.mark.parametrize("why", ["", "   "])
def test_a_change_has_a_reason(figures: Figures, steward: Person, why: str) -> None:
    with pytest.raises(StoreError) as caught:
        figures.accept(steward, batch_of(figures.current(), {}), why)
    assert caught.value.code is StoreCode.NAMELESS
    assert figures.list() == ()


def test_a_planner_may_not_change_figures(figures: Figures, hoa: Person) -> None:
    with pytest.raises(NotAllowed):
        figures.accept(hoa, batch_of(figures.current(), {}), "nhập")


def test_every_state_can_be_had_again(figures: Figures, steward: Person) -> None:
    figures.keep_base(PROGRAM)
    states = [figures.current()]
    for year in ("2023", "2024", "2025"):
        figures.accept(steward, batch_of(figures.current(), {Column.YEAR: year}), year)
        states.append(figures.current())
    figures.undo(steward, figures.list()[1].change_id, "bỏ 2024")
    states.append(figures.current())
    assert len({state.facts.version for state in states}) == 5
    for state in states:
        assert figures.facts_at(state.facts.version).facts == state.facts
    assert [v.data_version for v in reversed(figures.vintages())] == [
        state.facts.version for state in states
    ]


@pytest.fixture
def newer_files(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """`data/` after an update: another value, and what users entered is still missing there."""
    text = files["peers.csv"].decode().replace("Huế,2025,100,", "Huế,2025,99,")
    return {**files, "peers.csv": text.encode()}


def test_last_months_facts_survive_new_files(
    database: Database,
    files: Mapping[str, bytes],
    newer_files: Mapping[str, bytes],
    steward: Person,
) -> None:
    old = Figures(database, files)
    old.accept(steward, batch_of(old.current(), {}), "nhập")
    shown = old.current().facts
    new = Figures(database, newer_files)
    new.keep_base(PROGRAM)
    assert version_of(newer_files) != version_of(files)
    assert own(new.current()) == own(old.current())
    assert new.current().facts.version != shown.version
    assert new.facts_at(shown.version).facts == shown
    assert len(new.vintages()) == 2


def test_a_figure_that_new_files_contradict_is_left_out_and_told(
    database: Database, files: Mapping[str, bytes], steward: Person
) -> None:
    """The update sets a lower bound above the figure."""
    old = Figures(database, files)
    old.accept(steward, batch_of(old.current(), {Column.VALUE: "0,05"}), "nhập")
    text = files["indicators.csv"].decode()
    line = next(row for row in text.splitlines() if row.startswith(INDICATOR + ","))
    narrowed = {
        **files,
        "indicators.csv": text.replace(line, line.replace(",0,100,", ",0.1,100,")).encode(),
    }
    new = Figures(database, narrowed)
    assert own(new.current()) == []
    (out,) = new.current().left_out
    assert (out.problems[0].code, out.problems[0].expected) == ("out_of_bounds", ">= 0.1, <= 100")
    assert out.figure.entry.by == steward.name


def test_an_unknown_version_is_told(figures: Figures) -> None:
    with pytest.raises(StoreError) as caught:
        figures.facts_at("0" * 12)
    assert caught.value.code is StoreCode.NOT_FOUND


def test_changes_keep_their_order_when_the_clock_goes_back(
    database: Database, files: Mapping[str, bytes], steward: Person
) -> None:
    def backwards() -> Iterator[datetime]:
        now = datetime(2026, 11, 23, 12, tzinfo=UTC)
        while True:
            yield now
            now -= timedelta(hours=1)

    clock = backwards()
    figures = Figures(database, files, now=lambda: next(clock))
    for value in ("20", "21", "22"):
        figures.accept(steward, batch_of(figures.current(), {Column.VALUE: value}), value)
    assert [change.why for change in figures.list()] == ["22", "21", "20"]
    assert own(figures.current())[-1] == (0.22, False)
