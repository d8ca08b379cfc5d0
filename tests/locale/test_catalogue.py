"""The Vietnamese catalogue says everything the code says, and nothing else."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

import kh359
from kh359.locale.translate import catalogue_path

ROOT = Path(kh359.__file__).parent
COUNTS = {"say": 1, "marked": 1, "plural": 2}
"""How many leading arguments of a call are source strings."""
VIETNAMESE = re.compile(
    "[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.I
)

Key = tuple[str, ...]


def key_of(message_id: object) -> Key:
    return (message_id,) if isinstance(message_id, str) else tuple(message_id)  # type: ignore[arg-type]


def called_name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def used() -> set[Key]:
    """Source strings in the code. Read from the syntax tree: inside f-strings too."""
    found: set[Key] = set()
    for path in (ROOT.parent / "app.py", *ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or called_name(node) not in COUNTS:
                continue
            words = node.args[: COUNTS[called_name(node)]]
            values = [word.value for word in words if isinstance(word, ast.Constant)]
            texts = tuple(value for value in values if isinstance(value, str))
            if texts:
                found.add(texts)
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
