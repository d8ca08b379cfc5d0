"""What the evidence box and the table of figures say, against the rows in data/."""

from tests.pages.opened_app import Open, all_text


def test_a_borrowed_pace_names_its_series_years_change_weight_and_source(open_app: Open) -> None:
    text = all_text(open_app("indicator", ct="digital_economy_share"))
    # Six changes between figures by one method: 6 / (6 + 10) = 38 %.
    assert "chiếm 38\u00a0% số lượt mô phỏng" in text
    assert "Việt Nam 11,91\u00a0% (2021) → 18,3\u00a0% (2024)" in text
    # (6.39 + 2.84 + 8) points in (3 + 1 + 2) years.
    assert "Bình quân +2,9 điểm phần trăm/năm." in text
    assert "Kinh tế số động lực phát triển xã hội</a> (VietNamNet, 26/11/2025)" in text
    assert text.count('<td class="">cho mượn mức tăng</td>') == 9


def test_a_start_from_the_old_province_alone_is_an_assumption(open_app: Open) -> None:
    words = "tỉnh mới đi từ mức của Quảng Ngãi trước 1/7/2025 (chưa có phần Kon Tum)"
    assert words in all_text(open_app("indicator", ct="digital_economy_share"))
    assert words not in all_text(open_app("indicator", ct="dossiers_online"))


def test_the_own_note_of_a_fitted_figure_is_in_the_box(open_app: Open) -> None:
    text = all_text(open_app("indicator", ct="digital_economy_share"))
    assert "Về số năm 2022: Ước tính nghiên cứu, còn sơ bộ" in text


def test_a_pace_carried_over_a_new_method_says_so(open_app: Open) -> None:
    text = all_text(open_app("indicator", ct="dti", xp="dti~2025~0.62"))
    assert "qua mốc đổi cách đo năm 2025. DTI 2025 dùng khung đánh giá mới." in text


def test_a_derived_figure_shows_both_sources_and_three_digits(open_app: Open) -> None:
    text = all_text(open_app("indicator", ct="full_online_services"))
    assert "38,8\u00a0%" in text
    assert "38,82" not in text
    text = all_text(open_app("indicator", ct="population"))
    (row,) = [r for r in text.split("<tr") if "1.245.650 cộng Kon Tum 579.914" in r]
    assert row.count("<a href") == 2


def test_proxies_and_peers_are_listed_with_their_sources(open_app: Open) -> None:
    app = open_app("sources")
    kinds = app.segmented_control(key="kind")
    kinds.set_value("comparable_series").run()
    assert not app.exception
    text = all_text(app)
    assert "Người dùng Internet (% dân số)" in text
    assert "cho mượn mức tăng: Người trưởng thành" in text
    app.segmented_control(key="kind").set_value("other_provinces").run()
    assert "Đà Nẵng" in all_text(app)


def test_both_tables_are_offered_as_files_named_by_data_version(open_app: Open) -> None:
    app = open_app("indicator", ct="dossiers_online")
    labels = [button.proto.label for button in app.get("download_button")]
    assert [label for label in labels if "CSV" in label] == ["Tải bảng này (CSV)"] * 2


def test_a_range_has_its_unit(open_app: Open) -> None:
    cells = all_text(open_app("indicator", ct="digital_economy_share")).split("<td")
    ranges = [cell for cell in cells if " – " in cell and "trung vị" in cell]
    assert len(ranges) == 4
    assert all(cell.count("\u00a0%") == 2 for cell in ranges)
