"""Plain open questions: neither warm nor cold, and no mockery."""

import pytest

from simulator.core.scoring.context import Question, ReplyContext

SAID = "Your man was here on Tuesday and it was not nice."


@pytest.fixture
def rated(trained):
    def rate(reply: str, said: str = SAID, feels: str = "hurt"):
        context = ReplyContext(
            customer_message=said,
            customer_emotion=feels,
            customer_name="Ivor Bellamy",
            address_as="Mr Bellamy",
        )
        return trained.assess(reply, Question(context=context)).rating

    return rate


@pytest.mark.parametrize(
    "question",
    [
        "What happened when he came to the door?",
        "What did we say to you in November?",
        "May I ask why you'd rather write than talk?",
        "Is there a reason why you'd rather not be rung?",
        "How have you been getting through the nights?",
        "Has something changed for you since the spring?",
    ],
)
def test_a_plain_open_question_is_no_mockery(rated, question):
    rating = rated(question)

    assert rating.courtesy >= 40
    assert not [it for it in rating.evidence if it.cue in ("sarcasm", "contempt") and it.points < 0]


@pytest.mark.parametrize(
    "barb",
    [
        "And what exactly would you like me to do about that?",
        "What did you expect at that price?",
        "How should I know what happened there?",
        "What's your problem with my colleague?",
        "How many times do you want me to explain it?",
        "Is there anything else you'd like to complain about today?",
    ],
)
def test_a_barbed_question_is_still_rude(rated, barb):
    assert rated(barb).courtesy <= 35


def test_a_question_with_a_step_is_worth_more_than_the_question_alone(rated):
    alone = rated("What happened when he came to the door?")
    with_step = rated(
        "I'm sorry it went like that. What happened when he came to the door? I'll put it right "
        "with you today."
    )

    assert with_step.courtesy > alone.courtesy
    assert with_step.helpfulness > alone.helpfulness


@pytest.mark.parametrize(
    ("reply", "said", "feels"),
    [
        ("Haha, that's lovely. Yes, we'll use that.", "Write: Ivor tunes pianos.", "pleased"),
        ("Oh wow. No wonder you were so upset, being told that twice.", SAID, "upset"),
        ("No catch. I'd only need to make sure it's right for you.", "What's the catch?", "wary"),
    ],
)
def test_joy_and_sympathy_are_not_held_for_contempt(rated, reply, said, feels):
    assert rated(reply, said, feels).courtesy > 25


def test_a_great_deal_of_trouble_is_no_offer(rated):
    rating = rated(
        "That sounds like a great deal of trouble for a small parcel. I'll find it today.",
        "I have rung four times about a parcel.",
        "frustrated",
    )

    assert "upsell" not in {it.cue for it in rating.evidence}
