"""The desk's main way in a real browser: a file, its report, accepted, on Chỉ tiêu, undone."""

from pathlib import Path

import pytest
from playwright.sync_api import expect
from test_both_pages import open_page, settled
from visit import Visit

TABLE = (
    "Chỉ tiêu;Địa bàn;Năm;Giá trị;Đơn vị;Chất lượng;Định nghĩa;"
    "Nguồn mới: tên văn bản;Nguồn mới: nơi công bố;Nguồn mới: số, ký hiệu\n"
    "incubators;Quảng Ngãi từ 1/7/2025;2025;3;centres;official;same;"
    "Báo cáo năm 2025;UBND tỉnh;15/BC-UBND\n"
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table as Vietnamese Excel saves it: semicolons, UTF-8 with a mark."""
    path = tmp_path / "so-lieu.csv"
    path.write_text(TABLE, encoding="utf-8-sig")
    return path


def section(visit: Visit, name: str) -> None:
    visit.page.get_by_role("radio", name=name, exact=True).click(force=True)
    settled(visit)


def test_a_file_is_checked_accepted_shown_and_undone(visit: Visit, table: Path) -> None:
    page = visit.page
    open_page(visit, "so-lieu")
    section(visit, "Nhập bảng")
    page.locator("input[type=file]").set_input_files(table)
    expect(page.get_by_text("có 1 số mới. Lỗi: 0")).to_be_visible()
    page.get_by_label("Vì sao nhập các số này (bắt buộc)").fill("Báo cáo năm, trang 7")
    page.get_by_role("button", name="Nhận 1 con số").click()
    expect(page.get_by_text("Đã nhận 1 con số.")).to_be_visible()
    open_page(visit, "chi-tieu?ct=incubators")
    expect(page.get_by_text("Báo cáo năm, trang 7")).to_be_visible()
    open_page(visit, "so-lieu")
    section(visit, "Lịch sử thay đổi")
    page.get_by_label("Vì sao hoàn tác (bắt buộc)").fill("thử xong")
    page.get_by_role("button", name="Hoàn tác thay đổi này").click()
    expect(page.get_by_text("Đã hoàn tác: 1 con số.")).to_be_visible()
    open_page(visit, "chi-tieu?ct=incubators")
    expect(page.get_by_text("Báo cáo năm, trang 7")).to_have_count(0)
    assert [error for error in visit.errors if "404" not in error] == []
