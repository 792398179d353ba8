"""A private folder for sound files that goes away with the program, even with a killed one."""

import contextlib
import shutil
import sys
import tempfile
from pathlib import Path
from typing import BinaryIO

_PREFIX = "rapport-voice-"
_LOCK = "in-use"


class SoundFolder:
    """A new folder that only this user may read.

    A lock, which the system drops when the program ends however it ends, tells other starts of the
    program that the folder is in use.
    """

    def __init__(self) -> None:
        """Make the folder and remove those that killed runs left behind.

        Raises:
            OSError: there is nowhere to put temporary files.
        """
        remove_forgotten_folders()
        self.path = Path(tempfile.mkdtemp(prefix=_PREFIX))
        self._lock = (self.path / _LOCK).open("wb")
        _take(self._lock)

    def remove(self) -> None:
        """Remove the folder and all in it. Does nothing the second time."""
        self._lock.close()
        shutil.rmtree(self.path, ignore_errors=True)


def remove_forgotten_folders() -> None:
    """Remove the folders of runs that ended without removing them."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        # Another user's folder cannot be opened, a folder in use cannot be locked.
        with contextlib.suppress(OSError):
            with (folder / _LOCK).open("r+b") as lock:
                _take(lock)
            shutil.rmtree(folder)


if sys.platform == "win32":
    import msvcrt

    def _take(lock: BinaryIO) -> None:
        msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(lock: BinaryIO) -> None:
        fcntl.flock(lock.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def remove_file(file: Path) -> None:
    """Remove a file; one that is gone, or that a dying worker still holds, goes with its folder."""
    with contextlib.suppress(OSError):
        file.unlink()
