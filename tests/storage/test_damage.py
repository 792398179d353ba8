"""A damaged database is noticed, kept aside and told; a backup brings everything back."""

import os
import random
import shutil
import sqlite3

import pytest

from simulator.core.errors import DatabaseDamagedError, ProfileError
from simulator.storage import (
    backup,
    check_and_keep_aside,
    open_store,
    restore_backup,
    start_afresh,
)
from simulator.storage.folder import companions_of, database_of
from simulator.storage.marker import read_marker
from tests.storage.contacts import BEGAN, NOON, person, replied, review, scorecard, start

FLIPS = int(os.environ.get("RAPPORT_TEST_FLIPS", "100"))
"""Random damages; more for a long run before a release."""


def content_of(store):
    """All that a store keeps, as values that can be compared."""
    attempts = store.attempts()
    return store.profiles(), attempts, [store.attempt(attempt.id) for attempt in attempts]


def content_in(folder):
    store = open_store(folder, NOON)
    try:
        return content_of(store)
    finally:
        store.close()


@pytest.fixture(scope="module")
def used_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("used") / "data"
    store = open_store(folder, NOON)
    store.add_profile(person())
    store.add_profile(person("Tom", number=2, role="trainer"))
    for name in ("first", "second", "third"):
        store.begin_attempt(start(name), BEGAN)
        store.append_events(name, 1, (replied("I am sorry. " * 20), replied()), NOON)
    for name in ("first", "second"):
        store.finish_attempt(name, scorecard(), NOON)
    store.save_review("first", review(score=90))
    store.close()
    return folder


@pytest.fixture
def used(used_folder, folder):
    """A data folder with two people, three attempts and a review; nobody has it open."""
    shutil.copytree(used_folder, folder)
    return folder


def make_garbage(file):
    file.write_bytes(random.Random(3).randbytes(file.stat().st_size))


def cut_in_half(file):
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def empty(file):
    file.write_bytes(b"")


def remove(file):
    file.unlink()


def replace_by_an_empty_database(file):
    file.unlink()
    open_store(file.parent / "other", NOON).close()
    database_of(file.parent / "other").replace(file)


DAMAGES = [make_garbage, cut_in_half, empty, replace_by_an_empty_database]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_database_is_kept_aside(used, damage):
    damage(database_of(used))
    damaged = database_of(used).read_bytes()

    with pytest.raises(DatabaseDamagedError, match="nothing was deleted") as told:
        open_store(used, NOON)

    assert told.value.kept_at == used / "kept-aside" / "rapport-20260503-120000.db"
    assert told.value.kept_at.read_bytes() == damaged
    assert not database_of(used).exists()


@pytest.mark.parametrize("damage", [*DAMAGES, remove])
def test_a_backup_brings_everything_back(used, damage):
    before = content_in(used)
    copy = backup(used, NOON)
    damage(database_of(used))

    with pytest.raises(DatabaseDamagedError) as told:
        open_store(used, NOON)
    restore_backup(used, told.value.backup, NOON)

    assert told.value.backup == copy
    assert content_in(used) == before


def test_without_a_backup_the_user_is_told_so(used):
    make_garbage(database_of(used))

    with pytest.raises(DatabaseDamagedError, match="no backup yet") as told:
        open_store(used, NOON)

    assert told.value.backup is None


def test_a_lost_database_is_told_at_every_start_until_the_user_decides(used):
    empty(database_of(used))

    for _ in range(2):
        with pytest.raises(DatabaseDamagedError):
            open_store(used, NOON)
    start_afresh(used, NOON)

    assert content_in(used) == ((), (), [])


def test_files_kept_aside_in_one_second_do_not_replace_each_other(used):
    backup(used, NOON)
    for _ in range(2):
        make_garbage(database_of(used))
        with pytest.raises(DatabaseDamagedError) as told:
            open_store(used, NOON)
        restore_backup(used, told.value.backup, NOON)

    assert len(list((used / "kept-aside").glob("*.db"))) == 2


def test_nothing_is_moved_while_another_copy_of_the_program_runs(used):
    make_garbage(database_of(used))

    with pytest.raises(DatabaseDamagedError, match="other window") as told:
        open_store(used, NOON, is_alone=False)

    assert told.value.kept_at is None
    assert database_of(used).exists()


def test_a_damaged_backup_is_passed_over_for_an_older_one(used):
    older = backup(used, NOON)
    newer = backup(used, NOON.replace(day=9))
    make_garbage(newer)
    make_garbage(database_of(used))

    with pytest.raises(DatabaseDamagedError) as told:
        open_store(used, NOON)

    assert told.value.backup == older


