"""What each cycle's report says, before any file format."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from report_sample import content, words_of
from run_sample import dossier

from kh359.export.kpi_table import COLUMNS
from kh359.export.registry import KIND_BY_ID
from kh359.export.report_block import Grid, Plate, points
from kh359.export.report_change import changes
from kh359.export.report_cycle import CYCLES, HALF_YEAR, MONTH, QUARTER, YEAR, period_text
from kh359.export.report_earlier import Earlier, EarlierError, read_earlier
from kh359.export.report_proposal import proposals
from kh359.export.watch import Watch
from kh359.locale.translate import translator

NAMES = [cycle.cycle_id for cycle in CYCLES]


def plates(cycle_id: str) -> int:
    told = content(cycle_id)
    blocks = [*told.blocks, *(block for annex in told.annexes for block in annex.blocks)]
    return sum(isinstance(block, Plate) for block in blocks)


@pytest.mark.parametrize("cycle_id", NAMES)
def test_each_cycle_names_its_period_and_says_that_nothing_earlier_was_given(
    cycle_id: str,
) -> None:
    text = words_of(content(cycle_id))
    period = {
        "month": "tháng 11 năm 2026",
        "quarter": "quý IV năm 2026",
        "half-year": "6 tháng cuối năm 2026",
        "year": "năm 2026",
        "review": "chu kỳ 2,5 năm, từ tháng …… năm …… đến tháng 11 năm 2026",
    }[cycle_id]
    assert period in text.splitlines()
    assert "Chưa có kết quả của kỳ báo cáo trước" in text
    assert dossier(moved=False).scenario.content_hash in text


def test_periods_change_on_the_right_day() -> None:
    say = translator("vi")
    told = [
        (period_text(cycle, day, say))
        for cycle, day in (
            (MONTH, date(2027, 1, 31)),
            (QUARTER, date(2027, 3, 31)),
            (QUARTER, date(2027, 4, 1)),
            (HALF_YEAR, date(2027, 6, 30)),
            (HALF_YEAR, date(2027, 7, 1)),
            (YEAR, date(2027, 12, 31)),
        )
    ]
    assert told == [
        "tháng 1 năm 2027", "quý I năm 2027", "quý II năm 2027",
        "6 tháng đầu năm 2027", "6 tháng cuối năm 2027", "năm 2027",
    ]  # fmt: skip


def test_a_longer_cycle_shows_more() -> None:
    charts = [plates(name) for name in NAMES]
    with_targets = [i for i in dossier(moved=False).outlook.indicators if i.attainments]
    assert charts == sorted(charts)
    assert charts[0] == 0
    assert charts[-1] == charts[-2] == len(with_targets) + 2


def test_every_table_and_picture_has_a_caption_and_a_source() -> None:
    for name in NAMES:
        told = content(name)
        for block in [*told.blocks, *(b for annex in told.annexes for b in annex.blocks)]:
            if isinstance(block, Grid | Plate):
                assert block.caption
                assert block.source
            if isinstance(block, Grid):
                widths = {len(block.headers), len(block.shares), *map(len, block.rows)}
                assert len(widths) == 1


def test_points_follow_the_vietnamese_alphabet() -> None:
    assert [p.mark for p in points(("",) * 8)] == [
        "a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)",
    ]  # fmt: skip


def test_proposals_only_ask_to_consider() -> None:
    texts = [getattr(block, "text", "") for block in proposals(dossier(moved=False))]
    assert texts[1] == "Từ các kết quả nêu trên, đề nghị xem xét:"
    assert any("46 chỉ tiêu chưa có số liệu" in text for text in texts)
    assert not any("phải" in text.split() for text in texts)


def table(*, moved: bool = False) -> bytes:
    return KIND_BY_ID["kpi"].make(dossier(moved=moved), Watch()).content


def changed_rows(earlier: Earlier) -> list[tuple[str, ...]]:
    own = replace(dossier(moved=False), earlier=earlier)
    return [
        row for block in changes(own, CYCLES[-1]) if isinstance(block, Grid) for row in block.rows
    ]


def test_against_itself_nothing_changed() -> None:
    earlier = read_earlier(table(), translator("vi"))
    assert earlier.day == date(2026, 11, 23)
    assert changed_rows(earlier) == []
    own = replace(dossier(moved=False), earlier=earlier)
    text = " ".join(getattr(block, "text", "") for block in changes(own, MONTH))
    assert "Dữ liệu, kịch bản và giả định không đổi" in text
    assert "Không có mục tiêu nào thay đổi" in text


def edited(indicator: str, period: str, **cells: str) -> Earlier:
    lines = table().decode("utf-8-sig").split("\r\n")
    for place, line in enumerate(lines):
        if line.startswith(f"{indicator},{period},"):
            row = line.split(",")
            for name, value in cells.items():
                row[COLUMNS.index(name)] = value
            lines[place] = ",".join(row)
    return read_earlier("\r\n".join(lines).encode("utf-8-sig"), translator("vi"))


def test_a_probability_that_moved_five_points_is_told_and_one_that_moved_less_is_not() -> None:
    own = dossier(moved=False)
    target = next(t for t in own.facts.targets if t.target_id == "digital_economy_share-2030")
    now = own.run.probability(target.target_id)
    assert now is not None
    far, near = (
        edited(target.indicator_id, "2030", probability=str(now - d)) for d in (0.06, 0.04)
    )
    assert changed_rows(near) == []
    ((name, year, before, after),) = changed_rows(far)
    assert (name, year) == ("Kinh tế số trong GRDP", "2030")
    assert f"xác suất đạt {round(100 * (now - 0.06))}\u00a0%" in before
    assert f"xác suất đạt {round(100 * now)}\u00a0%" in after
    assert "mức bằng chứng 2" in after


def test_a_new_observation_is_told() -> None:
    own = dossier(moved=False)
    item, met = next(
        (i, a) for i in own.outlook.indicators for a in i.attainments if a.observed is not None
    )
    earlier = edited(
        item.indicator.indicator_id, str(met.target.year), value="", value_kind="", status="no_data"
    )
    ((_, year, before, after),) = changed_rows(earlier)
    assert year == "2025"
    assert "chưa có số liệu" in before
    assert "số liệu" in after
    assert "đạt" in after


def test_new_figures_stand_first_and_a_level_without_any_probability_is_no_change() -> None:
    own = dossier(moved=False)
    header, *rows = csv.reader(io.StringIO(table().decode("utf-8-sig"), newline=""))
    status, level = COLUMNS.index("status"), COLUMNS.index("evidence")
    kind = COLUMNS.index("value_kind")
    for row in rows:
        if row[status] == "no_data":
            row[level] = "4"
        elif row[kind] == "observed":
            row[kind], row[status] = "", "no_data"
        elif row[1] in ("2030", "2045"):
            row[status] = "no_evidence"
    text = io.StringIO(newline="")
    csv.writer(text).writerows([header, *rows])
    earlier = read_earlier(text.getvalue().encode(), translator("vi"))
    years = [row[1] for row in changed_rows(earlier)]
    seen = sum(a.observed is not None for i in own.outlook.indicators for a in i.attainments)
    assert years[:seen] == ["2025"] * seen
    assert set(years[seen:]) == {"2030", "2045"}
    assert years[seen:] == sorted(years[seen:])


def test_another_scenario_is_said_to_be_one() -> None:
    own = replace(dossier(moved=True), earlier=read_earlier(table(), translator("vi")))
    text = " ".join(getattr(block, "text", "") for block in changes(own, MONTH))
    assert "Kịch bản hoặc giả định khác kỳ trước" in text


@pytest.mark.parametrize(
    "content_of_file",
    [b"", b"\xff\xfe\x00", b"a,b\r\n1,2\r\n", b"indicator,period,target\r\nx,2030,1\r\n"],
)
def test_a_file_that_is_no_monitoring_table_is_refused(content_of_file: bytes) -> None:
    with pytest.raises(EarlierError, match="không phải bảng theo dõi"):
        read_earlier(content_of_file, translator("vi"))


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("status", "splendid"),
        ("probability", "1.5"),
        ("probability", "nan"),
        ("value", "inf"),
        ("evidence", "x"),
    ],
)
def test_a_broken_line_is_named(column: str, value: str) -> None:
    with pytest.raises(EarlierError, match=r"dòng \d+ "):
        edited("digital_economy_share", "2030", **{column: value})
