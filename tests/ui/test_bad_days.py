"""Days on which something is wrong: it is told in plain words, and nothing is lost."""

import contextlib
import os
import shutil
import sqlite3
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from simulator.app import DEFAULT_LIBRARY, now
from simulator.core.conversation.events import LONGEST_REPLY
from simulator.core.errors import ProfileError
from simulator.core.progress.profile import Profile
from simulator.storage import backup_if_due, open_store
from simulator.storage.faults import DISK_FULL
from simulator.ui.main_window import MEANWHILE
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.notices import EmptyState
from tests.ui.visitor import CONTROL, SHOWN, Visitor

NAMES = (f"Ana {number}" for number in count(1))
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

    visitor.wait(lambda: home.broken.isVisible())
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
    visitor.wait(lambda: home.broken.isVisible())

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


# What is typed


@pytest.fixture(scope="module")
def _open_window(qapp, tmp_path_factory):
    visitor = Visitor(QtBot(None), tmp_path_factory.mktemp("data"))
    yield visitor
    visitor.close()


@pytest.fixture
def talker(_open_window):
    """Somebody in the middle of a conversation that is kept."""
    _open_window.window.show_profiles_page()
    _open_window.add_profile(next(NAMES))
    _open_window.start()
    yield _open_window
    assert not _open_window.crash_windows()


@pytest.mark.parametrize(
    "text",
    [
        "🙂👩‍👩‍👧‍👦🏳️‍🌈 sorry",
        "אני מצטער, מתי זה קרה?",
        "Z̷̧̛͓̬̀͝a̴̢͘ļ̵͠g̸̨̀o̶ sorry",
        "nul\x00 and \x1b[31m bell\x07",
        "line\u2028separator\r\nand\ttab",
    ],
)
def test_any_text_is_taken_kept_and_read_back(talker, text):
    talker.type_reply(text)
    said = talker.session.turns[0].text
    attempt_id = talker.attempts()[0].id

    talker.leave()
    talker.rooms.flow.resume(attempt_id)
    talker.sees(talker.rooms.flow.conversation)

    assert talker.session.turns[0].text == said


def test_half_a_character_is_replaced(talker):
    talker.rooms.practice.reply("Sorry \ud83d indeed")

    talker.wait(lambda: bool(talker.session.turns))
    assert talker.session.turns[0].text == "Sorry \ufffd indeed"


def test_an_empty_reply_cannot_be_sent(talker):
    composer = talker.rooms.flow.conversation.body.composer

    composer.field.setPlainText("  \n ")

    assert not composer.send.isEnabled()


def test_a_reply_of_the_longest_length_is_said(talker):
    session = talker.type_reply("so " * (LONGEST_REPLY // 3) + "!")

    assert len(session.turns[0].text) == LONGEST_REPLY


@pytest.mark.parametrize("length", [LONGEST_REPLY + 1, 1_000_000])
def test_a_reply_too_long_is_told_and_stays_in_the_box(talker, length):
    field = talker.rooms.flow.conversation.body.composer.field
    field.setPlainText("x" * length)

    talker.qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)

    talker.is_told(f"{length:,} characters")
    assert len(field.toPlainText()) == length
    assert not talker.session.turns


# The disk and the database


class WithoutRoom:
    """A store on a disk that is full: what is there can be read."""

    def __init__(self, store):
        self.store = store

    def __getattr__(self, name):
        if name in ("append_events", "finish_attempt", "begin_attempt"):
            return self.refuse
        return getattr(self.store, name)

    def refuse(self, *_):
        raise ProfileError(DISK_FULL)


def test_a_disk_that_fills_up_costs_nothing_that_was_typed(talker):
    access = talker.window.store
    whole = access._store
    field = talker.rooms.flow.conversation.body.composer.field
    access._store = WithoutRoom(whole)
    field.setPlainText(KIND)
    talker.qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
    talker.is_told("The disk is full")
    typed = field.toPlainText()
    access._store = whole

    talker.qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)

    talker.wait(lambda: len(talker.session.turns) == 1)
    assert typed == KIND


def test_a_scorecard_that_found_no_room_is_made_at_the_second_try(talker):
    access = talker.window.store
    whole = access._store
    talker.type_reply(KIND)
    talker.end_early()
    full = WithoutRoom(whole)
    full.append_events = whole.append_events
    access._store = full
    talker.click(talker.rooms.flow.after.finish)
    talker.is_told("The disk is full")
    access._store = whole

    talker.click(talker.rooms.flow.after.finish)

    talker.sees(talker.rooms.flow.scorecard)


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

    visitor.wait(lambda: visitor.window.profiles.add_card.isEnabled())
    assert visitor.add_profile("Bo").name == "Bo"


def test_a_database_damaged_under_another_window_is_left_alone(come_in, tmp_path):
    come_in().add_profile("Ana")
    database = tmp_path / "data" / "rapport.db"
    database.write_bytes(b"rubbish" * 4096)

    second = come_in()

    second.is_told("Close the other window")
    press_action(second, "Try again")
    second.is_told("Close the other window")
    assert database.exists()


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
