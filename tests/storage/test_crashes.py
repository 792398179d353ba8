"""Killed, full and crowded: what was acknowledged is there, and nothing is half there.

``RAPPORT_TEST_KILLS`` sets the number of kills, for a long run before a release.
"""

import contextlib
import os
import random
import resource
import shutil
import signal
import sys

import pytest

from simulator.core.errors import DatabaseBusyError, ProfileError
from simulator.storage import attempt_writing, backup, newest_good_backup, open_store
from simulator.storage.backups import backups_of
from simulator.storage.folder import database_of
from tests.storage.child import Child
from tests.storage.contacts import BEGAN, NOON, person, replied, scorecard, start

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork")

KILLS = int(os.environ.get("RAPPORT_TEST_KILLS", "25"))


@pytest.fixture
def begun(new_folder, folder):
    """A data folder in which the attempt ``first`` has begun, and nobody has it open."""
    shutil.copytree(new_folder, folder)
    store = open_store(folder, NOON)
    store.add_profile(person())
    store.begin_attempt(start(), BEGAN)
    store.close()
    return folder


def kept_replies(folder):
    store = open_store(folder, NOON)
    events = store.attempt("first").events
    store.close()
    return [int(event.text) for event in events[1:]]


def reply_until_it_fails(store, report):
    count = len(store.attempt("first").events)
    while True:
        store.append_events("first", count, (replied(str(count)),), NOON)
        report(count)
        count += 1


def replies_without_end(folder):
    return lambda report: reply_until_it_fails(open_store(folder, NOON), report)


def test_no_acknowledged_reply_is_lost_when_the_program_is_killed(begun):
    chance = random.Random(1)

    for _ in range(KILLS):
        child = Child(replies_without_end(begun))
        acknowledged = [child.report() for _ in range(chance.randint(1, 12))]
        child.kill()
        acknowledged += child.reports()
        assert child.exit_code() == -9

        kept = kept_replies(begun)
        assert kept == list(range(1, len(kept) + 1))
        assert kept[-1] >= acknowledged[-1]


def test_the_test_above_would_notice_replies_that_were_not_committed(begun):
    def work(report):
        store = open_store(begun, NOON)
        with store._database.writing() as connection:
            for count in range(1, 100):
                attempt_writing.append(connection, "first", count, (replied(str(count)),), NOON)
                report(count)
            signal.pause()

    child = Child(work)
    acknowledged = [child.report() for _ in range(99)]
    child.kill()

    assert child.exit_code() == -9
    assert acknowledged[-1] == 99
    assert kept_replies(begun) == []


def test_a_killed_program_leaves_a_store_that_opens_without_complaint(begun):
    child = Child(replies_without_end(begun))
    child.report()
    child.kill()
    child.exit_code()

    store = open_store(begun, NOON)

    assert store.notice == ""
    store.close()


def test_a_backup_killed_half_way_leaves_a_good_one(begun):
    backup(begun, NOON)
    chance = random.Random(2)

    def work(report):
        while True:
            report(0)
            backup(begun, NOON)

    for _ in range(10):
        child = Child(work)
        for _ in range(chance.randint(1, 4)):
            child.report()
        child.kill()
        child.exit_code()

        assert newest_good_backup(begun) == backups_of(begun)[0]


@contextlib.contextmanager
def largest_file(size):
    """Let no file grow beyond a size, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("room", range(0, 80_000, 4_000))
def test_a_full_disk_loses_nothing_and_practice_goes_on_when_there_is_room(begun, room):
    def work(report):
        store = open_store(begun, NOON)
        with largest_file(room), pytest.raises(ProfileError, match="was not saved"):
            reply_until_it_fails(store, report)
        count = len(store.attempt("first").events)
        store.append_events("first", count, (replied(str(count)),), NOON)
        report(count)
        store.close()

    child = Child(work)
    acknowledged = child.reports()

    assert child.exit_code() == 0
    assert kept_replies(begun) == acknowledged


@pytest.mark.parametrize("room", [0, 1_000, 20_000, 60_000])
def test_a_disk_full_at_the_start_is_told(folder, room):
    def work(report):
        with largest_file(room), pytest.raises(ProfileError, match=r"[Dd]isk"):
            open_store(folder, NOON)
        store = open_store(folder, NOON)
        store.add_profile(person())
        store.close()

    assert Child(work).exit_code() == 0


def test_a_disk_full_during_a_backup_leaves_the_data_and_the_last_backup(begun):
    good = backup(begun, NOON)

    def work(report):
        with largest_file(30_000), pytest.raises(ProfileError, match=r"[Dd]isk"):
            backup(begun, NOON)

    assert Child(work).exit_code() == 0
    assert list((begun / "backups").iterdir()) == [good]
    assert kept_replies(begun) == []


def test_the_database_at_its_limit_says_that_the_disk_is_full(store):
    store.add_profile(person())
    store.begin_attempt(start(), BEGAN)
    with store._database.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(ProfileError, match="The disk is full"):
        store.append_events("first", 1, (replied("x" * 10_000),), NOON)

    assert store.attempt("first").events == (BEGAN,)


def whole_attempts(folder, names):
    def work(report):
        store = open_store(folder, NOON)
        for name in names:
            store.begin_attempt(start(name), BEGAN)
            store.append_events(name, 1, (replied(),), NOON)
            store.finish_attempt(name, scorecard(), NOON)
            report(1)
        store.close()

    return work


def test_two_programs_write_a_hundred_attempts_each_without_an_error(begun):
    ours = Child(whole_attempts(begun, [f"ours-{number}" for number in range(100)]))
    theirs = Child(whole_attempts(begun, [f"theirs-{number}" for number in range(100)]))

    assert (ours.exit_code(), theirs.exit_code()) == (0, 0)
    store = open_store(begun, NOON)
    assert sum(attempt.is_finished for attempt in store.attempts()) == 200
    store.close()


def test_two_programs_may_start_at_once_in_a_new_folder(folder):
    def work(report):
        open_store(folder, NOON).close()

    children = [Child(work) for _ in range(4)]

    assert [child.exit_code() for child in children] == [0] * 4


def test_two_windows_of_one_attempt_do_not_mix_their_replies(begun):
    ours, theirs = open_store(begun, NOON), open_store(begun, NOON)
    ours.append_events("first", 1, (replied("1"),), NOON)

    with pytest.raises(ProfileError, match="another window"):
        theirs.append_events("first", 1, (replied("2"),), NOON)

    ours.close()
    theirs.close()
    assert kept_replies(begun) == [1]


def test_a_database_held_by_another_program_is_told_and_saved_once_freed(begun):
    holder = open_store(begun, NOON)
    store = open_store(begun, NOON, busy_timeout_s=0.05)

    with holder._database.writing(), pytest.raises(DatabaseBusyError, match="Another program"):
        store.append_events("first", 1, (replied("1"),), NOON)
    store.append_events("first", 1, (replied("1"),), NOON)

    store.close()
    holder.close()
    assert kept_replies(begun) == [1]


def test_reading_does_not_wait_for_another_program_that_writes(begun):
    holder = open_store(begun, NOON)
    store = open_store(begun, NOON, busy_timeout_s=0.05)

    with holder._database.writing():
        assert len(store.attempts()) == 1

    store.close()
    holder.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps an open file where it is")
def test_a_database_taken_away_while_open_is_told(begun, tmp_path):
    store = open_store(begun, NOON)
    database_of(begun).rename(tmp_path / "elsewhere.db")

    with pytest.raises(ProfileError, match="moved or replaced"):
        store.append_events("first", 1, (replied(),), NOON)

    store.close()
