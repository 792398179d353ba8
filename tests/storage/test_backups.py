"""Copies of the database: one a day, five kept, each whole."""

import os
import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from simulator.core.errors import ProfileError
from simulator.storage import backup, backup_if_due, newest_good_backup
from simulator.storage.backups import backups_of, is_good, made_at
from tests.storage.contacts import BEGAN, NOON, person, replied, start

DAY = timedelta(days=1)


@pytest.fixture
def folder(folder, store):
    """A data folder whose store is open and holds one person."""
    store.add_profile(person())
    return folder


def test_a_backup_is_made_when_there_is_none(folder, store):
    copy = store.backup_if_due(NOON)

    assert copy == folder / "backups" / "rapport-20260503-120000.db"
    assert is_good(copy)


def test_no_backup_is_made_within_a_day(folder):
    backup(folder, NOON)

    assert backup_if_due(folder, NOON + DAY - timedelta(seconds=1)) is None
    assert backup_if_due(folder, NOON + DAY) is not None


def test_the_last_five_backups_are_kept(folder):
    copies = [backup(folder, NOON + number * DAY) for number in range(7)]

    assert list(backups_of(folder)) == copies[:1:-1]


def test_a_backup_from_the_future_does_not_hold_up_todays(folder):
    backup(folder, NOON + 3000 * DAY)

    assert backup_if_due(folder, NOON) is not None


def test_a_clock_set_back_does_not_cost_the_newest_copy(folder):
    for number in range(100, 105):
        backup(folder, NOON + number * DAY)

    copy = backup(folder, NOON)

    assert copy.exists()
    assert len(backups_of(folder)) == 5


def test_two_backups_in_one_second_are_both_kept(folder):
    first, second = backup(folder, NOON), backup(folder, NOON)

    assert first != second
    assert set(backups_of(folder)) == {first, second}


def test_a_backup_holds_what_is_not_yet_in_the_main_file(folder, store):
    store.begin_attempt(start(), BEGAN)
    store.append_events("first", 1, (replied(),), NOON)

    connection = sqlite3.connect(backup(folder, NOON))
    count = connection.execute("SELECT count(*) FROM events").fetchone()
    connection.close()

    assert count == (2,)


def test_a_backup_leaves_the_store_in_use(folder, store):
    backup(folder, NOON)

    store.begin_attempt(start(), BEGAN)

    assert len(store.attempts()) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps permissions in another way")
def test_a_backup_is_private(folder):
    copy = backup(folder, NOON)

    assert copy.stat().st_mode & 0o777 == 0o600
    assert copy.parent.stat().st_mode & 0o777 == 0o700


def test_a_draft_left_by_a_killed_program_is_removed(folder):
    (folder / "backups").mkdir()
    draft = folder / "backups" / ".rapport-20260101-120000.db.draft"
    draft.write_text("half a copy")

    backup(folder, NOON)

    assert not draft.exists()


def test_other_files_among_the_backups_are_left_alone(folder):
    (folder / "backups").mkdir()
    mine = folder / "backups" / "rapport-before-my-holiday.db"
    mine.write_text("mine")

    for number in range(7):
        backup(folder, NOON + number * DAY)

    assert mine.read_text() == "mine"


def test_a_file_in_place_of_the_backups_is_told(folder):
    (folder / "backups").write_text("")

    with pytest.raises(ProfileError, match="cannot be opened"):
        backup(folder, NOON)


def test_a_folder_without_backups_has_no_good_one(folder):
    assert newest_good_backup(folder) is None


@pytest.mark.parametrize("content", [b"", b"garbage", b"SQLite format 3\x00" + bytes(84)])
def test_a_file_that_is_no_database_is_no_good_backup(tmp_path, content):
    file = tmp_path / "rapport-20260503-120000.db"
    file.write_bytes(content)

    assert not is_good(file)


@pytest.mark.parametrize(
    ("name", "time"),
    [
        ("rapport-20260503-120000.db", datetime(2026, 5, 3, 12, tzinfo=UTC)),
        ("rapport-20260503-120000-2.db", datetime(2026, 5, 3, 12, tzinfo=UTC)),
        ("rapport-20269903-120000.db", None),
        ("rapport.db", None),
    ],
)
def test_the_time_of_a_backup_is_read_from_its_name(tmp_path, name, time):
    assert made_at(tmp_path / name) == time
