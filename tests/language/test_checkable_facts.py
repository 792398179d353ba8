import pytest

from simulator.core.scoring.context import Checkable, ReplyContext
from simulator.core.scoring.evidence import Flag
from simulator.language import CueReplyModel

CONTEXT = ReplyContext(
    customer_message="The internet is down and I work from home.",
    customer_emotion="warm - worried",
    facts=("A mobile router can be lent for 5.00.", "The engineer can come today after 16:00."),
    checkable=(
        Checkable(may="lend a mobile router", costs=5),
        Checkable(may="send an engineer", when="today after 16:00"),
        Checkable(may="refund the month", costs=0, only_if="dispatch agrees"),
    ),
    must_not=("promise a refund over 40",),
)


def cues(reply):
    return {it.cue for it in CueReplyModel().rate(reply, CONTEXT).evidence}


@pytest.mark.parametrize(
    "reply",
    [
        "I can lend you a mobile router for free.",
        "I'll lend you a mobile router for £15.",
        "I'm sorry, I can't lend you a mobile router.",
        "I'll send the engineer at 2 pm.",
    ],
)
def test_another_amount_time_or_permission_than_the_facts_state_is_found(reply):
    assert "wrong-fact" in cues(reply)


@pytest.mark.parametrize(
    "reply",
    [
        "I can lend you a mobile router for 5.00.",
        "I'll lend you a mobile router, it's £5.",
        "I'll send the engineer at 5 pm.",
        "I'll send an engineer after 16:00 today.",
        "I can't refund the month before dispatch agrees.",
        "Shall I lend you a mobile router for free?",
        "Feel free to ask me anything about it.",
    ],
)
def test_what_agrees_with_the_facts_or_only_asks_is_left_alone(reply):
    assert "wrong-fact" not in cues(reply)


def test_an_amount_beyond_what_may_be_promised_is_flagged():
    rating = CueReplyModel().rate("I promise you a refund of £60 today.", CONTEXT)

    assert Flag.UNAUTHORISED in rating.flags


def test_an_amount_within_what_may_be_promised_is_not_flagged():
    rating = CueReplyModel().rate("I promise you a refund of £30 today.", CONTEXT)

    assert Flag.UNAUTHORISED not in rating.flags


def test_a_time_that_belongs_to_another_fact_is_no_mistake(trained):
    context = ReplyContext(
        customer_message="The door keeps shutting on me.",
        facts=("A magnet can be fitted today at 11:00.", "The fitter comes on Monday at 07:30."),
        checkable=(
            Checkable(may="fit a hold-open magnet", when="today 11:00"),
            Checkable(may="book the door fitter", when="Monday 07:30"),
        ),
    )
    reply = (
        "A magnet holds it open by eleven today and the fitter comes on Monday at half past seven."
    )

    cues = {reason.cue for reason in trained.rate(reply, context).evidence}

    assert "wrong-fact" not in cues
