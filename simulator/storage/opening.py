"""Opening the store: all is looked at first, and told in plain words when it is not right."""

import shutil
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.core.errors import DatabaseBusyError, ProfileError
from simulator.storage.backups import copied, is_good
from simulator.storage.faults import BUSY_TIMEOUT_S, told_file_fault
from simulator.storage.folder import database_of, draft_of, make_private_file, prepare, stamp
from simulator.storage.health import damaged, keep_aside, look_before_opening
from simulator.storage.marker import remove_marker

if TYPE_CHECKING:
    from simulator.storage.connection import Database
    from simulator.storage.profile_store import SqlProfileStore


def open_store(
    folder: Path, now: datetime, *, is_alone: bool = True, busy_timeout_s: float = BUSY_TIMEOUT_S
) -> "SqlProfileStore":
    """Open the store of a data folder, in the thread that will use it; make it when it is new.

    Args:
        folder: the data folder; it is made when it is not there.
        now: names copies and files kept aside.
        is_alone: whether this program holds the ``InstanceLock``. If not, nothing is moved and no
            older database is brought up to date.
        busy_timeout_s: how long each call waits for another program to let go.

    Raises:
        DatabaseDamagedError: the database is damaged, empty or gone; ``kept_at`` and ``backup``
            say where it is now and what is offered. ``restore_backup`` or ``start_afresh`` go on.
        DatabaseBusyError: another program holds the database.
        ProfileError: the folder or the database cannot be used; the text says why and what to do.
    """
    prepare(folder)
    notice = look_before_opening(folder, now, is_alone=is_alone)
    # Only now, so that the window need not wait for these to be loaded.
    from simulator.storage.connection import Database
    from simulator.storage.profile_store import SqlProfileStore

    file = database_of(folder)
    with told_file_fault(file):
        make_private_file(file)
    database = Database.of_file(file, busy_timeout_s)
    try:
        if _bring_up_to_date(database, folder, now, is_alone=is_alone):
            return SqlProfileStore(database, folder, notice)
    except BaseException:
        database.close()
        raise
    database.close()
    raise damaged(folder, now, is_alone=is_alone)


def open_memory_store() -> "SqlProfileStore":
    """Make a store that leaves nothing behind: for a guest, or when nothing can be saved."""
    from simulator.storage.connection import Database
    from simulator.storage.profile_store import SqlProfileStore
    from simulator.storage.tables import metadata

    database = Database.in_memory()
    with database.writing() as connection:
        metadata.create_all(connection)
    return SqlProfileStore(database)


def open_database(address: str) -> "SqlProfileStore":
    """Open the store on a database server, by its SQLAlchemy address.

    Raises:
        ProfileError: the server does not answer, or holds other data.
    """
    from simulator.storage import schema
    from simulator.storage.connection import Database
    from simulator.storage.profile_store import SqlProfileStore
    from simulator.storage.tables import SCHEMA

    database = Database.of_server(address)
    with database.writing() as connection:
        if schema.version_of(connection) != SCHEMA:
            schema.upgrade(connection)
    return SqlProfileStore(database)


def _bring_up_to_date(database: "Database", folder: Path, now: datetime, *, is_alone: bool) -> bool:
    """Make or change the tables where needed; False when some are missing all the same."""
    from simulator.storage import schema
    from simulator.storage.tables import SCHEMA

    with database.reading() as connection:
        version = schema.version_of(connection)
        if version == SCHEMA:
            return schema.is_complete(connection)
    if version is not None:
        if not is_alone:
            raise DatabaseBusyError(
                "Your data must be brought up to date once. Close the other window of Rapport, "
                "then start it again."
            )
        copied(folder, f"before-{SCHEMA}-{stamp(now)}.db")
    with database.writing() as connection:
        schema.upgrade(connection)
        return schema.is_complete(connection)


def restore_backup(folder: Path, backup: Path, now: datetime) -> None:
    """Put a backup in the database's place; what is there now is kept aside.

    Nobody may have the database open.

    Raises:
        ProfileError: the backup is not whole, or could not be put in place.
    """
    if not is_good(backup):
        raise ProfileError(f"The backup {backup} is damaged itself. Choose another one.")
    keep_aside(folder, now)
    database = database_of(folder)
    with told_file_fault(database), draft_of(database) as draft:
        make_private_file(draft)
        shutil.copyfile(backup, draft)
    remove_marker(folder)


def start_afresh(folder: Path, now: datetime) -> None:
    """Let the next opening make an empty database; what is there now is kept aside.

    Nobody may have the database open.

    Raises:
        ProfileError: the database could not be moved.
    """
    keep_aside(folder, now)
    with told_file_fault(folder):
        remove_marker(folder)
