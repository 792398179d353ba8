"""The real window, killed at random moments of one play."""

import os
import random
import subprocess
import sys
import threading
from pathlib import Path

from simulator.app import now
from simulator.core.conversation.session import Session
from simulator.storage import open_store

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 60
KILLS = int(os.environ.get("RAPPORT_KILLS", "10"))


def shown_before_being_killed(folder: Path, chance: random.Random) -> tuple[int, int]:
    """Start the window, kill it after some states; give the first and the last it showed."""
    wanted = chance.randint(1, 9)
    seen: list[int] = []
    with subprocess.Popen(
        [sys.executable, "-m", "tests.ui.driven_window", str(folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    ) as process:
        patience = threading.Timer(PATIENCE_S, process.kill)
        patience.start()
        for line in process.stdout or ():
            word, _, count = line.strip().partition(" ")
            assert word == "shown", line
            seen.append(int(count))
            if len(seen) == wanted:
                process.kill()
        patience.cancel()
    assert len(seen) >= wanted, "the window stopped before it was killed"
    return seen[0], seen[-1]


def test_a_window_killed_at_any_moment_comes_back_at_the_turn_it_showed(tmp_path):
    chance = random.Random(20)
    last_shown = 0

    for _ in range(KILLS):
        first, last = shown_before_being_killed(tmp_path, chance)

        # An event may have been committed in the moment before it would have been shown.
        assert first in (last_shown, last_shown + 1)
        last_shown = last

    store = open_store(tmp_path, now())
    stored = store.attempt(store.attempts(None)[0].id)
    store.close()
    session = Session.replayed(stored.scenario, stored.events)
    assert len(session.events) in (last_shown, last_shown + 1)
