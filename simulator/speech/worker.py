"""The worker process: turns one line at a time into a sound file, and does nothing else.

    python -m simulator.speech.worker

Each line of standard input is a job, each line of standard output an answer, both JSON: first
``{"ready": true}``, then ``{"done": n}`` per job. Whatever goes wrong ends the process: the program
notices and starts another. So does the end of standard input, which is how it learns that the
program is gone, even while the engine hangs.

How pyttsx3 2.99 has to be driven: with espeak, ``runAndWait`` cancels what the engine has queued
while it is still busy; on a loaded machine a quarter of the lines then come out empty or at the
pace of the line before. ``startLoop`` cancels nothing and returns with the last sample, but leaves
an engine that cannot be used again, so each line gets a new one (1 ms). On Windows, where saving
sends no event, ``startLoop`` would never return, so there and on macOS ``runAndWait`` it is.
"""

import json
import os
import queue
import signal
import struct
import threading
from pathlib import Path
from typing import Any, BinaryIO, TypedDict

RATES = {"slow": 140, "even": 170, "brisk": 205}
"""Words a minute. Everyday English is spoken at 150 to 190."""

PITCHES = {"low": 35, "middle": 50, "high": 65}
"""From 0 to 99, as espeak counts. The engines of Windows and macOS leave the pitch as it is."""

ATTEMPTS = 2
"""The first run of an engine is known to fail at times; the second then works."""


class Job(TypedDict):
    """One line to synthesise."""

    number: int
    text: str
    file: str
    pitch: str
    pace: str


def main() -> None:
    """Answer jobs until standard input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program
    jobs_in, answers = _keep_the_channels_to_ourselves()
    jobs: queue.SimpleQueue[Job] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(jobs_in, jobs), daemon=True).start()
    synthesiser = Synthesiser()
    _answer(answers, {"ready": True})
    while True:
        job = jobs.get()
        synthesiser.synthesise(job)
        _answer(answers, {"done": job["number"]})


class Synthesiser:
    """Drives the engine, from one thread and for one line at a time."""

    def __init__(self) -> None:
        import pyttsx3

        self._make_engine = pyttsx3.init
        self._engine: Any = pyttsx3.init()
        self._is_espeak = str(self._engine) == "espeak"

    def synthesise(self, job: Job) -> None:
        """Write the job's file.

        Raises:
            RuntimeError: the engine did not write a whole file.
        """
        file = Path(job["file"])
        for _ in range(ATTEMPTS):
            self._attempt(job, file)
            if is_whole_sound(file):
                return
            file.unlink(missing_ok=True)
        raise RuntimeError("The speech engine wrote no sound.")

    def _attempt(self, job: Job, file: Path) -> None:
        if self._is_espeak:
            self._engine = None  # pyttsx3 hands out the used one for as long as it is held
            self._engine = self._make_engine()
        self._engine.setProperty("rate", RATES.get(job["pace"], RATES["even"]))
        self._engine.setProperty("pitch", PITCHES.get(job["pitch"], PITCHES["middle"]))
        self._engine.save_to_file(job["text"], str(file))
        if self._is_espeak:
            self._engine.startLoop()
        else:
            self._engine.runAndWait()


def is_whole_sound(file: Path) -> bool:
    """Say whether a WAV or AIFF file holds sound and as many bytes as its head promises."""
    try:
        content_size = file.stat().st_size - 8
        with file.open("rb") as opened:
            head = opened.read(8)
    except OSError:
        return False
    if len(head) < 8 or content_size <= 64:  # the heads alone take 36 to 64 bytes
        return False
    byte_order = ">" if head.startswith(b"FORM") else "<"
    return bool(struct.unpack(f"{byte_order}I", head[4:])[0] <= content_size)


def _keep_the_channels_to_ourselves() -> tuple[BinaryIO, BinaryIO]:
    """Move our channels away from where engines and their libraries print."""
    jobs_in, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb", buffering=0)
    nothing = os.open(os.devnull, os.O_RDWR)
    for channel in (0, 1, 2):
        os.dup2(nothing, channel)
    return jobs_in, answers


def _receive(jobs_in: BinaryIO, jobs: "queue.SimpleQueue[Job]") -> None:
    for line in jobs_in:
        jobs.put(json.loads(line))
    # The program is gone. An orderly exit would wait for an engine that may never return.
    os._exit(0)


def _answer(answers: BinaryIO, answer: dict[str, object]) -> None:
    answers.write(json.dumps(answer).encode() + b"\n")


if __name__ == "__main__":
    main()
