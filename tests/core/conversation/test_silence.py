"""What the customer says when nothing comes back is kept, and answered by nobody's score."""

from simulator.core.conversation.debrief import scorecard_of
from simulator.core.conversation.events import EVENT
from simulator.core.conversation.plays import transcript
from simulator.core.conversation.question import context_of
from simulator.core.conversation.session import Session
from simulator.core.scenario.words import Channel
from tests.core.conversation.nora import after, begun, nora


def test_the_line_before_a_silence_stays_said():
    session = begun()

    waited = session.after_silence()

    texts = [line.text for line in waited.moment.lines]
    assert texts == [session.line.text, "Hello? Anybody there?"]


def test_a_reply_is_read_against_the_line_that_it_answers():
    session = begun()

    waited = session.after_silence().after_silence()

    assert context_of(waited).customer_message == session.line.text


def test_an_earlier_line_in_the_context_is_the_one_that_was_answered():
    session = begun()

    replied = after(session.after_silence(), "own-it")

    assert context_of(replied).earlier[0].text == session.line.text


def test_a_reply_begins_without_the_silence_before_it():
    replied = after(begun().after_silence(), "own-it")

    assert replied.moment.said_before == ()


def test_the_log_with_a_silence_gives_the_same_play():
    session = after(begun().after_silence(), "own-it")
    log = [EVENT.validate_json(EVENT.dump_json(event)) for event in session.events]

    replayed = Session.replayed(nora(), log)

    assert replayed.turns[0].before.lines == session.turns[0].before.lines


def test_a_transcript_tells_what_was_said_to_the_silence():
    session = after(begun().after_silence(), "own-it")

    text = transcript(session, scorecard_of(session))

    assert "customer: Hello? Anybody there?\n  reply: own-it" in text


def test_a_scorecard_has_each_short_message_and_what_was_said_to_the_silence():
    card = scorecard_of(after(begun().after_silence(), "own-it"))

    assert card.turns[0].customer_lines == (
        "Hi",
        "It's blue.",
        "I ordered grey. Twice now. The blue one fills my whole hall.",
        "Hello? Anybody there?",
    )
    assert card.turns[0].customer_said == " ".join(card.turns[0].customer_lines)


def test_by_email_nobody_speaks_up_to_a_silence():
    by_email = nora().model_copy(update={"channel": Channel.EMAIL})

    session = Session.begin(by_email, begun().began)

    assert begun().can_wait
    assert not session.can_wait
