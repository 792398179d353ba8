"""The whole window with real scenarios, the real reply model and a real database."""

from itertools import count

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from simulator.app import DEFAULT_LIBRARY
from simulator.core.scenario.words import Feeling
from simulator.core.scoring.rubric import Skill
from simulator.ui.theme import Scheme, theme
from simulator.ui.widgets.question import Question
from tests.ui.visitor import CONTROL, SHOWN, Visitor

KIND = "You were in all morning and got told you weren't. I'm sorry. What did you hear about ten?"
COLD = "Our records show he was there. You will have to rebook online."


NAMES = (f"Ana {number}" for number in count(1))


@pytest.fixture(scope="module")
def _open_window(qapp, tmp_path_factory):
    """One window for those who need not come back: opening one takes a second."""
    visitor = Visitor(QtBot(None), tmp_path_factory.mktemp("data"))
    visitor.window.setProperty("serves_the_module", True)
    yield visitor
    visitor.close()


@pytest.fixture
def visitor(_open_window):
    yield _open_window
    _open_window.window.show_profiles_page()


@pytest.fixture
def come_in(qtbot, tmp_path):
    """Open a window on the data folder of this test, as on another day."""
    opened = []

    def come() -> Visitor:
        opened.append(Visitor(qtbot, tmp_path))
        return opened[-1]

    yield come
    for visitor in opened:
        visitor.close()


def attempt_after_one_reply(visitor):
    """Practise to the scorecard with one reply; give the attempt's id."""
    visitor.start()
    visitor.type_reply(KIND)
    visitor.end_early()
    visitor.finish()
    return visitor.attempts()[0].id


def test_tomorrow_the_profile_holds_the_scorecard(come_in):
    today = come_in()
    today.add_profile("Ana")
    attempt_id = attempt_after_one_reply(today)
    today.close()

    tomorrow = come_in()
    tomorrow.choose_profile("Ana")
    tomorrow.rooms.home.progress.attempt_chosen.emit(attempt_id)

    tomorrow.sees(tomorrow.rooms.flow.scorecard)
    assert tomorrow.rooms.flow.scorecard.column is not None


def test_an_unfinished_conversation_goes_on_at_its_turn(come_in):
    today = come_in()
    today.add_profile("Ana")
    today.start()
    left = today.type_reply(KIND)
    today.close()

    tomorrow = come_in()
    tomorrow.choose_profile("Ana")
    tomorrow.open_scenario()

    tomorrow.sees(tomorrow.rooms.flow.conversation)
    assert tomorrow.session == left


def test_an_attempt_that_lacks_only_its_scorecard_opens_it(come_in):
    today = come_in()
    person = today.add_profile("Ana")
    today.start()
    today.type_reply(KIND)
    today.end_early()
    session, attempt_id = today.session, today.attempts(person)[0].id
    known, at = len(session.events), today.rooms.practice._around.now()
    done = session.after_finishing().events[known:]
    today.window.store.run(
        lambda store: store.append_events(attempt_id, known, done, at), print, print
    )
    today.close()

    tomorrow = come_in()
    tomorrow.choose_profile("Ana")
    tomorrow.open_scenario()

    tomorrow.sees(tomorrow.rooms.flow.scorecard)
    assert tomorrow.attempts(person)[0].is_finished


def test_a_choice_made_on_the_first_page_is_there_next_time(come_in):
    today = come_in()
    today.window.profiles.scheme_chosen.emit("dark")
    today.close()

    tomorrow = come_in()

    assert theme().scheme is Scheme.DARK
    assert tomorrow.window.profiles.scheme_button.text() == "Dark"


def test_a_first_practice_leads_from_the_name_to_the_progress(visitor):
    person = visitor.add_profile(next(NAMES))

    visitor.start()
    visitor.type_reply(KIND)
    visitor.end_early()
    visitor.finish()
    visitor.leave()
    visitor.press(Qt.Key.Key_3, CONTROL)

    home = visitor.rooms.home
    visitor.wait(lambda: home.shell.page_key == "progress")
    visitor.wait(lambda: home.progress.headline != "")
    (attempt,) = visitor.attempts(person)
    assert attempt.is_finished
    assert attempt.turns == 1


