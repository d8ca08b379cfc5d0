"""The page of sources lists what scenarios suppose, as giả định, beside what was observed."""

import pytest

from kh359.plan.loading import load_facts
from kh359.plan.prior import PriorKind
from tests.pages.opened_app import Open, all_text

FACTS = load_facts()


def test_every_assumption_is_listed_with_its_range_and_source(open_app: Open) -> None:
    app = open_app("sources")
    app.segmented_control(key="kind").set_value("assumptions").run()
    assert not app.exception
    text = all_text(app)
    assert f"{len(FACTS.priors)} giả định" in text
    assert "Không dòng nào là số liệu quan sát" in text
    assert "từ 0,4\u00a0% đến 1,2\u00a0%" in text  # share of the budget
    assert "1,5 năm" in text
    assert "50\u00a0% khả năng không có tác dụng nào" in text
    for prior in FACTS.priors:
        for name in prior.sources:
            address = FACTS.source_by_id[name].address.replace("&", "&amp;")
            assert f'href="{address}"' in text, name


def test_one_kind_can_be_chosen_and_searched_without_accents(open_app: Open) -> None:
    app = open_app("sources", lang="en")
    app.segmented_control(key="kind").set_value("assumptions").run()
    app.selectbox(key="prior_kind").set_value(PriorKind.ELASTICITY.value).run()
    assert "12 assumptions" in all_text(app)
    app.text_input(key="search").set_value("voucher").run()
    assert "1 assumption" in all_text(app)
    assert "Vouchers to co-operation" in all_text(app) or "vouchers to co-operation" in all_text(
        app
    )


@pytest.mark.parametrize("kind", ["figures", "other_provinces", "comparable_series"])
def test_figures_are_filtered_by_group_as_before(open_app: Open, kind: str) -> None:
    app = open_app("sources")
    app.segmented_control(key="kind").set_value(kind).run()
    assert app.selectbox(key="group").value == "all"
    assert "Không dòng nào là số liệu quan sát" not in all_text(app)
