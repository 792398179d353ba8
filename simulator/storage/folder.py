"""The data folder: where it lies, what is in it, and who may read it.

```text
rapport.db          the database, while open with rapport.db-wal and rapport.db-shm beside it
rapport.json        what the database held when last seen, so that an empty one is noticed
instance.lock       held while the program runs
backups/            copies of the database
kept-aside/         databases that were damaged or replaced; the program never deletes them
```
"""

import contextlib
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from simulator.core.errors import ProfileError

FOLDER_VARIABLE = "RAPPORT_DATA"
"""The environment variable that names another data folder."""

_PRIVATE_FOLDER = 0o700
_PRIVATE_FILE = 0o600


def data_folder(chosen: Path | None = None) -> Path:
    """Give the data folder: the one chosen, else that of ``RAPPORT_DATA``, else the system's.

    Raises:
        ProfileError: there is no home folder to put it in.
    """
    named = os.environ.get(FOLDER_VARIABLE, "").strip()
    try:
        folder = chosen or (Path(named) if named else _system_folder())
        return folder.expanduser().absolute()
    except RuntimeError as error:
        raise _no_home() from error


def _system_folder() -> Path:
    import platformdirs

    folder = platformdirs.user_data_path("Rapport", appauthor=False)
    # Some versions leave the "~" as it is, which would become a folder of that name.
    if not folder.is_absolute():
        raise RuntimeError("no home folder")
    return folder


def _no_home() -> ProfileError:
    return ProfileError(
        "Your home folder was not found, so there is no place for your data. "
        f"Set the environment variable {FOLDER_VARIABLE} to a folder you may write to, "
        "then start again."
    )


def database_of(folder: Path) -> Path:
    """Give the place of the database in a data folder."""
    return folder / "rapport.db"


def companions_of(database: Path) -> tuple[Path, ...]:
    """Give the two files SQLite keeps beside an open database; they move wherever it moves."""
    return tuple(database.with_name(database.name + ending) for ending in ("-wal", "-shm"))


def prepare(folder: Path) -> None:
    """Make a folder, private to this user, unless it is there.

    Raises:
        ProfileError: it cannot be made.
    """
    # Not before the first frame: the faults of a database bring SQLite with them.
    from simulator.storage.faults import told_file_fault

    with told_file_fault(folder):
        if folder.is_dir():
            return
        folder.mkdir(parents=True, exist_ok=True, mode=_PRIVATE_FOLDER)


def make_private_file(file: Path) -> None:
    """Make an empty file that only this user may read, unless it is there."""
    file.touch(mode=_PRIVATE_FILE, exist_ok=True)


@contextlib.contextmanager
def draft_of(file: Path) -> Iterator[Path]:
    """Give a private draft that replaces the file once it is written whole and on the disk.

    A crash before that leaves the old file as it was.
    """
    draft = file.with_name(f".{file.name}.draft")
    draft.unlink(missing_ok=True)
    try:
        yield draft
        draft.chmod(_PRIVATE_FILE)
        _to_disk(draft)
        draft.replace(file)
        _folder_to_disk(file.parent)
    finally:
        draft.unlink(missing_ok=True)


def _to_disk(file: Path) -> None:
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())


def _folder_to_disk(folder: Path) -> None:
    # Windows cannot open a folder; there the file system's own log keeps the new name.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def stamp(now: datetime) -> str:
    """Write a time into a file name, in UTC: ``20260503-101500``."""
    return now.astimezone(UTC).strftime("%Y%m%d-%H%M%S")


def free_name(file: Path) -> Path:
    """Give the file's own name, or the next one numbered from 2 that is not taken."""
    candidate, number = file, 2
    while candidate.exists():
        candidate = file.with_name(f"{file.stem}-{number}{file.suffix}")
        number += 1
    return candidate
