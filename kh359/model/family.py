"""Names of the growth families."""

from enum import StrEnum


class Family(StrEnum):
    """How an indicator may grow."""

    LINEAR = "linear"
    COMPOUND = "compound"
    LOGISTIC = "logistic"
    DAMPED = "damped"
    DRIFT = "drift"
    PACE = "pace"
