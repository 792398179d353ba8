"""What went wrong with disk or database, told in plain words with what to do next."""

import contextlib
import errno
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from simulator.core.errors import DatabaseBusyError, DatabaseDamagedError, ProfileError

BUSY_TIMEOUT_S = 5.0
"""How long a call waits for another program to let go of the database."""

DISK_FULL = (
    "The disk is full, so this could not be saved. Everything kept before is safe: "
    "free some space, then try again."
)
READ_ONLY = (
    "Rapport may not write to {place}, so nothing can be saved. Everything kept before is safe: "
    "allow writing there, or choose another data folder, then try again."
)
BUSY = (
    "Another program has held your data for several seconds, so this was not saved. Everything "
    "kept before is safe: close the other program, then try again."
)
DISK_FAULT = (
    "The disk reported a fault while saving to {place}, so this was not saved. Check that the disk "
    "is connected and has room, then try again."
)
UNREACHABLE = (
    "{place} cannot be opened. Check that the folder is there, that it is a folder, and that you "
    "may write to it, then try again."
)
DAMAGED = (
    "The database {place} is damaged, so this could not be read or saved. Close Rapport and start "
    "it again: the file is then kept aside and the newest backup offered."
)
REPLACED = (
    "The database {place} was moved or replaced while Rapport was open, so this was not saved. "
    "Put it back, or close Rapport and start it again."
)
NO_ANSWER = (
    "The database at {place} does not answer, so this was not saved. Check the network, then try "
    "again."
)

_DISK_FULL_CODES = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_READ_ONLY_CODES = {errno.EACCES, errno.EPERM, errno.EROFS}

_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL}
_TEXTS = {
    sqlite3.SQLITE_FULL: DISK_FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_PERM: READ_ONLY,
    sqlite3.SQLITE_IOERR: DISK_FAULT,
    sqlite3.SQLITE_CANTOPEN: UNREACHABLE,
}


@contextlib.contextmanager
def told_file_fault(place: Path) -> Iterator[None]:
    """Turn what the system says of a file into a ``ProfileError``."""
    try:
        yield
    except OSError as error:
        raise file_fault(error, place) from error


def file_fault(error: OSError, place: Path) -> ProfileError:
    """Say what the system's error means for the user."""
    if error.errno in _DISK_FULL_CODES:
        return ProfileError(DISK_FULL)
    if error.errno in _READ_ONLY_CODES:
        return ProfileError(READ_ONLY.format(place=place))
    if error.errno == errno.EIO:
        return ProfileError(DISK_FAULT.format(place=place))
    return ProfileError(UNREACHABLE.format(place=place))


@contextlib.contextmanager
def told_database_fault(place: Path) -> Iterator[None]:
    """Turn what SQLite says into a ``ProfileError``; a mistake of our own stays as it is."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if (fault := database_fault(error, place)) is None:
            raise
        raise fault from error


def database_fault(error: sqlite3.DatabaseError, place: object) -> ProfileError | None:
    """Say what SQLite's error means for the user; None when it is a mistake of the program."""
    # The lowest eight bits are the kind, the others the detail.
    kind = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if kind in _DAMAGE:
        return DatabaseDamagedError(DAMAGED.format(place=place))
    if kind in _BUSY:
        return DatabaseBusyError(BUSY)
    return ProfileError(_TEXTS[kind].format(place=place)) if kind in _TEXTS else None
