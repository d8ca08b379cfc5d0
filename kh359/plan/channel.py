"""How money reaches an indicator: a channel, and which channel moves which indicator."""

from pydantic import Field

from kh359.plan.fact import Fact
from kh359.plan.prior import PriorKind

CHANNEL_PRIORS: dict[str, PriorKind] = {
    "elasticity_id": PriorKind.ELASTICITY,
    "depreciation_id": PriorKind.DEPRECIATION,
    "lag_id": PriorKind.LAG,
}
"""Which kind of assumption each column of `channels.csv` names."""


class Channel(Fact):
    """One row of `channels.csv`. The three ids are rows of `assumptions.csv`."""

    channel_id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    name_vi: str
    name_en: str
    elasticity_id: str
    depreciation_id: str
    lag_id: str


class Response(Fact):
    """One row of `responses.csv`: the channel through which money moves an indicator, and why.

    The money is that of the programme whose letter is the indicator's group. An indicator without
    a row does not answer to money.
    """

    indicator_id: str
    channel_id: str
    reason_vi: str
    reason_en: str
