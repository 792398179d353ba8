import pytest

from simulator.core.scoring.caps import CAPS, ceiling
from simulator.core.scoring.evidence import Flag
from simulator.core.scoring.rubric import SKILLS, Skill
from simulator.core.scoring.tally import HIGHEST, LOWEST, START, Finding, bent, rate
from simulator.core.scoring.temperature import Temperature

REPLY = "You idiot. I am refunding it."


def found(fault, start=None, end=None, **points):
    worth = {Skill(skill): value for skill, value in points.items()}
    return Finding(fault, fault, "A note.", worth, start, end)


def test_a_reply_with_nothing_either_way_gets_the_start_points():
    rating = rate(REPLY, [])

    assert rating.scores == {skill: round(START[Temperature.COOL][skill]) for skill in SKILLS}
    assert rating.evidence == ()


def test_every_point_beyond_the_start_has_its_evidence():
    findings = [found("deed", 11, 28, courtesy=3, helpfulness=7), found("gap", patience=-4)]

    rating = rate(REPLY, findings)

    for skill in SKILLS:
        points = sum(reason.points for reason in rating.evidence if reason.skill is skill)
        assert rating.of(skill) == round(START[Temperature.COOL][skill] + points)


@pytest.mark.parametrize(
    ("temperature", "lowest", "highest"),
    [(Temperature.COOL, 45, 52), (Temperature.WARM, 45, 52), (Temperature.HOT, 38, 48)],
)
def test_a_reply_with_nothing_either_way_is_worth_less_to_an_upset_customer(
    temperature, lowest, highest
):
    rating = rate(REPLY, [], temperature=temperature)

    assert lowest <= rating.courtesy <= highest
    assert lowest <= rating.patience <= highest


@pytest.mark.parametrize("points", [-60, -3, 0, 20, 45, 60])
def test_the_points_explain_the_score_up_to_the_bend_at_the_ends(points):
    rating = rate(REPLY, [found("deed", 11, 28, patience=points)], temperature=Temperature.HOT)

    assert rating.patience == round(bent(START[Temperature.HOT][Skill.PATIENCE] + points))


def test_between_the_ends_a_point_is_a_point():
    assert [bent(raw) for raw in (16, 30, 50, 84)] == [16, 30, 50, 84]


def test_a_quote_is_taken_from_the_reply():
    rating = rate(REPLY, [found("own-action", 11, 28, helpfulness=7)])

    assert rating.evidence[0].span == "I am refunding it"


def test_what_is_missing_has_no_span():
    rating = rate(REPLY, [found("no-step", helpfulness=-7)])

    assert rating.evidence[0].is_missing


def test_a_ceiling_holds_whatever_else_was_earned():
    findings = [found("insult", 4, 9, courtesy=-5), found("thanks", 0, 3, courtesy=60)]

    rating = rate(REPLY, findings)

    assert rating.courtesy == CAPS["insult"][Skill.COURTESY]


def test_a_ceiling_that_bites_is_shown_even_without_points():
    findings = [found("wrong-fact", 11, 13), found("own-action", 11, 28, helpfulness=30)]

    rating = rate(REPLY, findings)

    reasons = [reason for reason in rating.evidence if reason.cue == "wrong-fact"]
    assert [(reason.skill, reason.effect) for reason in reasons] == [(Skill.HELPFULNESS, "-")]


def test_a_ceiling_that_does_not_bite_is_not_shown():
    rating = rate(REPLY, [found("over-apology", 0, 3)])

    assert rating.evidence == ()


@pytest.mark.parametrize(("points", "bound"), [(500, HIGHEST), (-500, LOWEST)])
def test_no_reply_runs_off_the_scale(points, bound):
    rating = rate(REPLY, [found("x", 0, 3, courtesy=points)])

    assert rating.courtesy == round(bound)


def test_more_points_never_give_a_lower_score():
    scores = [
        rate(REPLY, [found("x", 0, 3, courtesy=points)]).courtesy for points in range(-60, 60)
    ]

    assert scores == sorted(scores)


def test_a_skill_without_occasion_is_not_rated():
    rating = rate(REPLY, [found("x", 0, 3, patience=5)], frozenset({Skill.PATIENCE}))

    assert rating.patience is None
    assert rating.evidence == ()


def test_a_critical_fault_is_flagged_once():
    findings = [found("insult", 4, 9, courtesy=-5), found("insult", 0, 3, courtesy=-5)]

    assert rate(REPLY, findings).flags == (Flag.INSULT,)


def test_the_lowest_of_several_ceilings_counts():
    assert ceiling(["calm-down", "insult", "canned"], Skill.COURTESY) == (6, "insult")


def test_nothing_holds_down_a_reply_without_faults():
    assert ceiling(["own-action"], Skill.COURTESY) == (100, None)


def test_every_ceiling_is_on_the_scale():
    limits = [limit for limits in CAPS.values() for limit in limits.values()]

    assert all(0 < limit < 100 for limit in limits)
