"""Money by year, held against sums by hand."""

from dataclasses import replace

import numpy as np
import pytest
from scenario_samples import candidate

from kh359.charts.money import Purse, money_paths, money_stack
from kh359.charts.money_plotly import money_figure


def test_a_line_is_the_sum_over_the_five_programmes() -> None:
    pair = (candidate("a"), candidate("b", scale=3.0))
    public = money_paths(pair, Purse.PUBLIC, "vi", has_baseline=False)
    # Five programmes of 10 billion đồng each, three times as much in b, twice that from outside.
    assert [line.values[0] for line in public.lines] == [50.0, 150.0]
    both = money_paths(pair, Purse.BOTH, "vi", has_baseline=False)
    assert [line.values[-1] for line in both.lines] == [150.0, 450.0]
    assert public.unit == "tỷ đồng/năm, giá năm 2025"
    assert "các giả định" in public.notes[0]


def test_the_programmes_add_up_and_carry_their_names() -> None:
    chart = money_stack(candidate("a"), Purse.PRIVATE, "vi")
    assert chart.stacked
    assert sum(line.values[0] for line in chart.lines) == pytest.approx(100.0)
    assert [line.name[:2] for line in chart.lines] == ["a)", "b)", "c)", "d)", "e)"]
    figure = money_figure(chart)
    assert figure["layout"]["yaxis"]["range"][1] == pytest.approx(108.0)


def test_without_a_grdp_there_is_a_sentence_and_no_line() -> None:
    known = candidate("a")
    lost = replace(known.run.money, grdp=np.full(20, np.nan), allocated=np.full((20, 5), np.nan))
    unknown = replace(known, run=replace(known.run, money=lost))
    chart = money_paths((unknown,), Purse.PUBLIC, "vi", has_baseline=False)
    assert chart.lines == ()
    assert chart.message == "Chưa có số liệu GRDP của tỉnh"
    assert money_figure(chart)["data"] == []
