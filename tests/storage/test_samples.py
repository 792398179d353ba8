"""A database of any released version opens with all it holds."""

import contextlib
import sqlite3
from pathlib import Path

import pytest

from simulator.core.scenario.words import EndingKind
from simulator.storage import open_store
from simulator.storage.folder import database_of
from simulator.storage.schema import APPLICATION_ID
from simulator.storage.tables import SCHEMA
from tests.storage.contacts import NOON, person, shift

SAMPLES = sorted(Path(__file__).with_name("samples").glob("schema_*.sql"))


@pytest.fixture(params=SAMPLES, ids=lambda sample: sample.stem)
def store(request, folder):
    folder.mkdir()
    with contextlib.closing(sqlite3.connect(database_of(folder))) as connection:
        connection.executescript(request.param.read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    store = open_store(folder, NOON)
    yield store
    store.close()


def test_there_is_a_sample_of_the_present_version():
    assert f"schema_{SCHEMA}" in {sample.stem for sample in SAMPLES}


def test_everything_in_an_old_database_can_be_read(store):
    kept = {attempt.id: store.attempt(attempt.id) for attempt in store.attempts()}

    assert {profile.name for profile in store.profiles()} == {"Ana", "Tom"}
    assert set(kept) == {"reviewed", "finished", "under way"}
    assert all(len(attempt.events) == 3 for attempt in kept.values())
    assert kept["under way"].scorecard is None
    assert kept["finished"].summary.courtesy == 70
    assert kept["reviewed"].summary.courtesy == 90
    assert kept["reviewed"].review.comment == "Well heard."
    assert store.setting("theme") == "dark"


def test_customers_of_an_old_database_remember_how_it_went(store):
    contacts = store.past_contacts()

    assert {contact.attempt_id for contact in contacts} == {"reviewed", "finished"}
    assert {contact.card.person for contact in contacts} == {"amara-okafor"}
    assert {contact.card.left.ended for contact in contacts} == {EndingKind.GOOD}


@pytest.mark.parametrize("store", [SAMPLES[-1]], indirect=True, ids=["newest"])
def test_a_shift_in_a_database_of_today_can_be_read(store):
    numbers = {attempt.id: attempt.shift_number for attempt in store.attempts()}

    assert store.shifts(person().id) == (shift(),)
    assert numbers == {"reviewed": 1, "finished": 2, "under way": 3}


@pytest.mark.parametrize("store", [SAMPLES[0]], indirect=True, ids=["oldest"])
def test_an_attempt_from_before_there_were_shifts_belongs_to_none(store):
    assert {attempt.shift_id for attempt in store.attempts()} == {None}
    assert store.shifts(person().id) == ()
