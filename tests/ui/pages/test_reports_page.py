from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from simulator.core.progress.causes import cause_report
from simulator.core.progress.exposure import exposure_of
from simulator.core.scenario.words import Cause
from simulator.core.scoring.consequences import LABEL
from simulator.ui.pages.reports.exposure_list import AT_ONCE
from simulator.ui.pages.reports.words import (
    causes_sentence,
    endings_sentence,
    exposure_sentence,
    noted_sentence,
)
from simulator.ui.pages.reports_page import ReportsPage
from simulator.ui.pages.scorecard.model_note import ModelNote
from simulator.ui.theme import theme
from tests.core.progress.past import MONDAY, line_of
from tests.ui.pages.looking import misplaced, seen_words_on
from tests.ui.pages.sample_practice import RUDE, kind, public
from tests.ui.pages.shown_page import shown_page

TODAY = (MONDAY + timedelta(days=200)).date()


def team():
    return (kind(), public(0), public(1, "Ben"), kind(7, "Ben", causes=("quality", "silence")))


def show(page, contacts):
    page.show_practice(tuple(contacts), tuple(line_of(it) for it in contacts), TODAY)


@pytest.fixture
def page(qapp, still):
    page = ReportsPage()
    show(page, team())
    with shown_page(page):
        yield page


def tick(page, place):
    page.person.menu_of_values.actions()[place].trigger()


def choose_causes(page):
    QTest.keyClick(page.reports.findChild(QAbstractButton), Qt.Key.Key_Right)


def show_many(page, count):
    row = exposure_of([public()])[0]
    page.exposure.show_rows([replace(row, attempt_id=str(n)) for n in range(count)], TODAY)


def words_of(card):
    return "\n".join(part.text() for part in card.findChildren(QLabel))


# Public exposure


def test_a_row_says_who_what_when_why_and_whose_words(page):
    card = next(card for card in page.exposure.cards if card.row.trainee == "Ana")

    words = words_of(card)
    assert "Ana" in words
    assert "The late parcel, Ana Lima, 2 March" in words
    assert f"“{RUDE}”" in words
    assert "In bold: Ana’s own words, turn 1." in words
    assert "Why: the customer did not feel respected; the customer was not helped" in words
    assert f"Read by about {card.row.post.reach:,} people" in words


def test_every_row_and_the_page_are_labelled_as_a_teaching_model(page):
    assert all(LABEL in words_of(card) for card in page.exposure.cards)
    assert f"{LABEL} Nothing was posted." in seen_words_on(page)


def test_a_contact_that_ended_well_adds_no_row(page):
    show(page, (*team(), kind(8), kind(9)))

    assert len(page.order) == 2
    assert page.headline.startswith("2 of 6 finished conversations would have gone public.")


def test_a_bad_ending_adds_a_row(page):
    show(page, (*team(), public(2)))

    assert len(page.exposure.cards) == len(page.order) == 3


def test_what_costs_most_stands_first(page):
    page.show_practice((public(0, audience=15), public(1, audience=300_000)), (), TODAY)

    lost = [card.row.contacts_lost for card in page.exposure.cards]
    assert lost == sorted(lost, reverse=True)
    assert lost[0] > lost[1]


def test_whether_there_is_a_picture_is_told(page):
    show(page, [public(nth) for nth in range(12)])

    told = {card.row.post.has_picture: words_of(card) for card in page.exposure.cards}
    assert ", with a picture" in told[True]
    assert ", with a picture" not in told[False]


def test_words_of_a_trainee_are_never_read_as_markup(page):
    for part in page.exposure.findChildren(QLabel):
        assert part.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_row_opens_its_review_by_keyboard(page, qtbot, key):
    card = page.exposure.cards[1]
    card.setFocus()

    with qtbot.waitSignal(page.attempt_chosen) as chosen:
        QTest.keyClick(card, key)

    assert chosen.args == [page.order[1]]


def test_a_row_opens_its_review_by_mouse_wherever_it_is_hit(page, qtbot):
    card = page.exposure.cards[0]

    with qtbot.waitSignal(page.attempt_chosen) as chosen:
        QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().center())

    assert chosen.args == [page.order[0]]


def test_the_tab_key_leads_from_the_reports_through_the_rows(page, qtbot):
    show_many(page, AT_ONCE + 5)
    page.activateWindow()
    page.setFocus()
    walked = []

    for _ in range(AT_ONCE + 4):
        walked.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    assert page.reports.isAncestorOf(walked[0])
    assert walked[1:] == [page.person, page.how, *page.exposure.cards, page.exposure.more_button]


def test_a_row_is_spoken_whole(page):
    card = page.exposure.cards[0]

    spoken = card.accessibleName()
    for told in (card.row.trainee, card.row.post.text, card.row.why[0], LABEL, "Opens the review."):
        assert told in spoken


def test_the_row_that_had_the_focus_keeps_it_when_the_list_is_read_again(page, qtbot):
    page.activateWindow()
    page.exposure.cards[1].setFocus()
    qtbot.waitUntil(page.exposure.cards[1].hasFocus)
    kept = page.order[1]

    show(page, (*team(), public(2)))

    focused = QApplication.focusWidget()
    assert focused in page.exposure.cards
    assert focused.row.attempt_id == kept


def test_a_list_that_has_not_changed_is_left_alone(page):
    before = list(page.exposure.cards)

    show(page, team())

    assert page.exposure.cards == before


def test_a_long_list_is_shown_in_parts(page, qtbot):
    show_many(page, AT_ONCE + 5)
    first = len(page.exposure.cards)
    page.activateWindow()

    QTest.mouseClick(page.exposure.more_button, Qt.MouseButton.LeftButton)

    assert (first, len(page.exposure.cards)) == (AT_ONCE, AT_ONCE + 5)
    assert not page.exposure.more_button.isVisible()
    qtbot.waitUntil(page.exposure.cards[AT_ONCE].hasFocus)


