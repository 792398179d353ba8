"""The thirty hard cases of the rubric, each scale of each case on its own.

What this version cannot do stands in ``NOT_YET``, with the reason; a case that comes right must be
taken off the list, since an unexpected pass fails.
"""

import pytest

from simulator.core.scoring.rubric import SKILLS, Skill
from tests.language.hard_cases import HARD_CASES

TOLERANCE = 15
"""Points by which a score may differ from the trainer's."""

C, P, H = SKILLS
_TAKEN_BACK = "the net hears a courtesy taken back where the rubric hears a dead end"
_IN_THE_DEED = "the kindness is in what is done; neither net nor lists give it its full due"
_LOOKS_LIKE_A_STEP = "a time in a rule reads like a step"
NOT_YET: dict[tuple[int, Skill], str] = {
    (7, C): _TAKEN_BACK,
    (7, P): _TAKEN_BACK,
    (8, C): "a boundary where none is due reads like contempt",
    (11, H): _IN_THE_DEED,
    (12, P): "the reproach in a single word costs a little too much",
    (17, H): _LOOKS_LIKE_A_STEP,
    (19, C): "the danger hides that it is meant warmly",
    (22, P): "a kind return to the subject is not told from any other offer",
    (24, C): _TAKEN_BACK,
    (24, P): _TAKEN_BACK,
}
"""Case and scale that this version cannot do, with the reason."""

EXPECTATIONS = [
    pytest.param(
        case,
        skill,
        case.scores[place],
        id=f"{case.number}-{skill.value}",
        marks=[pytest.mark.xfail(reason=NOT_YET[case.number, skill], strict=True)]
        if (case.number, skill) in NOT_YET
        else [],
    )
    for case in HARD_CASES
    for place, skill in enumerate(SKILLS)
]


@pytest.mark.parametrize(("case", "skill", "expected"), EXPECTATIONS)
def test_a_hard_case_is_scored_as_a_seasoned_trainer_would(trained, case, skill, expected):
    score = trained.rate(case.reply, case.context).of(skill)

    assert score is not None
    assert abs(score - expected) <= TOLERANCE
