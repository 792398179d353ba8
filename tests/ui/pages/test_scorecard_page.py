import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from simulator.core.conversation.aftermath import SHIPPED, listed
from simulator.core.scoring.rubric import Skill
from simulator.ui.pages.scorecard.comparison import earlier_tries
from simulator.ui.pages.scorecard.model_note import ModelNote
from simulator.ui.pages.scorecard.words import change_words
from simulator.ui.pages.scorecard_page import ScorecardPage
from simulator.ui.theme import theme
from simulator.ui.widgets.evidence_text import EvidenceText
from simulator.ui.widgets.notices import Banner
from tests.ui.pages.sample_cards import (
    NOON,
    UNCHANGED,
    emoji_card,
    finished_card,
    flagged_card,
    retried_card,
    review,
    silent_card,
    stopped_card,
)
from tests.ui.pages.sample_plays import POOR_REPLY, PROMISING_REPLY
from tests.ui.pages.shown_page import shown_page


@pytest.fixture
def page(qapp, still):
    page = ScorecardPage()
    with shown_page(page):
        yield page


def show(page, card, given=None, changes=UNCHANGED):
    page.show_scorecard(card, given, changes, NOON)


def words_of(widget: QWidget) -> str:
    """Give all that labels show below a widget, hidden ones left out."""
    labels = widget.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(widget))


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_the_weakest_turn_is_selected_first(page):
    show(page, finished_card())

    assert page.column.selected.number == 2
    assert page.column.turn_view.reply.text == POOR_REPLY


def test_a_score_stands_with_its_band_and_there_is_no_total(page):
    card = finished_card()

    show(page, card)

    courtesy = page.column.skills.parts[Skill.COURTESY]
    assert courtesy.dial.value == card.courtesy
    assert "Good" in words_of(courtesy)
    assert set(page.column.skills.parts) == set(Skill)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (7, ("↑ 7", "since last time")),
        (-5, ("↓ 5", "since last time")),
        (4, ("", "About the same as last time")),
        (0, ("", "About the same as last time")),
        (None, ("", "")),
    ],
)
def test_a_change_within_the_scorers_own_error_is_not_told_as_one(change, words):
    assert change_words(change) == words


def test_a_change_is_shown_beside_its_skill(page):
    show(page, finished_card(), changes={**UNCHANGED, Skill.PATIENCE: 7})

    assert "↑ 7 since last time" in words_of(page.column.skills.parts[Skill.PATIENCE])
    assert "last time" not in words_of(page.column.skills.parts[Skill.COURTESY])


def test_a_skill_without_occasion_is_not_rated(page):
    show(page, finished_card(patience=None))

    patience = page.column.skills.parts[Skill.PATIENCE]
    assert patience.dial.value is None
    assert "Not rated" in words_of(patience)


def test_both_scores_and_the_reason_are_seen_after_a_review(page):
    show(page, finished_card(), review())

    patience = page.column.skills.parts[Skill.PATIENCE]
    assert patience.dial.value == 70
    assert "App 64, Tom 70: She had room to speak." in words_of(patience)
    assert "Try naming the two mornings first." in words_of(page.column)


def test_arrows_move_between_turns(page, qtbot):
    show(page, finished_card())
    page.column.timeline.setFocus()

    QTest.keyClick(page.column.timeline, Qt.Key.Key_Right)

    assert page.column.turn_view.reply.text == PROMISING_REPLY


def test_the_start_leads_to_the_first_turn(page):
    show(page, finished_card())

    QTest.keyClick(page.column.timeline, Qt.Key.Key_Home)

    assert page.column.selected.number == 1
    assert page.column.timeline.selected == 1


def test_r_retries_the_selected_turn(page, qtbot):
    show(page, finished_card())

    with qtbot.waitSignal(page.retry_wanted) as wanted:
        QTest.keyClick(page.column.timeline, Qt.Key.Key_R)

    assert wanted.args == [2]


def test_r_does_nothing_away_from_the_turns(page, qtbot):
    show(page, finished_card())
    page.steps.next.setFocus()

    with qtbot.assertNotEmitted(page.retry_wanted):
        QTest.keyClick(page.steps.next, Qt.Key.Key_R)


def test_the_retry_button_names_its_turn_and_retries_it(page, qtbot):
    show(page, finished_card())
    page.column.show_turn(3)
    retry = page.column.turn_view.retry

    with qtbot.waitSignal(page.retry_wanted) as wanted:
        click(retry)

    assert retry.text() == "Retry from turn 3"
    assert wanted.args == [3]


def test_the_marks_in_a_reply_match_the_notes_below_it(page):
    show(page, finished_card())

    notes = page.column.turn_view.notes.rows
    assert notes[1].text.startswith("Courtesy. ")
    assert notes[2].text.startswith("Helpfulness. ")


def test_choosing_a_mark_points_out_its_note(page):
    show(page, finished_card())
    reply = page.column.turn_view.reply
    place = reply.boxes_of(2)[0].center().toPoint()

    QTest.mouseClick(reply, Qt.MouseButton.LeftButton, pos=place)

    rows = page.column.turn_view.notes.rows
    assert rows[2].property("selected")
    assert not rows[1].property("selected")


def test_the_reading_is_compared_with_the_key(page):
    show(page, finished_card())

    words = words_of(page.column.turn_view)
    assert "You read sceptical. That fits: she was sceptical" in words


def test_emoji_before_evidence_shift_no_mark(page):
    card = emoji_card()

    show(page, card)

    evidence = next(e for e in card.turns[0].rating.evidence if e.effect == "-")
    described = page.column.turn_view.reply.accessibleDescription()
    assert f"slip: {evidence.span}" in described


