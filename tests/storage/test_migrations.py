"""The migrations make the tables the program works with, from an older version or from nothing."""

import contextlib
import os
import random
import shutil
import sqlite3

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from simulator.core.errors import DatabaseBusyError
from simulator.storage import open_store, schema, tables
from simulator.storage.connection import Database
from simulator.storage.folder import database_of
from tests.storage.child import Child
from tests.storage.contacts import NOON, person

NEWEST = tables.SCHEMA
NEXT = f"{int(NEWEST) + 1:04}"

NEXT_STEP = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = {next!r}, {newest!r}

def upgrade():
    for number in range(200):
        op.create_table(f"later_{{number}}", sa.Column("id", sa.Integer, primary_key=True))
    {then}
"""


def dump(folder):
    with contextlib.closing(sqlite3.connect(database_of(folder))) as connection:
        return list(connection.iterdump())


@pytest.fixture
def older(folder):
    """A data folder as this version leaves it; nobody has it open."""
    store = open_store(folder, NOON)
    store.add_profile(person())
    store.close()
    return folder


@pytest.fixture
def become_the_next_version(monkeypatch, tmp_path):
    """Give the program a second migration, as a later version will have."""

    def become(then=""):
        migrations = tmp_path / "migrations"
        shutil.copytree(schema._MIGRATIONS, migrations)
        step = migrations / "versions" / "version_next.py"
        step.write_text(NEXT_STEP.format(then=then, next=NEXT, newest=NEWEST))
        monkeypatch.setattr(schema, "_MIGRATIONS", migrations)
        monkeypatch.setattr(schema, "SCHEMA", NEXT)
        monkeypatch.setattr(tables, "SCHEMA", NEXT)

    return become


def test_the_migrations_make_exactly_the_tables_of_the_program(store):
    with store._database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        assert compare_metadata(context, tables.metadata) == []


def test_the_newest_migration_is_the_one_the_program_asks_for():
    config = Config()
    config.set_main_option("script_location", str(schema._MIGRATIONS))
    config.set_main_option("path_separator", "os")

    assert ScriptDirectory.from_config(config).get_heads() == [tables.SCHEMA]


def test_bringing_up_to_date_twice_changes_nothing(older):
    before = dump(older)

    for _ in range(2):
        database = Database.of_file(database_of(older))
        with database.writing() as connection:
            schema.upgrade(connection)
        database.close()

    assert dump(older) == before


def test_an_older_database_is_copied_and_brought_up_to_date(older, become_the_next_version):
    before = dump(older)
    become_the_next_version()

    store = open_store(older, NOON)

    assert store.profiles() == (person(),)
    store.close()
    assert "later_0" in "".join(dump(older))
    copy = older / "backups" / f"before-{NEXT}-20260503-120000.db"
    with contextlib.closing(sqlite3.connect(copy)) as connection:
        assert list(connection.iterdump()) == before


def test_an_older_database_waits_while_another_window_is_open(older, become_the_next_version):
    before = dump(older)
    become_the_next_version()

    with pytest.raises(DatabaseBusyError, match="Close the other window"):
        open_store(older, NOON, is_alone=False)

    assert dump(older) == before


def test_a_migration_that_fails_leaves_the_database_as_it_was(older, become_the_next_version):
    before = dump(older)
    become_the_next_version(then="raise ArithmeticError")

    with pytest.raises(ArithmeticError):
        open_store(older, NOON)

    assert dump(older) == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork")
def test_a_migration_killed_half_way_leaves_the_database_as_it_was(
    older, become_the_next_version, tmp_path
):
    before = dump(older)
    half_way = tmp_path / "half way"
    os.mkfifo(half_way)
    become_the_next_version(
        then=f"open({str(half_way)!r}, 'w').close(); __import__('signal').pause()"
    )

    child = Child(lambda report: open_store(older, NOON))
    half_way.read_text()
    child.kill()

    assert child.exit_code() == -9
    assert dump(older) == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork")
def test_a_first_start_that_is_killed_does_not_stand_in_the_way_of_the_next(tmp_path):
    chance = random.Random(5)
    for number in range(10):
        folder = tmp_path / str(number)
        child = Child(lambda report, folder=folder: report(0) or open_store(folder, NOON))
        child.report()
        sum(range(chance.randrange(1_000_000)))  # the child works on meanwhile
        child.kill()
        child.exit_code()

        store = open_store(folder, NOON)

        assert store.profiles() == ()
        store.close()


def test_the_tables_can_be_made_on_a_postgresql_server():
    dialect = postgresql.dialect()

    for table in tables.metadata.sorted_tables:
        assert str(CreateTable(table).compile(dialect=dialect))
        for index in table.indexes:
            assert len(index.name) < 63
            assert str(CreateIndex(index).compile(dialect=dialect))
