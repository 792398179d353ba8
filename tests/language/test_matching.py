"""How well typed replies are matched to the author's wordings."""

import pytest

from simulator.core.scoring.context import Foreseen, Question, ReplyContext
from simulator.language.matching import SAME as THRESHOLD
from tests.language.paraphrases import DIFFERENT, SAME

RECALL = 0.9
"""Share of the paraphrases that must be recognised."""

FALSE_MATCHES = 0.04
"""Share of the other pairs that may be taken for paraphrases."""


def test_paraphrases_are_recognised(model):
    missed = [pair for pair in SAME if model.nearness(pair[0], (pair[1],)) < THRESHOLD]

    assert len(missed) <= (1 - RECALL) * len(SAME), missed


def test_replies_that_say_something_else_are_kept_apart(model):
    mistaken = [pair for pair in DIFFERENT if model.nearness(pair[0], (pair[1],)) >= THRESHOLD]

    assert len(mistaken) <= FALSE_MATCHES * len(DIFFERENT), mistaken


def test_there_are_enough_pairs_to_say_so():
    assert len(SAME) >= 40
    assert len(DIFFERENT) >= 60


@pytest.mark.parametrize("text", ["", "   ", "👍", "the of and"])
def test_a_text_without_content_is_near_nothing(model, text):
    assert model.nearness(text, ("I am ringing the crew now",)) == 0


def test_nothing_is_near_when_there_are_no_wordings(model):
    assert model.nearness("I am ringing the crew now", ()) == 0


def test_the_same_words_are_as_near_as_can_be(model):
    assert model.nearness("I'm ringing the crew", ("I'm ringing the crew",)) == pytest.approx(1)


def test_a_cause_in_other_words_is_recognised(model):
    causes = ("gave her another job", "two mornings lost")

    assert model.nearness("because we gave her another job", causes) >= THRESHOLD


def test_the_opposite_is_not_even_a_near_miss(model):
    assert model.nearness("I can't refund you", ("I can refund you",)) < 0.5


FORESEEN = (
    Foreseen(id="own-and-act", wordings=("I'm sorry, we missed you twice. Let me call the crew.",)),
    Foreseen(id="next-week", wordings=("I understand, but the next slot is Thursday.",)),
)


def test_a_typed_reply_finds_the_one_the_author_foresaw(model):
    question = Question(context=ReplyContext(), foreseen=FORESEEN)

    found = model.assess("I'm so sorry we missed you twice, I'm calling the crew now", question)

    assert found.matched == "own-and-act"
    assert found.similarity >= THRESHOLD


def test_a_reply_nobody_foresaw_matches_none(model):
    question = Question(context=ReplyContext(), foreseen=FORESEEN)

    found = model.assess("Bananas are on offer this week", question)

    assert found.matched is None


def test_a_need_is_met_by_one_sentence_among_others(model):
    need = Foreseen(id="owns-it", wordings=("That was our mistake", "We let you down twice"))
    question = Question(context=ReplyContext(), needs=(need,))

    met = model.assess("Hello Amara. That was our mistake. The sky is blue.", question)
    unmet = model.assess("Hello Amara. That was your mistake. The sky is blue.", question)

    assert met.needs_met == ("owns-it",)
    assert unmet.needs_met == ()


def test_a_fact_comes_out_when_asked_near_it(model):
    fact = Foreseen(id="payroll", wordings=("She runs payroll for eleven firms, due tomorrow.",))
    question = Question(context=ReplyContext(), askable=(fact,))

    asked = model.assess("What about the payroll you run?", question)
    told = model.assess("I will run the payroll. It is due.", question)
    elsewhere = model.assess("Would you like a voucher?", question)

    assert asked.asked == ("payroll",)
    assert told.asked == ()
    assert elsewhere.asked == ()


def test_a_promise_made_is_found(model):
    promise = Foreseen(id="callback", wordings=("I'll call you back by six",))
    question = Question(context=ReplyContext(), promises=(promise,))

    kept = model.assess("I am ringing you back by six today.", question)

    assert kept.promised == ("callback",)
