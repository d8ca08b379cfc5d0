"""What stands around every view: title, warnings, notes, the frozen run, next and previous."""

from collections import Counter
from functools import partial
from html import escape

import streamlit as st

from kh359.locale.number import date, number
from kh359.locale.proof import short_level
from kh359.model.evidence import Level
from kh359.model.outlook import Outlook
from kh359.pages import _state
from kh359.pages._briefing.briefing import Briefing
from kh359.pages._briefing.keys import listen
from kh359.pages._briefing.sitting import Sitting
from kh359.pages._briefing.slide import Slide
from kh359.plan.data_date import latest_date
from kh359.plan.facts import Facts

NOTES, FROZEN, KEYS = "briefing_notes", "briefing_frozen", "briefing_keys"


def show_head(slide: Slide, sitting: Sitting, facts: Facts) -> None:
    """Title and scenario; above all, what makes this look differ from the frozen one."""
    say, briefing = _state.say(), sitting.briefing
    head = f'<div class="kh-head"><h1>{escape(slide.title)}</h1>'
    st.html(f'{head}<span class="of">{escape(sitting.name)}</span></div>')
    if briefing.version != facts.version:
        text = say(
            "The data have changed since this briefing was frozen on {day}: then version {then}, "
            "now {now}. The numbers on the screen are those of now.",
            day=date(briefing.day.isoformat(), _state.language()),
            then=briefing.version,
            now=facts.version,
        )
        st.html(f'<div class="kh-alert" role="alert">{escape(text)}</div>')
    if sitting.ground.outlook.assumptions.suppose_2025_met:
        text = say("Assumption (giả định): every 2025 target without data was just met")
        st.html(f'<div class="kh-supposed">{escape(text)}</div>')


def show_bar(slides: list[Slide], place: int, sitting: Sitting, facts: Facts) -> None:
    """The frozen run, the buttons, and the notes where they are asked for."""
    row = {"horizontal": True, "wrap": False, "vertical_alignment": "center", "gap": "small"}
    if _state.kept(NOTES):
        _show_notes(slides[place], sitting)
    with st.container(**row):
        _show_row(slides, place, sitting, facts)


def _show_notes(slide: Slide, sitting: Sitting) -> None:
    """The view's own, then what the author of the scenario wrote."""
    say = _state.say()
    notes = " ".join(part for part in (slide.notes, sitting.chosen.note) if part)
    st.html(f'<div class="kh-notes"><b>{escape(say("Notes"))}.</b> {escape(notes)}</div>')


def _show_row(slides: list[Slide], place: int, sitting: Sitting, facts: Facts) -> None:
    say = _state.say()
    st.html(f'<div class="kh-foot">{_foot(sitting, facts)}</div>', width="stretch")
    st.html(f'<div class="kh-foot"><b>{place + 1}/{len(slides)}</b></div>', width="content")
    if is_trial(sitting):
        st.button(say("Back to the frozen scenario"), key="briefing_back", on_click=_restore)
    _steps(slides, place)
    st.button(f"{say('Notes')} (N)", key="briefing_notes", on_click=_toggle_notes)
    st.button(f"{say('Leave')} (Esc)", key="briefing_leave", on_click=_leave)


def listen_to_keys() -> None:
    """Arrow keys, and the keys that a presenter's remote control sends."""
    back, on = partial(_step, -1), partial(_step, 1)
    listen(
        {
            "ArrowRight": on,
            "PageDown": on,
            "ArrowLeft": back,
            "PageUp": back,
            "n": _toggle_notes,
            "Escape": _leave,
        }
    )


def freeze() -> None:
    """The scenario as it is now is what this briefing is about."""
    _state.keep(FROZEN, (_state.view().scenario,))


def freeze_once() -> None:
    """A briefing opened by its link is frozen as the link has it."""
    if _state.kept(FROZEN) is None:
        freeze()


def is_trial(sitting: Sitting) -> bool:
    """Whether a lever was moved since the run was frozen."""
    frozen = _state.kept(FROZEN)
    return not sitting.compared and frozen is not None and frozen[0] != _state.view().scenario


def _steps(slides: list[Slide], place: int) -> None:
    say = _state.say()
    _state.keep(KEYS, [slide.key for slide in slides])
    back = {"on_click": _step, "args": (-1,), "disabled": place == 0}
    on = {"on_click": _step, "args": (1,), "disabled": place == len(slides) - 1}
    st.button(f"← {say('Previous')}", key="briefing_previous", **back)
    st.button(f"{say('Next')} →", key="briefing_next", type="primary", **on)


def _foot(sitting: Sitting, facts: Facts) -> str:
    say, language, outlook = _state.say(), _state.language(), sitting.ground.outlook
    run = say(
        "{name} ({hash}) · frozen on {day} · figures up to {date} (data version {version}) · seed "
        "{seed}, {draws} draws",
        name=say("Compare") if sitting.compared else sitting.name,
        hash=sitting.hashes,
        day=date(sitting.briefing.day.isoformat(), language),
        date=date(latest_date(facts.sources), language),
        version=outlook.data_version,
        seed=outlook.seed,
        draws=number(outlook.n_draws, language, digits=0),
    )
    if is_trial(sitting):
        run = f"<b>{escape(say('Trial, not the frozen scenario'))}:</b> {escape(run)}"
    else:
        run = escape(run)
    evidence = escape(f"{say('Evidence')}: {_evidence(outlook)}")
    return f"{run}<br>{evidence}"


def _evidence(outlook: Outlook) -> str:
    """'mức 1 (từ ba số liệu trở lên): 2 chỉ tiêu; …', as every exported file says it."""
    say = _state.say()
    found = Counter(item.evidence.level for item in outlook.indicators if item.attainments)
    return "; ".join(
        say(
            "level {level} ({words}): {count} indicators",
            level=int(level),
            words=short_level(level, say.language),
            count=found[level],
        )
        for level in Level
    )


def _step(by: int) -> None:
    """From the view that is on now: a quick second press comes before it is drawn."""
    view, keys = _state.view(), _state.kept(KEYS)
    if view.briefing is not None and keys:
        place = _place(keys, view.briefing) + by
        _state.change(view.briefed(view.briefing.at(keys[min(max(place, 0), len(keys) - 1)])))


def _toggle_notes() -> None:
    if _state.view().briefing is not None:
        _state.keep(NOTES, not _state.kept(NOTES))


def _leave() -> None:
    _state.keep(FROZEN, None)
    _state.change(_state.view().briefed(None))


def _restore() -> None:
    (frozen,) = _state.kept(FROZEN)
    _state.change(_state.view().with_scenario(frozen))


def place_of(slides: list[Slide], briefing: Briefing) -> int:
    """Of the view on the screen; the first where the link names none that is left."""
    return _place([slide.key for slide in slides], briefing)


def _place(keys: list[str], briefing: Briefing) -> int:
    return keys.index(briefing.slide) if briefing.slide in keys else 0
