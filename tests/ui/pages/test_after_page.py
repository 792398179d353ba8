import pytest
from PySide6.QtCore import Qt

from simulator.core.conversation.chance import shuffled
from simulator.core.conversation.events import AfterRecord, LoggedPromise
from simulator.core.scenario.words import Cause, Feeling
from simulator.ui.pages.after_page import AfterPage
from simulator.ui.theme import theme
from simulator.ui.widgets.choices import Chip
from tests.ui.pages.looking import misplaced, seen_words_on, words_on
from tests.ui.pages.sample_plays import begun, ended, scenario

NOTE = "Amara was upset because nobody came twice. Router sent, dispatch called."


@pytest.fixture
def page(qtbot):
    page = AfterPage()
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show_session(ended())
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


def chip(page, text):
    return next(chip for chip in page.findChildren(Chip) if chip.text() == text)


def type_into(qtbot, field, text):
    field.setFocus()
    qtbot.keyClicks(field, text)


def test_promises_are_lifted_from_the_trainees_own_words(page):
    promises = page.record.promises

    assert [promise.quote for promise in promises] == [
        "I’ll have a router with you by six today.",
        "I’ll ring you myself once dispatch decides.",
    ]
    assert "You said: “I’ll have a router with you by six today.”" in seen_words_on(page)


def test_the_first_promise_without_a_time_has_the_focus(qtbot, page):
    qtbot.waitUntil(page.form.promise_cards[1].by.hasFocus)


def test_with_every_time_set_the_note_has_the_focus(qtbot, page):
    record = AfterRecord(promises=(LoggedPromise(what="Send it", by="18:00"),))

    page.show_session(ended().after_noting(record))

    qtbot.waitUntil(page.form.note.hasFocus)


def test_a_promise_without_a_time_is_pointed_out_until_it_has_one(qtbot, page):
    card = page.form.promise_cards[1]
    warned_before = card.warns

    type_into(qtbot, card.by, "16:30")

    assert (warned_before, card.warns) == (True, False)
    assert "When will she hear? A promise needs a time." in words_on(page)


def test_typing_is_kept_after_a_pause_and_only_then(qtbot, page):
    told = []
    page.record_changed.connect(told.append)

    type_into(qtbot, page.form.note, NOTE)
    told_at_once = list(told)
    qtbot.waitUntil(lambda: bool(told))

    assert told_at_once == []
    assert [record.note for record in told] == [NOTE]


def test_a_choice_is_kept_at_once(qtbot, page):
    with qtbot.waitSignal(page.record_changed) as changed:
        qtbot.mouseClick(chip(page, "Relieved"), Qt.MouseButton.LeftButton)

    assert changed.args[0].last_feeling is Feeling.RELIEVED


def test_leaving_keeps_what_was_just_typed(qtbot, page):
    type_into(qtbot, page.form.note, "half a word")

    with qtbot.waitSignals([page.record_changed, page.leave_wanted], order="strict"):
        page.bar.back.click()


def test_showing_a_session_tells_nobody_of_a_change(qtbot, page):
    with qtbot.assertNotEmitted(page.record_changed, wait=0):
        page.show_session(ended().after_noting(AfterRecord(note=NOTE)))

    assert page.record.note == NOTE


def test_the_record_comes_back_as_it_was_written(page):
    record = AfterRecord(
        promises=(LoggedPromise(what="Ring her", owner="Team", by="16:30", quote="I’ll ring"),),
        causes=(Cause.SILENCE, Cause.JOURNEY),
        follow_up="Close the case",
        note=NOTE,
        message="On its way.",
        last_feeling=Feeling.EMBARRASSED,
        last_because="somebody acted",
    )

    page.show_session(ended().after_noting(record))

    assert page.record == record


def test_a_saved_note_begins_a_new_record(page):
    page.show_session(ended(), saved_note="Written before the crash.")

    assert page.record.note == "Written before the crash."


def test_a_promise_can_be_added_and_removed(qtbot, page):
    page.form.add_promise.click()
    count_with = len(page.record.promises)

    with qtbot.waitSignal(page.record_changed):
        page.form.promise_cards[0].removed.emit()

    assert (count_with, len(page.record.promises)) == (3, 2)


def test_at_most_three_causes_can_be_chosen(page):
    for cause in (Cause.TREATMENT, Cause.QUALITY, Cause.SILENCE):
        page.form.causes[cause].click()

    page.form.causes[Cause.JOURNEY].click()

    assert page.record.causes == (Cause.TREATMENT, Cause.QUALITY, Cause.SILENCE)
    assert not page.form.causes[Cause.JOURNEY].isEnabled()


def test_the_follow_ups_stand_in_the_order_the_seed_gives(page):
    session = ended()
    key = session.scenario.after.follow_up

    shown = [line.text for line in page.form.follow_ups]

    assert shown == list(
        shuffled((key.best, *key.fair, *key.wrong), session.began.seed, "follow-up")
    )


def test_the_follow_up_clicked_is_the_one_recorded(qtbot, page):
    line = page.form.follow_ups[2]

    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)

    assert page.record.follow_up == line.text


def test_judging_words_get_a_mark_and_a_neutral_wording(qtbot, page):
    with qtbot.waitSignal(page.record_changed):
        page.form.note.insertPlainText("😞 She was being difficult.")

    selections = page.form.note.extraSelections()
    assert [each.cursor.selectedText() for each in selections] == ["being difficult"]
    assert "Try “She was upset because…”" in seen_words_on(page)


def test_the_checks_never_block(qtbot, page):
    page.form.note.setPlainText("She was rude.")

    with qtbot.waitSignal(page.finish_wanted) as finished:
        page.finish.click()

    assert finished.args[0].note == "She was rude."


def test_the_summary_counts_what_is_worth_fixing(qtbot, page):
    with qtbot.waitSignal(page.record_changed):
        type_into(qtbot, page.form.note, "She was rude.")

    assert "Four are worth fixing" in seen_words_on(page)


def test_words_and_characters_are_counted(qtbot, page):
    page.form.note.setPlainText("one two three")
    page.form.message.setPlainText("x" * 161)

    words = seen_words_on(page)

    assert "3 words" in words
    assert "161 of 160: more than one text holds" in words


def test_the_call_can_be_read_again(page):
    page.read_again.click()

    assert page.transcript.isVisible()
    assert len(page.transcript.bubbles) == 7


def test_a_contact_ended_early_says_so(page):
    page.show_session(begun().after_stopping())

    assert "You ended the call" in seen_words_on(page)
    assert "No promise was heard in your words." in seen_words_on(page)


def test_the_words_follow_the_pronoun(page):
    customer = scenario().customer.model_copy(update={"pronoun": "he"})
    he = scenario().model_copy(update={"customer": customer})

    page.show_session(begun(of=he).after_stopping())

    assert "How did he leave the call, and why?" in seen_words_on(page)
    assert "Describes what happened, not him" in seen_words_on(page)


@pytest.mark.parametrize(
    ("width", "height", "scale"),
    [(1280, 800, 1.0), (1024, 700, 1.0), (800, 600, 1.0), (1280, 800, 1.5), (1280, 800, 2.0)],
)
def test_nothing_sticks_out_at_any_size(qtbot, page, width, height, scale):
    theme().set_up(text_scale=scale, less_motion=True)

    page.resize(width, height)

    def everything_has_its_place():
        assert page.width() == width
        assert misplaced(page) == []

    qtbot.waitUntil(everything_has_its_place)
