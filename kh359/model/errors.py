"""Errors of the model.

ModelError (a ValueError)
├── TrendError        a history cannot carry the growth family asked for
├── AssumptionError   the user supposes something outside the model's domain
└── ScenarioError     a scenario that cannot be used (kh359.model.scenario.fault)
"""


class ModelError(ValueError):
    """Anything the model refuses."""


class TrendError(ModelError):
    """A history cannot carry the growth family asked for; the message says what it lacks."""


class AssumptionError(ModelError):
    """An assumption names an unknown indicator or a value outside its bounds."""
