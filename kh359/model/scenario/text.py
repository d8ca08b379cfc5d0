"""A scenario as the text of a file (TOML, JSON) or of a link, and back, exactly.

See docs/decisions/scenario-files.md. Files state every lever, percent as percent; a link states
only what differs from rest, as decimals, and no note.
"""

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from decimal import Decimal

from kh359.model.scenario.document import Document, read_document, write_document
from kh359.model.scenario.fault import LeverFault, LeverFaultCode, ScenarioError
from kh359.model.scenario.override_document import Indicators
from kh359.model.scenario.scenario import Scenario
from kh359.model.scenario.written_value import quoted

LONGEST_TEXT = 65_536
"""Characters of a scenario's text; the longest sound one is far below."""
ENCODING = "UTF-8"
BARE = re.compile("[A-Za-z0-9_-]+")
SMALLEST_PLAIN, LARGEST_PLAIN = Decimal("1e-9"), Decimal("1e15")
"""Between these a number is written without an exponent."""


def read_toml(
    text: str | bytes, rest: Scenario, indicators: Indicators, *, english: bool = False
) -> Scenario:
    """The scenario of a TOML file. Raises ScenarioError with every fault, and nothing else.

    rest: where levers lie that the file leaves out. indicators: by id, for units and bounds of
    overrides. english: whether `name_en` and `note_en`, where given, become name and note.
    """
    document = _parsed(text, lambda plain: tomllib.loads(plain, parse_float=Decimal))
    return read_document(document, rest, indicators, percent=True, english=english)


def read_json(
    text: str | bytes, rest: Scenario, indicators: Indicators, *, english: bool = False
) -> Scenario:
    """The scenario of a JSON file, like `read_toml`."""
    document, twice = _from_json(text)
    return read_document(document, rest, indicators, percent=True, english=english, faults=twice)


def read_link(text: str, rest: Scenario, indicators: Indicators) -> Scenario:
    """The scenario of a link, like `read_toml`; its numbers are decimals."""
    document, twice = _from_json(text)
    return read_document(document, rest, indicators, percent=False, faults=twice)


def write_toml(
    scenario: Scenario, indicators: Indicators, *, comments: Mapping[str, str] | None = None
) -> str:
    """Every lever, one a line. comments: words for the line above a key, such as its unit."""
    document = write_document(scenario, indicators, percent=True)
    overrides = document.pop("overrides", {})
    lines = []
    for key, item in document.items():
        lines += [f"# {line}" for line in (comments or {}).get(key, "").splitlines()]
        lines.append(f"{key} = {_plain(item)}")
    if isinstance(overrides, dict):
        for indicator_id, keys in overrides.items():
            lines += ["", f"[overrides.{_key(indicator_id)}]"]
            lines += [f"{key} = {_plain(item)}" for key, item in keys.items()]
    return "\n".join(lines) + "\n"


def write_json(scenario: Scenario, indicators: Indicators) -> str:
    """Every lever, one a line."""
    document = write_document(scenario, indicators, percent=True)
    lines = (f"  {_plain(key)}: {_plain(item)}" for key, item in document.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def write_link(scenario: Scenario, rest: Scenario, indicators: Indicators) -> str:
    """What differs from `rest`, as JSON on one line without spaces outside of texts.

    The note stays behind: a link must fit a message.
    """
    document = write_document(scenario, indicators, percent=False, rest=rest)
    document.pop("note", None)
    return _plain(document, comma=",", colon=":")


def _parsed(text: str | bytes, parse: Callable[[str], object]) -> Document:
    """The text as a document, or ScenarioError: it is too long, or no text of this form."""
    if len(text) > LONGEST_TEXT:
        code = LeverFaultCode.TOO_LONG
        raise ScenarioError([LeverFault(code=code, value=len(text), high=LONGEST_TEXT)])
    try:
        plain = text.decode(ENCODING) if isinstance(text, bytes) else text
        parsed = parse(plain.removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        fault = LeverFault(code=LeverFaultCode.NOT_READABLE, value=ENCODING)
        raise ScenarioError([fault]) from error
    # ArithmeticError: an exponent beyond any number. RecursionError: brackets without end.
    except (ValueError, ArithmeticError, RecursionError) as error:
        fault = LeverFault(code=LeverFaultCode.NOT_READABLE, value=quoted(str(error)))
        raise ScenarioError([fault]) from error
    if not isinstance(parsed, dict):
        fault = LeverFault(code=LeverFaultCode.NOT_READABLE, value=quoted(parsed))
        raise ScenarioError([fault])
    return parsed


def _from_json(text: str | bytes) -> tuple[Document, list[LeverFault]]:
    """The document, and the keys that stand twice in it."""
    twice: list[LeverFault] = []

    def once(pairs: list[tuple[str, object]]) -> Document:
        document = dict(pairs)
        keys = [key for key, _ in pairs]
        if len(keys) > len(document):
            twice.extend(
                LeverFault(code=LeverFaultCode.TWICE, field=quoted(key))
                for key in document
                if keys.count(key) > 1
            )
        return document

    parse = json.JSONDecoder(object_pairs_hook=once, parse_float=Decimal).decode
    return _parsed(text, parse), twice


def _key(name: str) -> str:
    """A key of TOML: bare where it may be."""
    return name if BARE.fullmatch(name) else _plain(name)


def _plain(item: object, comma: str = ", ", colon: str = ": ") -> str:
    """One value, in the notation that TOML and JSON share (objects: JSON)."""
    if isinstance(item, Decimal):
        return _number(item)
    if isinstance(item, bool | int):
        return str(item).lower()
    if isinstance(item, list):
        return f"[{comma.join(_plain(part, comma, colon) for part in item)}]"
    if isinstance(item, dict):
        pairs = (f"{_plain(key)}{colon}{_plain(part, comma, colon)}" for key, part in item.items())
        return f"{{{comma.join(pairs)}}}"
    return json.dumps(item, ensure_ascii=False)


def _number(exact: Decimal) -> str:
    """1.50 -> '1.5', 6E+1 -> '60'; an exponent only where a plain number would be very long."""
    if exact and not SMALLEST_PLAIN <= abs(exact) < LARGEST_PLAIN:
        return str(exact)
    plain = f"{exact:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
