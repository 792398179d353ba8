"""The briefing's card and switch, the offer, and what the scorecard tells of them."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from simulator.core.conversation.chance import shuffled
from simulator.core.conversation.debrief import scorecard_of
from simulator.core.conversation.events import AfterRecord
from simulator.core.scenario.words import Channel
from simulator.core.scoring.rubric import SKILLS
from simulator.core.scoring.scorecard import TowardsCard
from simulator.ui.pages.after_page import AfterPage
from simulator.ui.pages.briefing.card_watch import LOOK_S
from simulator.ui.pages.briefing_page import BriefingPage
from simulator.ui.pages.review.transcript import ReviewTurn
from simulator.ui.pages.scorecard.towards import TowardsLines
from simulator.ui.pages.scorecard_page import ScorecardPage
from simulator.ui.theme import theme
from simulator.ui.widgets.bubble import CustomerBubble
from tests.core.conversation.nora import begun, ended, nora
from tests.ui.pages.looking import misplaced, seen_words_on, words_on
from tests.ui.pages.sample_plays import ended as ended_with_amara

NOON = datetime(2026, 3, 21, 12, tzinfo=UTC)


def shown(qtbot, page, width=1280, height=800):
    qtbot.addWidget(page)
    page.resize(width, height)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


# Before


@pytest.fixture
def briefing(qtbot):
    page = BriefingPage()
    page.show_scenario(nora())
    return shown(qtbot, page)


def look(page, seconds=LOOK_S):
    for _ in range(seconds):
        page.card_watch.pass_second()


def set_up_of(qtbot, page):
    with qtbot.waitSignal(page.start_wanted) as started:
        page.start.click()
    return started.args[0]


def test_who_starts_at_once_has_skipped_the_card(qtbot, briefing):
    assert set_up_of(qtbot, briefing).card_read is False


def test_a_card_in_view_for_a_while_was_looked_at(qtbot, briefing):
    look(briefing)

    assert set_up_of(qtbot, briefing).card_read is True


def test_a_card_out_of_view_was_not_looked_at_until_it_is_scrolled_to(qtbot, briefing):
    theme().set_up(text_scale=2.0)
    briefing.resize(800, 600)
    QApplication.processEvents()
    look(briefing)
    skipped = set_up_of(qtbot, briefing).card_read

    events = briefing._person._events
    area = briefing._middle.parentWidget().parentWidget()
    area.ensureVisible(0, events.mapTo(briefing._middle, events.rect().bottomLeft()).y(), 0, 40)
    look(briefing)

    assert skipped is False
    assert set_up_of(qtbot, briefing).card_read is True


def test_without_anything_on_the_card_nothing_is_noted(qtbot, briefing):
    customer = nora().customer.model_copy(update={"history": ()})
    briefing.show_scenario(nora().model_copy(update={"customer": customer}))

    assert set_up_of(qtbot, briefing).card_read is None


def test_another_briefing_is_another_card(qtbot, briefing):
    look(briefing)

    briefing.show_scenario(nora())

    assert set_up_of(qtbot, briefing).card_read is False


def test_customers_speak_up_in_coach_and_wait_in_an_exam(qtbot, briefing):
    in_coach = set_up_of(qtbot, briefing).speaks_up

    briefing.set_up._modes["exam"].click()

    assert in_coach is True
    assert set_up_of(qtbot, briefing).speaks_up is False


def test_a_switch_turned_by_hand_stays_when_the_mode_changes(qtbot, briefing):
    qtbot.mouseClick(briefing.set_up._speaks_up, Qt.MouseButton.LeftButton)

    briefing.set_up._modes["exam"].click()
    briefing.set_up._modes["coach"].click()

    assert set_up_of(qtbot, briefing).speaks_up is False


def test_the_switch_is_there_only_where_silence_is_answered(briefing):
    assert briefing.set_up._speaks_up.isVisible()

    briefing.show_scenario(nora().model_copy(update={"channel": Channel.EMAIL}))

    assert not briefing.set_up._speaks_up.isVisible()


# After


@pytest.fixture
def after_page(qtbot):
    page = AfterPage()
    page.show_session(ended())
    return shown(qtbot, page)


def test_offers_are_shuffled_by_the_seed_and_nothing_comes_last(after_page):
    key = nora().after.offer

    offers = [line.text for line in after_page.form.offers.lines]

    assert offers == [*shuffled((key.fits, *key.unfit), 3, "offer"), "Offer nothing"]
    assert "Would you offer Nora anything?" in seen_words_on(after_page)


def test_at_first_nothing_is_offered(after_page):
    assert after_page.form.offers.lines[-1].radio.isChecked()
    assert after_page.record.offer == ""


def test_an_offer_is_recorded_and_told(qtbot, after_page):
    line = after_page.form.offers.lines[0]

    with qtbot.waitSignal(after_page.record_changed) as told:
        line.radio.click()

    assert told.args[0].offer == line.text


def test_an_offer_made_before_is_shown_again(after_page):
    fits = nora().after.offer.fits

    after_page.show_session(ended().after_noting(AfterRecord(offer=fits)))

    assert after_page.record.offer == fits


def test_offering_nothing_takes_an_offer_back(after_page):
    after_page.form.offers.lines[0].radio.click()

    after_page.form.offers.lines[-1].radio.click()

    assert after_page.record.offer == ""


def test_without_an_offer_nobody_is_asked(after_page):
    after_page.show_session(ended_with_amara())

    assert not after_page.form.offers.isVisible()
    assert after_page.record.offer == ""


# Scorecard


@pytest.fixture
def scorecard(qtbot, still):
    page = ScorecardPage()
    page.show_scorecard(scorecard_of(ended()), None, dict.fromkeys(SKILLS), NOON)
    shown(qtbot, page)
    page.column.show_turn(1)
    return page


def test_what_was_asked_although_it_is_on_the_card_is_told_again(scorecard):
    assert "It is on the card: Ordered a grey sofa, order 5512" in seen_words_on(scorecard)


def test_a_skipped_card_is_told(scorecard):
    assert "You began without looking at her card." in seen_words_on(scorecard)


def test_a_card_that_was_looked_at_is_not_spoken_of(qtbot):
    page = ScorecardPage()
    card = scorecard_of(ended()).model_copy(update={"card_read": True})

    page.show_scorecard(card, None, dict.fromkeys(SKILLS), NOON)
    shown(qtbot, page)

    assert "without looking" not in seen_words_on(page)


def test_the_worse_answer_is_told_with_its_reason(scorecard):
    words = (
        "Not this: “Sorry for the inconvenience. What is your order number?”, because the number "
        "is on her card, and the apology could be anybody's."
    )
    assert words in seen_words_on(scorecard)


def test_short_messages_stand_on_lines_of_their_own(scorecard):
    assert "Nora: “Hi”\n“It's blue.”\n“I ordered grey." in seen_words_on(scorecard)


def test_a_warning_stands_beside_its_turn(scorecard):
    scorecard.column.show_turn(2)

    assert "warned once" in words_on(scorecard.column.turn_view)


def test_three_feelings_are_told_in_words(scorecard):
    names = words_on(scorecard.column.towards)

    assert "The firm: warm, was warm, as before" in names
    assert "The product: neither way, was cool, warmer" in names


def test_a_small_change_of_feeling_is_none(qtbot):
    lines = TowardsLines((TowardsCard(towards="contact", before=40, after=44),), "chat")
    qtbot.addWidget(lines)

    assert "This chat: neither way, was neither way, as before" in words_on(lines)


def test_a_card_from_before_these_feelings_shows_none(qtbot):
    page = ScorecardPage()
    old = scorecard_of(ended()).model_copy(update={"towards": ()})

    page.show_scorecard(old, None, dict.fromkeys(SKILLS), NOON)
    shown(qtbot, page)

    assert page.column.towards is None


def test_a_trainer_sees_the_same_messages(qtbot):
    card = scorecard_of(ended())
    turn = ReviewTurn(card.turns[0], card.customer, "Ana")
    qtbot.addWidget(turn)

    said = [bubble.words.text() for bubble in turn.findChildren(CustomerBubble)]

    assert said == list(begun().line.messages)


@pytest.mark.parametrize(("width", "scale"), [(1280, 1.0), (1024, 1.0), (1280, 2.0)])
def test_nothing_sticks_out(qtbot, still, width, scale):
    theme().set_up(text_scale=scale)
    page = ScorecardPage()
    page.show_scorecard(scorecard_of(ended()), None, dict.fromkeys(SKILLS), NOON)

    shown(qtbot, page, width)

    assert misplaced(page) == []
