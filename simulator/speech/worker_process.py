"""The program's end of the worker process."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.speech.worker import Job

_PROGRAM_FOLDER = str(Path(__file__).parents[2])
if sys.platform == "win32":
    _CREATION_FLAGS = subprocess.CREATE_NO_WINDOW
else:
    _CREATION_FLAGS = 0


def worker_command() -> tuple[str, ...]:
    """Give the command that starts a worker with this Python."""
    return (sys.executable, "-m", "simulator.speech.worker")


class WorkerProcess:
    """A running worker. What it says arrives through two callbacks, from a thread of its own."""

    def __init__(
        self,
        command: tuple[str, ...],
        on_answer: Callable[[WorkerProcess, dict[str, object]], None],
        on_end: Callable[[WorkerProcess], None],
    ) -> None:
        """Start the worker.

        Args:
            command: the program and its arguments.
            on_answer: called with each answer: ``ready`` once, then ``done`` with a job's number.
            on_end: called once when the worker has ended, for whatever reason.

        Raises:
            OSError: the system starts no further process.
        """
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env=_environment(),
            creationflags=_CREATION_FLAGS,
        )
        self._on_answer, self._on_end = on_answer, on_end
        self._listener = threading.Thread(target=self._listen, name="voice answers", daemon=True)
        self._listener.start()

    def send(self, job: Job) -> None:
        """Hand over a job; a worker that has just died is told through ``on_end``."""
        with contextlib.suppress(OSError):
            _stream(self._process.stdin).write(json.dumps(job).encode() + b"\n")

    def kill(self) -> None:
        """End the worker, hung or not, and wait until it is gone."""
        self._process.kill()
        self._process.wait()
        self._listener.join()
        _stream(self._process.stdin).close()

    def _listen(self) -> None:
        with _stream(self._process.stdout) as answers:
            for line in answers:
                self._on_answer(self, json.loads(line))
        self._on_end(self)


def _stream(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise ValueError("A worker is started with pipes on both sides.")
    return pipe


def _environment() -> dict[str, str]:
    """Let the worker find this package from whatever folder the program was started in."""
    paths = [_PROGRAM_FOLDER, *filter(None, [os.environ.get("PYTHONPATH")])]
    return os.environ | {"PYTHONPATH": os.pathsep.join(paths)}
