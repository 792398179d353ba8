"""A note beside the database of what it held, so that an empty replacement is noticed.

SQLite takes a file of no bytes, or one whose ``-wal`` was deleted, for a database in good order.
"""

import contextlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from simulator.storage.folder import draft_of


@dataclass(frozen=True)
class Marker:
    """What was known of the database when it was last opened, changed or closed.

    ``is_open`` stays true when the program did not end in order, or found the database damaged.
    """

    schema_version: str
    profiles: int
    is_open: bool
    format: int = 1


def _place(folder: Path) -> Path:
    return folder / "rapport.json"


def read_marker(folder: Path) -> Marker | None:
    """Give the note of a data folder; None when there is none, or none that can be read."""
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
        kept = json.loads(_place(folder).read_text(encoding="utf-8"))
        return Marker(
            schema_version=str(kept["schema_version"]),
            profiles=int(kept["profiles"]),
            is_open=bool(kept["is_open"]),
        )
    return None


def write_marker(folder: Path, marker: Marker) -> None:
    """Keep the note.

    A note that cannot be written is let go: the old one knows of fewer people, never of more, and
    what it stands for is in the database already.
    """
    with contextlib.suppress(OSError), draft_of(_place(folder)) as draft:
        draft.write_text(json.dumps(asdict(marker), indent=2) + "\n", encoding="utf-8")


def remove_marker(folder: Path) -> None:
    """Forget what the database held, as when the user starts afresh."""
    _place(folder).unlink(missing_ok=True)