def test_a_reply_typed_key_by_key_is_said(visitor):
    visitor.go_in_as_guest()
    visitor.start()
    field = visitor.rooms.flow.conversation.body.composer.field

    visitor.qtbot.keyClicks(field, "I am sorry.")
    visitor.qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)

    visitor.wait(lambda: len(visitor.session.turns) == 1)
    assert visitor.session.turns[0].text == "I am sorry."
    assert field.toPlainText() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3])
def test_a_line_is_chosen_by_its_number(visitor, key):
    visitor.go_in_as_guest()
    visitor.start(answer_by="choose")
    wanted = visitor.session.offered[key - Qt.Key.Key_1]

    session = visitor.pick_reply(key)

    assert session.turns[0].chosen == wanted.id


def test_reading_the_customer_is_judged_before_the_reply(visitor):
    visitor.go_in_as_guest()
    visitor.start()
    read = visitor.rooms.flow.conversation.body.coach.read
    visitor.wait(lambda: read.is_asking)

    read.chips.choose((Feeling.FRUSTRATED,))
    visitor.qtbot.keyClicks(read.because, "we said she was out")
    visitor.qtbot.keyClick(read.because, Qt.Key.Key_Return)

    visitor.wait(lambda: not visitor.session.must_read)
    assert visitor.session.moment.reading.because == "we said she was out"


def test_a_turn_taken_back_is_answered_anew(visitor):
    visitor.add_profile(next(NAMES))
    visitor.start()
    first_line = visitor.session.line
    visitor.type_reply(COLD)

    visitor.rooms.flow.conversation.rewind_wanted.emit(1)
    visitor.wait(lambda: not visitor.session.turns)

    assert visitor.session.line == first_line
    assert visitor.type_reply(KIND).turns[0].text == KIND


def test_an_exam_gives_no_word_of_feedback_before_the_scorecard(visitor):
    visitor.add_profile(next(NAMES))
    visitor.start(mode="exam")

    visitor.type_reply(COLD)

    body = visitor.rooms.flow.conversation.body
    assert not body.coach.isVisible()
    assert visitor.session.turns[0].assessment.rating.evidence


def test_a_guest_leaves_no_trace(visitor):
    before = visitor.attempts(), visitor.window._profiles
    visitor.go_in_as_guest()
    visitor.start()
    visitor.type_reply(KIND)
    visitor.end_early()

    visitor.finish()

    assert (visitor.attempts(), visitor.window._profiles) == before


def test_a_guest_cannot_ask_for_a_review(visitor):
    visitor.go_in_as_guest()
    visitor.start()
    visitor.type_reply(KIND)
    visitor.end_early()
    visitor.finish()
    scorecard = visitor.rooms.flow.scorecard

    scorecard.column.difference_seen.emit(1)

    assert not scorecard.steps.ask.isVisible()
    visitor.is_told("A guest’s scorecard is not kept")


def test_a_guest_who_leaves_is_not_told_that_the_place_is_saved(visitor):
    visitor.go_in_as_guest()
    visitor.start()

    visitor.press(Qt.Key.Key_Escape)

    (question,) = visitor.window.findChildren(Question)
    assert "Nothing from a guest session is kept" in question.accessibleName()
    visitor.answer(is_risky=True)


def test_the_trainer_overrides_a_score_and_the_trainee_sees_both(visitor):
    trainee = visitor.add_profile(next(NAMES))
    attempt_id = attempt_after_one_reply(visitor)
    visitor.leave()
    visitor.switch_person()
    visitor.add_profile("Tom", role="trainer")
    home = visitor.rooms.home
    home.show_page("team")
    visitor.wait(lambda: attempt_id in home.team.order)
    home.team.attempt_chosen.emit(attempt_id)
    visitor.sees(home.review)
    field = home.review.form.field(Skill.PATIENCE)
    machine = field.score

    visitor.qtbot.keyClick(field.stepper.number, Qt.Key.Key_Up)
    visitor.qtbot.keyClicks(field.reason, "She was asked before she was told.")
    visitor.click(home.review.form.sign)
    visitor.is_told("Saved.")
    visitor.click(home.review.bar.back)
    visitor.sees(home.shell)
    visitor.switch_person()
    visitor.choose_profile(trainee.name)
    home.progress.attempt_chosen.emit(attempt_id)
    visitor.sees(visitor.rooms.flow.scorecard)

    patience = visitor.rooms.flow.scorecard.column.skills.parts[Skill.PATIENCE]
    words = " ".join(part.text() for part in patience.findChildren(QLabel))
    assert f"{machine + 1}" in words
    assert f"{machine}" in words
    assert "She was asked before she was told." in words


