"""Every way in which a store may fail to open is told in plain words, and changes nothing."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from simulator.core.errors import DatabaseDamagedError, ProfileError
from simulator.storage import data_folder, open_memory_store, open_store
from simulator.storage.folder import FOLDER_VARIABLE, database_of
from tests.storage.child import Child, give_up_rights
from tests.storage.contacts import BEGAN, NOON, person, replied, start

needs_permissions = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="Windows keeps permissions in another way"
)


def test_importing_the_package_loads_neither_sqlalchemy_nor_alembic():
    question = (
        "import sys, simulator.storage; print({'sqlalchemy', 'alembic'} & {*sys.modules} or 'none')"
    )

    answer = subprocess.run(
        [sys.executable, "-c", question], capture_output=True, text=True, check=True
    )

    assert answer.stdout.strip() == "none"


def test_opening_a_known_database_does_not_load_alembic(folder):
    open_store(folder, NOON).close()
    question = (
        "import sys, pathlib, datetime; from simulator.storage import open_store;"
        "open_store(pathlib.Path(sys.argv[1]), datetime.datetime.now(datetime.UTC)).close();"
        "print('alembic' in sys.modules)"
    )

    answer = subprocess.run(
        [sys.executable, "-c", question, folder], capture_output=True, text=True, check=True
    )

    assert answer.stdout.strip() == "False"


# The data folder


def test_the_folder_chosen_comes_before_that_of_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "named"))

    assert data_folder() == tmp_path / "named"
    assert data_folder(tmp_path / "chosen") == tmp_path / "chosen"


def test_an_empty_variable_names_no_folder(monkeypatch, tmp_path):
    monkeypatch.setenv(FOLDER_VARIABLE, " ")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))

    assert data_folder().name == "Rapport"


@pytest.mark.skipif(
    not hasattr(os, "getuid") or os.getuid() != 0, reason="only root can become somebody unlisted"
)
def test_a_missing_home_is_told(monkeypatch):
    for variable in (FOLDER_VARIABLE, "XDG_DATA_HOME", "HOME"):
        monkeypatch.delenv(variable, raising=False)

    def work(report):
        os.setuid(54_321)
        with pytest.raises(ProfileError, match="home folder was not found"):
            data_folder()

    assert Child(work).exit_code() == 0


@needs_permissions
def test_the_folder_and_the_database_are_private(folder, store):
    modes = {file.name: file.stat().st_mode & 0o777 for file in (folder, *folder.iterdir())}

    assert modes.pop("data") == 0o700
    assert set(modes.values()) == {0o600}


@pytest.mark.parametrize("name", ["with space", "hundred % done", "Zoë 😀", "a?b=c", "it's"])
def test_a_folder_may_have_any_name(tmp_path, name):
    open_store(tmp_path / name, NOON).close()

    assert database_of(tmp_path / name).is_file()


def test_a_file_in_place_of_the_folder_is_told(folder):
    folder.write_text("not a folder")

    with pytest.raises(ProfileError, match="cannot be opened"):
        open_store(folder, NOON)

    assert folder.read_text() == "not a folder"


def test_a_file_in_place_of_a_parent_is_told(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(ProfileError, match="cannot be opened"):
        open_store(tmp_path / "file" / "data", NOON)


def test_a_folder_in_place_of_the_database_is_told(folder):
    database_of(folder).mkdir(parents=True)

    with pytest.raises(ProfileError, match="cannot be opened"):
        open_store(folder, NOON)


# Read-only: the permissions of a real folder, as somebody whom they bind


@pytest.fixture
def open_to_nobody():
    """A data folder, made by ``open_store``, that user nobody owns."""
    parent = Path(tempfile.mkdtemp())
    parent.chmod(0o755)
    folder = parent / "data"
    store = open_store(folder, NOON)
    store.add_profile(person())
    store.begin_attempt(start(), BEGAN)
    store.close()
    # Root is bound by no permissions.
    if os.getuid() == 0:
        for file in (folder, *folder.iterdir()):
            shutil.chown(file, 65534, 65534)
    yield folder
    folder.chmod(0o700)
    shutil.rmtree(parent)


def outcome_as_nobody(folder, work):
    def try_it(report):
        give_up_rights()
        with pytest.raises(ProfileError, match=r"may not write|cannot be opened") as told:
            work(folder)
        assert not isinstance(told.value, DatabaseDamagedError)

    return Child(try_it).exit_code()


def open_and_reply(folder):
    store = open_store(folder, NOON)
    store.append_events("first", 1, (replied(),), NOON)


@needs_permissions
def test_a_read_only_folder_is_told(open_to_nobody):
    open_to_nobody.chmod(0o500)

    assert outcome_as_nobody(open_to_nobody, open_and_reply) == 0


@needs_permissions
def test_a_read_only_database_is_told(open_to_nobody):
    database_of(open_to_nobody).chmod(0o400)

    assert outcome_as_nobody(open_to_nobody, open_and_reply) == 0


@needs_permissions
def test_a_database_one_may_not_read_is_told(open_to_nobody):
    database_of(open_to_nobody).chmod(0)

    assert outcome_as_nobody(open_to_nobody, open_and_reply) == 0


@needs_permissions
def test_a_folder_one_may_not_enter_is_told(open_to_nobody):
    open_to_nobody.chmod(0)

    assert outcome_as_nobody(open_to_nobody, open_and_reply) == 0


@needs_permissions
def test_a_new_folder_where_one_may_not_write_is_told(open_to_nobody):
    open_to_nobody.chmod(0o500)

    assert outcome_as_nobody(open_to_nobody, lambda folder: open_store(folder / "new", NOON)) == 0


@needs_permissions
def test_a_new_database_where_one_may_not_write_is_told(open_to_nobody):
    for file in open_to_nobody.iterdir():
        file.unlink()
    open_to_nobody.chmod(0o500)

    assert outcome_as_nobody(open_to_nobody, lambda folder: open_store(folder, NOON)) == 0


def test_a_database_that_turns_read_only_while_open_is_told(store):
    with store._database.reading() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")

    with pytest.raises(ProfileError, match="may not write"):
        store.add_profile(person())


def test_practice_without_saving_needs_no_disk():
    store = open_memory_store()

    store.add_profile(person())
    store.begin_attempt(start(), BEGAN)

    assert len(store.attempts()) == 1
    assert store.backup_if_due(NOON) is None
    store.close()


# Other databases


def test_a_newer_database_is_left_as_it_is(folder, store, change_behind_its_back):
    store.close()
    change_behind_its_back("UPDATE alembic_version SET version_num = '9999'")
    before = database_of(folder).read_bytes()

    with pytest.raises(ProfileError, match="newer version of Rapport"):
        open_store(folder, NOON)

    assert database_of(folder).read_bytes() == before


def test_a_newer_database_with_other_tables_is_not_taken_for_damaged(
    folder, store, change_behind_its_back
):
    store.add_profile(person())
    store.close()
    change_behind_its_back("ALTER TABLE profiles RENAME TO people")
    change_behind_its_back("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(ProfileError, match="newer version of Rapport"):
        open_store(folder, NOON)


def test_a_database_of_another_program_is_left_as_it_is(folder):
    folder.mkdir()
    connection = sqlite3.connect(database_of(folder))
    connection.execute("CREATE TABLE songs (title)")
    connection.close()

    with pytest.raises(ProfileError, match="another program"):
        open_store(folder, NOON)

    connection = sqlite3.connect(database_of(folder))
    assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("songs",)]
    connection.close()


def test_a_store_that_is_closed_twice_says_nothing(store):
    store.close()
    store.close()


def test_a_closed_store_does_not_open_again_by_itself(store):
    store.close()

    with pytest.raises(RuntimeError, match="closed"):
        store.profiles()
