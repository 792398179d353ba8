"""Whether a contact was abusive in this play, and what was right in the answers."""

import pytest

from simulator.core.conversation.events import AfterRecord
from simulator.core.conversation.recovery import (
    DoneRight,
    done_right,
    needs_recovery,
    was_abusive,
)
from simulator.core.conversation.session import Session
from simulator.core.scoring.context import Assessment
from simulator.core.scoring.evidence import Evidence, Flag, Rating
from tests.core.conversation import nora
from tests.core.conversation.grant import ENDED, WON, after, begun

LIMIT, CALM, TASK = DoneRight.LIMIT, DoneRight.CALM, DoneRight.TASK


def typed(session: Session, text: str, rating: Rating) -> Session:
    return session.after_reply(text, Assessment(rating=rating))


def test_anger_at_what_happened_is_no_abuse():
    assert not was_abusive(begun())


def test_an_insult_just_heard_is_abuse_before_any_answer():
    assert was_abusive(after(begun(), "not-you-us"))


def test_an_insult_stays_heard_when_the_trainee_goes_back_before_it():
    session = after(begun(), "not-you-us").after_rewind(1)

    assert was_abusive(session)


def test_a_customer_who_insults_nobody_leaves_nothing_to_recover_from():
    assert not was_abusive(nora.ended())
    assert not needs_recovery(nora.ended())


def test_there_is_a_moment_to_recover_only_once_the_contact_is_over():
    session = after(begun(), "not-you-us")

    assert not needs_recovery(session)
    assert needs_recovery(session.after_stopping())


def test_the_moment_has_been_once_the_record_is_begun():
    session = after(begun(), *WON).after_noting(AfterRecord(note="Bike on Friday's van."))

    assert was_abusive(session)
    assert not needs_recovery(session)


def test_a_contact_taken_up_from_its_log_is_as_abusive_as_before():
    session = after(begun(), *ENDED)

    replayed = Session.replayed(session.scenario, tuple(session.events))

    assert needs_recovery(replayed)
    assert done_right(replayed) == done_right(session)


def test_a_limit_a_calm_answer_and_the_task_are_named():
    assert done_right(after(begun(), *WON)) == (LIMIT, CALM, TASK)


def test_a_warning_before_any_insult_is_no_limit_to_one():
    session = after(begun(), "language-please", "past-it")

    assert LIMIT not in done_right(session)


def test_a_limit_in_the_trainees_own_words_is_named_as_well():
    said = "Let me stop you there."
    cue = Evidence(
        skill="courtesy", effect="+", cue="calm-boundary", start=0, end=len(said), span=said
    )
    rating = Rating(courtesy=60, patience=60, helpfulness=60, evidence=(cue,))

    session = typed(after(begun(), "not-you-us"), said, rating)

    assert LIMIT in done_right(session)


@pytest.mark.parametrize("weak", [{"score": 30}, {"flags": (Flag.INSULT,)}])
def test_whoever_paid_it_back_is_not_told_that_they_stayed_calm(weak):
    session = after(after(begun(), "not-you-us"), "straight-back", **weak)

    assert done_right(session) == ()


def test_one_answer_in_kind_is_enough_not_to_be_called_calm():
    paid_back = after(after(begun(), "not-you-us"), "straight-back", score=30)

    session = after(paid_back, "take-it-back", *WON[2:])

    assert done_right(session) == (LIMIT, TASK)


def test_help_before_the_insult_is_not_staying_with_the_task():
    session = after(after(begun(), "not-you-us"), "grovel", helpfulness=8)

    assert done_right(session) == (CALM,)


def test_a_call_ended_after_a_warning_was_ended_properly():
    assert DoneRight.ENDED in done_right(after(begun(), *ENDED))


def test_hanging_up_without_a_warning_is_not_ending_properly():
    session = after(begun(), "reference-please", "past-it", "gone")

    assert session.is_over
    assert DoneRight.ENDED not in done_right(session)


def test_whoever_was_insulted_and_said_nothing_is_told_nothing():
    session = after(begun(), "not-you-us").after_stopping()

    assert done_right(session) == ()
