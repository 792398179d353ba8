"""What is kept on this computer: scenario files, and the database of people and attempts.

Importing this package loads no more than it is asked for: the window's first frame needs the data
folder alone, and SQLAlchemy and Alembic wait until a store is opened.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.storage.backups import backup, backup_if_due, newest_good_backup
    from simulator.storage.folder import data_folder
    from simulator.storage.health import check_and_keep_aside
    from simulator.storage.instance_lock import InstanceLock
    from simulator.storage.opening import (
        open_database,
        open_memory_store,
        open_store,
        restore_backup,
        start_afresh,
    )

_HOMES = {
    "InstanceLock": "instance_lock",
    "backup": "backups",
    "backup_if_due": "backups",
    "check_and_keep_aside": "health",
    "data_folder": "folder",
    "newest_good_backup": "backups",
    "open_database": "opening",
    "open_memory_store": "opening",
    "open_store": "opening",
    "restore_backup": "opening",
    "start_afresh": "opening",
}


def __getattr__(name: str) -> object:
    """Load what is asked for from the module it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)


__all__ = [
    "InstanceLock",
    "backup",
    "backup_if_due",
    "check_and_keep_aside",
    "data_folder",
    "newest_good_backup",
    "open_database",
    "open_memory_store",
    "open_store",
    "restore_backup",
    "start_afresh",
]
