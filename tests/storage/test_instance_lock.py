"""One program a data folder; a second one knows that it is the second."""

import os

import pytest

from simulator.core.errors import ProfileError
from simulator.storage import InstanceLock
from tests.storage.child import Child


@pytest.fixture
def lock():
    lock = InstanceLock()
    yield lock
    lock.release()


def test_the_first_program_gets_the_lock(folder, lock):
    assert lock.acquire(folder)
    assert InstanceLock.holder(folder) == os.getpid()


def test_a_second_program_does_not_get_it(folder, lock):
    lock.acquire(folder)

    assert not InstanceLock().acquire(folder)


def test_a_refused_program_leaves_the_holders_number(folder, lock):
    lock.acquire(folder)

    InstanceLock().acquire(folder)

    assert InstanceLock.holder(folder) == os.getpid()


def test_the_lock_is_free_once_released(folder, lock):
    lock.acquire(folder)
    lock.release()

    again = InstanceLock()

    assert again.acquire(folder)
    again.release()


def test_locks_of_two_folders_do_not_meet(tmp_path, lock):
    other = InstanceLock()

    assert lock.acquire(tmp_path / "one")
    assert other.acquire(tmp_path / "two")
    other.release()


def test_a_folder_never_locked_has_no_holder(folder):
    assert InstanceLock.holder(folder) is None


def test_a_folder_that_cannot_be_made_is_told(folder, lock):
    folder.write_text("")

    with pytest.raises(ProfileError, match="cannot be opened"):
        lock.acquire(folder)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork")
def test_a_killed_program_leaves_the_lock_free(folder, lock):
    def hold(report):
        held = InstanceLock()
        report(held.acquire(folder))
        os.read(os.pipe()[0], 1)

    child = Child(hold)
    assert child.report() == 1
    assert not lock.acquire(folder)

    child.kill()
    child.exit_code()

    assert lock.acquire(folder)
