"""A slider of the levers moved: which one, and the value it now stands at."""

from dataclasses import dataclass, replace

from kh359.model.scenario.fault import LeverFault, LeverFaultCode, ScenarioError
from kh359.model.scenario.lever import LEVERS, Lever
from kh359.model.scenario.written_value import is_number, quoted
from kh359.pages import _compute
from kh359.pages._scenario.choice import with_lever, with_override
from kh359.pages._view import View
from kh359.plan.fact import LARGEST

_PACE = "pace_"


def lever_key(lever: Lever, slot: int) -> str:
    """What the slider of one value of a lever is called."""
    return f"{lever.name}_{slot}"


def pace_key(indicator_id: str) -> str:
    """What the slider of one indicator's added pace is called."""
    return f"{_PACE}{indicator_id}"


_LEVER_OF = {
    lever_key(lever, slot): (lever, slot) for lever in LEVERS for slot in range(lever.size)
}


@dataclass(frozen=True, slots=True)
class LeverMove:
    """key: of the slider; value: a decimal. What comes from a browser is checked by `moved`."""

    key: str
    value: float


def read_move(item: object) -> LeverMove:
    """[key, value] as a browser sends it. Raises ScenarioError for anything else."""
    match item:
        case [str(key), (int() | float()) as value] if is_number(value) and abs(value) < LARGEST:
            return LeverMove(key, float(value))
    raise _refused(LeverFaultCode.WRONG_TYPE, item)


def moved(view: View, move: LeverMove) -> View:
    """The view after the move. Raises ScenarioError: no such slider, or a value out of range."""
    if move.key in _LEVER_OF:
        lever, slot = _LEVER_OF[move.key]
        return with_lever(view, lever.name, slot, move.value)
    indicator_id = move.key.removeprefix(_PACE)
    if move.key != pace_key(indicator_id) or indicator_id not in _compute.facts().indicator_by_id:
        raise _refused(LeverFaultCode.UNKNOWN, move.key)
    override = (view.scenario or _compute.rest()).override_of(indicator_id)
    return with_override(view, replace(override, pace=move.value))


def _refused(code: LeverFaultCode, found: object) -> ScenarioError:
    return ScenarioError([LeverFault(code=code, field="moves", value=quoted(found))])
