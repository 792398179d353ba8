"""Which version of the tables a database has, and bringing it up to this program's."""

from pathlib import Path

from sqlalchemy import Connection, func, inspect, select, text
from sqlalchemy.exc import OperationalError

from simulator.core.errors import ProfileError
from simulator.storage.kept_text import told_unreadable
from simulator.storage.tables import SCHEMA, metadata, profiles

APPLICATION_ID = 0x52505254
"""Marks a SQLite file as this program's: ``RPRT``."""

_MIGRATIONS = Path(__file__).with_name("migrations")


def version_of(connection: Connection) -> str | None:
    """Give the version of the tables, None for an empty database.

    Raises:
        ProfileError: the database belongs to another program, or to a newer version of this one.
    """
    with told_unreadable("The list of tables"):
        tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if "alembic_version" not in tables or not _is_ours(connection):
        raise ProfileError(
            "The database in the data folder belongs to another program. Move it away, or choose "
            "another data folder, then start again."
        )
    with told_unreadable("The version of the database"):
        found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    version = None if found is None else str(found)
    if version is not None and version > SCHEMA:
        raise ProfileError(
            "Your data were last used with a newer version of Rapport, which this one cannot read. "
            "Nothing was changed: start the newer version, or install it again."
        )
    return version


def _is_ours(connection: Connection) -> bool:
    if connection.dialect.name != "sqlite":
        return True
    return connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID


def upgrade(connection: Connection) -> None:
    """Carry out the steps that are missing, inside the caller's transaction.

    Raises:
        ProfileError: the database has a version that never was.
    """
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    # A percent sign in the path would else be read as the start of a name.
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise ProfileError(
            "The version of the database is unknown; it may be damaged. Nothing was changed: move "
            "it out of the data folder, then start again to go on with a backup."
        ) from error


def is_complete(connection: Connection) -> bool:
    """Tell whether all tables and columns are there, under their names."""
    try:
        for table in metadata.sorted_tables:
            connection.execute(select(table).limit(0))
    except (OperationalError, UnicodeDecodeError):
        # Every fault but a missing name, or a message that quotes a damaged one, has a meaning of
        # its own and is raised as that.
        return False
    return True


def count_profiles(connection: Connection) -> int:
    """Count the people in the database."""
    return connection.scalar(select(func.count()).select_from(profiles)) or 0