def test_a_damaged_backup_is_not_restored(used):
    before = content_in(used)
    copy = backup(used, NOON)
    make_garbage(copy)

    with pytest.raises(ProfileError, match="damaged itself"):
        restore_backup(used, copy, NOON)

    assert content_in(used) == before


def test_a_sound_database_passes_the_check(used):
    check_and_keep_aside(used, NOON)

    assert database_of(used).exists()


def test_the_check_keeps_a_damaged_database_aside_with_its_companions(used):
    for file in (database_of(used), *companions_of(database_of(used))):
        file.write_bytes(b"garbage" * 1000)

    with pytest.raises(DatabaseDamagedError) as told:
        check_and_keep_aside(used, NOON)

    assert told.value.kept_at.exists()
    assert not any(file.exists() for file in companions_of(database_of(used)))


def test_damage_met_while_open_is_told_and_looked_for_at_the_next_start(used):
    store = open_store(used, NOON)
    with database_of(used).open("r+b") as file:
        file.seek(4096)
        file.write(bytes(database_of(used).stat().st_size - 4096))

    with pytest.raises(DatabaseDamagedError, match="start it again"):
        content_of(store)
    store.close()

    assert read_marker(used).is_open
    with pytest.raises(DatabaseDamagedError, match="is kept as"):
        open_store(used, NOON)


def test_a_write_log_removed_after_a_crash_is_told(used):
    store = open_store(used, NOON)
    saved = database_of(used).read_bytes()
    store.append_events("third", 3, (replied("lost"),), NOON)
    marker = (used / "rapport.json").read_bytes()
    store.close()
    database_of(used).write_bytes(saved)
    (used / "rapport.json").write_bytes(marker)

    store = open_store(used, NOON)

    assert "last replies" in store.notice
    store.close()


def test_an_older_database_with_fewer_people_is_told(used):
    copy = backup(used, NOON)
    store = open_store(used, NOON)
    store.add_profile(person("Cem", number=3))
    store.close()
    database_of(used).write_bytes(copy.read_bytes())

    store = open_store(used, NOON)

    assert "There were 3 people" in store.notice
    store.close()


def test_a_table_with_a_damaged_name_is_damage(used, change_behind_its_back):
    change_behind_its_back("ALTER TABLE attempts RENAME COLUMN face TO fabe")

    with pytest.raises(DatabaseDamagedError, match="nothing was deleted"):
        open_store(used, NOON)


@pytest.mark.parametrize("version", ["0000", "zzzz", 17])
def test_a_version_that_never_was_is_told(used, change_behind_its_back, version):
    change_behind_its_back("UPDATE alembic_version SET version_num = ?", version)

    with pytest.raises(ProfileError, match=r"unknown|newer"):
        open_store(used, NOON)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 1}', "\x00"])
def test_an_unreadable_note_beside_the_database_is_no_obstacle(used, text):
    before = content_in(used)
    (used / "rapport.json").write_text(text)

    assert content_in(used) == before


def flipped(data, byte, bit):
    return data[:byte] + bytes([data[byte] ^ (1 << bit)]) + data[byte + 1 :]


def put(folder, content):
    """Put a database in place, with nothing beside it from an earlier one."""
    for file in (*companions_of(database_of(folder)), folder / "rapport.json"):
        file.unlink(missing_ok=True)
    database_of(folder).write_bytes(content)


def outcome(folder):
    """What the user gets: the content, or a text. Anything else is raised."""
    try:
        found = content_in(folder)
        go_on_practising(folder)
    except ProfileError as error:
        return str(error)
    return found


def go_on_practising(folder):
    store = open_store(folder, NOON)
    try:
        store.append_events("third", 3, (replied(),), NOON)
        store.save_review("second", review(score=60))
    finally:
        store.close()


def test_a_bit_flipped_in_the_header_is_told_or_does_no_harm(used):
    sound, before = database_of(used).read_bytes(), content_in(used)

    for byte in range(100):
        put(used, flipped(sound, byte, byte % 8))

        found = outcome(used)

        assert isinstance(found, str) or found == before, f"byte {byte}"


