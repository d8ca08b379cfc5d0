"""The year of an observed figure, as the schema bounds it.

The schema knows no clock and only guards against absurd years; that a figure is not of the future
is checked where it is entered (docs/decisions/years.md).
"""

from typing import Annotated

from pydantic import Field

from kh359.plan.target import MILESTONE_YEARS

FIRST_OBSERVED_YEAR = 1990
LAST_OBSERVED_YEAR = MILESTONE_YEARS[-1]
ObservedYear = Annotated[int, Field(ge=FIRST_OBSERVED_YEAR, le=LAST_OBSERVED_YEAR)]