def test_how_the_model_works_is_a_click_away(page):
    QTest.mouseClick(page.how, Qt.MouseButton.LeftButton)

    note = page.findChild(ModelNote)
    assert note.isVisible()
    note.close()


# One trainee


def test_one_person_can_be_looked_at(page):
    tick(page, 1)

    assert {card.row.trainee for card in page.exposure.cards} == {"Ben"}
    assert page.headline.startswith("1 of 2 finished conversations would have gone public.")
    assert page.person.text() == "Person: Ben"


def test_nothing_of_one_person_leads_back_to_everybody(page, qtbot):
    show(page, (public(0), kind(3, "Ben")))
    tick(page, 1)
    shown = page.empty.accessibleName()

    QTest.mouseClick(page.empty.findChild(type(page.how)), Qt.MouseButton.LeftButton)

    assert shown.startswith("Nothing of theirs would have gone public")
    assert page.empty is None
    assert len(page.exposure.cards) == 1


def test_a_name_with_an_ampersand_is_shown_as_it_is_written(page):
    show(page, (public(0, "Ana & <b>Co</b>"),))
    tick(page, 0)

    assert page.person.text() == "Person: Ana & <b>Co</b>"
    assert page.person.menu_of_values.actions()[0].text() == "Ana && <b>Co</b>"
    assert "Ana & <b>Co</b>" in words_of(page.exposure.cards[0])


# Nothing to show


def test_before_anybody_practised_both_reports_say_so(page):
    show(page, ())
    first = page.empty.accessibleName()

    choose_causes(page)

    assert first.startswith("No finished conversation yet")
    assert page.empty.accessibleName().startswith("No finished conversation yet")
    assert not page.causes.isVisible()
    assert not page.person.isVisible()


def test_where_nothing_went_public_it_is_said_with_what_would_stand_here(page):
    show(page, (kind(),))

    assert page.empty.accessibleName().startswith("Nothing would have gone public")
    assert page.headline == "None of 1 finished conversation would have gone public."


def test_before_anything_was_read_nothing_is_claimed(qapp, still):
    page = ReportsPage()
    with shown_page(page):
        assert page.empty is None
        assert page.headline == ""
        assert not page.exposure.isVisible()


# Causes


def test_the_arrow_keys_lead_to_the_causes(page):
    choose_causes(page)

    assert page.causes.isVisible()
    assert not page.exposure.isVisible()
    assert "Nothing was posted." not in seen_words_on(page)


def test_each_cause_has_its_count_averages_and_endings(page):
    choose_causes(page)

    part = next(part for part in page.causes.parts if part.line.cause is Cause.QUALITY)
    assert part.accessibleName() == (
        "Quality. The product or the service itself. One conversation. "
        "On average Courtesy 80, Patience 70, Helpfulness 60. "
        "Noted rightly the one time. 1 ended well."
    )


def test_a_cause_nobody_met_stands_without_figures(page):
    choose_causes(page)

    part = next(part for part in page.causes.parts if part.line.cause is Cause.JOURNEY)
    assert part.accessibleName() == ("Journey. Several small failures in a row. No conversations.")


def test_the_causes_are_of_the_person_ticked(page):
    choose_causes(page)
    tick(page, 0)

    counts = {part.line.cause: part.line.contacts for part in page.causes.parts}
    assert counts[Cause.SILENCE] == 2
    assert counts[Cause.QUALITY] == 0


def test_the_causes_are_walked_by_keyboard(page, qtbot):
    choose_causes(page)
    page.activateWindow()
    first, second, *_ = page.causes.parts
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)

    QTest.keyClick(first, Qt.Key.Key_Down)
    went_down = second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Up)

    assert went_down
    assert first.hasFocus()


# Sentences


def silence(*contacts):
    lines = cause_report(contacts, [line_of(contact) for contact in contacts])
    return next(line for line in lines if line.cause is Cause.SILENCE)


def test_it_is_told_how_often_a_cause_was_noted_and_how_it_ended():
    line = silence(kind(), kind(1), public(2))

    assert noted_sentence(line) == "Noted rightly 2 of 3 times."
    assert endings_sentence(line) == "2 ended well, 1 ended badly."


def test_the_lowest_average_is_named_once_there_are_three_conversations():
    two, three = (kind(), kind(1)), (kind(), kind(1), kind(2))

    def told(contacts):
        lines = cause_report(contacts, [line_of(contact) for contact in contacts])
        return causes_sentence(lines, len(contacts))

    assert told(two) == "2 finished conversations."
    assert told(three) == (
        "3 finished conversations. Lowest: Helpfulness where the cause was silence, 60."
    )


def test_the_readers_who_stay_away_are_added_up():
    rows = exposure_of([public(nth, audience=300_000) for nth in range(3)])
    lost = sum(row.contacts_lost for row in rows)

    assert exposure_sentence(rows, 5) == (
        "3 of 5 finished conversations would have gone public. "
        f"About {lost:,} readers would then not have got in touch."
    )


# Looks


@pytest.mark.parametrize("report", ["exposure", "causes"])
@pytest.mark.parametrize(
    ("width", "height", "scale"),
    [(1280, 800, 1.0), (1024, 700, 1.0), (1280, 800, 2.0), (800, 600, 2.0), (800, 600, 1.0)],
)
def test_nothing_sticks_out(page, qtbot, report, width, height, scale):
    theme().set_up(text_scale=scale)
    page.resize(width, height)

    page.show_report(report)

    qtbot.waitUntil(lambda: not misplaced(page))
