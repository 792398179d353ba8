"""Knowing that another copy of the program works on the same data."""

import contextlib
import os
import sys
from pathlib import Path
from typing import BinaryIO

from simulator.storage.faults import told_file_fault
from simulator.storage.folder import make_private_file, prepare

_LOCKED_BYTE = 1024
"""Where the lock lies: behind the text, which Windows would else keep others from reading."""


class InstanceLock:
    """A lock that the system drops when the program ends, however it ends.

    A second copy may still open the store: its writes wait their turn. The window says so.
    """

    def __init__(self) -> None:
        self._file: BinaryIO | None = None

    def acquire(self, folder: Path) -> bool:
        """Take the lock of a data folder; False while another copy of the program holds it.

        Raises:
            ProfileError: the folder or the lock file cannot be written.
        """
        prepare(folder)
        place = folder / "instance.lock"
        with told_file_fault(place):
            make_private_file(place)
            file = place.open("r+b")
            if not _take(file):
                file.close()
                return False
            file.truncate(0)
            file.write(f"{os.getpid()}\n".encode())
            file.flush()
        self._file = file
        return True

    def release(self) -> None:
        """Let go of the lock. Does nothing when it is not held."""
        if self._file is not None:
            self._file.close()
            self._file = None

    @staticmethod
    def holder(folder: Path) -> int | None:
        """Give the process id written by the last holder of the lock, None when there is none."""
        with contextlib.suppress(OSError, ValueError):
            return int((folder / "instance.lock").read_text(encoding="ascii"))
        return None


if sys.platform == "win32":
    import msvcrt

    def _take(file: BinaryIO) -> bool:
        try:
            file.seek(_LOCKED_BYTE)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            file.seek(0)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _take(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
