"""The closed, frozen base of every row read from `data/`."""

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, model_validator

from kh359.plan.unit import Unit

LARGEST = 1e15
"""The largest size of any figure: floats still hold every whole number up to here."""


class Fact(BaseModel):
    """One checked row. Empty cells are missing values; fields in `scaled` become decimals."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, allow_inf_nan=False
    )

    scaled: ClassVar[tuple[str, ...]] = ()

    @model_validator(mode="before")
    @classmethod
    def _empty_is_missing(cls, row: Any) -> Any:
        if isinstance(row, dict):
            return {name: None if cell == "" else cell for name, cell in row.items()}
        return row

    @model_validator(mode="after")
    def _percent_to_decimal(self) -> "Fact":
        unit: Unit | None = getattr(self, "unit", None)
        if unit is not None:
            for name in self.scaled:
                shown = getattr(self, name)
                if shown is not None:
                    object.__setattr__(self, name, unit.to_decimal(shown))
        return self
