"""Which rows of `assumptions.csv` scenarios cannot do without."""

from kh359.model.response.effect import LED_PRIOR
from kh359.model.scenario.lever import LEVERS
from kh359.plan.facts import Facts

DIGITAL_PRIOR = "digital_growth_elasticity"

NEEDED_PRIORS: tuple[str, ...] = (
    *(prior_id for lever in LEVERS for prior_id in lever.prior_ids),
    *LED_PRIOR.values(),
    DIGITAL_PRIOR,
)


def missing_priors(facts: Facts) -> tuple[str, ...]:
    """Ids of needed rows that are not there, in the order of use."""
    return tuple(prior_id for prior_id in NEEDED_PRIORS if prior_id not in facts.prior_by_id)
