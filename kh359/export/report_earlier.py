"""What an earlier report said: the monitoring table (CSV) that was exported with it."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import isfinite

from kh359.locale.outcome import DECIDED
from kh359.locale.translate import Translator
from kh359.model.attainment import Verdict

NEEDED = (
    "indicator", "period", "target", "value", "status", "value_kind", "probability", "evidence",
    "scenario_hash", "assumptions", "data_version", "date",
)  # fmt: skip
STATUSES = frozenset({*(verdict.value for verdict in Verdict), *DECIDED.values()})

Key = tuple[str, str, str]
"""Indicator, period and target as the table writes them."""


class EarlierError(Exception):
    """The message is in the user's language: what is wrong with the file, and the remedy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One row. value: as shown, None where there is none; probability: a decimal or None."""

    value: float | None
    value_kind: str
    status: str
    probability: float | None
    evidence: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Earlier:
    """The whole table, with the run that made it."""

    day: date
    data_version: str
    scenario_hash: str
    assumptions: str
    standings: Mapping[Key, Standing]


def read_earlier(content: bytes, say: Translator) -> Earlier:
    """Read the bytes of a monitoring table. Raises EarlierError."""
    try:
        rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    except (UnicodeDecodeError, csv.Error):
        raise _unknown(say) from None
    if not rows or not set(NEEDED) <= set(rows[0]):
        raise _unknown(say)
    standings: dict[Key, Standing] = {}
    for place, row in enumerate(rows, start=2):
        try:
            key, standing = standing_of(row)
            standings[key] = standing
        except (TypeError, ValueError):
            raise EarlierError(
                say(
                    "Line {line} of the earlier monitoring table cannot be read; export it again "
                    "and leave the file as it is.",
                    line=place,
                )
            ) from None
    first = rows[0]
    try:
        day = date.fromisoformat(first["date"])
    except ValueError:
        raise _unknown(say) from None
    return Earlier(
        day=day,
        data_version=first["data_version"],
        scenario_hash=first["scenario_hash"],
        assumptions=first["assumptions"].removeprefix("'"),
        standings=standings,
    )


def standing_of(row: Mapping[str, str]) -> tuple[Key, Standing]:
    """What one row says, by the names of its columns. Raises ValueError."""
    if row["status"] not in STATUSES:
        raise ValueError(row["status"])
    probability = _number(row["probability"])
    if probability is not None and not 0 <= probability <= 1:
        raise ValueError(probability)
    standing = Standing(
        value=_number(row["value"]),
        value_kind=row["value_kind"],
        status=row["status"],
        probability=probability,
        evidence=int(row["evidence"]),
    )
    return (row["indicator"], row["period"], row["target"]), standing


def _number(text: str) -> float | None:
    value = float(text) if text else None
    if value is not None and not isfinite(value):
        raise ValueError(text)
    return value


def _unknown(say: Translator) -> EarlierError:
    return EarlierError(
        say(
            "The earlier file is no monitoring table of KH359 (CSV with the columns {columns}); "
            "choose the file of the kind “kpi” that was exported with the last report.",
            columns=", ".join(NEEDED[:5]) + ", …",
        )
    )
