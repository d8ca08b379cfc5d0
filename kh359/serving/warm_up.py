"""What the first visitor would wait for, done before anyone comes: imports, facts, projections."""

import gc
import importlib
import inspect
import logging
import pkgutil
from collections.abc import Iterator
from contextlib import suppress

import kh359.pages
from kh359.locale.language import LANGUAGES
from kh359.model.assumptions import Assumptions
from kh359.pages import _compute
from kh359.plan.problem import FactsError

log = logging.getLogger(__name__)
PACKAGE = kh359.pages.__name__
LATE_IMPORTS = ("pandas", "streamlit.dataframe_util", "streamlit.emojis", "streamlit.web.skills")
"""What Streamlit imports at its first element of a kind."""


def warm_up() -> None:
    """Fill the caches that all sessions share. Faults of the data are for the pages to tell."""
    for name in rooms():
        importlib.import_module(name)
    for name in LATE_IMPORTS:
        # Another Streamlit may keep it elsewhere; then the first visitor waits for it.
        with suppress(ImportError):
            importlib.import_module(name)
    # Streamlit looks once who called it; the first look at so many modules takes a second.
    inspect.stack()
    try:
        _compute.facts()
    except FactsError:
        log.warning("the facts have faults; `python -m kh359 check` tells them")
        return
    if any(_compute.rest_fault(language) for language in LANGUAGES):
        return
    _compute.plan_audit()
    _compute.preset_shelf()
    # The two plans that every page offers: as observed, and with the one switch on.
    for supposed in (False, True):
        ground = _compute.stage(Assumptions(suppose_2025_met=supposed), _compute.rest())
        _compute.baseline(ground)
    _compute.freeze_once()
    gc.collect()


def rooms() -> Iterator[str]:
    """Names of the modules behind the pages; a page itself runs when it is imported."""
    for module in pkgutil.walk_packages(kh359.pages.__path__, f"{PACKAGE}."):
        if module.name.removeprefix(f"{PACKAGE}.").startswith("_"):
            yield module.name
