"""Units a figure may carry, and the one place where percent becomes a decimal."""

from decimal import Decimal
from enum import StrEnum


class Unit(StrEnum):
    """Unit of an indicator, target or observation, as written in `data/`."""

    PERCENT = "percent"
    INDEX = "index"
    SCORE_100 = "score_100"
    PER_10K = "per_10k"
    PEOPLE = "people"
    ENTERPRISES = "enterprises"
    ORGANISATIONS = "organisations"
    TASKS = "tasks"
    APPLICATIONS = "applications"
    PAPERS = "papers"
    AWARDS = "awards"
    CENTRES = "centres"
    PROJECTS = "projects"
    PRODUCTS = "products"
    INITIATIVES = "initiatives"
    BN_VND = "bn_vnd"
    MN_VND = "mn_vnd"
    PER_1000 = "per_1000"
    PER_MILLION = "per_million"
    PER_100 = "per_100"
    DOSSIERS = "dossiers"
    MBPS = "mbps"
    RATIO = "ratio"
    YEARS = "years"

    @property
    def scale(self) -> float:
        """Number in `data/` that stands for 1 inside: 100 for percent, else 1."""
        return 100.0 if self is Unit.PERCENT else 1.0

    def to_decimal(self, shown: float | Decimal) -> float:
        """Turn a figure as written in `data/` into the model's number (50 % -> 0.5).

        The decimal point moves in the written figure: a division would make 0.7 % another number
        than 0.007.
        """
        exact = shown if isinstance(shown, Decimal) else Decimal(repr(float(shown)))
        return float(exact.scaleb(-self._places))

    def to_shown(self, decimal: float) -> float:
        """Turn the model's number into the figure as the interface writes it (0.5 -> 50 %)."""
        return float(self.to_written(decimal))

    def to_written(self, decimal: float) -> Decimal:
        """The exact figure for a file; `to_decimal` gives back the same number, bit for bit."""
        return Decimal(repr(float(decimal))).scaleb(self._places)

    @property
    def _places(self) -> int:
        return 2 if self is Unit.PERCENT else 0

    @property
    def is_whole(self) -> bool:
        """Whether the unit is counted in whole pieces."""
        return self in _WHOLE


_WHOLE = frozenset(
    {
        Unit.PEOPLE,
        Unit.ENTERPRISES,
        Unit.ORGANISATIONS,
        Unit.TASKS,
        Unit.APPLICATIONS,
        Unit.PAPERS,
        Unit.AWARDS,
        Unit.CENTRES,
        Unit.PROJECTS,
        Unit.PRODUCTS,
        Unit.INITIATIVES,
        Unit.DOSSIERS,
    }
)
