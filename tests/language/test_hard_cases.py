"""The thirty hard cases of the rubric, each scale of each case on its own.

The cases are among the replies that the net is trained on, as the rubric allows: they guard against
regressions and are no evidence of how good the scorer is. What this version cannot do stands in
``NOT_YET``, with the reason; a case that comes right must be taken off the list, since an
unexpected pass fails.
"""

import pytest

from simulator.core.scoring.rubric import SKILLS, Skill
from tests.language.hard_cases import HARD_CASES

TOLERANCE = 15
"""Points by which a score may differ from the trainer's."""

C, P, H = SKILLS
_TAKEN_BACK = "the net hears a courtesy taken back where the rubric hears a dead end"
_ONE_WORD = "a reproach in a word or two weighs a little too much"
NOT_YET: dict[tuple[int, Skill], str] = {
    (3, C): "patience that is shown in every word lifts courtesy too far with it",
    (4, P): _ONE_WORD,
    (7, C): _TAKEN_BACK,
    (7, P): _TAKEN_BACK,
    (8, C): "a boundary where none is due reads like contempt",
    (12, H): _ONE_WORD,
    (15, H): "a place to look is taken for no help at all under so much sugar",
    (19, P): "the danger hides that it is meant warmly",
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
