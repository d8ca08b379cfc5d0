"""Names of the growth families."""

from enum import StrEnum


class Family(StrEnum):
    """How an indicator may grow."""

    REFERENCE = "reference"
    """What followed comparable episodes elsewhere; the default."""
    LINEAR = "linear"
    COMPOUND = "compound"
    LOGISTIC = "logistic"
    DAMPED = "damped"
    DRIFT = "drift"
    LEAST_ERROR = "least_error"
    """Asks for the fitted family with the least leave-last-out error; never a result."""
    PACE = "pace"
