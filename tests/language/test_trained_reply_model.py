import pytest

from simulator.core.scoring.context import Question, ReplyContext
from simulator.core.scoring.rubric import SKILLS
from simulator.language import TrainedReplyModel
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

    assert right.helpfulness > wrong.helpfulness + 25


def test_the_sum_of_the_reasons_is_the_score(trained):
    for row in rated(DATA / "rated" / "dev.jsonl")[:80]:
        rating = trained.rate(row.reply, row.context)
        for skill in SKILLS:
            points = sum(it.points for it in rating.evidence if it.skill is skill)
            start = trained.starting_point(row.context, skill)
            reached = min(max(start + points, 2), 97)
            assert rating.of(skill) <= reached + 3


def test_every_quote_stands_in_the_reply(trained):
    for row in rated(DATA / "rated" / "dev_other_writer.jsonl"):
        for reason in trained.rate(row.reply, row.context).evidence:
            if not reason.is_missing:
                assert row.reply[reason.start : reason.end] == reason.span


def test_together_and_alone_replies_get_the_same_scores(trained):
    rows = rated(DATA / "rated" / "dev.jsonl")[:40]
    asked = [(row.reply, Question(context=row.context)) for row in rows]

    together = trained.assess_all(asked)

    assert together == [trained.assess(*one) for one in asked]


def test_a_reply_without_words_is_not_rated(trained):
    rating = trained.rate(" … ", LATE_SOFA)

    assert set(rating.scores.values()) == {None}


def test_a_model_that_is_not_there_is_told_with_its_place(tmp_path):
    with pytest.raises(ModelMissingError, match=str(tmp_path)):
        TrainedReplyModel(folder=tmp_path).load()
