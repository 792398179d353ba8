"""Replies that are too long, too strange, or find no room on the disk: nothing typed is lost."""

from itertools import count

import pytest
from PySide6.QtCore import QMimeData, Qt
from pytestqt.qtbot import QtBot

from simulator.core.conversation.events import LONGEST_REPLY
from simulator.core.errors import ProfileError
from simulator.storage.faults import DISK_FULL
from simulator.ui.pages.conversation.composer import LONGEST_PASTE
from tests.ui.visitor import CONTROL, Visitor

NAMES = (f"Ana {number}" for number in count(1))
KIND = "I'm sorry, Ms Rao. What did you hear about ten?"


@pytest.fixture(scope="module")
def _open_window(qapp, tmp_path_factory):
    visitor = Visitor(QtBot(None), tmp_path_factory.mktemp("data"))
    visitor.window.setProperty("serves_the_module", True)
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


@pytest.mark.parametrize("length", [LONGEST_REPLY + 1, 2 * LONGEST_REPLY])
def test_a_reply_too_long_is_told_and_stays_in_the_box(talker, length):
    field = talker.rooms.flow.conversation.body.composer.field
    field.setPlainText("x" * length)

    talker.qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)

    talker.is_told(f"{length:,} characters")
    assert len(field.toPlainText()) == length
    assert not talker.session.turns


def test_a_pasted_book_is_cut_to_what_can_be_laid_out_at_once(talker):
    field = talker.rooms.flow.conversation.body.composer.field
    book = QMimeData()
    book.setText("x" * 1_000_000)

    field.insertFromMimeData(book)

    assert len(field.toPlainText()) == LONGEST_PASTE


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
