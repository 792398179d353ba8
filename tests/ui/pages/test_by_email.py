"""What the pages say when the contact is by email, where nobody speaks and nobody rings off."""

from dataclasses import replace

import pytest

from simulator.core.conversation.reading import Reading
from simulator.core.conversation.session import Session
from simulator.core.scenario.pronouns import pronouns_of
from simulator.core.scenario.words import Channel, Feeling
from simulator.ui.pages.briefing_page import BriefingPage
from simulator.ui.pages.channel_words import CHANNELS
from simulator.ui.pages.conversation.closing import closing_words
from simulator.ui.pages.conversation.composer import Composer
from simulator.ui.pages.conversation.reading_words import verdict
from simulator.ui.pages.conversation_page import ConversationPage
from simulator.ui.pages.library_words import first_words
from simulator.ui.widgets.bubble import CustomerBubble
from tests.core.conversation.nora import begun, ended, nora
from tests.ui.pages.looking import seen_words_on, words_on
from tests.ui.pages.sample_library import entry

SUBJECT = "Subject: The blue sofa again"
MAIL = f"{SUBJECT}\n\nDear all,\nit is still blue."
SPOKEN = ("hung up", "Say it", "Play again", "Listen again", "says a word", " is answering")


def by(channel: str) -> Session:
    """Give a contact with Nora that has just begun, on another channel."""
    return Session.begin(nora().model_copy(update={"channel": Channel(channel)}), begun().began)


@pytest.fixture
def page(qtbot):
    page = ConversationPage()
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show_session(by("email"))
    return page


@pytest.fixture
def briefing(qtbot):
    page = BriefingPage()
    qtbot.addWidget(page)
    return page


def waiting_for(page, channel):
    page.show_session(by(channel))
    page.body.composer.field.setPlainText("It will be green on Friday.")
    page.body.composer.send.click()
    page.set_busy(True)
    return words_on(page)


def test_mails_sent_before_an_answer_lie_there_together(page):
    shown = [each for each in page.body.transcript.bubbles if isinstance(each, CustomerBubble)]

    assert len(shown) == len(by("email").line.bubbles) > 1
    assert not page.body.transcript.is_waiting


def test_while_an_email_is_awaited_nobody_is_seen_to_answer(page):
    said = waiting_for(page, "email")

    assert "Waiting for Nora’s next email" in said
    assert "Nora is answering" not in said


def test_in_a_chat_the_customer_is_seen_to_answer(page):
    assert "Nora is answering" in waiting_for(page, "chat")


@pytest.mark.parametrize("channel", Channel)
def test_a_handset_is_put_down_on_the_phone_only(channel):
    assert (CHANNELS[channel].end_icon == "handset") == (channel is Channel.PHONE)


def test_the_button_that_ends_an_exchange_early_shows_no_handset(page):
    assert page.call_bar._end._icon == "stop"


@pytest.mark.parametrize(
    ("channel", "words", "verb"), [("email", "Send it", "write"), ("phone", "Say it", "say")]
)
def test_a_line_that_was_picked_is_sent_or_said(qtbot, channel, words, verb):
    composer = Composer()
    qtbot.addWidget(composer)

    composer.show_session(by(channel))

    assert composer.say.text() == words
    assert f"Choose what to {verb}. Order changes every time." in words_on(composer)


def test_the_seconds_of_an_email_are_not_counted(page):
    assert "By email" in seen_words_on(page).splitlines()


def test_there_is_more_room_for_an_email_than_for_a_line(qtbot):
    composer = Composer()
    qtbot.addWidget(composer)
    composer.show_session(by("phone"))
    for_a_line = composer.field.height()

    composer.show_session(by("email"))

    assert composer.field.height() > for_a_line


def test_a_mail_is_read_aloud_not_played_again(page):
    said = words_on(page)

    assert "Read aloud" in said
    assert "Play again" not in said


def test_nothing_on_the_page_is_spoken(page):
    said = f"{seen_words_on(page)}\n{closing_words(ended_by_email())}"

    assert [words for words in SPOKEN if words in said] == []


def ended_by_email() -> Session:
    by_email = nora().model_copy(update={"channel": Channel.EMAIL})
    return Session.replayed(by_email, tuple(ended().events))


def test_the_last_mail_is_sent_not_rung_off(page):
    assert closing_words(ended_by_email()) == "Nora has sent the last email"


def test_a_mail_misread_is_looked_at_again():
    key = next(step.read for step in nora().steps.values() if step.read is not None)
    reading = Reading(feeling=Feeling.DELIGHTED, feeling_points=0)
    they = pronouns_of("she")

    assert verdict(reading, key, they, is_spoken=False).startswith("Look again: she ")
    assert verdict(reading, key, they).startswith("Listen again: she ")


def test_the_first_guess_comes_before_one_reads(briefing):
    briefing.show_scenario(nora().model_copy(update={"channel": Channel.EMAIL}))

    assert "Before you read a word" in words_on(briefing)


def test_the_first_guess_on_the_phone_comes_before_she_speaks(briefing):
    briefing.show_scenario(nora().model_copy(update={"channel": Channel.PHONE}))

    assert "Before she says a word" in words_on(briefing)


def test_the_first_line_of_a_mail_stands_out_as_its_subject(qtbot):
    bubble = CustomerBubble(MAIL, "amara", "Nora", 1)
    qtbot.addWidget(bubble)

    assert bubble.words.text() == MAIL
    assert [run.text for run in bubble.words._runs if run.weight] == [SUBJECT]


def test_a_mail_without_a_subject_stands_as_it_is(qtbot):
    bubble = CustomerBubble("Dear all,\nit is blue.", "amara", "Nora", 1)
    qtbot.addWidget(bubble)

    assert [run.text for run in bubble.words._runs if run.weight] == []


def test_the_library_shows_a_mail_on_one_line():
    listed = entry("By email", channel="email")
    start = listed.scenario.steps[listed.scenario.start].model_copy(update={"says": (MAIL,)})
    steps = {**listed.scenario.steps, listed.scenario.start: start}
    mailed = replace(listed, scenario=listed.scenario.model_copy(update={"steps": steps}))

    assert first_words(mailed) == f"“{SUBJECT} Dear all, it is still blue.”"
