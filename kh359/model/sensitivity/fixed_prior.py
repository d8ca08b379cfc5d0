"""Facts in which one assumption is known for certain."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from kh359.model.history import FloatArray
from kh359.model.response.prior_draw import prior_quantile
from kh359.plan.facts import Facts
from kh359.plan.prior import Prior


def facts_fixing(facts: Facts, values: Mapping[str, float]) -> Facts:
    """The facts with assumptions (by id) at one value each: no spread, no chance of no effect.

    Draws of all other assumptions stay the same. Raises KeyError for an unknown id.
    """
    unknown = values.keys() - facts.prior_by_id.keys()
    if unknown:
        raise KeyError(", ".join(sorted(unknown)))
    return replace(
        facts,
        priors=tuple(
            _fixed(prior, values[prior.assumption_id]) if prior.assumption_id in values else prior
            for prior in facts.priors
        ),
    )


def drawn_quantile(prior: Prior, u: FloatArray | float) -> FloatArray:
    """Quantiles at u in [0, 1], any shape, of what is drawn: the chance of no effect counted in.

    Only what is never negative may have no effect, so that zero is the least value.
    """
    void = prior.no_effect or 0.0
    u = np.asarray(u, dtype=np.float64)
    if void >= 1:
        return np.zeros(u.shape)
    rest = np.clip((u - void) / (1 - void), 0, 1)
    return np.where(u < void, 0.0, prior_quantile(prior, rest))


def _fixed(prior: Prior, value: float) -> Prior:
    certain = None if prior.no_effect is None else 0.0
    return prior.model_copy(
        update={"low": value, "mode": value, "high": value, "no_effect": certain}
    )
