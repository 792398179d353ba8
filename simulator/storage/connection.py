"""One connection to the database, with transactions that wait their turn and reach the disk."""

import contextlib
import sqlite3
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Literal, Self

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection, ExceptionContext
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from simulator.core.errors import DatabaseDamagedError, ProfileError
from simulator.storage.faults import BUSY_TIMEOUT_S, NO_ANSWER, REPLACED, database_fault

Durability = Literal["FULL", "NORMAL"]
"""FULL: kept is kept. NORMAL would lose the last replies at a power cut, to save a quarter ms."""

_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    # On a Mac only this makes the disk itself write, not merely promise to.
    "PRAGMA fullfsync = ON",
    "PRAGMA checkpoint_fullfsync = ON",
    "PRAGMA foreign_keys = ON",
    # What is discarded is overwritten, not just forgotten.
    "PRAGMA secure_delete = ON",
    # Damaged pages are noticed when read; functions hidden in a foreign file are not run.
    "PRAGMA cell_size_check = ON",
    "PRAGMA trusted_schema = OFF",
)


class UnreadableTextError(ValueError):
    """Bytes in the database that are no text."""


class Database:
    """The database as one thread uses it. The thread that opens it is the only one to use it.

    ``was_damaged`` becomes true when SQLite meets damage.
    """

    def __init__(self, engine: Engine, place: str, file: Path | None = None) -> None:
        event.listen(engine, "handle_error", self._meaning)
        self._reader = engine
        self._writer = engine.execution_options(writes=True)
        self._place = place
        self._file = file
        self._file_id: tuple[int, int] | None = None
        self._is_closed = False
        self.was_damaged = False

    @classmethod
    def of_file(
        cls,
        file: Path,
        busy_timeout_s: float = BUSY_TIMEOUT_S,
        durability: Durability = "FULL",
    ) -> Self:
        """Open a database file, or make an empty one.

        Args:
            file: where it is.
            busy_timeout_s: how long a call waits for another program to let go.
            durability: NORMAL only to measure what FULL costs.

        Raises:
            ProfileError: it cannot be opened.
        """
        url = URL.create("sqlite", database=str(file))
        database = cls(_sqlite_engine(url, busy_timeout_s, durability), str(file), file)
        with database.reading():
            database._file_id = _identity(file)
        return database

    @classmethod
    def in_memory(cls) -> Self:
        """Make an empty database that leaves nothing behind."""
        return cls(_sqlite_engine(URL.create("sqlite")), "memory")

    @classmethod
    def of_server(cls, address: str) -> Self:
        """Take up a database by its SQLAlchemy address, as ``postgresql+psycopg://host/rapport``."""
        url = make_url(address)
        if url.get_backend_name() == "sqlite":
            return cls(_sqlite_engine(url), str(url.database))
        engine = create_engine(url, pool_pre_ping=True, pool_size=1, max_overflow=0)
        return cls(engine, url.render_as_string(hide_password=True))

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees the database as it is now, whatever others write meanwhile.

        Raises:
            ProfileError: the database cannot be read.
        """
        self._refuse_closed()
        with self._reader.begin() as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose changes are all on the disk at the end, or none after an error.

        Raises:
            ProfileError: the changes cannot be kept.
        """
        self._refuse_closed()
        self._refuse_replaced_file()
        with self._writer.begin() as connection:
            yield connection

    def close(self) -> None:
        """Let go of the database. Does nothing the second time."""
        self._is_closed = True
        self._reader.dispose()

    def _refuse_closed(self) -> None:
        if self._is_closed:
            raise RuntimeError("the store is closed")

    def _refuse_replaced_file(self) -> None:
        # Writes to a file that lost its name, as a synchronising program may cause, would vanish.
        if self._file is not None and _identity(self._file) != self._file_id:
            raise ProfileError(REPLACED.format(place=self._file))

    def _meaning(self, context: ExceptionContext) -> Exception | None:
        """Give SQLAlchemy the error to raise instead; None for one that only a bug can cause."""
        error = context.original_exception
        if isinstance(error, sqlite3.DatabaseError):
            return self._sqlite_fault(error)
        if isinstance(context.sqlalchemy_exception, OperationalError | InterfaceError):
            return ProfileError(NO_ANSWER.format(place=self._place))
        return None

    def _sqlite_fault(self, error: sqlite3.DatabaseError) -> Exception | None:
        # Python's own complaint about bytes that are no text.
        if str(error).startswith("Could not decode to UTF-8"):
            return UnreadableTextError(str(error))
        fault = database_fault(error, self._place)
        self.was_damaged |= isinstance(fault, DatabaseDamagedError)
        return fault


def _identity(file: Path) -> tuple[int, int] | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _sqlite_engine(
    url: URL, busy_timeout_s: float = BUSY_TIMEOUT_S, durability: Durability = "FULL"
) -> Engine:
    """Make an engine with one connection, tied to the thread that opens it."""
    engine = create_engine(
        url,
        poolclass=StaticPool,
        connect_args={"timeout": busy_timeout_s, "check_same_thread": True},
    )
    event.listen(engine, "connect", partial(_set_up, durability))
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(
    durability: Durability, connection: DBAPIConnection, _entry: ConnectionPoolEntry
) -> None:
    # Without this, Python's driver begins transactions by itself, too late and in the wrong mode.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (*_PRAGMAS, f"PRAGMA synchronous = {durability}"):
        cursor.execute(pragma)
    cursor.close()


def _begin(connection: Connection) -> None:
    # A writer waits at the door: one that reads first and then asks to write would be refused.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
