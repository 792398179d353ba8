"""Writes the sample of the present tables: ``python -m tests.storage.samples.make``."""

import contextlib
import sqlite3
import tempfile
from pathlib import Path

from simulator.storage import open_store
from simulator.storage.folder import database_of
from simulator.storage.tables import SCHEMA
from tests.storage.contacts import BEGAN, NOON, person, replied, review, scorecard, shift, start


def fill(folder: Path) -> None:
    store = open_store(folder, NOON)
    store.add_profile(person())
    store.add_profile(person("Tom", number=2, role="trainer"))
    store.begin_shift(shift())
    for number, name in enumerate(("reviewed", "finished", "under way"), 1):
        place = {"shift_id": "s1", "shift_number": number}
        store.begin_attempt(start(name).model_copy(update=place), BEGAN)
        store.append_events(name, 1, (replied("Sorry 😀"), replied("שלום")), NOON)
    for name in ("reviewed", "finished"):
        store.finish_attempt(name, scorecard(), NOON)
    store.save_review("reviewed", review(score=90))
    store.save_setting("theme", "dark")
    store.close()


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        fill(Path(name))
        with contextlib.closing(sqlite3.connect(database_of(Path(name)))) as connection:
            lines = "\n".join(connection.iterdump())
    sample = Path(__file__).with_name(f"schema_{SCHEMA}.sql")
    sample.write_text(lines + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
