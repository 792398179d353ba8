"""Is the database the one left here, and whole? A damaged one is kept aside, never deleted."""

import contextlib
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from simulator.core.errors import DatabaseDamagedError
from simulator.storage.backups import made_at, newest_good_backup
from simulator.storage.faults import told_database_fault, told_file_fault
from simulator.storage.folder import companions_of, database_of, free_name, prepare, stamp
from simulator.storage.marker import Marker, read_marker

WRITE_LOG_GONE = (
    "Rapport did not close in order last time, and a file beside the database, {log}, was removed "
    "since. The last replies before that may be missing."
)
FEWER_PEOPLE = (
    "There were {before} people here when Rapport was last open, and now there are {now}. "
    "The database may have been replaced by an older one; the folder backups has copies."
)


@dataclass(frozen=True)
class _Found:
    """What a look at the database found: whether it is whole, and how many people it holds.

    ``profiles`` is None when it has tables, but none of people.
    """

    is_whole: bool
    profiles: int | None = None


def check_and_keep_aside(folder: Path, now: datetime) -> None:
    """Look through the whole database, and keep it aside when it is damaged.

    Nobody may have the database open. Takes about 1 ms for each megabyte.

    Args:
        folder: the data folder.
        now: names the file that is kept aside.

    Raises:
        DatabaseDamagedError: it was damaged, and is now aside; the text says where.
        ProfileError: it could not be looked at, or not be moved.
    """
    if database_of(folder).exists() and not _look(folder, thorough=True).is_whole:
        raise damaged(folder, now)


def look_before_opening(folder: Path, now: datetime, *, is_alone: bool) -> str:
    """Make sure that the database is the one last left here, whole; give what to tell the user.

    Args:
        folder: the data folder.
        now: names the file that is kept aside.
        is_alone: whether no other copy of the program may have the database open; only then is
            anything moved.

    Raises:
        DatabaseDamagedError: it is damaged, empty or gone.
        ProfileError: it could not be looked at, or not be moved.
    """
    marker = read_marker(folder)
    database = database_of(folder)
    people = marker.profiles if marker else 0
    log = companions_of(database)[0]
    with told_file_fault(database):
        had_log = log.exists()
        is_there = database.exists() and database.stat().st_size > 0
    if not is_there:
        if people:
            raise damaged(folder, now, is_alone=is_alone)
        return ""
    in_order = marker is not None and not marker.is_open and not had_log
    found = _look(folder, thorough=not in_order)
    if not found.is_whole or (people and found.profiles == 0):
        raise damaged(folder, now, is_alone=is_alone)
    return _notice(marker, found, had_log=had_log, log=log)


def _notice(marker: Marker | None, found: _Found, *, had_log: bool, log: Path) -> str:
    if marker is None or found.profiles is None:
        return ""
    if found.profiles < marker.profiles:
        return FEWER_PEOPLE.format(before=marker.profiles, now=found.profiles)
    if marker.is_open and not had_log:
        return WRITE_LOG_GONE.format(log=log.name)
    return ""


def _look(folder: Path, *, thorough: bool) -> _Found:
    place = database_of(folder)
    try:
        with told_database_fault(place), contextlib.closing(_connected(place)) as connection:
            if thorough and connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                return _Found(is_whole=False)
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
            if "profiles" not in tables:
                return _Found(is_whole=True, profiles=None if tables else 0)
            (profiles,) = connection.execute("SELECT count(*) FROM profiles").fetchone()
            return _Found(is_whole=True, profiles=profiles)
    except (DatabaseDamagedError, sqlite3.DatabaseError, UnicodeDecodeError):
        # What told_database_fault leaves as it is, such as an "unsupported file format" or a
        # message that quotes damaged text, can here only come from the file.
        return _Found(is_whole=False)


def _connected(place: Path) -> sqlite3.Connection:
    return sqlite3.connect(place, isolation_level=None)


def damaged(folder: Path, now: datetime, *, is_alone: bool = True) -> DatabaseDamagedError:
    """Keep the database aside, and give the error that says so and offers the newest backup."""
    if not is_alone:
        return DatabaseDamagedError(
            "The database is damaged. Close the other window of Rapport, then start it again: "
            "the file is then kept aside and the newest backup offered."
        )
    kept_at = keep_aside(folder, now)
    backup = newest_good_backup(folder)
    told = [
        "Your database is damaged or was replaced by an empty one."
        if kept_at
        else "Your database is no longer in the data folder."
    ]
    if kept_at:
        told.append(f"It is kept as {kept_at}; nothing was deleted.")
    time = made_at(backup) if backup else None
    told.append(
        f"You can go on with the backup of {time:%d.%m.%Y, %H:%M} UTC, or start afresh."
        if time
        else "There is no backup yet. You can put the file back yourself, or start afresh."
    )
    return DatabaseDamagedError(" ".join(told), kept_at=kept_at, backup=backup)


def keep_aside(folder: Path, now: datetime) -> Path | None:
    """Move the database with the files beside it into the folder ``kept-aside``.

    Returns:
        Where it is now; None when there was none.

    Raises:
        ProfileError: it could not be moved.
    """
    database = database_of(folder)
    aside = folder / "kept-aside"
    files = [file for file in (*companions_of(database), database) if file.exists()]
    if not files:
        return None
    prepare(aside)
    place = free_name(aside / f"rapport-{stamp(now)}.db")
    moved = dict(
        zip((*companions_of(database), database), (*companions_of(place), place), strict=True)
    )
    with told_file_fault(database):
        # The write log goes first: left behind, it would be read into the database that comes next.
        for file in files:
            file.replace(moved[file])
    return place if place.exists() else None
