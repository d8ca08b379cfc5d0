"""What the audit found: figures with units and the places of the plan, before any language."""

from dataclasses import dataclass
from enum import StrEnum

from kh359.plan.target import Target
from kh359.plan.unit import Unit


class Severity(StrEnum):
    """How much a finding matters, gravest first (docs/decisions/audit.md)."""

    SERIOUS = "serious"
    """Two statements cannot both hold as they are written, or hardly anything ever went so far."""
    NOTABLE = "notable"
    """Cannot be followed or compared until it is made clear."""
    INFORMATION = "information"
    """Good to know; nothing is wrong."""


class Form(StrEnum):
    """How a figure is to be read."""

    STATED = "stated"
    """In `unit`, as the plan or a source wrote it; decimals."""
    COMPUTED = "computed"
    """In `unit`, worked out here, so that three digits are enough; decimals."""
    CHANCE = "chance"
    """A share of episodes, 0..1."""
    TIMES = "times"
    """How many times one figure is another."""
    COUNT = "count"
    """A number of things named in the sentence."""
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number of a finding. The first of a key fills that {key} of the sentences.

    year: the year it is about, where figures of several years share a key. name: source string
    of what it is, for figures that also stand in a table.
    """

    key: str
    value: float
    form: Form
    unit: Unit | None = None
    year: int | None = None
    per_year: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words that come from `data/` in both languages; they fill the {key} of the sentences."""

    key: str
    vi: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding. `says` and `asks` are source strings whose {fields} are keys of the figures
    and phrases, {indicator} (the first one's name) and {indicators} (all names).

    asks: what could be done about it. source_ids: rows of `sources.csv` beside the plan itself.
    """

    rule_id: str
    severity: Severity
    indicator_ids: tuple[str, ...]
    targets: tuple[Target, ...]
    says: str
    asks: str
    figures: tuple[Figure, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    source_ids: tuple[str, ...] = ()

    @property
    def clauses(self) -> tuple[str, ...]:
        """Places in the plan, each once, in the order of the targets."""
        return tuple(dict.fromkeys(target.clause for target in self.targets))


def year(key: str, value: int) -> Figure:
    """A year, to be written without separators."""
    return Figure(key=key, value=value, form=Form.YEAR)


def count(key: str, value: int) -> Figure:
    """A number of things."""
    return Figure(key=key, value=value, form=Form.COUNT)
