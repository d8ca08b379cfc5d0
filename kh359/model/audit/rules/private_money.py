"""What the share of GRDP asks from outside the budget, given the share of the budget."""

from collections.abc import Iterator

from kh359.model.audit.finding import Figure, Finding, Form, Severity, year
from kh359.model.audit.rule import Rule, marked
from kh359.model.audit.stated import quantity, stated_by_year
from kh359.plan.facts import Facts
from kh359.plan.prior import Prior
from kh359.plan.target import Target
from kh359.plan.unit import Unit

BUDGET_SHARE, GRDP_SHARE = "st_budget_share", "sti_grdp_share"
BUDGET_IN_GRDP, COFINANCING = "budget_grdp_share", "cofinancing"
"""Rows of assumptions.csv: the local budget of GRDP; private đồng for each đồng of the budget."""

SAYS = marked(
    "{indicators}: in {year}, {grdp_share} of GRDP against {budget_share} of the local budget "
    "needs {times} đồng from outside for each đồng of the budget; {least} to {most} over all "
    "milestones. Assumptions: the local budget is {budget_in_grdp} of GRDP; the nation has seen "
    "{seen} at most."
)
ASKS = marked(
    "Name who is to bring the money outside the budget, or bring the two shares into line; say "
    "whether digital transformation counts in both."
)


def find(facts: Facts) -> Iterator[Finding]:
    """One finding where the money needed exceeds the highest cofinancing that is supposed."""
    budget_in_grdp = facts.prior_by_id.get(BUDGET_IN_GRDP)
    cofinancing = facts.prior_by_id.get(COFINANCING)
    if budget_in_grdp is None or cofinancing is None or budget_in_grdp.mode <= 0:
        return
    of_budget = {stated.year: stated.lowest for stated in stated_by_year(facts, BUDGET_SHARE)}
    pairs = [
        (of_budget[stated.year], stated.highest)
        for stated in stated_by_year(facts, GRDP_SHARE)
        if stated.year in of_budget and of_budget[stated.year].value > 0
    ]
    needed = [(b, g, needed_times(b.value, g.value, budget_in_grdp.mode)) for b, g in pairs]
    beyond = [row for row in needed if row[2] > cofinancing.high]
    if beyond:
        yield _finding(beyond, budget_in_grdp, cofinancing)


def needed_times(budget_share: float, grdp_share: float, budget_in_grdp: float) -> float:
    """Private đồng for each đồng of the budget, decimals in: g = b x B (1 + m), solved for m."""
    return grdp_share / (budget_share * budget_in_grdp) - 1


def _finding(
    beyond: list[tuple[Target, Target, float]], budget_in_grdp: Prior, cofinancing: Prior
) -> Finding:
    times = [m for _, _, m in beyond]
    figures = [figure for b, g, m in beyond for figure in _figures(b, g, m)]
    return Finding(
        rule_id=RULE.rule_id,
        # It rests on assumptions, so it is never serious.
        severity=Severity.NOTABLE,
        indicator_ids=(GRDP_SHARE, BUDGET_SHARE),
        targets=tuple(target for b, g, _ in beyond for target in (g, b)),
        says=SAYS,
        asks=ASKS,
        figures=(
            year("year", beyond[0][0].year),
            *figures,
            Figure(key="least", value=min(times), form=Form.TIMES),
            Figure(key="most", value=max(times), form=Form.TIMES),
            Figure(
                key="budget_in_grdp",
                value=budget_in_grdp.mode,
                form=Form.STATED,
                unit=Unit.PERCENT,
            ),
            Figure(key="seen", value=cofinancing.high, form=Form.TIMES),
        ),
        source_ids=tuple(dict.fromkeys((*budget_in_grdp.sources, *cofinancing.sources))),
    )


def _figures(of_budget: Target, of_grdp: Target, times: float) -> tuple[Figure, ...]:
    return (
        quantity("grdp_share", of_grdp, marked("Target, share of GRDP")),
        quantity("budget_share", of_budget, marked("Target, share of the budget")),
        Figure(
            key="times",
            value=times,
            form=Form.TIMES,
            year=of_grdp.year,
            name=marked("Đồng from outside for each đồng of the budget"),
        ),
    )


RULE = Rule(
    rule_id="private_money",
    name=marked("Share of GRDP against share of the budget"),
    reason=marked(
        "Total spending is the budget's part and what others add; the two targets together fix how "
        "much others must add."
    ),
    find=find,
)
