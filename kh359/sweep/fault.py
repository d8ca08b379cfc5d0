"""What can be wrong with a sweep: codes and values; `kh359.locale.sweep_fault` has the words."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class GridFaultCode(StrEnum):
    """What is wrong with one key of a grid. The comment names what `expected` carries."""

    NOT_READABLE = "not_readable"  # -; the value is the reader's complaint
    TOO_LONG = "too_long"  # -; high is the most characters
    HIDDEN_CHARACTER = "hidden_character"  # -; the value is its number, such as U+202E
    WRONG_VERSION = "wrong_version"  # -; high is the version that is read
    UNKNOWN = "unknown"  # the known keys
    MISSING = "missing"  # -
    WRONG_TYPE = "wrong_type"  # a member of `Expected`
    OUT_OF_RANGE = "out_of_range"  # -; low and high
    EMPTY = "empty"  # -
    TWICE = "twice"  # -
    WRONG_COUNT = "wrong_count"  # -; high is the count that is needed
    NOT_WHOLE = "not_whole"  # -; the value is the sum
    BAD_RANGE = "bad_range"  # -
    NEEDS_SLOT = "needs_slot"  # the slots of the lever
    ONE_SHARE = "one_share"  # -
    BOTH = "both"  # -
    TOO_MANY = "too_many"  # -; the value is the count, high the most
    BAD_ID = "bad_id"  # -
    UNKNOWN_INDICATOR = "unknown_indicator"  # the nearest ids; place
    UNKNOWN_TARGET = "unknown_target"  # the nearest ids; place


class Expected(StrEnum):
    """What a key takes."""

    TEXT = "text"
    WHOLE = "whole"
    FLAG = "flag"
    NUMBER = "number"
    TEXTS = "texts"
    TABLE = "table"
    TABLES = "tables"
    VALUES = "values"
    SPAN = "span"


@dataclass(frozen=True, slots=True, kw_only=True)
class GridFault:
    """One fault. key: dotted, as in the file. Limits of a lever's value are decimals."""

    code: GridFaultCode
    key: str = ""
    value: object = None
    expected: str = ""
    low: float | None = None
    high: float | None = None
    lever: str = ""
    place: str = ""


class GridError(ValueError):
    """A grid that cannot be swept; lists every fault."""

    def __init__(self, faults: Iterable[GridFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{f.code}: {f.key} {f.value!r}" for f in self.faults))


class SweepFaultCode(StrEnum):
    """What stops a sweep. The comment names the fields of `SweepError`."""

    OTHER_SWEEP = "other_sweep"  # folder
    NOT_A_SWEEP = "not_a_sweep"  # folder
    OTHER_CODE = "other_code"  # worker
    OTHER_DATA = "other_data"  # place
    NO_CLUSTER_LIBRARY = "no_cluster_library"  # -
    NO_SCHEDULER = "no_scheduler"  # address
    NO_WORKERS = "no_workers"  # address
    NO_PACKAGE = "no_package"  # reason
    WORKER_FAILED = "worker_failed"  # worker, reason
    SCHEDULER_LOST = "scheduler_lost"  # address
    WORKERS_DIED = "workers_died"  # place, reason


class SweepError(Exception):
    """A sweep that cannot go on; partitions that are done stay done."""

    def __init__(self, code: SweepFaultCode, **fields: str) -> None:
        # All of it in `args`: an exception travels from a worker by them.
        super().__init__(code, fields)
        self.code = code
        self.fields = fields

    def __reduce__(self) -> tuple[object, ...]:
        return _revived, (self.code, self.fields)


def _revived(code: SweepFaultCode, fields: dict[str, str]) -> SweepError:
    return SweepError(code, **fields)
