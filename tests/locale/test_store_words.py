"""Every fault of the store, every right and every act has words, in both languages."""

import re
from datetime import UTC, datetime

import pytest

from kh359.locale.act import ACTS, act_text
from kh359.locale.language import LANGUAGES
from kh359.locale.moment import moment
from kh359.locale.right import RIGHTS, right_text
from kh359.locale.store_error import FIELDS, STORE_WORDS, store_error_text, store_error_words
from kh359.store.act import Act
from kh359.store.person import Right
from kh359.store.store_error import Conflict, NotAllowed, StoreCode, StoreError

PLACES = {StoreCode.NOT_ALLOWED: Right.SAVE_SCENARIOS.value, StoreCode.NAMELESS: "title"}
DETAILS = {StoreCode.TOO_LARGE: str(64 * 2**20)}

AT = datetime(2026, 11, 23, 20, 5, tzinfo=UTC)
CONFLICT = Conflict(
    key="a", based_on=1, version=2, name="Cắt 20 %", saved_by="Trần Minh", saved_at=AT
)


def an_error(code: StoreCode) -> StoreError:
    if code is StoreCode.CONFLICT:
        return CONFLICT
    place, detail = PLACES.get(code, "C:\\kh359.sqlite3"), DETAILS.get(code, "chi tiết")
    return StoreError(code, place=place, detail=detail)


def test_nothing_is_without_words() -> None:
    assert set(STORE_WORDS) == set(StoreCode)
    assert set(RIGHTS) == set(Right)
    assert set(ACTS) == set(Act)


@pytest.mark.parametrize("code", StoreCode)
def test_every_fault_says_what_and_what_to_do(code: StoreCode) -> None:
    error = an_error(code)
    texts = [store_error_words(error, language) for language in LANGUAGES]
    for what, remedy in texts:
        assert len(what) > 10
        assert len(remedy) > 20
        assert not re.search(r"[{}]|\(\)|\.\.|\bNone\b", what + remedy)
    assert texts[0] != texts[1]


def test_a_conflict_names_who_and_when_in_viet_nam() -> None:
    told = store_error_text(CONFLICT, "vi")
    assert told.startswith("“Cắt 20 %” vừa được Trần Minh lưu trước (03:05, 24/11/2026).")
    assert moment(AT, "en") == "03:05, 24 Nov 2026"


def test_a_refused_right_names_the_person_and_the_act() -> None:
    error = NotAllowed(right=Right.CHANGE_FIGURES, person="Khách")
    assert store_error_text(error, "vi").startswith("Khách không có quyền sửa số liệu.")
    assert right_text(Right.CHANGE_FIGURES, "en") == "change figures"
    assert act_text(Act.FORKED, "vi") == "lưu thành bản mới"


def test_a_long_complaint_is_cut_and_put_on_one_line() -> None:
    error = StoreError(StoreCode.UNREACHABLE, place="db", detail="a\n" * 500 + "b.")
    told = store_error_text(error, "vi")
    assert len(told) < 450
    assert "\n" not in told


def test_fields_have_names() -> None:
    assert all(store_error_words(StoreError(StoreCode.NAMELESS, place=f), "vi") for f in FIELDS)
