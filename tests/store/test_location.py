"""Where the store lies, and what of it may be shown."""

import runpy
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import platformdirs
import pytest

from kh359.store.database import open_database
from kh359.store.location import URL_VARIABLE, default_folder, locate
from kh359.store.sqlite_engine import file_uri
from kh359.store.store_error import StoreCode, StoreError


def test_without_a_url_it_is_a_file_in_the_user_data_folder(tmp_path: Path) -> None:
    assert locate(folder=tmp_path).path == tmp_path / "kh359.sqlite3"
    assert locate("  ", tmp_path).path == tmp_path / "kh359.sqlite3"
    assert locate().path == default_folder() / "kh359.sqlite3"


def test_on_windows_it_is_the_local_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    from platformdirs.windows import Windows

    monkeypatch.setattr("platformdirs.windows.get_win_folder", lambda name: f"<{name}>")
    found = Windows("kh359", appauthor=False, roaming=False).user_data_dir
    assert found.replace("\\", "/") == "<CSIDL_LOCAL_APPDATA>/kh359"
    assert default_folder() == platformdirs.user_data_path("kh359", appauthor=False)


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/hoa/số?#/a.db"), "file:///hoa/s%E1%BB%91%3F%23/a.db"),
        (PureWindowsPath(r"C:\Users\Hoa 100%\a.db"), "file:///C:/Users/Hoa%20100%25/a.db"),
        (PureWindowsPath(r"\\may-chu\chung\a.db"), "file:////may-chu/chung/a.db"),
    ],
)
def test_the_file_as_sqlite_reads_it(path: PurePath, uri: str) -> None:
    # https://www.sqlite.org/uri.html
    assert file_uri(path) == uri


def test_a_folder_of_any_name_takes_a_store(tmp_path: Path) -> None:
    folder = tmp_path / "số liệu ?#% &mode=memory"
    open_database(folder=folder).close()
    assert [path.name for path in folder.iterdir()] == ["kh359.sqlite3"]


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    """As a program leaves it that was killed while it made its first file."""
    (tmp_path / "kh359.sqlite3").touch()
    database = open_database(folder=tmp_path)
    with database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    database.close()


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_the_password_is_never_shown(scheme: str) -> None:
    found = locate(f"{scheme}://hoa:bi%40mat@db.tinh.vn:5433/kh359?sslmode=require&password=x")
    assert found.place == "postgresql://hoa@db.tinh.vn:5433/kh359"
    assert found.url.drivername == "postgresql+psycopg"
    assert found.url.password == "bi@mat"
    assert found.url.query["sslmode"] == "require"


@pytest.mark.parametrize(
    "url",
    [
        "kh359.sqlite3",
        "mysql://a/b",
        "sqlite://",
        "sqlite:///:memory:",
        "postgresql://db.tinh.vn",
        "postgresql://a:b:c:d/x",
        "postgresql://db:port/x",
        "://",
        "nonsense+x://a/b",
    ],
)
def test_another_url_is_refused_without_quoting_it(url: str) -> None:
    with pytest.raises(StoreError) as caught:
        locate(url)
    assert caught.value.code is StoreCode.WRONG_URL
    assert "db.tinh.vn" not in str(caught.value)


def test_a_trial_of_speed_has_a_store_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = Path(__file__).parents[2] / "benchmarks" / "own_store.py"
    store_settings = runpy.run_path(str(script))["store_settings"]
    monkeypatch.setenv(URL_VARIABLE, " ")
    own = store_settings(tmp_path)
    assert locate(own[URL_VARIABLE]).path == tmp_path / "store.sqlite3"
    monkeypatch.setenv(URL_VARIABLE, "postgresql://hoa@may-chu/kh359")
    assert store_settings(tmp_path) == {URL_VARIABLE: "postgresql://hoa@may-chu/kh359"}
