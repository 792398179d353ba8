import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from simulator.core.scenario.words import Feeling
from simulator.ui.pages.conversation_page import ConversationPage
from simulator.ui.theme import theme
from simulator.ui.widgets.bubble import CustomerBubble, RepBubble
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.notices import Toast
from simulator.ui.widgets.question import Question
from tests.ui.pages.looking import misplaced, seen_words_on, words_on
from tests.ui.pages.sample_plays import (
    EMOJI_REPLY,
    GOOD_REPLY,
    POOR_REPLY,
    SECRETS,
    after_reading,
    after_reply,
    begun,
    ended,
    long_play,
    scenario,
    third_turn,
)

# The off-screen platform says so whenever a menu opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(qtbot):
    page = ConversationPage()
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show_session(third_turn())
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.body.composer.field.hasFocus)
    return page


def button(page, text):
    return next(
        each for each in page.findChildren(Button) if each.text() == text and each.isVisible()
    )


def chip(page, text):
    return next(each for each in page.body.coach.read.chips.chips if each.text() == text)


def press(qtbot, page, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or page, key, modifiers)


CONTROL = Qt.KeyboardModifier.ControlModifier


# Answering


def test_control_enter_sends_what_was_typed(qtbot, page):
    qtbot.keyClicks(page.body.composer.field, "I am ringing them now.")

    with qtbot.waitSignal(page.reply_sent) as sent:
        press(qtbot, page, Qt.Key.Key_Return, CONTROL)

    assert sent.args == ["I am ringing them now."]


def test_enter_alone_begins_a_new_line(qtbot, page):
    qtbot.keyClicks(page.body.composer.field, "one")

    with qtbot.assertNotEmitted(page.reply_sent):
        press(qtbot, page, Qt.Key.Key_Return)

    assert page.body.composer.field.toPlainText() == "one\n"


def test_nothing_but_spaces_cannot_be_sent(qtbot, page):
    qtbot.keyClicks(page.body.composer.field, "   ")

    with qtbot.assertNotEmitted(page.reply_sent):
        press(qtbot, page, Qt.Key.Key_Return, CONTROL)

    assert not page.body.composer.send.isEnabled()


def test_the_composer_is_emptied_by_its_own_turn(page):
    session = third_turn()
    page.show_session(session)
    page.body.composer.field.setPlainText(GOOD_REPLY)

    page.show_session(after_reply(session, GOOD_REPLY))

    assert page.body.composer.field.toPlainText() == ""


def test_a_hint_leaves_what_was_typed(page):
    session = third_turn()
    page.show_session(session)
    page.body.composer.field.setPlainText("half a thought")

    page.show_session(session.after_hint())

    assert page.body.composer.field.toPlainText() == "half a thought"


def test_a_problem_leaves_what_was_typed(qtbot, page):
    page.body.composer.field.setPlainText("These words took a while.")
    page.body.composer.send.click()
    page.set_busy(True)

    page.set_busy(False)
    page.show_problem("The disk is full. Free some space and send again.")

    assert page.body.composer.field.toPlainText() == "These words took a while."
    assert page.body.composer.isEnabled()
    assert "The disk is full. Free some space and send again." in seen_words_on(page)


def test_while_a_reply_is_read_the_customer_is_shown_to_answer(page):
    page.body.composer.field.setPlainText("Hello")
    page.body.composer.send.click()

    page.set_busy(True)

    assert page.body.transcript.is_waiting
    assert not page.body.composer.isEnabled()
    assert "Amara is answering" in words_on(page)


def test_the_answer_ends_the_waiting(page):
    session = third_turn()
    page.show_session(session)
    page.body.composer.field.setPlainText(GOOD_REPLY)
    page.body.composer.send.click()
    page.set_busy(True)

    page.set_busy(False)
    page.show_session(after_reply(session, GOOD_REPLY))

    assert not page.body.transcript.is_waiting
    assert page.body.composer.isEnabled()


def test_saving_a_reading_shows_nobody_answering(page):
    page.set_busy(True)

    assert not page.body.transcript.is_waiting


# Choosing


@pytest.fixture
def choosing(qtbot, page):
    page.set_answer_by("choose")
    page.show_session(third_turn())
    qtbot.waitUntil(page.body.composer.choices.lines[0].hasFocus)
    return page


def test_the_number_picks_and_enter_says_the_line(qtbot, choosing):
    offered = third_turn().offered

    press(qtbot, choosing, Qt.Key.Key_2)
    with qtbot.waitSignal(choosing.reply_chosen) as chosen:
        press(qtbot, choosing, Qt.Key.Key_Return)

    assert chosen.args == [offered[1].id]


