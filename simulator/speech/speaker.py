"""The customer's voice: never blocks, never raises, at worst falls back to text."""

from __future__ import annotations

import itertools
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from simulator.core.errors import VoiceError
from simulator.speech.player import DevicePlayer, Player
from simulator.speech.sound_folder import SoundFolder, remove_file
from simulator.speech.spoken_text import spoken_text
from simulator.speech.worker_process import WorkerProcess, worker_command

NOT_AVAILABLE = "The voice is not available on this computer, so lines are shown as text only."
_LONGEST_CLOSE_S = 2.0


@dataclass(frozen=True)
class Limits:
    """How much patience the voice has with the speech engine."""

    start_s: float = 10.0
    """For a worker to start; the first start on Windows has been seen to take seconds."""
    line_s: float = 4.0
    """For any line, and besides:"""
    character_s: float = 0.01
    """for each character. The slowest engine measured took a tenth of that."""
    failures: int = 3
    """Failures in a row after which lines are shown as text only."""

    def for_text(self, text: str) -> float:
        """Give the seconds a worker may take for a text."""
        return self.line_s + self.character_s * len(text)


@dataclass(frozen=True)
class _Line:
    number: int
    text: str
    pitch: str
    pace: str


class Speaker:
    """Speaks lines through a worker process, as ``simulator.core.services.Voice`` asks.

    Every wish and every report goes through one queue to one thread of the speaker's own, which
    alone holds the worker, the player and the files. So nothing here needs a lock, and a caller
    never waits.
    """

    def __init__(
        self,
        on_notice: Callable[[str], None],
        player: Player | None = None,
        limits: Limits | None = None,
        command: tuple[str, ...] | None = None,
    ) -> None:
        """Get ready to speak; a worker is started for the first line only.

        Args:
            on_notice: called at most once, with one sentence for the user, when there is no
                working engine or sound device. Called from the speaker's own thread.
            player: what plays the lines; the standard sound device if not given.
            limits: how long to wait for the engine.
            command: starts a worker; needed where ``sys.executable`` is not a Python.
        """
        self._on_notice = on_notice
        self._player = player or DevicePlayer()
        self._limits = limits or Limits()
        self._command = command or worker_command()
        self._inbox: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._numbers = itertools.count(1)
        self._folder: SoundFolder | None = None
        self._worker: WorkerProcess | None = None
        self._worker_is_ready = False
        self._wanted: _Line | None = None  # to be spoken as soon as it is synthesised
        self._in_work: _Line | None = None  # with the worker, perhaps no longer wanted
        self._playing: _Line | None = None
        self._deadline: float | None = None
        self._failures = 0
        self._is_over = False
        self._thread = threading.Thread(target=self._run, name="voice", daemon=True)
        self._thread.start()

    def speak(self, text: str, pitch: str = "middle", pace: str = "even") -> None:
        """Speak a line in place of any other. Returns at once.

        Args:
            text: what to say; what no engine can say is left out, see ``spoken_text``.
            pitch: ``low``, ``middle`` or ``high``; any other counts as ``middle``.
            pace: ``slow``, ``even`` or ``brisk``; any other counts as ``even``.
        """
        if not self._is_over:
            line = _Line(next(self._numbers), text, pitch, pace)
            self._inbox.put(partial(self._begin, line))

    def stop(self) -> None:
        """Fall silent. Returns at once."""
        self._inbox.put(self._fall_silent)

    def close(self) -> None:
        """End the worker and remove its files. Later wishes are ignored.

        Waits until it is done, but not for ever: a sound device that hangs is left behind.
        """
        self._inbox.put(self._end)
        if threading.current_thread() is not self._thread:  # as it is within on_notice
            self._thread.join(_LONGEST_CLOSE_S)

    # From here on everything runs in the speaker's own thread.

    def _run(self) -> None:
        while not self._is_over:
            try:
                act = self._inbox.get(timeout=self._time_left_s())
            except queue.Empty:
                act = self._fail
            act()

    def _time_left_s(self) -> float | None:
        return None if self._deadline is None else max(0.0, self._deadline - time.monotonic())

    def _begin(self, line: _Line) -> None:
        self._fall_silent()
        text = spoken_text(line.text)
        if text:
            self._wanted = _Line(line.number, text, line.pitch, line.pace)
            self._go_on()

    def _fall_silent(self) -> None:
        self._wanted = self._playing = None
        self._player.stop()

    def _end(self) -> None:
        self._is_over = True
        self._fall_silent()
        self._drop_worker()
        if self._folder is not None:
            self._folder.remove()

    def _go_on(self) -> None:
        """Take the next step towards the wanted line, if there is one to take."""
        if self._wanted is None or self._in_work is not None:
            return
        if self._worker is None:
            self._start_worker()
        elif self._worker_is_ready:
            self._hand_over(self._worker, self._wanted)

    def _start_worker(self) -> None:
        try:
            self._folder = self._folder or SoundFolder()
            self._worker = WorkerProcess(self._command, self._report_answer, self._report_end)
        except OSError:
            self._give_up()
        else:
            self._deadline = time.monotonic() + self._limits.start_s

    def _hand_over(self, worker: WorkerProcess, line: _Line) -> None:
        self._in_work = line
        self._deadline = time.monotonic() + self._limits.for_text(line.text)
        worker.send(
            {
                "number": line.number,
                "text": line.text,
                "file": str(self._file_of(line)),
                "pitch": line.pitch,
                "pace": line.pace,
            }
        )

    def _file_of(self, line: _Line) -> Path:
        if self._folder is None:
            raise ValueError("A line is handed over after the folder was made.")
        return self._folder.path / f"{line.number}.wav"

    def _report_answer(self, worker: WorkerProcess, answer: dict[str, object]) -> None:
        self._inbox.put(partial(self._hear_answer, worker, answer))

    def _report_end(self, worker: WorkerProcess) -> None:
        self._inbox.put(partial(self._hear_end, worker))

    def _hear_answer(self, worker: WorkerProcess, answer: dict[str, object]) -> None:
        if worker is not self._worker:
            return
        self._deadline = None
        if "ready" in answer:
            self._worker_is_ready = True
        elif self._in_work is not None:
            line, self._in_work = self._in_work, None
            self._failures = 0
            self._play(line)
        self._go_on()

    def _hear_end(self, worker: WorkerProcess) -> None:
        if worker is self._worker:
            self._fail()

    def _play(self, line: _Line) -> None:
        file = self._file_of(line)
        try:
            if line is self._wanted:
                self._wanted, self._playing = None, line
                self._player.play(file, partial(self._report_last_word, line))
        except VoiceError:
            self._give_up()
        remove_file(file)

    def _report_last_word(self, line: _Line) -> None:
        self._inbox.put(partial(self._let_device_go, line))

    def _let_device_go(self, line: _Line) -> None:
        if line is self._playing:
            self._playing = None
            self._player.stop()

    def _fail(self) -> None:
        """Count a dead or hung worker, and try once more or give up."""
        self._failures += 1
        if self._failures < self._limits.failures:
            self._drop_worker()
            self._go_on()
        else:
            self._give_up()

    def _give_up(self) -> None:
        self._end()
        self._on_notice(NOT_AVAILABLE)

    def _drop_worker(self) -> None:
        if self._worker is not None:
            self._worker.kill()
        if self._in_work is not None:
            remove_file(self._file_of(self._in_work))
        self._worker, self._worker_is_ready = None, False
        self._in_work, self._deadline = None, None
