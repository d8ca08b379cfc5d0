"""The Vietnamese catalogue says everything the code says, and nothing else."""

import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import kh359
from kh359.locale.translate import catalogue_path

ROOT = Path(kh359.__file__).parent
KEYWORDS = {"say": None, "marked": None, "plural": (1, 2)}
VIETNAMESE = re.compile(
    "[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.I
)

Key = tuple[str, ...]


def key_of(message_id: object) -> Key:
    return (message_id,) if isinstance(message_id, str) else tuple(message_id)  # type: ignore[arg-type]


def used() -> set[Key]:
    found: set[Key] = set()
    for folder in (ROOT, ROOT.parent):
        methods = [("app.py", "python")] if folder == ROOT.parent else [("**.py", "python")]
        skip = (
            (lambda path: Path(path) == ROOT.parent)
            if folder == ROOT.parent
            else (lambda path: True)
        )
        rows = extract_from_dir(
            folder, methods, keywords=KEYWORDS, directory_filter=skip, comment_tags=()
        )
        found |= {key_of(row[2]) for row in rows}
    return found


@pytest.fixture(scope="module")
def catalogue() -> dict[Key, Key]:
    with catalogue_path("vi").open("rb") as file:
        messages = read_po(file, locale="vi", abort_invalid=True)
    return {key_of(m.id): key_of(m.string) for m in messages if m.id}


def test_every_string_of_the_code_is_translated(catalogue: dict[Key, Key]) -> None:
    assert sorted(used() - set(catalogue)) == []


def test_no_translation_is_unused(catalogue: dict[Key, Key]) -> None:
    assert sorted(set(catalogue) - used()) == []


def test_no_translation_is_empty_or_fuzzy(catalogue: dict[Key, Key]) -> None:
    assert [key for key, strings in catalogue.items() if not all(strings)] == []
    assert "#, fuzzy" not in catalogue_path("vi").read_text("utf-8")


def test_translations_keep_the_fields(catalogue: dict[Key, Key]) -> None:
    def fields(texts: Key) -> set[str]:
        return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}

    assert {k: v for k, v in catalogue.items() if fields(k) != fields(v)} == {}


def test_no_message_is_defined_twice() -> None:
    text = catalogue_path("vi").read_text("utf-8")
    ids = re.findall(r"^msgid (.*(?:\n\".*)*)", text, re.M)
    assert len(ids) == len(set(ids))


def test_long_translations_are_vietnamese(catalogue: dict[Key, Key]) -> None:
    plain = {k: v for k, v in catalogue.items() if len(v[0].split()) > 3}
    assert [k for k, v in plain.items() if not VIETNAMESE.search(v[0])] == []
