"""What is kept on this computer: scenario files, and the database of people and attempts.

Importing this package loads neither SQLAlchemy nor Alembic; opening a store does.
"""

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
