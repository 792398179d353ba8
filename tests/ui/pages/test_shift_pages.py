"""The pages of a shift on their own: what they say, and what the keyboard does."""

import pytest
from PySide6.QtCore import Qt

from simulator.core.progress.shift import Shift, debrief_of
from simulator.core.scoring.rubric import SKILLS
from simulator.ui.pages.breather_page import BreatherPage
from simulator.ui.pages.shift.choice import ShiftChoice
from simulator.ui.pages.shift_page import ShiftPage
from simulator.ui.pages.shift_start_page import ShiftStartPage
from tests.core.conversation.small_contact import SMALL
from tests.core.progress.shifts import done, plan
from tests.ui.pages.shown_page import shown_page

MARGINS = dict.fromkeys(SKILLS, 10.0)


@pytest.fixture
def start():
    with shown_page(ShiftStartPage()) as page:
        page.show_shift(None, has_debrief=False)
        yield page


@pytest.fixture
def breather():
    with shown_page(BreatherPage()) as page:
        yield page


@pytest.fixture
def debrief():
    with shown_page(ShiftPage()) as page:
        page.show_debrief(debrief_of(done((90, 60, 60), (30, 60, 60), (90, 60, 60)), MARGINS))
        yield page


def test_enter_starts_the_shift_as_chosen(qtbot, start):
    start.lengths.choose("12")
    start.modes.choose("exam")

    with qtbot.waitSignal(start.start_wanted) as wanted:
        qtbot.keyClick(start, Qt.Key.Key_Return)

    assert wanted.args == [ShiftChoice(12, "exam", "type")]


def test_a_shift_that_was_left_is_offered_with_its_place(qtbot, start):
    start.show_shift(done(60, 60), has_debrief=True)

    with qtbot.waitSignal(start.go_on_wanted):
        start.go_on.click()

    assert start.go_on.accessibleDescription() == "At contact 3 of 5"
    assert start.debrief.isVisible()


def test_escape_goes_back(qtbot, start):
    with qtbot.waitSignal(start.back_wanted):
        qtbot.keyClick(start, Qt.Key.Key_Escape)


def test_before_the_first_contact_nothing_is_done_and_nothing_can_be_ended(breather):
    breather.show_next(Shift(plan()), SMALL)

    assert breather.line.accessibleName() == "Shift: Contact 1 of 5"
    assert not breather.done.isVisible()
    assert not breather.end.isVisible()


def test_in_an_exam_the_breather_hides_the_line_of_the_coach(breather):
    shift = Shift(plan(mode="exam"), done(60).results)

    breather.show_next(shift, SMALL, "You named the lost week.")

    assert breather.done.note.text() == "Your scores wait until the end."


def test_enter_goes_on_to_the_next_contact(qtbot, breather):
    breather.show_next(done(60), SMALL, "You named the lost week.")

    with qtbot.waitSignal(breather.go_on_wanted):
        qtbot.keyClick(breather, Qt.Key.Key_Return)

    assert breather.done.note.text() == "You named the lost week."


def test_the_debrief_says_in_words_how_steady_each_scale_stayed(debrief):
    spoken = [card.accessibleName() for card in debrief.scales]

    assert spoken[0].startswith("Courtesy, Uneven. Lowest: 30, contact 2.")
    assert spoken[1].startswith("Patience, Steady.")


def test_every_contact_is_a_way_to_its_scorecard(qtbot, debrief):
    with qtbot.waitSignal(debrief.attempt_chosen) as chosen:
        debrief.contacts.rows[1].clicked.emit()

    assert chosen.args == ["a2"]


def test_the_threads_have_a_table_as_their_twin(qtbot, debrief):
    qtbot.keyClick(debrief.threads.chart, Qt.Key.Key_T)

    table = debrief.threads.table
    assert table.isVisible()
    assert [table.item(1, column).text() for column in range(5)] == [
        "2",
        "Customer 2",
        "30",
        "60",
        "60",
    ]


def test_a_second_debrief_takes_the_place_of_the_first(debrief):
    debrief.show_debrief(debrief_of(done(60, 60, 60, 60), MARGINS))

    assert len(debrief.contacts.rows) == 4
