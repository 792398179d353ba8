"""Questions, offers, reports and answers that look like faults or promises and are none."""

import pytest

from simulator.core.scoring.context import Foreseen, Question, ReplyContext

MISSED = ReplyContext(
    customer_message="Nobody came, and I waited in all morning. Your man says he rang the bell.",
    customer_name="Sunita Rao",
    customer_emotion="angry",
    facts=(
        "Marek came at ten and rang the bell.",
        "The next visit is tomorrow, 8 to 10.",
        "The rep can take 25 pounds off.",
    ),
)
PLAIN = ReplyContext(
    customer_message="Is there a visit today?",
    customer_emotion="neutral",
    facts=("The next visit is tomorrow, 8 to 10.",),
)
NOT_WORKING = ReplyContext(customer_message="It is not working.", customer_emotion="neutral")
CALLBACK = Foreseen(id="callback", wordings=("I'll call you back by six",))
DISCOUNT = Foreseen(id="discount", wordings=("I'll take the 25 pounds off",))


def slips(model, reply, context=MISSED):
    return {reason.cue for reason in model.rate(reply, context).evidence if reason.effect == "-"}


def strengths(model, reply, context=MISSED):
    return {reason.cue for reason in model.rate(reply, context).evidence if reason.effect == "+"}


OPEN_QUESTION = "Could you tell me where you were about ten, and what you heard?"


def test_an_open_question_about_what_happened_is_no_slip(model):
    assert not slips(model, OPEN_QUESTION) & {"asks-first", "asks-known"}
    assert "good-question" in strengths(model, OPEN_QUESTION)


@pytest.mark.parametrize("reply", ["Have you logged a ticket?", "Has it been passed on?"])
def test_a_question_is_not_a_vague_promise(model, reply):
    assert "vague-promise" not in slips(model, reply)


def test_a_question_with_a_time_in_it_is_not_a_promise(model):
    assert "timed-promise" not in strengths(model, "Were you told it was ready by six?")


@pytest.mark.parametrize(
    "reply", ["I've taken the £25 off.", "I've logged it for you.", "We have noted the bell."]
)
def test_what_is_done_already_is_not_a_promise(model, reply):
    assert "timed-promise" not in strengths(model, reply)
    assert "vague-promise" not in slips(model, reply)


def test_an_offer_to_do_something_by_a_time_is_a_step(model):
    assert "timed-promise" in strengths(model, "Shall I call you back by six?")


@pytest.mark.parametrize(
    ("reply", "made"),
    [
        ("I'll call you back by six.", True),
        ("I am sorry. I'll call you back by six today.", True),
        ("Shall I call you back by six?", False),
        ("Did I call you back by six?", False),
        ("I've called you back by six.", False),
    ],
)
def test_only_a_statement_about_what_is_to_come_is_a_promise(model, reply, made):
    question = Question(context=MISSED, promises=(CALLBACK,))

    assert model.assess(reply, question).promised == (("callback",) if made else ())


def test_a_discount_already_given_is_not_owed(model):
    question = Question(context=MISSED, promises=(DISCOUNT,))

    assert model.assess("I've taken the 25 pounds off.", question).promised == ()


def test_telling_the_customer_not_to_apologise_is_kind(model):
    assert "negated-courtesy" not in slips(model, "Please don't apologise.")
    assert "room-to-talk" in strengths(model, "Please don't apologise.")


def test_refusing_to_apologise_is_not(model):
    assert "negated-courtesy" in slips(model, "We don't apologise for that.")


def test_a_no_that_answers_the_question_is_no_refusal(model):
    answer = "No. The next one is tomorrow, eight to ten, and I've put your name on it."

    assert "bare-no" not in slips(model, answer, PLAIN)
    assert model.rate(answer, PLAIN).helpfulness >= 60


def test_looking_while_the_customer_tells_is_not_vague(model):
    assert "vague-promise" not in slips(model, "I'll look at them while you tell me.")
    assert "vague-promise" in slips(model, "I'll look into it.")


def test_a_question_that_narrows_it_down_is_good_help(model):
    narrow = "Is it the upstairs or the downstairs one, and is the light on?"

    assert 55 <= model.rate(narrow, NOT_WORKING).helpfulness <= 75


def test_a_bare_question_is_little_help(model):
    assert 28 <= model.rate("What doesn't?", NOT_WORKING).helpfulness <= 40


def test_a_sorry_that_names_nothing_does_not_reach_an_angry_caller(model):
    rating = model.rate("I'm sorry, the next visit is tomorrow.", MISSED)

    assert 45 <= rating.courtesy <= 55
    assert 38 <= rating.patience <= 52


def test_a_sorry_for_what_happened_counts_for_more(model):
    bare = model.rate("I'm sorry, the next visit is tomorrow.", MISSED)
    named = model.rate("I'm sorry for the lost morning, the next visit is tomorrow.", MISSED)

    assert named.courtesy > bare.courtesy
    assert named.patience > bare.patience
