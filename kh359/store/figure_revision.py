"""Whether the users' figures have changed, for the price of one small query."""

from sqlalchemy import func, select

from kh359.store.database import Database
from kh359.store.figure_table import FIGURE_CHANGE


def figure_revision(database: Database) -> str:
    """Another text whenever a change was added, here or by another program. Raises StoreError.

    Changes are only ever added, so that their number tells, also after an archive came in.
    """
    with database.reading() as connection:
        return str(connection.execute(select(func.count()).select_from(FIGURE_CHANGE)).scalar_one())
