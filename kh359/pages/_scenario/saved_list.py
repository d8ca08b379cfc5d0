"""The saved scenarios by what a list says of them."""

from contextlib import suppress

from kh359.model.scenario.fault import ScenarioError
from kh359.model.scenario.scenario import Scenario
from kh359.pages import _compute, _person, _state, _store
from kh359.pages._moment import moment_text
from kh359.store.scenario_shelf import SavedScenario, ScenarioShelf
from kh359.store.store_error import StoreError


def scenario_shelf() -> ScenarioShelf:
    """Saved scenarios, read against today's facts. Raises StoreError."""
    return ScenarioShelf(_store.database(), _compute.facts())


def saved_scenarios(most: int = 50) -> dict[str, Scenario]:
    """The newest versions by what a list says of them; empty while the store is away."""
    say, found = _state.say(), {}
    with suppress(StoreError):
        shelf = scenario_shelf()
        for one in shelf.list(_person.person())[:most]:
            with suppress(ScenarioError):  # of facts that have changed since
                found[say("Saved: {name}", name=saved_line(one))] = shelf.scenario(one)
    return found


def saved_line(saved: SavedScenario) -> str:
    """'Nhanh hơn · v3 · An, 23/11/2026 20:15'."""
    when = moment_text(saved.saved_at)
    return f"{saved.name} · v{saved.version} · {saved.saved_by}, {when}"