def test_no_flipped_bit_changes_a_score_unnoticed(used):
    sound, before = database_of(used).read_bytes(), content_in(used)
    chance = random.Random(4)
    noticed = 0

    for _ in range(FLIPS):
        byte, bit = chance.randrange(len(sound)), chance.randrange(8)
        put(used, flipped(sound, byte, bit))

        found = outcome(used)

        noticed += isinstance(found, str)
        assert isinstance(found, str) or found[1:] == before[1:], f"bit {bit} of byte {byte}"
    assert noticed > 0


# Rows changed from outside, which SQLite itself cannot notice


CHANGES = [
    "UPDATE attempts SET courtesy = 100 WHERE id = 'first'",
    "UPDATE attempts SET title = 'Another' WHERE id = 'first'",
    "UPDATE attempts SET began_at = 'yesterday' WHERE id = 'first'",
    "UPDATE attempts SET face = '{' WHERE id = 'first'",
    "UPDATE attempts SET finished_at = NULL WHERE id = 'first'",
    "UPDATE attempts SET customer_name = CAST(x'ff41' AS TEXT) WHERE id = 'first'",
    "UPDATE events SET json = replace(json, '70', '99') WHERE attempt = 1 AND position = 1",
    "UPDATE events SET json = CAST(x'ff' AS TEXT) WHERE attempt = 1 AND position = 1",
    "UPDATE events SET at = 'noon' WHERE attempt = 1 AND position = 1",
    "DELETE FROM events WHERE attempt = 1 AND position = 2",
    "DELETE FROM scorecards WHERE attempt = 1",
    "UPDATE scorecards SET json = replace(json, '70', '99')",
    "DELETE FROM reviews WHERE attempt = 1",
    "UPDATE reviews SET json = replace(json, '90', '99')",
    "UPDATE scenario_versions SET json = replace(json, 'parcel', 'letter')",
]


@pytest.mark.parametrize("statement", CHANGES)
def test_an_attempt_changed_from_outside_is_told_by_name(used, change_behind_its_back, statement):
    change_behind_its_back(statement)
    store = open_store(used, NOON)

    with pytest.raises(ProfileError, match=r"“A late parcel” of 03.05.2026|conversation first"):
        store.attempt("first")

    store.close()


@pytest.mark.parametrize("statement", CHANGES[:6])
def test_a_list_with_a_changed_attempt_names_it(used, change_behind_its_back, statement):
    change_behind_its_back(statement)
    store = open_store(used, NOON)

    with pytest.raises(ProfileError, match="number 1 cannot be read"):
        store.attempts()

    store.close()


def test_attempts_of_a_damaged_person_are_not_hidden(used, change_behind_its_back):
    change_behind_its_back("UPDATE profiles SET id = 'qerson-1' WHERE id = 'person-1'")
    store = open_store(used, NOON)

    with pytest.raises(ProfileError, match="cannot be read"):
        store.attempts()

    store.close()


def test_a_changed_attempt_cannot_be_reviewed(used, change_behind_its_back):
    change_behind_its_back("UPDATE scorecards SET json = replace(json, '70', '99')")
    store = open_store(used, NOON)

    with pytest.raises(ProfileError, match="cannot be read"):
        store.save_review("first", review())

    store.close()


@pytest.mark.parametrize(
    ("statement", "call"),
    [
        ("UPDATE profiles SET role = 'king'", "profiles"),
        ("UPDATE profiles SET created_at = 'once'", "profiles"),
        ("UPDATE profiles SET name = CAST(x'ff' AS TEXT)", "profiles"),
        ("UPDATE profiles SET name = ''", "profiles"),
    ],
)
def test_an_unreadable_person_is_told(used, change_behind_its_back, statement, call):
    change_behind_its_back(statement)
    store = open_store(used, NOON)

    with pytest.raises(ProfileError, match="The list of people cannot be read"):
        getattr(store, call)()

    store.close()


def test_all_reviews_stay_in_the_log(used):
    store = open_store(used, NOON)
    store.save_review("first", review(score=50))
    store.close()

    connection = sqlite3.connect(database_of(used))
    kept = connection.execute("SELECT count(*) FROM reviews").fetchone()
    connection.close()

    assert kept == (2,)


def test_a_damaged_scorecard_keeps_nobody_from_practising(store, change_behind_its_back):
    store.add_profile(person())
    for name in ("first", "second"):
        store.begin_attempt(start(name), BEGAN)
        store.finish_attempt(name, scorecard(), NOON)
    change_behind_its_back("UPDATE scorecards SET json = '{' WHERE attempt = 1")

    assert [contact.attempt_id for contact in store.past_contacts("person-1")] == ["second"]
    with pytest.raises(ProfileError):
        store.attempt("first")
