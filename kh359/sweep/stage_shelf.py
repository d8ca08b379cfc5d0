"""The last stages made in this process: partitions of one place share theirs."""

from collections import OrderedDict
from threading import Lock

from kh359.model.assumptions import Assumptions
from kh359.model.evaluation.stage import Stage, prepare, with_starts
from kh359.model.outlook import project_plan
from kh359.model.scenario.scenario import Scenario, rest_scenario
from kh359.model.scenario.text import read_json, read_toml
from kh359.plan.facts import Facts
from kh359.sweep.place import Place, facts_of
from kh359.sweep.sweep import Settings

MOST_STAGES = 4
"""A stage of the whole plan with 2,000 draws holds some 20 MB."""


class StageShelf:
    """Stages by what made them; threads of one worker share a shelf."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._held: OrderedDict[tuple[object, ...], tuple[Stage, Scenario]] = OrderedDict()

    def of(self, place: Place, settings: Settings) -> tuple[Stage, Scenario]:
        """The stage of a place and the base scenario there; made when it is not held."""
        key = (
            place.version,
            settings.base,
            settings.draws,
            settings.seed,
            settings.suppose_2025_met,
        )
        # One thread makes a stage, the others wait for it: two would do the same work twice.
        with self._lock:
            if key not in self._held:
                self._held[key] = _made(facts_of(place), settings)
            self._held.move_to_end(key)
            while len(self._held) > MOST_STAGES:
                self._held.popitem(last=False)
            return self._held[key]


def base_scenario(facts: Facts, content: bytes, *, is_json: bool) -> Scenario:
    """The base at a place: what its file leaves out is where that place rests.

    Raises ScenarioError with every fault of the file.
    """
    rest = rest_scenario(facts)
    if not content:
        return rest
    read = read_json if is_json else read_toml
    return read(content, rest, facts.indicator_by_id)


def _made(facts: Facts, settings: Settings) -> tuple[Stage, Scenario]:
    base = base_scenario(facts, settings.base, is_json=settings.base_is_json)
    supposed = with_starts(Assumptions(suppose_2025_met=settings.suppose_2025_met), base)
    outlook = project_plan(facts, supposed, n_draws=settings.draws, seed=settings.seed)
    return prepare(facts, outlook), base
