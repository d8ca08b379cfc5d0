"""The connections to a PostgreSQL server that several copies of the program may share."""

from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

from kh359.store.store_error import StoreCode, StoreError
from kh359.store.transaction import WRITING

MOST_CONNECTIONS = 10
"""Of one process."""


def postgres_engine(url: URL, *, patience: float) -> Engine:
    """An engine that tries each connection before use, so that a restarted server is no fault.

    patience: seconds to wait for the server, for a lock, for a free connection. Raises StoreError
    NO_DRIVER when psycopg is not installed.
    """
    try:
        engine = create_engine(
            url,
            pool_pre_ping=True,
            pool_size=MOST_CONNECTIONS // 2,
            max_overflow=MOST_CONNECTIONS - MOST_CONNECTIONS // 2,
            pool_timeout=patience,
            connect_args={"connect_timeout": max(2, round(patience))},
        )
    except ImportError as error:
        raise StoreError(StoreCode.NO_DRIVER) from error

    @event.listens_for(engine, "connect")
    def limit_waiting(connection: Any, record: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"SET lock_timeout = {round(1000 * patience)}")
            # A client that hangs must not hold its locks for ever.
            cursor.execute("SET idle_in_transaction_session_timeout = '60s'")
        connection.commit()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A statement, not the driver's switch, whose return would claim the right to write.
        if not connection.get_execution_options().get(WRITING, True):
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")

    return engine
