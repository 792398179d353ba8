"""A trainer's word on an attempt: a comment, and scores set by hand with a reason."""

from pydantic import AwareDatetime, BaseModel, ConfigDict, field_validator

from simulator.core.errors import ProfileError
from simulator.core.scoring.rubric import Score, Skill
from simulator.core.scoring.scorecard import Scorecard


class Override(BaseModel):
    """A score set by a trainer. The machine's number is kept beside it and stays visible."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    skill: Skill
    machine: Score | None
    score: Score
    reason: str

    @field_validator("reason")
    @classmethod
    def _has_a_reason(cls, reason: str) -> str:
        if not reason.strip():
            raise ValueError("a changed score needs a reason")
        return reason.strip()


class Review(BaseModel):
    """What a trainer said about one attempt; a later review replaces it, the log keeps both."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    trainer_id: str
    trainer_name: str
    at: AwareDatetime
    comment: str = ""
    overrides: tuple[Override, ...] = ()

    def score(self, skill: Skill, machine: int | None) -> int | None:
        """Give the score that counts: the trainer's where one was given, else the machine's."""
        return next((o.score for o in self.overrides if o.skill is skill), machine)

    def override(self, skill: Skill) -> Override | None:
        """Give the trainer's change of one skill, None when the trainer agrees."""
        return next((o for o in self.overrides if o.skill is skill), None)


def overridden(scorecard: Scorecard, skill: Skill, score: int, reason: str) -> Override:
    """Change one score of a scorecard.

    Raises:
        ProfileError: the reason is missing.
    """
    if not reason.strip():
        raise ProfileError("Say in a few words why the score should change; the trainee sees it.")
    return Override(skill=skill, machine=scorecard.of(skill), score=score, reason=reason)
