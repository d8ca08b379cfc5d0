"""`export --since`: the table of the last report, or words about what is wrong with the file."""

from argparse import Namespace
from pathlib import Path

import pytest

from kh359.cli.earlier_table import earlier_table
from kh359.cli.error import CommandError
from kh359.locale.translate import translator

SAY = translator("vi")


def test_without_the_option_there_is_none() -> None:
    assert earlier_table(Namespace(since=None), SAY) is None


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"Không đọc được tệp .*khong-co\.csv"):
        earlier_table(Namespace(since=tmp_path / "khong-co.csv"), SAY)


def test_another_file_is_refused_with_the_remedy(tmp_path: Path) -> None:
    path = tmp_path / "khac.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(CommandError, match=r"khac\.csv: .*loại “kpi”"):
        earlier_table(Namespace(since=path), SAY)
