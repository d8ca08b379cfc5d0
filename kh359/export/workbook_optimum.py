"""The sheets on the best plan for the scenario's money and on the frontier."""

from kh359.export.dossier import Dossier
from kh359.export.optimum import Optimum
from kh359.export.optimum_table import optimum_tables
from kh359.export.workbook_sheet import Look, Sheet, SheetColumn
from kh359.model.solve.question import QuestionError

_LOOKS = (
    ((70, Look.WRAPPED), (26, Look.TEXT), (18, Look.NUMBER), (18, Look.NUMBER)),
    ((34, Look.WRAPPED), (34, Look.NUMBER), (20, Look.NUMBER)),
)
"""Width and look of each column; shares are percent of the unit column, as in the CSV."""


def optimum_sheets(dossier: Dossier, found: Optimum | QuestionError) -> tuple[Sheet, ...]:
    """The plan, then a row for each amount of money."""
    return tuple(
        Sheet(
            name=name,
            columns=tuple(
                SheetColumn(title=title, width=width, look=look)
                for title, (width, look) in zip(headers, looks, strict=True)
            ),
            rows=rows,
        )
        for (name, headers, rows), looks in zip(optimum_tables(dossier, found), _LOOKS, strict=True)
    )
