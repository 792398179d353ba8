"""What keeping costs: ``python -m benchmarks.storage [--attempts 10000] [--turns 1000]``.

Times one reply kept as the program keeps it (``synchronous = FULL``), kept so that a power cut may
undo it (``NORMAL``), and the disk's own floor, turn by turn in one run. Then opening, lists of
attempts, one attempt and a backup. ``--folder`` says where to work: the disk decides the outcome.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Literal

from simulator.core.conversation.events import Replied
from simulator.core.scoring.context import Assessment
from simulator.core.scoring.evidence import Evidence, Rating
from simulator.core.scoring.rubric import Skill
from simulator.core.scoring.scorecard import Scorecard
from simulator.storage import backup, open_store
from simulator.storage.connection import Database
from simulator.storage.folder import database_of
from simulator.storage.profile_store import SqlProfileStore
from tests.storage.contacts import BEGAN, NOON, person, scorecard, start

PEOPLE = 20
TURNS_OF_AN_ATTEMPT = 4
WORDS = (
    "I am sorry about the two mornings you lost. I will call the depot now and stay on the line."
)

EVIDENCE = Evidence(
    skill=Skill.COURTESY,
    effect="+",
    cue="names the loss",
    start=0,
    end=10,
    span=WORDS[:10],
    points=6.0,
    note="You named the lost mornings.",
)
RATING = Rating(courtesy=70, patience=55, helpfulness=80, evidence=(EVIDENCE,) * 5)
REPLY = Replied(text=WORDS, assessment=Assessment(rating=RATING))


def milliseconds(work: Callable[[], object]) -> float:
    """Time one call."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def tell(what: str, times: list[float]) -> None:
    """Print the middle and the slowest hundredth of some times."""
    slow = sorted(times)[min(len(times) - 1, len(times) * 99 // 100)]
    print(f"{what:<52} p50 {statistics.median(times):9.3f} ms   p99 {slow:9.3f} ms")


def store_in(folder: Path, durability: Literal["FULL", "NORMAL"]) -> SqlProfileStore:
    """Open a new store with the given durability, in which an attempt has begun."""
    open_store(folder, NOON).close()
    store = SqlProfileStore(Database.of_file(database_of(folder), durability=durability))
    store.add_profile(person())
    store.begin_attempt(start(), BEGAN)
    return store


def time_replies(folder: Path, turns: int) -> None:
    """Time a durable reply beside a less durable one and a bare write, taking turns."""
    full, normal = store_in(folder / "full", "FULL"), store_in(folder / "normal", "NORMAL")
    times: dict[str, list[float]] = {"floor": [], "FULL": [], "NORMAL": []}
    with (folder / "floor").open("wb", buffering=0) as floor:
        for turn in range(1, turns + 1):
            times["floor"].append(milliseconds(partial(write_through, floor.fileno())))
            for name, store in (("FULL", full), ("NORMAL", normal)):
                times[name].append(milliseconds(partial(keep_reply, store, turn)))
    tell("4 KiB written and synchronised (floor)", times["floor"])
    tell("one reply, FULL (as the program keeps it)", times["FULL"])
    tell("one reply, NORMAL (a power cut may undo it)", times["NORMAL"])
    ratio = statistics.median(times["FULL"]) / statistics.median(times["NORMAL"])
    print(f"{'FULL / NORMAL':<52}     {ratio:9.2f}")
    full.close()
    normal.close()


def write_through(descriptor: int) -> None:
    """Append a page and wait until the disk has it."""
    os.write(descriptor, bytes(4096))
    os.fsync(descriptor)


def keep_reply(store: SqlProfileStore, position: int) -> None:
    """Keep one reply with its rating and evidence."""
    store.append_events("first", position, (REPLY,), NOON)


def fill(folder: Path, attempts: int) -> list[float]:
    """Play and finish some attempts of twenty people; give the time of each."""
    store = open_store(folder, NOON)
    for number in range(PEOPLE):
        store.add_profile(person(f"Person {number}", number))
    card = scorecard()
    times = [milliseconds(partial(play, store, number, card)) for number in range(attempts)]
    store.close()
    return times


def play(store: SqlProfileStore, number: int, card: Scorecard) -> None:
    """Keep one attempt from its beginning to its scorecard."""
    name = f"attempt-{number}"
    store.begin_attempt(start(name, number, f"person-{number % PEOPLE}"), BEGAN)
    replies = (REPLY,) * TURNS_OF_AN_ATTEMPT
    store.append_events(name, 1, replies, NOON)
    store.finish_attempt(name, card, NOON)


def time_reading(folder: Path, attempts: int) -> None:
    """Time opening, lists, one attempt and a backup of a filled store."""
    tell("opening and closing the store", times_of(lambda: open_store(folder, NOON).close()))
    store = open_store(folder, NOON)
    tell(f"summaries of all {attempts:,} attempts", times_of(store.attempts))
    tell(f"summaries of one of {PEOPLE} people", times_of(lambda: store.attempts("person-3")))
    tell("one attempt with all that is kept of it", times_of(lambda: store.attempt("attempt-7")))
    later = iter(NOON + timedelta(days=number) for number in range(99))
    tell("backup, checked", times_of(lambda: backup(folder, next(later)), 5))
    print(f"{'size of the database':<52}     {database_of(folder).stat().st_size / 1e6:9.1f} MB")
    store.close()


def times_of(work: Callable[[], object], count: int = 10) -> list[float]:
    """Time a call again and again."""
    return [milliseconds(work) for _ in range(count)]


def main() -> None:
    """Run all, and print one line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--attempts", type=int, default=10_000)
    parser.add_argument("--turns", type=int, default=1_000)
    parser.add_argument("--folder", type=Path, help="where to work; the disk decides the outcome")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        time_replies(Path(name), options.turns)
        tell("a whole attempt of four replies", fill(Path(name) / "many", options.attempts))
        time_reading(Path(name) / "many", options.attempts)


if __name__ == "__main__":
    main()
