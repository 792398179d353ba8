"""The window closed at any moment: it goes at once, and what was said and written is kept."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from simulator.app import now
from simulator.core.conversation.session import Session
from simulator.storage import open_store

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 60
LONGEST_GOODBYE_S = 3.0


@dataclass(frozen=True)
class Goodbye:
    """How a window went: exit status, what it said, how long it took, who it left behind."""

    status: int
    said: tuple[str, ...]
    took_s: float
    leaves_orphans: bool


def closed_at(moment: str, folder: Path) -> Goodbye:
    """Close the window at a moment."""
    began, said = 0.0, []
    with subprocess.Popen(
        [sys.executable, "-X", "dev", "-m", "tests.ui.leaving_window", str(folder), moment],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    ) as process:
        for line in process.stdout or ():
            if line == "closing\n":
                began = time.monotonic()
            # Machines without a sound card are told so by ALSA itself.
            if not line.startswith("ALSA lib"):
                said.append(line.strip())
        status = process.wait(PATIENCE_S)
        took_s = time.monotonic() - began
    return Goodbye(status, tuple(said), took_s, _has_members(process.pid))


def _has_members(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture(scope="module")
def goodbyes(tmp_path_factory):
    """Close a window at each moment once, each on a data folder of its own."""
    folder = tmp_path_factory.mktemp("goodbyes")
    return folder, cache(lambda moment: closed_at(moment, folder / moment))


@pytest.mark.parametrize(
    "moment", ["first_frame", "loading", "scoring", "saving", "speaking", "writing"]
)
def test_closing_at_any_moment_ends_the_program_in_order(goodbyes, moment):
    _, goodbye_at = goodbyes

    goodbye = goodbye_at(moment)

    assert (goodbye.status, goodbye.said) == (0, ("closing",))
    assert goodbye.took_s < LONGEST_GOODBYE_S
    assert not goodbye.leaves_orphans


@pytest.mark.parametrize("moment", ["scoring", "saving"])
def test_a_reply_on_its_way_is_kept(goodbyes, moment):
    folder, goodbye_at = goodbyes

    goodbye_at(moment)

    assert len(kept(folder / moment).turns) == 1


def test_a_note_just_written_is_kept(goodbyes):
    folder, goodbye_at = goodbyes

    goodbye_at("writing")

    assert kept(folder / "writing").after.note == "She will be called by noon."


def kept(folder: Path) -> Session:
    store = open_store(folder, now())
    stored = store.attempt(store.attempts(None)[0].id)
    store.close()
    return Session.replayed(stored.scenario, stored.events)
