"""Vietnamese typed without diacritics finds Vietnamese."""

import unicodedata

import pytest

from kh359.intake.folding import folded, matches


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Kinh tế số trong GRDP", "kinh te so trong grdp"),
        ("Điểm ĐMST được đo", "diem dmst duoc do"),
        ("  Người  thường xuyên ", "nguoi thuong xuyen"),
        (unicodedata.normalize("NFD", "chữ ký số"), "chu ky so"),
    ],
)
def test_diacritics_case_and_spaces_are_dropped(text: str, plain: str) -> None:
    assert folded(text) == plain


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("kinh te so", True),
        ("  số trong  GRDP", True),
        ("Kinh Tế", True),
        ("", True),
        ("kinh tế số cả nước", False),
        ("kinh số", False),
    ],
)
def test_the_words_looked_for_stand_side_by_side(wanted: str, found: bool) -> None:
    assert matches(wanted, "e) Kinh tế số trong GRDP") is found
