import ctypes.util
import os
import queue
import sys
import tempfile
import textwrap
import threading
import time
from pathlib import Path

import pytest

from simulator.speech import Speaker
from tests.fakes.player import FakePlayer

ENGINE = """
import os, signal, struct, threading
from pathlib import Path

FOLDER = Path({folder!r})

def write_sound(file):
    Path(file).write_bytes(b"RIFF" + struct.pack("<I", 1036) + b"WAVEfmt " + bytes(1028))

def init():
    with (FOLDER / "starts").open("a") as starts:
        starts.write(str(os.getpid()) + " ")
    on_start()
    return Engine()

class Engine:
    def __str__(self): return "fake"
    def connect(self, event, callback): pass
    def setProperty(self, name, value): pass
    def save_to_file(self, text, file): self.text, self.file = text, file
    def runAndWait(self):
        with (FOLDER / "runs").open("a") as runs:
            runs.write("x")
        on_run(self, (FOLDER / "runs").stat().st_size)

def on_start(): pass
def on_run(engine, run): write_sound(engine.file)

{changes}
"""


class FakeEngine:
    """A module named pyttsx3 that the worker finds before the real one."""

    def __init__(self, folder: Path, changes: str):
        self._folder = folder
        source = ENGINE.format(folder=str(folder), changes=textwrap.dedent(changes))
        (folder / "pyttsx3.py").write_text(source)

    @property
    def workers(self) -> list[int]:
        starts = self._folder / "starts"
        return [int(number) for number in starts.read_text().split()] if starts.exists() else []

    @property
    def runs(self) -> int:
        runs = self._folder / "runs"
        return runs.stat().st_size if runs.exists() else 0


class Notices:
    def __init__(self):
        self._notices = queue.SimpleQueue()

    def __call__(self, sentence):
        self._notices.put(sentence)

    def wait(self, within_s=15.0):
        return self._notices.get(timeout=within_s)

    @property
    def is_empty(self):
        return self._notices.empty()


@pytest.fixture
def engine_that(tmp_path, monkeypatch):
    """Give workers a fake engine whose module ends with the given source."""

    def make(changes=""):
        folder = tmp_path / "engine"
        folder.mkdir()
        monkeypatch.setenv("PYTHONPATH", str(folder))
        return FakeEngine(folder, changes)

    return make


@pytest.fixture
def real_engine():
    if sys.platform == "linux" and not ctypes.util.find_library("espeak-ng"):
        pytest.skip("espeak-ng is not installed")


@pytest.fixture(autouse=True)
def temporary_folder(tmp_path, monkeypatch):
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def player():
    return FakePlayer()


@pytest.fixture
def notices():
    return Notices()


@pytest.fixture
def new_speaker(player, notices):
    speakers = []

    def make(limits=None, player=player):
        speakers.append(Speaker(notices, player, limits))
        return speakers[-1]

    yield make
    for speaker in speakers:
        speaker.close()


@pytest.fixture
def wait_until():
    def wait(condition, within_s=15.0):
        end = time.monotonic() + within_s
        while not condition():
            assert time.monotonic() < end, "the condition never came true"
            threading.Event().wait(0.01)

    return wait


@pytest.fixture
def is_running():
    if not Path("/proc/self/stat").exists():
        pytest.skip("processes are looked up in /proc")

    def is_running(process_id):
        try:
            state = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            return False
        return state != "Z"

    return is_running


@pytest.fixture
def child_workers():
    """List the running workers that this process started."""

    def list_them():
        children = Path(f"/proc/{os.getpid()}/task").glob("*/children")
        numbers = " ".join(file.read_text() for file in children).split()
        lines = [Path(f"/proc/{number}/cmdline").read_bytes() for number in numbers]
        return [line for line in lines if b"simulator.speech.worker" in line]

    return list_them
