"""Whether the growth family the user chose is the one that answered."""

from kh359.model.family import Family
from kh359.model.outlook import IndicatorOutlook
from kh359.model.trend.families import FITTED_FAMILIES


def is_used(family: Family, item: IndicatorOutlook) -> bool:
    """False where the observations cannot carry the family, or nothing is projected.

    Family.LEAST_ERROR asks for any fitted family.
    """
    if item.projection is None:
        return False
    wanted = FITTED_FAMILIES if family is Family.LEAST_ERROR else (family,)
    return item.projection.family in wanted
