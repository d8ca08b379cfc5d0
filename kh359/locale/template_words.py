"""The words of the workbook in which figures are collected."""

from kh359.intake.vocabulary import Column
from kh359.locale.proof import GRADES, MATCHES, REGIONS
from kh359.locale.translate import Translator, marked
from kh359.locale.unit import unit_label
from kh359.plan.facts import Facts
from kh359.plan.observation import Grade, Match, Region

SHEETS = (
    marked("Figures"),
    marked("Explanations"),
    marked("Lists"),
)
"""Names of the table, the explanations and the lists."""

EXPLANATIONS = (
    marked(
        "One row is one figure that somebody measured or counted and published. Never a target, a "
        "budget plan, a rank or a guess."
    ),
    marked(
        "Columns marked * are needed. Choose from the lists; the names of the lists may also be "
        "typed."
    ),
    marked(
        "Name the source: choose one that is there under “Source”, or leave that cell empty and "
        "describe a new one with title, publisher and an address or a document number."
    ),
    marked("The row in grey is an example; it is left out when the file is read."),
    marked(
        "No formulas, no merged cells. Before anything is accepted you see a report of every row; "
        "nothing is taken in half."
    ),
)

HINTS: dict[Column, str] = {
    Column.INDICATOR: marked("The indicator's name as in the list."),
    Column.REGION: marked(
        "The area the figure is about; the province was merged with Kon Tum on 1 July 2025."
    ),
    Column.YEAR: marked("The year the figure is about, for example 2025."),
    Column.AS_OF: marked(
        "When it was read in that year, if the source says so: 31/12/2025 or 12/2025."
    ),
    Column.VALUE: marked("The number alone, percent as percent: 31,5 for 31.5 %."),
    Column.UNIT: marked("The indicator's unit; convert the figure where the source has another."),
    Column.GRADE: marked(
        "How the figure reached you: an agency's own document, the press, or a figure of the "
        "nation (proxy)."
    ),
    Column.MATCH: marked("How close its definition is to the plan's; in doubt the weaker word."),
    Column.METHOD: marked(
        "Only where there are two ways of measuring: a short name; else leave it empty."
    ),
    Column.SOURCE: marked(
        "A source that is there already; else leave it empty and fill in the next columns."
    ),
    Column.SOURCE_TITLE: marked("Title of the document or page."),
    Column.SOURCE_PUBLISHER: marked("Who published it."),
    Column.SOURCE_DATE: marked("Its date: 31/12/2025, 12/2025 or 2025."),
    Column.SOURCE_ADDRESS: marked("Where it can be read, beginning with http:// or https://."),
    Column.SOURCE_DOCUMENT: marked(
        "Number of the document where it has no address, for example 12/BC-SKHCN."
    ),
    Column.NOTE: marked("What one should know of the figure: estimate, part of the area, doubts."),
}
"""What to write into each column."""


def example_texts(facts: Facts, say: Translator) -> dict[Column, str]:
    """The example row; its indicator is the first of the plan."""
    indicator = facts.indicators[0]
    return {
        Column.INDICATOR: say.pick(indicator.name_vi, indicator.name_en),
        Column.REGION: say(REGIONS[Region.PROVINCE]),
        Column.YEAR: "2025",
        Column.AS_OF: "12/2025",
        Column.VALUE: "31,5",
        Column.UNIT: unit_label(indicator.unit, say.language),
        Column.GRADE: say(GRADES[Grade.OFFICIAL]),
        Column.MATCH: say(MATCHES[Match.SAME]),
        Column.SOURCE_TITLE: say("Report on digital transformation in 2025"),
        Column.SOURCE_PUBLISHER: say("Department of Science and Technology"),
        Column.SOURCE_DATE: "31/12/2025",
        Column.SOURCE_DOCUMENT: "12/BC-SKHCN",
        Column.NOTE: say("Delete this row or leave it: it is never taken in."),
    }
