"""A shift in the whole window, with real scenarios, the real reply model and a real database."""

import pytest

from simulator.ui.pages.shift.choice import ShiftChoice
from tests.ui.visitor import Visitor

KIND = "I'm sorry, that should not have happened. Let me put it right for you now."


@pytest.fixture
def come_in(qtbot, tmp_path):
    """Open a window on the data folder of this test, as on another day."""
    opened = []

    def come() -> Visitor:
        opened.append(Visitor(qtbot, tmp_path))
        opened[-1].window.choose(voice_on=False, less_motion=True)
        return opened[-1]

    yield come
    for visitor in opened:
        visitor.close()


def begin_shift(visitor, mode="coach"):
    shifts = visitor.rooms.shifts
    visitor.click(visitor.rooms.home.library.shift_button)
    visitor.sees(shifts.start)
    shifts.start.start_wanted.emit(ShiftChoice(5, mode, "type"))
    visitor.sees(shifts.breather)


def begin_contact(visitor):
    conversation = visitor.rooms.flow.conversation
    visitor.click(visitor.rooms.shifts.breather.go_on)
    visitor.sees(conversation)
    visitor.wait(conversation.body.composer.isEnabled)


def say(visitor):
    turns, practice = len(visitor.session.turns), visitor.rooms.practice
    practice.reply(KIND)
    visitor.wait(lambda: len(visitor.session.turns) > turns and not practice._is_busy)


def play_contact(visitor):
    begin_contact(visitor)
    while not visitor.session.is_over:
        say(visitor)
    visitor.click(visitor.rooms.flow.conversation.body.closing.go_on)
    after = (visitor.rooms.shifts.breather, visitor.rooms.shifts.debrief)
    visitor.wait(lambda: visitor.window.page() in after)


def test_a_whole_shift_ends_with_its_debrief_and_leads_to_every_scorecard(come_in):
    visitor = come_in()
    ana = visitor.add_profile("Ana")
    begin_shift(visitor)

    for _ in range(5):
        play_contact(visitor)

    shifts = visitor.rooms.shifts
    visitor.sees(shifts.debrief)
    assert 1 <= len(shifts.debrief.points) <= 3
    assert len(shifts.debrief.contacts.rows) == 5
    kept = visitor.attempts(ana)
    assert sorted(attempt.shift_number for attempt in kept) == [1, 2, 3, 4, 5]
    assert all(attempt.is_finished and attempt.turns <= 3 for attempt in kept)

    shifts.debrief.contacts.rows[2].clicked.emit()
    visitor.sees(visitor.rooms.flow.scorecard)
    visitor.rooms.flow.scorecard.back_wanted.emit()

    visitor.sees(shifts.debrief)


def test_a_contact_ends_after_three_replies_without_going_on_to_after(come_in):
    visitor = come_in()
    visitor.add_profile("Ana")
    begin_shift(visitor)
    begin_contact(visitor)

    while not visitor.session.is_over:
        say(visitor)

    flow = visitor.rooms.flow
    assert len(visitor.session.turns) <= 3
    assert flow.conversation.body.closing.go_on.text() == "Go on"
    assert visitor.rooms.shifts.line.isVisible()
    assert visitor.rooms.shifts.line.words == "Contact 1 of 5"


def test_in_an_exam_no_score_is_told_between_two_contacts(come_in):
    visitor = come_in()
    visitor.add_profile("Ana")
    begin_shift(visitor, "exam")

    play_contact(visitor)

    assert visitor.rooms.shifts.breather.done.note.text() == "Your scores wait until the end."


def test_in_coach_one_line_is_told_between_two_contacts(come_in):
    visitor = come_in()
    visitor.add_profile("Ana")
    begin_shift(visitor)

    play_contact(visitor)

    assert visitor.rooms.shifts.breather.done.note.text()


def test_a_shift_left_in_the_middle_of_a_contact_goes_on_there_tomorrow(come_in):
    today = come_in()
    ana = today.add_profile("Ana")
    begin_shift(today)
    play_contact(today)
    begin_contact(today)
    say(today)
    said = [event.kind for event in today.session.events]
    today.close()

    tomorrow = come_in()
    tomorrow.choose_profile("Ana")
    button = tomorrow.rooms.home.library.shift_button
    tomorrow.wait(lambda: button.text() == "Go on with your shift (2 of 5)")
    tomorrow.click(button)
    tomorrow.sees(tomorrow.rooms.shifts.start)
    tomorrow.click(tomorrow.rooms.shifts.start.go_on)

    tomorrow.sees(tomorrow.rooms.flow.conversation)
    assert [event.kind for event in tomorrow.session.events] == said
    while not tomorrow.session.is_over:
        say(tomorrow)
    tomorrow.click(tomorrow.rooms.flow.conversation.body.closing.go_on)
    tomorrow.sees(tomorrow.rooms.shifts.breather)
    assert tomorrow.rooms.shifts.breather.line.words == "Contact 3 of 5"
    assert len([a for a in tomorrow.attempts(ana) if a.is_finished]) == 2


def test_a_shift_ended_before_its_time_is_looked_back_on_and_not_offered_again(come_in):
    visitor = come_in()
    visitor.add_profile("Ana")
    begin_shift(visitor)
    play_contact(visitor)

    visitor.click(visitor.rooms.shifts.breather.end)

    shifts = visitor.rooms.shifts
    visitor.sees(shifts.debrief)
    shifts.debrief.back_wanted.emit()
    visitor.sees_scenarios()
    visitor.click(visitor.rooms.home.library.shift_button)
    visitor.sees(shifts.start)
    assert shifts.start.go_on.isHidden() or not shifts.start.go_on.isVisible()
    assert shifts.start.debrief.isVisible()


def test_after_a_shift_was_left_a_contact_of_its_own_is_whole_again(come_in):
    visitor = come_in()
    visitor.add_profile("Ana")
    begin_shift(visitor)
    begin_contact(visitor)
    visitor.rooms.flow.conversation.leave_wanted.emit()
    visitor.sees_scenarios()

    visitor.start_anew()

    flow = visitor.rooms.flow
    assert not visitor.rooms.shifts.line.isVisible()
    assert flow.conversation.body.closing.go_on.text() == "Go on to After"
    assert not flow.is_in_shift


def test_a_guest_plays_a_shift_of_which_nothing_is_kept(come_in):
    visitor = come_in()
    visitor.go_in_as_guest()
    begin_shift(visitor)

    play_contact(visitor)
    visitor.click(visitor.rooms.shifts.breather.end)

    visitor.sees(visitor.rooms.shifts.debrief)
    assert visitor.attempts() == ()


def test_the_library_is_shown_in_the_language_of_the_settings(come_in):
    visitor = come_in()
    visitor.add_profile("Ana")
    library = visitor.rooms.home.library
    assert "Laptop before the pitch" in library.shown_titles

    visitor.rooms.home.settings.language_chosen.emit("nl")

    visitor.wait(lambda: "Laptop vlak voor de pitch" in library.shown_titles)
    assert visitor.rooms.home.settings.language.text() == "Nederlands"
    assert "Shoes worn once" in library.shown_titles
    scenario = visitor.rooms.library.scenario("laptop-before-the-pitch")
    assert scenario.language == "nl"


def test_the_language_is_remembered(come_in):
    today = come_in()
    today.add_profile("Ana")
    today.rooms.home.settings.language_chosen.emit("nl")
    today.close()

    tomorrow = come_in()
    tomorrow.choose_profile("Ana")

    assert "Laptop vlak voor de pitch" in tomorrow.rooms.home.library.shown_titles
