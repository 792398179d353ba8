import pytest

from simulator.core.scoring.context import Question, ReplyContext
from simulator.core.scoring.rubric import SKILLS
from simulator.core.scoring.tally import START, settled
from simulator.language import TrainedReplyModel
from simulator.language.cues import cue_lists
from simulator.language.reading import Reading
from simulator.language.trained_net import ModelMissingError
from training.rows import DATA, rated

LATE_SOFA = ReplyContext(
    customer_message="I've booked Thursday off. Roughly when will the sofa come?",
    customer_name="Gwendoline Pritchard",
    customer_emotion="warm - anxious not to waste the day",
    facts=("Delivery is Thursday between 12 and 4.", "The crew rings half an hour before."),
)
RIGHT = "It's between twelve and four on Thursday, and the crew rings half an hour ahead."
WRONG = "It's between eight and ten on Friday, and the crew rings half an hour ahead."


def test_a_warm_reply_that_is_wrong_helps_less_than_one_that_is_right(trained):
    right, wrong = trained.rate(RIGHT, LATE_SOFA), trained.rate(WRONG, LATE_SOFA)

    assert right.helpfulness > wrong.helpfulness + 15


def test_the_sum_of_the_reasons_is_the_score_unless_a_ceiling_holds_it_down(trained):
    is_sum = []
    for row in rated(DATA / "rated" / "dev.jsonl")[:80]:
        rating = trained.rate(row.reply, row.context)
        start = START[Reading(row.reply, row.context, cue_lists("en")).temperature]
        for skill in SKILLS:
            points = sum(it.points for it in rating.evidence if it.skill is skill)
            reached = settled(start[skill] + points)
            assert rating.of(skill) <= reached + 3
            is_sum.append(abs(rating.of(skill) - reached) <= 3)

    assert sum(is_sum) >= 0.8 * len(is_sum)


def test_every_quote_stands_in_the_reply(trained):
    for row in rated(DATA / "rated" / "dev_other_writer.jsonl"):
        for reason in trained.rate(row.reply, row.context).evidence:
            if not reason.is_missing:
                assert row.reply[reason.start : reason.end] == reason.span


def test_together_and_alone_replies_get_the_same_scores(trained):
    rows = rated(DATA / "rated" / "dev.jsonl")[:40]
    asked = [(row.reply, Question(context=row.context)) for row in rows]

    together = trained.assess_all(asked)

    alone = [trained.assess(*one) for one in asked]
    assert [it.rating.scores for it in together] == [it.rating.scores for it in alone]
    assert [it.rating.flags for it in together] == [it.rating.flags for it in alone]
    assert [it.needs_met for it in together] == [it.needs_met for it in alone]


def test_a_reply_without_words_is_not_rated(trained):
    rating = trained.rate(" … ", LATE_SOFA)

    assert set(rating.scores.values()) == {None}


def test_a_model_that_is_not_there_is_told_with_its_place(tmp_path):
    with pytest.raises(ModelMissingError, match=str(tmp_path)):
        TrainedReplyModel(folder=tmp_path).load()
