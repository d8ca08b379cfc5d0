"""What stands behind each indicator's projection, and how such projections did elsewhere."""

from kh359.charts.backtest_fit import fitting_kind, fitting_length
from kh359.cli.table import written
from kh359.locale.plain_number import plain
from kh359.model.outlook import IndicatorOutlook, Outlook
from kh359.reference.backtest import DEFAULT, Backtest

EVIDENCE_COLUMNS = (
    "indicator_id",
    "evidence",
    "observations",
    "family",
    "episodes",
    "countries",
    "borrowed_share",
    "backtest_kind",
    "backtest_length",
    "coverage80",
    "brier",
    "base_brier",
    "skill_no_change",
    "data_version",
    "seed",
)


def evidence_table(outlook: Outlook, tested: Backtest) -> bytes:
    """One row for each indicator; cells are empty where nothing is projected."""
    return written(
        EVIDENCE_COLUMNS,
        (
            [*_evidence(item), *_skill(item, tested), outlook.data_version, str(outlook.seed)]
            for item in outlook.indicators
        ),
    )


def _evidence(item: IndicatorOutlook) -> list[str]:
    projection, reference = item.projection, item.reference
    borrowed = projection.borrowed if projection is not None else None
    return [
        item.indicator.indicator_id,
        str(int(item.evidence.level)),
        str(len(item.evidence.used)),
        "" if projection is None else projection.family.value,
        "" if reference is None else str(reference.n_episodes),
        "" if reference is None else str(reference.n_countries),
        "" if borrowed is None else plain(borrowed.weight),
    ]


def _skill(item: IndicatorOutlook, tested: Backtest) -> list[str]:
    if item.projection is None:
        return [""] * 6
    kind, length = fitting_kind(item.indicator), fitting_length(item)
    score = tested.of(DEFAULT, kind, length)
    if score is None:
        return [kind, length, *[""] * 4]
    covered = (score.bands[0].coverage80, score.brier, score.base_brier, score.skill_no_change)
    return [kind, length, *map(plain, covered)]