def test_another_person_sees_none_of_it(visitor):
    visitor.add_profile(next(NAMES))
    attempt_after_one_reply(visitor)
    visitor.leave()

    visitor.switch_person()
    bo = visitor.add_profile("Bo")

    entry = next(e for e in visitor.rooms.library.entries if e.scenario.id == SHOWN)
    assert visitor.attempts(bo) == ()
    assert entry.best is None


@pytest.mark.parametrize(
    ("key", "page"),
    [
        (Qt.Key.Key_2, "scenarios"),
        (Qt.Key.Key_3, "progress"),
        (Qt.Key.Key_Comma, "settings"),
    ],
)
def test_a_shortcut_goes_to_its_page(visitor, key, page):
    visitor.add_profile(next(NAMES))
    visitor.rooms.home.show_page("settings" if page == "progress" else "progress")

    visitor.press(key, CONTROL)

    visitor.wait(lambda: visitor.rooms.home.shell.page_key == page)


def test_the_shortcuts_do_not_end_a_conversation(visitor):
    visitor.add_profile(next(NAMES))
    visitor.start()

    visitor.press(Qt.Key.Key_3, CONTROL)

    visitor.sees(visitor.rooms.flow.conversation)


def test_text_size_and_darkness_leave_the_conversation_as_it_is(visitor):
    visitor.add_profile(next(NAMES))
    visitor.start()
    session = visitor.type_reply(KIND)
    field = visitor.rooms.flow.conversation.body.composer.field
    field.setPlainText("Half a thought")

    visitor.window.choose(text_scale=2.0, scheme="dark")

    assert theme().scheme is Scheme.DARK
    assert visitor.session is session
    assert field.toPlainText() == "Half a thought"


def test_a_reply_being_read_when_the_trainee_leaves_is_kept_and_brings_nobody_back(visitor):
    person = visitor.add_profile(next(NAMES))
    visitor.start()
    visitor.rooms.practice.reply(KIND)

    visitor.leave()
    visitor.wait(lambda: not visitor.rooms.practice._is_busy)

    assert visitor.window.page() is visitor.rooms.home.shell
    assert visitor.attempts(person)[0].turns == 1


class Desk(QObject):
    """Stands in for the desktop that opens files and folders."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def open(self, url):
        self.opened.append(url.toLocalFile())


@pytest.fixture
def desk():
    desk = Desk()
    QDesktopServices.setUrlHandler("file", desk, "open")
    yield desk
    QDesktopServices.unsetUrlHandler("file")


def test_the_folder_with_the_data_is_opened_from_the_settings(visitor, desk):
    visitor.go_in_as_guest()

    visitor.rooms.home.settings.folder_wanted.emit()

    assert desk.opened == [visitor.window._outside.data_folder]


def test_the_scenario_folder_is_opened_from_the_scenarios(visitor, desk):
    visitor.go_in_as_guest()

    visitor.rooms.home.library.folder_wanted.emit()

    assert desk.opened == [str(DEFAULT_LIBRARY)]


def test_where_the_files_are_kept_is_shown_from_the_first_page(visitor, desk):
    visitor.click(visitor.window.profiles.files_button)

    assert desk.opened == [visitor.window._outside.data_folder]


def test_a_folder_that_nothing_can_show_is_named(visitor, desk, tmp_path):
    visitor.window.show_place(str(tmp_path / "gone"))

    visitor.is_told(f"You find it at {tmp_path / 'gone'}")
    assert desk.opened == []
