import pytest

from simulator.core.scoring.evidence import Evidence, Rating
from simulator.core.scoring.rubric import SKILLS, Skill
from simulator.core.scoring.shown import MOST_SLIPS, missing, shown

REPLY = "No. It leaves on Thursday, and I am so sorry about the two mornings you lost."


def reason(skill, points, span=None, cue="own-action", note="This is a note."):
    start = None if span is None else REPLY.index(span)
    return Evidence(
        skill=skill,
        effect="+" if points > 0 else "-",
        cue=cue,
        start=start,
        end=None if start is None else start + len(span),
        span=span,
        points=points,
        note=note,
    )


def rating(*reasons):
    return Rating(courtesy=50, patience=50, helpfulness=50, evidence=reasons)


def spans(*reasons):
    return [point.evidence.span for point in shown(rating(*reasons))]


def test_one_strength_a_skill_is_shown_the_weightiest():
    light = reason(Skill.COURTESY, 2, "leaves on Thursday")
    heavy = reason(Skill.COURTESY, 6, "so sorry")

    assert spans(light, heavy) == ["so sorry"]


def test_the_numbers_follow_the_order_of_the_words():
    late = reason(Skill.COURTESY, 9, "so sorry")
    early = reason(Skill.HELPFULNESS, 3, "leaves on Thursday")

    points = shown(rating(late, early))

    assert [(point.number, point.evidence) for point in points] == [(1, early), (2, late)]


def test_no_more_than_two_slips_are_shown():
    words = ["No", "It leaves", "on Thursday", "I am"]

    shown_spans = spans(*(reason(Skill.PATIENCE, -place, w) for place, w in enumerate(words, 1)))

    assert shown_spans == words[-MOST_SLIPS:]


def test_spans_that_overlap_are_not_both_shown():
    whole = reason(Skill.PATIENCE, 8, "It leaves on Thursday")
    part = reason(Skill.HELPFULNESS, 4, "on Thursday")

    assert spans(whole, part) == ["It leaves on Thursday"]


def test_a_reason_is_shown_for_the_skill_that_it_moved_most():
    little = reason(Skill.COURTESY, 3, "on Thursday")
    most = reason(Skill.HELPFULNESS, 14, "on Thursday")

    assert [point.evidence for point in shown(rating(little, most))] == [most]


def test_a_word_alone_is_not_shown_as_a_strength():
    assert spans(reason(Skill.HELPFULNESS, 9, "two")) == []


def test_a_word_alone_is_shown_as_a_slip():
    assert spans(reason(Skill.HELPFULNESS, -9, "No")) == ["No"]


def test_a_telling_reason_goes_before_a_heavier_general_one():
    general = reason(Skill.HELPFULNESS, 9, "It leaves on Thursday", cue="partial")
    telling = reason(Skill.HELPFULNESS, 3, "on Thursday", cue="timed-promise")

    assert spans(general, telling) == ["on Thursday"]


def test_a_general_reason_is_shown_where_nothing_else_is_to_be_said():
    general = reason(Skill.HELPFULNESS, 9, "It leaves on Thursday", cue="partial")

    assert spans(general) == ["It leaves on Thursday"]


@pytest.mark.parametrize("skill", SKILLS)
def test_what_is_missing_is_never_quoted(skill):
    assert spans(reason(skill, -9)) == []


def test_what_was_missed_on_two_skills_weighs_more_than_on_one():
    one = reason(Skill.HELPFULNESS, -6, note="No step.")
    two = [reason(skill, -4, note="Nobody was heard.") for skill in SKILLS[:2]]

    assert missing(rating(one, *two)).note == "Nobody was heard."


def test_nothing_is_missing_from_a_reply_with_quotes_alone():
    assert missing(rating(reason(Skill.COURTESY, 3, "so sorry"))) is None
