"""Days on which something is wrong: it is told in plain words, and nothing is lost."""

import contextlib
import os
import shutil
import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from simulator.app import DEFAULT_LIBRARY, now
from simulator.core.progress.profile import Profile
from simulator.storage import InstanceLock, backup_if_due, open_store
from simulator.ui.main_window import MEANWHILE
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.notices import EmptyState
from tests.ui.visitor import SHOWN, Visitor

KIND = "I'm sorry, Ms Rao. What did you hear about ten?"


@pytest.fixture
def come_in(qtbot, tmp_path):
    """Open a window on the data folder of this test, with its own scenarios where it has some."""
    opened = []

    def come(scenarios: Path | None = None) -> Visitor:
        opened.append(Visitor(qtbot, tmp_path / "data", scenarios))
        return opened[-1]

    yield come
    for visitor in opened:
        assert not visitor.crash_windows()
        visitor.close()


@pytest.fixture
def library(tmp_path):
    """A scenario folder of one's own with one good file in it."""
    folder = tmp_path / "scenarios"
    (folder / "complaint").mkdir(parents=True)
    shutil.copy(DEFAULT_LIBRARY / "complaint" / f"{SHOWN}.yaml", folder / "complaint")
    return folder


def enter_without_scenarios(visitor):
    visitor.click(visitor.window.profiles.guest_button)
    visitor.sees(visitor.rooms.home.shell)


def empty_words(visitor) -> str:
    """Give what stands where the scenarios would be."""
    page = visitor.rooms.home.library
    visitor.wait(lambda: any(e.isVisible() for e in page.findChildren(EmptyState)))
    return " ".join(e.accessibleName() for e in page.findChildren(EmptyState) if e.isVisible())


# Scenarios


def test_an_empty_scenario_folder_says_where_files_belong(come_in, tmp_path):
    folder = tmp_path / "scenarios"
    folder.mkdir()
    visitor = come_in(folder)

    enter_without_scenarios(visitor)

    assert str(folder) in empty_words(visitor)


def test_a_scenario_folder_that_is_gone_is_told(come_in, tmp_path):
    visitor = come_in(tmp_path / "gone")

    enter_without_scenarios(visitor)

    visitor.wait(lambda: bool(visitor.rooms.library.problem))
    assert "gone: there is no such folder. Check its name." in empty_words(visitor)


def test_a_broken_file_stands_beside_the_good_ones(come_in, library):
    broken = library / "complaint" / "broken.yaml"
    broken.write_text("id: [", encoding="utf-8")
    visitor = come_in(library)
    visitor.add_profile("Tom", role="trainer")
    home = visitor.rooms.home
    visitor.wait(lambda: bool(visitor.rooms.library.broken))

    home.library.broken_chosen.emit(str(broken))

    visitor.wait(home.broken.isVisible)
    assert home.shell.sidebar.isVisible()
    assert len(visitor.rooms.library.entries) == 1


def test_alt_left_leads_from_a_broken_file_to_the_scenarios(come_in, library):
    broken = library / "complaint" / "broken.yaml"
    broken.write_text("id: [", encoding="utf-8")
    visitor = come_in(library)
    visitor.add_profile("Tom", role="trainer")
    home = visitor.rooms.home
    visitor.wait(lambda: bool(visitor.rooms.library.broken))
    home.library.broken_chosen.emit(str(broken))
    visitor.wait(home.broken.isVisible)

    visitor.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    visitor.wait(lambda: home.shell.page_key == "scenarios")


def test_a_scenario_deleted_in_mid_play_goes_on_today_and_tomorrow(come_in, library):
    today = come_in(library)
    today.add_profile("Ana")
    today.start()
    today.type_reply(KIND)
    (library / "complaint" / f"{SHOWN}.yaml").unlink()
    left = today.type_reply(KIND)
    attempt_id = today.attempts()[0].id
    today.close()

    tomorrow = come_in(library)
    tomorrow.click(tomorrow.window.profiles.cards[0])
    tomorrow.sees(tomorrow.rooms.home.shell)
    tomorrow.rooms.home.resumed.emit(attempt_id)

    tomorrow.sees(tomorrow.rooms.flow.conversation)
    assert tomorrow.session == left