def test_the_arrows_move_between_the_lines(qtbot, choosing):
    press(qtbot, choosing, Qt.Key.Key_Down)
    press(qtbot, choosing, Qt.Key.Key_Down)

    assert choosing.body.composer.choices.chosen_id == third_turn().offered[2].id


def test_a_click_picks_and_the_button_says_it(qtbot, choosing):
    qtbot.mouseClick(choosing.body.composer.choices.lines[0], Qt.MouseButton.LeftButton)

    with qtbot.waitSignal(choosing.reply_chosen) as chosen:
        choosing.body.composer.say.click()

    assert chosen.args == [third_turn().offered[0].id]


def test_nothing_can_be_said_before_a_line_is_picked(choosing):
    assert not choosing.body.composer.say.isEnabled()


def test_switching_to_choosing_keeps_what_was_typed(qtbot, page):
    qtbot.keyClicks(page.body.composer.field, "half")

    with qtbot.waitSignal(page.answer_by_changed) as changed:
        button(page, "Choose").click()

    assert changed.args == ["choose"]
    assert page.body.composer.field.toPlainText() == "half"


# Reading the customer


@pytest.fixture
def reading(qtbot, page):
    page.show_session(begun())
    qtbot.waitUntil(page.body.coach.read.chips.chips[0].hasFocus)
    return page


def test_enter_without_a_choice_goes_on_without_reading(qtbot, reading):
    with qtbot.waitSignal(reading.read_skipped):
        press(qtbot, reading, Qt.Key.Key_Return)


def test_a_feeling_and_its_reason_are_given_with_enter(qtbot, reading):
    qtbot.mouseClick(chip(reading, "Frustrated"), Qt.MouseButton.LeftButton)
    reading.body.coach.read.because.setFocus()
    qtbot.keyClicks(reading.body.coach.read.because, "two mornings lost")

    with qtbot.waitSignal(reading.read_given) as given:
        press(qtbot, reading, Qt.Key.Key_Return)

    assert given.args == [Feeling.FRUSTRATED, "two mornings lost", None]


