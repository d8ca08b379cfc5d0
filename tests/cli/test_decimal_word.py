"""Numbers of the command line: decimal comma and point, and nothing that reads two ways."""

import pytest

from kh359.cli.command import run
from kh359.cli.decimal_word import decimal_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("80,5", 80.5),
        ("80.5", 80.5),
        (" -1,25 ", -1.25),
        ("10600", 10_600.0),
        ("10,600", None),
        ("1.000,5", None),
        ("inf", None),
        ("nan", None),
        ("tám", None),
        ("", None),
    ],
)
def test_numbers_as_both_languages_write_them(text: str, value: float | None) -> None:
    assert decimal_of(text) == value


def test_what_is_no_number_is_refused_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        run(("solve", "--target", "dti-2030", "--probability", "80,500"))
    assert caught.value.code == 2
    told = capsys.readouterr().err
    assert "“80,500” không phải là số; ví dụ hãy ghi 80,5." in told
    assert "float" not in told