def test_an_unfinished_play_of_a_deleted_scenario_is_still_offered(come_in, library):
    today = come_in(library)
    today.add_profile("Ana")
    today.start()
    today.close()
    (library / "complaint" / f"{SHOWN}.yaml").unlink()

    tomorrow = come_in(library)
    tomorrow.click(tomorrow.window.profiles.cards[0])
    tomorrow.sees(tomorrow.rooms.home.shell)

    tomorrow.sees_scenarios()
    tomorrow.open_scenario()
    tomorrow.sees(tomorrow.rooms.flow.conversation)


# The disk and the database


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_told_and_a_guest_can_practise(come_in, tmp_path):
    data = tmp_path / "data"
    data.mkdir(mode=0o500)

    assert practised_as_guest(come_in())


def practised_as_guest(visitor) -> bool:
    """Say whether a guest can reply while nothing can be kept."""
    visitor.is_told(MEANWHILE)
    visitor.go_in_as_guest()
    visitor.start()
    return len(visitor.type_reply(KIND).turns) == 1


def test_a_file_in_place_of_the_data_folder_is_told_and_a_guest_can_practise(come_in, tmp_path):
    (tmp_path / "data").write_text("not a folder")

    visitor = come_in()

    visitor.is_told("cannot be opened")
    assert practised_as_guest(visitor)


def test_a_second_window_on_the_same_data_is_told_and_works(come_in):
    first = come_in()
    first.add_profile("Ana")

    second = come_in()

    second.is_told("open in another window too")
    second.choose_profile("Ana")
    second.start()
    second.type_reply(KIND)
    assert first.attempts()[0].turns == 1


def damage(tmp_path, *, with_backup):
    """Leave a data folder with Ana in it, perhaps a backup, and a damaged database."""
    data = tmp_path / "data"
    store = open_store(data, now())
    store.add_profile(Profile(id="ana", name="Ana", created_at=now()))
    store.close()
    if with_backup:
        backup_if_due(data, now())
    (data / "rapport.db").write_bytes(b"rubbish" * 4096)


def press_action(visitor, words):
    buttons = visitor.window.profiles.findChildren(Button)
    visitor.click(next(b for b in buttons if b.text() == words and b.isVisible()))


def test_a_damaged_database_is_kept_aside_and_the_backup_restored(come_in, tmp_path):
    damage(tmp_path, with_backup=True)
    visitor = come_in()
    visitor.is_told("It is kept as")

    press_action(visitor, "Use the backup")

    assert visitor.choose_profile("Ana").id == "ana"
    assert list((tmp_path / "data" / "kept-aside").iterdir())


def test_a_damaged_database_without_backup_is_begun_afresh(come_in, tmp_path):
    damage(tmp_path, with_backup=False)
    visitor = come_in()
    visitor.is_told("There is no backup yet")

    press_action(visitor, "Start afresh")

    visitor.wait(visitor.window.profiles.add_card.isEnabled)
    assert visitor.add_profile("Bo").name == "Bo"


def test_a_database_damaged_under_another_window_is_left_alone(come_in, tmp_path):
    damage(tmp_path, with_backup=False)
    other = InstanceLock()
    other.acquire(tmp_path / "data")
    visitor = come_in()
    visitor.is_told("Close the other window")
    was_left = (tmp_path / "data" / "rapport.db").exists()

    other.release()
    press_action(visitor, "Try again")

    visitor.is_told("There is no backup yet")
    assert was_left


def test_a_database_of_a_newer_version_is_told_and_left_as_it_is(come_in, tmp_path):
    damage(tmp_path, with_backup=False)
    store_file = tmp_path / "data" / "rapport.db"
    store_file.unlink()
    (tmp_path / "data" / "rapport.json").unlink()
    open_store(tmp_path / "data", now()).close()
    with contextlib.closing(sqlite3.connect(store_file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = store_file.read_bytes()

    visitor = come_in()

    visitor.is_told("newer")
    assert store_file.read_bytes() == before
