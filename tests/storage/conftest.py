import shutil
import sqlite3

import pytest

from simulator.storage import open_store
from simulator.storage.folder import database_of
from tests.storage.contacts import NOON


@pytest.fixture
def folder(tmp_path):
    """A data folder that is not there yet."""
    return tmp_path / "data"


@pytest.fixture(scope="session")
def new_folder(tmp_path_factory):
    """A data folder with a new database, to be copied: making the tables takes longest."""
    folder = tmp_path_factory.mktemp("new") / "data"
    open_store(folder, NOON).close()
    return folder


@pytest.fixture
def store(folder, new_folder):
    """A store in a new database file."""
    shutil.copytree(new_folder, folder)
    store = open_store(folder, NOON, busy_timeout_s=0.1)
    yield store
    store.close()


@pytest.fixture
def change_behind_its_back(folder):
    """Run a statement on the database as another program would."""

    def change(statement: str, *values: object) -> None:
        connection = sqlite3.connect(database_of(folder), isolation_level=None)
        connection.execute(statement, values)
        connection.close()

    return change
