"""What a trainer has put into the form, signed or not."""

from dataclasses import dataclass

from simulator.core.progress.review import Review
from simulator.core.scoring.rubric import SKILLS, Skill
from simulator.core.scoring.scorecard import Scorecard


@dataclass(frozen=True)
class Draft:
    """The state of the form: the comment, and score and reason by skill."""

    comment: str
    scores: dict[Skill, int | None]
    reasons: dict[Skill, str]


def draft_of(card: Scorecard, review: Review | None) -> Draft:
    """Give the form as a review left it, or as the app scored."""
    scores = {
        skill: review.score(skill, card.of(skill)) if review else card.of(skill) for skill in SKILLS
    }
    overrides = {skill: review.override(skill) if review else None for skill in SKILLS}
    reasons = {skill: override.reason if override else "" for skill, override in overrides.items()}
    return Draft(review.comment if review else "", scores, reasons)
