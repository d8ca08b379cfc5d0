"""What the command line says: help and usage errors in the user's language, all of it."""

import pytest

from kh359.cli.command import run
from kh359.cli.console import language_of

ENGLISH = ("usage:", "options:", "positional arguments", "show this help", "error:", "required")


@pytest.fixture(autouse=True)
def no_language_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KH359_LANG", raising=False)


def words(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    with pytest.raises(SystemExit) as caught:
        run(arguments)
    captured = capsys.readouterr()
    return int(caught.value.code or 0), captured.out + captured.err


@pytest.mark.parametrize("command", [(), ("project",), ("check",)])
def test_help_is_vietnamese_first(
    capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    code, text = words(capsys, *command, "--help")
    assert code == 0
    assert "cách dùng: python -m kh359" in text
    assert "hiện phần trợ giúp này rồi thoát" in text
    assert not [word for word in ENGLISH if word in text]


@pytest.mark.parametrize("command", [(), ("project",), ("check",)])
def test_help_is_english_when_asked(
    capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    code, text = words(capsys, *command, "--lang", "en", "--help")
    assert code == 0
    assert "usage: python -m kh359" in text
    assert "hiện" not in text
    assert "chỉ tiêu" not in text


def test_help_explains_every_verdict(capsys: pytest.CaptureFixture[str]) -> None:
    _, text = words(capsys, "project", "--help")
    for line in (
        "met             đạt",
        "no_data         chưa có số liệu",
        "no_evidence",
        "decided_met",
    ):
        assert line in text


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ((), "lỗi: thiếu tham số bắt buộc: LỆNH"),
        (("project",), "lỗi: thiếu tham số bắt buộc: --out"),
        (("project", "--out"), "lỗi: tham số --out: cần đúng một giá trị"),
        (("project", "--out", "x", "--seed", "a"), "giá trị không hợp lệ (cần kiểu int): 'a'"),
        (("project", "--out", ""), "lỗi: tham số --out: tên thư mục để trống"),
        (("check", "--data", " "), "lỗi: tham số --data: tên thư mục để trống"),
        (("check", "--nope"), "lỗi: không hiểu tham số: --nope"),
        (("check", "--lang", "fr"), "lựa chọn không hợp lệ: 'fr'"),
    ],
)
def test_usage_errors_are_vietnamese(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], complaint: str
) -> None:
    code, text = words(capsys, *arguments)
    assert code == 2
    assert complaint in text
    assert not [word for word in ENGLISH if word in text]


def test_argparse_keeps_its_own_words_afterwards(capsys: pytest.CaptureFixture[str]) -> None:
    import argparse

    words(capsys, "--help")
    assert argparse.ArgumentParser(prog="x").format_help().startswith("usage: x")


@pytest.mark.parametrize(
    ("arguments", "environ", "language"),
    [
        ((), {}, "vi"),
        ((), {"KH359_LANG": "en"}, "en"),
        ((), {"KH359_LANG": "fr"}, "vi"),
        (("check", "--lang", "en"), {}, "en"),
        (("--lang=en", "check"), {}, "en"),
        (("check", "--lang", "vi"), {"KH359_LANG": "en"}, "vi"),
        (("check", "--lang"), {}, "vi"),
    ],
)
def test_language(arguments: tuple[str, ...], environ: dict[str, str], language: str) -> None:
    assert language_of(arguments, environ) == language
