"""One scenario of a comparison: what it is called, what came of it, and what stands behind it."""

from dataclasses import dataclass

from kh359.model.evaluation.run import ScenarioRun
from kh359.model.outlook import Outlook


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Candidate:
    """A run under its name. outlook: the baseline of the same stage, for evidence and targets.

    Candidates that are drawn together come from one stage: their draws are the same.
    """

    name: str
    run: ScenarioRun
    outlook: Outlook