def test_only_one_feeling_is_named(qtbot, reading):
    qtbot.mouseClick(chip(reading, "Frustrated"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(chip(reading, "Angry"), Qt.MouseButton.LeftButton)

    assert reading.body.coach.read.chips.chosen == (Feeling.ANGRY,)


def test_the_feeling_is_among_the_four_offered_but_not_told_by_its_place(reading):
    first = [each.text() for each in reading.body.coach.read.chips.chips]
    assert first == ["Let down", "Impatient", "Frustrated", "Angry"]


def test_the_meters_tell_nothing_before_the_reading(reading):
    mood, bears = reading.body.customer.mood, reading.body.customer.bears

    assert mood.accessibleName() == "Her mood: read her first"
    assert "of 8" not in bears.accessibleName()
    assert "upset" not in seen_words_on(reading).lower()


def test_the_face_is_not_named_before_the_reading(reading):
    assert "frustrated" not in reading.body.customer.face.accessibleName()


def test_the_meters_show_after_the_reading(reading):
    reading.show_session(after_reading(begun(), Feeling.FRUSTRATED))

    assert reading.body.customer.mood.accessibleName().startswith("Her mood: upset")
    assert "frustrated" in reading.body.customer.face.accessibleName()


def test_the_meters_show_after_going_on_without(reading):
    reading.show_session(begun().after_reading(None))

    assert reading.body.customer.mood.accessibleName().startswith("Her mood: upset")
    assert "You went on without reading her." in seen_words_on(reading)


@pytest.mark.parametrize(
    ("feeling", "because", "words"),
    [
        (Feeling.FRUSTRATED, "we gave her another job", "That fits."),
        (Feeling.FRUSTRATED, "", "That fits. What is behind it: we gave her another job."),
        (Feeling.ANGRY, "", "Close. She is more frustrated. We gave her another job."),
        (Feeling.CALM, "", "Listen again: she sounds frustrated. We gave her another job."),
    ],
)
def test_the_result_tells_how_near_the_reading_came(reading, feeling, because, words):
    reading.show_session(after_reading(begun(), feeling, because))

    assert reading.body.coach.read.result.text.text().startswith(words)


def test_after_the_reading_the_composer_has_the_focus(qtbot, reading):
    reading.show_session(after_reading(begun(), Feeling.FRUSTRATED))

    qtbot.waitUntil(reading.body.composer.field.hasFocus)


# Feedback


def test_the_coach_shows_two_slips_with_their_notes(page):
    words = seen_words_on(page)

    assert "“I understand, but” cancels itself." in words
    assert "“You’ll need to” gives her another job." in words


def test_a_need_the_reply_left_open_is_told_in_the_authors_words(page):
    assert "What dispatch said. You offered to ring them." in seen_words_on(page)


def test_one_thing_to_change_is_named(page):
    words = seen_words_on(page)

    assert words.count("One thing to change") == 1
    assert words.index("One thing to change") < words.index("“I understand, but”")


def test_a_reply_with_slips_is_shown_one_way_to_put_it(page):
    assert "“Next week won’t do, I hear that." in seen_words_on(page)


def test_a_reply_that_left_nothing_open_is_told_what_came_across_and_nothing_else(page):
    page.show_session(after_reply(begun(), GOOD_REPLY))

    words = seen_words_on(page.body.coach.feedback)
    assert "What came across" in words
    assert "One thing to change" not in words
    assert "One way to put it" not in words


def test_clicking_evidence_points_at_its_note(qtbot, page):
    last = [each for each in page.body.transcript.bubbles if isinstance(each, RepBubble)][-1]
    box = last.words.boxes_of(2)[0]

    qtbot.mouseClick(last.words, Qt.MouseButton.LeftButton, pos=box.center().toPoint())

    assert page.body.coach.feedback.highlighted == (2,)


def test_evidence_of_an_earlier_reply_brings_its_feedback_back(qtbot, page):
    first = next(each for each in page.body.transcript.bubbles if isinstance(each, RepBubble))

    first.evidence_chosen.emit(3)

    assert page.body.coach.feedback.turn_number == 1
    assert page.body.coach.feedback.highlighted == (3,)


def test_marks_lie_under_their_words_after_an_emoji(page):
    session = after_reply(begun(), EMOJI_REPLY)

    page.show_session(session)

    bubble = next(each for each in page.body.transcript.bubbles if isinstance(each, RepBubble))
    marked = [EMOJI_REPLY[span.start : span.end] for span in bubble.words._spans]
    assert marked == ["two mornings gone", "I understand, but"]


def test_the_button_asks_to_rewind_to_its_turn(qtbot, page):
    with qtbot.waitSignal(page.rewind_wanted) as wanted:
        button(page, "Rewind to turn 2").click()

    assert wanted.args == [2]


def test_keep_going_returns_to_the_composer(qtbot, page):
    page.body.coach.feedback.setFocus()

    button(page, "Keep going").click()

    qtbot.waitUntil(page.body.composer.field.hasFocus)


def test_a_hint_appears_only_when_asked_for(qtbot, page):
    session = third_turn()
    page.show_session(session)
    hidden = SECRETS["hint"] not in words_on(page)

    with qtbot.waitSignal(page.hint_wanted):
        press(qtbot, page, Qt.Key.Key_F2)
    page.show_session(session.after_hint())

    assert hidden
    assert SECRETS["hint"] in seen_words_on(page)


# Exam


@pytest.fixture
def exam(page):
    page.show_session(third_turn("exam"))
    return page


def test_an_exam_shows_no_feedback(exam):
    words = seen_words_on(exam)

    assert "cancels itself" not in words
    assert "Read the customer" not in words
    assert not exam.body.coach.isVisible()


def test_an_exam_marks_nothing_and_scores_nothing(exam):
    bubbles = [each for each in exam.body.transcript.bubbles if isinstance(each, RepBubble)]

    assert [bubble.words._spans for bubble in bubbles] == [[], []]
    assert all(bubble._scores is None for bubble in bubbles)


def test_an_exam_veils_the_meters(exam):
    assert "Exam: mood and patience stay hidden until the scorecard." in seen_words_on(exam)
    assert not exam.body.customer.mood.isVisible()


def test_an_exam_gives_no_hint_and_no_rewind(qtbot, exam):
    with qtbot.assertNotEmitted(exam.hint_wanted), qtbot.assertNotEmitted(exam.rewind_wanted):
        press(qtbot, exam, Qt.Key.Key_F2)
        press(qtbot, exam, Qt.Key.Key_R, CONTROL)

    assert exam.findChildren(Toast)


# Secrets


@pytest.mark.parametrize("mode", ["coach", "exam"])
def test_nothing_is_told_before_its_time(page, mode):
    page.show_session(begun(mode))

    words = words_on(page)

    assert [name for name, secret in SECRETS.items() if secret in words] == []


def test_a_hidden_fact_shows_once_the_customer_told_it(page):
    assert SECRETS["hidden fact"] in seen_words_on(page)


# Transcript


def test_only_new_bubbles_are_added(page):
    session = third_turn()
    page.show_session(session)
    before = page.body.transcript.bubbles

    page.show_session(after_reply(session, GOOD_REPLY))

    assert page.body.transcript.bubbles[: len(before)] == before
    assert len(page.body.transcript.bubbles) == len(before) + 2


def test_a_rewind_takes_away_what_it_undid(page):
    session = third_turn()
    page.show_session(session)
    before = page.body.transcript.bubbles

    page.show_session(session.after_rewind(2))

    assert page.body.transcript.bubbles == before[:3]


class ShownWindows(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self):
        super().__init__()
        self.shown = []

    def eventFilter(self, watched, event):  # noqa: N802 - the name Qt calls
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_no_part_flashes_up_as_a_window_of_its_own(qapp, page):
    windows = ShownWindows()
    qapp.installEventFilter(windows)

    page.show_session(begun())
    page.show_session(third_turn())
    page.show_session(ended())

    qapp.removeEventFilter(windows)
    assert windows.shown == []


def test_another_contact_begins_with_an_empty_page(page):
    page.show_session(begun())

    assert len(page.body.transcript.bubbles) == 1
    assert page.body.coach.feedback.turn_number == 0


def test_the_newest_line_stays_in_view(qtbot, page):
    session = long_play(12)
    page.show_session(session)
    bar = page.body.transcript._area.verticalScrollBar()

    page.show_session(after_reply(session, GOOD_REPLY))

    qtbot.waitUntil(lambda: bar.maximum() > 1000 and bar.value() == bar.maximum())


def test_somebody_who_scrolled_up_is_left_there(qtbot, page):
    session = long_play(12)
    page.show_session(session)
    bar = page.body.transcript._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 1000 and bar.value() == bar.maximum())
    bar.setValue(100)
    most = bar.maximum()

    page.show_session(after_reply(session, GOOD_REPLY))

    qtbot.waitUntil(lambda: bar.maximum() > most)
    assert bar.value() == 100


def test_a_late_turn_adds_two_bubbles_and_touches_no_other(page):
    session = long_play(80)
    page.show_session(session)
    before = page.body.transcript.bubbles

    page.show_session(after_reply(session, GOOD_REPLY))

    assert len(before) == 161
    assert page.body.transcript.bubbles[:161] == before


@pytest.mark.parametrize(
    "text",
    ["x" * 10_000, "أعتذر منك، سأتصل بهم الآن", "🙏" * 200, "<b>bold</b> &amp; <img src=x>"],
    ids=["long", "right-to-left", "emoji", "markup"],
)
def test_any_reply_is_shown_as_it_was_written(page, text):
    session = after_reply(begun(), text)

    page.show_session(session)

    bubble = next(each for each in page.body.transcript.bubbles if isinstance(each, RepBubble))
    assert bubble.words.text == text


def test_a_line_can_be_heard_again(qtbot, page):
    first = next(each for each in page.body.transcript.bubbles if isinstance(each, CustomerBubble))

    with qtbot.waitSignal(page.line_repeated) as repeated:
        first.play_again.emit()

    assert repeated.args[0].startswith("This is the second morning")


# Keys


def test_control_l_plays_the_last_line_again(qtbot, page):
    with qtbot.waitSignal(page.line_repeated) as repeated:
        press(qtbot, page, Qt.Key.Key_L, CONTROL)

    assert repeated.args == [third_turn().line.text]


def test_control_r_asks_which_turn(qtbot, page):
    press(qtbot, page, Qt.Key.Key_R, CONTROL)
    menu = page.findChild(QMenu)
    texts = [action.text() for action in menu.actions()]

    with qtbot.waitSignal(page.rewind_wanted) as wanted:
        menu.actions()[1].trigger()
    menu.close()

    assert texts[0].startswith("Turn 2: I understand, but")
    assert wanted.args == [1]


def test_f3_shows_facts_and_puts_them_away(qtbot, page):
    press(qtbot, page, Qt.Key.Key_F3)
    shown = page.body.facts.isVisible()
    words = seen_words_on(page.body.facts)

    press(qtbot, page, Qt.Key.Key_F3)

    assert shown
    assert "Don’t promise an arrival time" in words
    assert not page.body.facts.isVisible()


def test_escape_puts_the_facts_away_before_it_asks_to_leave(qtbot, page):
    press(qtbot, page, Qt.Key.Key_F3)

    press(qtbot, page, Qt.Key.Key_Escape)

    assert not page.body.facts.isVisible()
    assert page.findChild(Question) is None


def test_escape_asks_before_leaving_and_staying_is_the_default(qtbot, page):
    press(qtbot, page, Qt.Key.Key_Escape)
    words = seen_words_on(page)

    with qtbot.assertNotEmitted(page.leave_wanted):
        press(qtbot, page, Qt.Key.Key_Return)

    assert "Leave this call?" in words
    assert "Your place is saved at turn 3." in words


def test_leave_leaves(qtbot, page):
    press(qtbot, page, Qt.Key.Key_Escape)

    with qtbot.waitSignal(page.leave_wanted):
        page.findChild(Question).risky_button.click()


def test_ending_early_is_asked_first(qtbot, page):
    page.bar._end.click()

    with qtbot.waitSignal(page.end_early_wanted):
        page.findChild(Question).risky_button.click()


def test_a_pause_stops_the_clock_and_the_composer(qtbot, page):
    with qtbot.waitSignal(page.pause_toggled) as paused:
        press(qtbot, page, Qt.Key.Key_F5)

    assert paused.args == [True]
    assert not page._clock.is_running
    assert not page.body.composer.isEnabled()
    assert "Paused. Amara waits as long as you need." in seen_words_on(page)


def test_the_pause_ends_where_it_began(qtbot, page):
    page.bar._pause.click()
    page.bar._pause.click()

    assert page._clock.is_running
    assert page.body.composer.isEnabled()


def test_the_clock_counts_only_while_it_can_be_seen(page):
    running = page._clock.is_running

    page.hide()

    assert (running, page._clock.is_running) == (True, False)


# The end


def test_at_the_end_the_way_on_takes_the_composers_place(qtbot, page):
    page.show_session(ended())
    hidden = not page.body.composer.isVisible()

    with qtbot.waitSignal(page.to_after_wanted):
        button(page, "Go on to After").click()

    assert hidden
    assert "Amara has hung up." in seen_words_on(page)


def test_after_the_end_leaving_asks_nothing(qtbot, page):
    page.show_session(ended())

    with qtbot.waitSignal(page.leave_wanted):
        page.bar.back.click()


def test_a_contact_ended_early_says_so(page):
    page.show_session(third_turn().after_stopping())

    assert "You ended the call." in seen_words_on(page)


# Room


SIZES = [(1280, 800, 1.0), (1024, 700, 1.0), (800, 600, 1.0), (1280, 800, 1.5), (1280, 800, 2.0)]


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
@pytest.mark.parametrize("answer_by", ["type", "choose"])
def test_nothing_sticks_out_at_any_size(qtbot, page, width, height, scale, answer_by):
    theme().set_up(text_scale=scale, less_motion=True)
    page.set_answer_by(answer_by)

    page.resize(width, height)

    def everything_has_its_place():
        assert page.width() == width
        assert misplaced(page) == []

    qtbot.waitUntil(everything_has_its_place)


def test_a_compact_window_has_tabs_and_counts_the_notes(qtbot, page):
    theme().set_up(text_scale=2.0, less_motion=True)
    page.follow_room()

    button(page, "Coach  2").click()

    assert page.body.coach.isVisible()
    assert not page.body.transcript.isVisible()


def test_a_compact_window_shows_the_facts_in_a_tab(qtbot, page):
    theme().set_up(text_scale=2.0, less_motion=True)
    page.follow_room()

    press(qtbot, page, Qt.Key.Key_F3)

    assert page.body.tabs.key == "facts"
    assert page.body.facts.isVisible()


def test_a_compact_window_counts_the_reading_asked_for(qtbot, page):
    theme().set_up(text_scale=2.0, less_motion=True)
    page.follow_room()

    page.show_session(begun())

    qtbot.waitUntil(lambda: "Coach  1" in seen_words_on(page.body.tabs))


def test_the_words_follow_the_pronoun(page):
    customer = scenario().customer.model_copy(update={"pronoun": "they"})
    they = scenario().model_copy(update={"customer": customer})

    page.show_session(begun(of=they))

    words = words_on(page)
    assert "What are they feeling now, and what is behind it?" in words
    assert "How long they’ll bear with us" in words


def test_a_poor_reply_is_not_hidden_by_the_next_reading(page):
    session = after_reply(begun(), POOR_REPLY)

    page.show_session(session)

    assert "“I understand, but” cancels itself." in seen_words_on(page.body.coach.feedback)
