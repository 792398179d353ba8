"""The page after an abusive customer: what it says, and that nobody is held up by it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from simulator.core.conversation.session import Session
from simulator.core.scenario.words import Channel
from simulator.ui.pages.recovery_page import RecoveryPage
from simulator.ui.theme import Scheme, theme
from tests.core.conversation.grant import ENDED, WON, after, begun
from tests.ui.pages.looking import misplaced, seen_words_on
from tests.ui.pages.shown_page import shown_page


@pytest.fixture
def page():
    with shown_page(RecoveryPage()) as page:
        yield page


def paid_back() -> Session:
    return after(after(begun(), "not-you-us"), "straight-back", "you-started", score=20)


def test_it_says_that_it_was_hard_and_not_about_the_trainee(page):
    page.show_session(after(begun(), *WON))

    assert page.lead.text() == (
        "Being shouted at is hard, in practice as well. What Iain said to you was not about you: "
        "he was angry before you said a word."
    )


def test_nobody_shouts_in_a_chat(page):
    session = after(begun(), *WON)
    chat = session.scenario.model_copy(update={"channel": Channel.CHAT})

    page.show_session(Session.replayed(chat, tuple(session.events)))

    assert page.lead.text().startswith("Being insulted is hard")


def test_it_names_what_was_right_in_this_play(page):
    page.show_session(after(begun(), *WON))

    seen = seen_words_on(page)
    assert "You said what has to stop." in seen
    assert "You answered no insult with an insult." in seen
    assert "You went on with what he needed." in seen
    assert "only after a warning" not in seen


def test_a_call_ended_by_the_rules_is_named(page):
    page.show_session(after(begun(), *ENDED))

    assert "You ended the call only after a warning." in seen_words_on(page)


def test_where_nothing_was_right_nothing_is_praised_and_nothing_blamed(page):
    page.show_session(after(begun(), *WON))

    page.show_session(paid_back())

    assert not page.done.isVisible()
    assert "You answered no insult" not in seen_words_on(page)
    assert page.lead.isVisible()


def test_a_break_and_somebody_to_tell_are_suggested(page):
    page.show_session(paid_back())

    seen = seen_words_on(page)
    assert "Take a short break before you go on." in seen
    assert "Tell somebody about it." in seen
    assert "Nothing here is scored" in seen


@pytest.mark.parametrize(("in_shift", "told"), [(True, False), (False, True)])
def test_an_exam_in_a_shift_tells_nothing_about_the_replies_before_its_end(page, in_shift, told):
    session = after(begun("exam"), *WON)

    page.show_session(session, in_shift=in_shift)

    assert page.done.isVisible() is told


def test_one_key_goes_on_at_once(qtbot, page):
    page.show_session(after(begun(), *WON))

    with qtbot.waitSignal(page.go_on_wanted):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)


def test_one_key_goes_on_while_the_circle_breathes(qtbot, page):
    page.show_session(after(begun(), *WON))
    page.circle.breathe()

    with qtbot.waitSignal(page.go_on_wanted):
        qtbot.keyClick(page, Qt.Key.Key_Return)


def test_escape_leaves(qtbot, page):
    page.show_session(after(begun(), *WON))

    with qtbot.waitSignal(page.leave_wanted):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_the_circle_breathes_only_when_asked_and_stops_when_asked(qtbot, page):
    page.show_session(after(begun(), *WON))
    before = page.circle.is_breathing

    qtbot.mouseClick(page.breathe, Qt.MouseButton.LeftButton)
    during = (page.circle.is_breathing, page.breathe.text())
    qtbot.mouseClick(page.breathe, Qt.MouseButton.LeftButton)

    assert not before
    assert during == (True, "Stop")
    assert (page.circle.is_breathing, page.breathe.text()) == (False, "Start")


def test_the_circle_rests_once_the_page_is_left(page):
    page.show_session(after(begun(), *WON))
    page.breathe.click()

    page.hide()

    assert not page.circle.is_breathing
    assert page.breathe.text() == "Start"


@pytest.mark.usefixtures("still")
def test_with_less_motion_there_is_nothing_to_start(page):
    page.show_session(after(begun(), *WON))

    assert not page.breathe.isVisible()
    assert "Breathe in while you count to 4" in seen_words_on(page)


@pytest.mark.usefixtures("still")
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize(
    ("width", "height", "scale"), [(1280, 800, 1.0), (800, 600, 1.0), (1280, 800, 2.0)]
)
def test_nothing_sticks_out(qtbot, page, width, height, scale, scheme):
    theme().set_up(text_scale=scale, scheme=scheme)
    page.resize(width, height)

    page.show_session(after(begun(), *WON))
    QApplication.processEvents()

    qtbot.waitUntil(lambda: misplaced(page) == [])
