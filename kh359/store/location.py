"""Where the store lies: a file in the user's data folder, or a PostgreSQL database."""

from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from kh359.store.store_error import StoreCode, StoreError

URL_VARIABLE = "KH359_DATABASE_URL"
"""Names the database; read by whoever starts the program, never below."""
FOLDER = "kh359"
FILE = "kh359.sqlite3"


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """path: the SQLite file, None for PostgreSQL. url: as SQLAlchemy takes it."""

    url: URL
    path: Path | None

    @property
    def place(self) -> str:
        """To be shown: the file, or user, server and database; never a password."""
        if self.path is not None:
            return str(self.path)
        shown = self.url.set(query={}, drivername="postgresql")._replace(password=None)
        return shown.render_as_string()


def locate(url: str | None = None, folder: Path | None = None) -> Location:
    """The database of a URL; without one, the file in `folder`, else in the user's data folder.

    Raises StoreError WRONG_URL for anything but sqlite:///FILE and postgresql://….
    """
    if url is None or not url.strip():
        home = folder if folder is not None else default_folder()
        return _sqlite(home / FILE)
    try:
        parsed = make_url(url.strip())
    except (ArgumentError, ValueError) as error:
        raise StoreError(StoreCode.WRONG_URL) from error
    kind = parsed.get_backend_name() if parsed.drivername != "postgres" else "postgresql"
    if kind == "postgresql" and parsed.database:
        return Location(url=parsed.set(drivername="postgresql+psycopg"), path=None)
    if kind == "sqlite" and parsed.database and parsed.database != ":memory:":
        return _sqlite(Path(parsed.database))
    raise StoreError(StoreCode.WRONG_URL, place=kind)


def default_folder() -> Path:
    """The folder of this user's data: on Windows `kh359` in %LOCALAPPDATA%."""
    return user_data_path(FOLDER, appauthor=False, roaming=False)


def _sqlite(path: Path) -> Location:
    path = path.expanduser().absolute()
    return Location(url=URL.create("sqlite", database=str(path)), path=path)
