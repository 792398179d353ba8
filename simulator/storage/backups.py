"""Copies of the database: made whole or not at all, checked, and the last five kept."""

import contextlib
import re
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

from simulator.core.errors import ProfileError
from simulator.storage.faults import told_database_fault, told_file_fault
from simulator.storage.folder import (
    database_of,
    draft_of,
    free_name,
    make_private_file,
    prepare,
    stamp,
)

KEPT = 5
"""How many daily copies are kept."""

_EVERY = timedelta(days=1)
_NAME = re.compile(r"rapport-(\d{8}-\d{6})(?:-\d+)?\.db")


def backups_of(folder: Path) -> tuple[Path, ...]:
    """Give the daily copies in a data folder, the newest first."""
    found = (folder / "backups").glob("rapport-*.db")
    return tuple(sorted((file for file in found if _NAME.fullmatch(file.name)), reverse=True))


def made_at(backup: Path) -> datetime | None:
    """Give when a copy was made, by its name; None for a file named otherwise."""
    match = _NAME.fullmatch(backup.name)
    if match is None:
        return None
    with contextlib.suppress(ValueError):
        return datetime.strptime(match[1], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)
    return None


def backup(folder: Path, now: datetime) -> Path:
    """Copy the database, also while it is in use, and remove all but the newest five copies.

    Only the copy of the program that holds the ``InstanceLock`` may do so.

    Args:
        folder: the data folder.
        now: names the copy.

    Raises:
        ProfileError: the copy could not be written, or would not be whole; nothing else changed.
    """
    copy = copied(folder, f"rapport-{stamp(now)}.db")
    earlier = [file for file in backups_of(folder) if file != copy]
    # Drafts were left behind by a program that was killed.
    for file in (*earlier[KEPT - 1 :], *copy.parent.glob(".*.draft")):
        # A copy that cannot be removed now goes another time.
        with contextlib.suppress(OSError):
            file.unlink()
    return copy


def backup_if_due(folder: Path, now: datetime) -> Path | None:
    """Copy the database when the newest copy is older than a day; None when it is not.

    Raises:
        ProfileError: the copy could not be written.
    """
    times = [made_at(file) for file in backups_of(folder)]
    # A copy from the future tells that the clock was wrong, not that there is a new copy.
    if any(time and timedelta(0) <= now - time < _EVERY for time in times):
        return None
    return backup(folder, now)


def copied(folder: Path, name: str) -> Path:
    """Copy the database of a data folder into its backups under a name, and check the copy.

    Raises:
        ProfileError: the copy could not be written, or would not be whole.
    """
    copies = folder / "backups"
    prepare(copies)
    place = free_name(copies / name)
    with told_file_fault(copies), draft_of(place) as draft:
        make_private_file(draft)
        with told_database_fault(copies):
            source = sqlite3.connect(database_of(folder), isolation_level=None)
            with contextlib.closing(source):
                source.execute("VACUUM INTO ?", (str(draft),))
        if not is_good(draft):
            raise ProfileError(
                "The copy of your data could not be read back, so it was not kept. "
                "Check the disk, then try again."
            )
    return place


def is_good(file: Path) -> bool:
    """Tell whether a database file is whole as far as SQLite can tell. Changes nothing."""
    if not file.is_file() or file.stat().st_size == 0:
        return False
    with contextlib.suppress(sqlite3.DatabaseError, UnicodeDecodeError):
        # Immutable: no lock, and no files beside it.
        address = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
        with contextlib.closing(sqlite3.connect(address, uri=True)) as connection:
            (finding,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            return str(finding) == "ok"
    return False


def newest_good_backup(folder: Path) -> Path | None:
    """Give the newest copy that is whole, None when there is none."""
    return next((file for file in backups_of(folder) if is_good(file)), None)
