"""Child processes that work on a data folder of their own accord, and can be killed."""

import os
import signal
import struct
import sys
import traceback
from collections.abc import Callable
from typing import BinaryIO

NOBODY = 65534


class Child:
    """A copy of this process that does some work and reports numbers over a pipe."""

    def __init__(self, work: Callable[[Callable[[int], None]], None]) -> None:
        reader, writer = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(reader)
            _work_and_leave(work, writer)
        os.close(writer)
        self._reports: BinaryIO = os.fdopen(reader, "rb")

    def report(self) -> int | None:
        """Wait for the next number; None when the child has ended."""
        data = self._reports.read(8)
        return struct.unpack("q", data)[0] if len(data) == 8 else None

    def reports(self) -> list[int]:
        """Wait for the child to end; give the numbers not yet asked for."""
        return list(iter(self.report, None))

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)

    def exit_code(self) -> int:
        """Wait for the child to end; 0 when its work was done, -9 when it was killed."""
        self.reports()
        self._reports.close()
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def _work_and_leave(work, writer):
    code = 1
    try:
        work(lambda number: os.write(writer, struct.pack("q", number)))
        code = 0
    finally:
        if code:
            traceback.print_exc(file=sys.__stderr__)
            sys.__stderr__.flush()
        os._exit(code)


def give_up_rights() -> None:
    """Become nobody, whom the permissions of files bind; root they do not."""
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