def test_markup_in_names_and_replies_is_shown_as_it_was_written(page):
    card = finished_card(title="<b>Bold</b>", headline="<img src=x> stays & waits")

    show(page, card)

    headline = next(label for label in page.findChildren(QLabel) if "stays &" in label.text())
    assert headline.text() == "<img src=x> stays & waits"
    assert headline.textFormat() == Qt.TextFormat.PlainText


def test_a_critical_fault_is_told_beside_the_scores(page):
    show(page, flagged_card())

    told = " ".join(banner.accessibleName() for banner in page.column.findChildren(Banner))
    assert told.startswith("Your reply at turn 3 promised more than you may decide.")


def test_lost_promises_are_told_with_their_cost(page):
    card = finished_card()

    show(page, card)

    words = words_of(page)
    assert "Not in the record" in words
    assert f"took {card.not_logged_cost} points off Helpfulness" in words


def test_the_guess_before_the_contact_is_compared(page):
    show(page, finished_card(predicted=("frustrated", "worried")))

    sentence = "Beforehand you guessed Frustrated, Worried; she was frustrated, because"
    assert sentence in words_of(page)


def test_a_contact_stopped_early_has_no_chance_to_show(page):
    show(page, stopped_card())

    assert " in 10" not in words_of(page)
    assert "Amara has not made up her mind" in words_of(page)


def test_a_contact_without_a_reply_is_shown(page, qtbot):
    show(page, silent_card())

    assert page.column.selected is None
    assert "No reply yet" in words_of(page)
    with qtbot.assertNotEmitted(page.retry_wanted):
        QTest.keyClick(page, Qt.Key.Key_R)


def test_an_earlier_try_stands_beside_the_new_one(page, qtbot):
    show(page, retried_card())
    page.column.show_turn(2)

    click(page.column.turn_view.compare)

    assert [t.reply for t in earlier_tries(retried_card(), page.column.selected)] == [POOR_REPLY]
    shown = {text.text: text for text in page.column.comparison.findChildren(EvidenceText)}
    before, now = shown[POOR_REPLY], shown[PROMISING_REPLY]
    qtbot.waitUntil(lambda: before.mapTo(page, QPoint()).x() < now.mapTo(page, QPoint()).x())


def test_comparing_again_puts_the_earlier_try_away(page):
    show(page, retried_card())
    page.column.show_turn(2)
    click(page.column.turn_view.compare)

    click(page.column.turn_view.compare)

    assert page.column.comparison is None


def test_a_turn_that_was_never_taken_back_has_nothing_to_compare(page):
    show(page, retried_card())

    page.column.show_turn(1)

    assert not page.column.turn_view.compare.isVisible()


def test_asking_for_a_review_is_told_and_then_closed(page, qtbot):
    show(page, finished_card())

    with qtbot.waitSignal(page.review_asked):
        click(page.steps.ask)
    page.set_review_asked(True)

    assert page.steps.ask.text() == "Asked"
    assert not page.steps.ask.isEnabled()


def test_seeing_it_differently_asks_for_a_review(page, qtbot):
    show(page, finished_card())

    with qtbot.waitSignal(page.review_asked):
        click(page.column.turn_view.differ)


def test_seeing_it_differently_does_not_ask_twice(page, qtbot):
    show(page, finished_card())
    page.set_review_asked(True)

    with qtbot.assertNotEmitted(page.review_asked):
        click(page.column.turn_view.differ)


def test_how_the_model_works_is_explained(page):
    show(page, finished_card())

    click(page.steps.how)

    note = page.findChild(ModelNote)
    assert note.isVisible()
    assert "Nothing here changes your three scores" in words_of(note)
    assert all(number.source in words_of(note) for number in listed(SHIPPED))
    note.close()


def test_done_and_next_are_told(page, qtbot):
    show(page, finished_card())

    with qtbot.waitSignals([page.back_wanted, page.next_wanted]):
        click(page.bar.back)
        click(page.steps.next)


def test_showing_another_card_replaces_the_first(page):
    show(page, finished_card())
    page.set_review_asked(True)

    show(page, stopped_card())

    assert len(page.column.timeline.table()) == 3
    assert page.steps.ask.isEnabled()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut_off_sideways_at_large_text(qtbot, page, scale):
    page.resize(1024, 700)
    show(page, finished_card(), review())

    theme().set_up(text_scale=scale)

    qtbot.waitUntil(lambda: page.column.geometry().right() <= page.width())
    qtbot.waitUntil(lambda: page.column.minimumSizeHint().width() <= page.column.width())
    assert page.width() == 1024


def test_consequences_come_below_the_scores_where_room_is_short(page, qtbot):
    show(page, finished_card())

    page.resize(800, 600)

    qtbot.waitUntil(lambda: page.steps.parentWidget() is page.column.parentWidget())


# The coach and habits


def test_what_came_across_and_what_to_change_stand_beside_the_reply(page):
    show(page, finished_card())
    page.column.show_turn(2)

    words = words_of(page.column.turn_view)

    assert "One thing to change" in words
    assert "One way to put it" in words


def test_a_turn_without_a_better_wording_shows_no_empty_one(page):
    card = finished_card()
    turns = tuple(turn.model_copy(update={"better": ""}) for turn in card.turns)

    show(page, card.model_copy(update={"turns": turns}))

    assert "One way to put it" not in words_of(page.column.turn_view)


def test_a_habit_that_showed_is_told_in_one_line(page):
    show(page, finished_card())

    page.show_habit("A habit showed at turn 2.")

    assert page.column.habit.isVisible()
    assert page.column.habit.text.text() == "A habit showed at turn 2."


def test_without_a_habit_there_is_no_line(page):
    show(page, finished_card())

    page.show_habit("")

    assert not page.column.habit.isVisible()
