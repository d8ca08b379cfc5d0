"""Where a borrowed pace comes from, in words: which series, from what to what, how fast."""

from kh359.locale.language import Language
from kh359.locale.number import number
from kh359.locale.pace import pace_text
from kh359.locale.proof import word
from kh359.locale.translate import translator
from kh359.locale.unit import quantity
from kh359.model.borrowed import BorrowedPace, Scale
from kh359.model.lender import Lender, LentFigure, yearly_change
from kh359.plan.comparison import PeerValue, ProxyValue

MOST_LENDERS = 3
"""Series spelled out in one sentence; a table has them all."""


def lender_name(figure: LentFigure, language: Language) -> str:
    """The place or the series a lent figure is of."""
    if isinstance(figure, ProxyValue):
        return translator(language).pick(figure.name_vi, figure.name_en)
    return figure.province if isinstance(figure, PeerValue) else word(figure.region, language)


def lender_text(lender: Lender, language: Language) -> str:
    """'Việt Nam 11,91 % (2021) → 18,3 % (2024)'."""
    first, last = (
        f"{quantity(figure.value, figure.unit, language)} ({figure.year})"
        for figure in (lender.first, lender.last)
    )
    return f"{lender_name(lender.first, language)} {first} → {last}"


def lenders_text(borrowed: BorrowedPace, language: Language) -> str:
    """The first lenders from their first to their last figure, and how many more there are."""
    say = translator(language)
    shown = [lender_text(lender, language) for lender in borrowed.lenders[:MOST_LENDERS]]
    more = borrowed.n_places - len(shown)
    if more > 0:
        shown.append(say.plural("and {count} other place", "and {count} other places", more))
    return "; ".join(shown)


def lent_change_text(borrowed: BorrowedPace, language: Language) -> str:
    """The mean change, and in which form it is carried over to the province's own level."""
    say, unit = translator(language), borrowed.lenders[0].first.unit
    mean = say(
        "Mean change: {pace}.", pace=pace_text(yearly_change(borrowed.lenders), unit, language)
    )
    if borrowed.yearly_rate is None:
        return mean
    factor = number(1 + borrowed.yearly_rate, language)
    if borrowed.scale is Scale.ODDS:
        how = say(
            "Carried over so: the ratio of the part reached to the part missing is multiplied by "
            "{factor} each year, less later on.",
            factor=factor,
        )
    else:
        how = say(
            "Carried over so: multiplied by {factor} each year, less later on.", factor=factor
        )
    return f"{mean} {how}"
