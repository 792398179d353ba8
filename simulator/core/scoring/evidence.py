"""Why a reply got its points: quotes from it with a named cue, or a named thing that is missing."""

from enum import StrEnum
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator

from simulator.core.scoring.rubric import SKILLS, Score, Skill

Effect = Literal["+", "-"]
"""Whether the evidence raised or lowered the score."""


class Flag(StrEnum):
    """Critical faults, shown beside the scores and never averaged away."""

    UNSAFE = "unsafe"
    PRIVACY = "privacy"
    UNAUTHORISED = "unauthorised"
    INSULT = "insult"


class Evidence(BaseModel):
    """One reason for a score.

    ``start`` and ``end`` are character offsets into the reply, so ``reply[start:end] == span``;
    all three are None when the reason is something missing from the reply.
    ``points`` is what it moved the score by, before caps: positive for ``+``, negative for ``-``.
    ``note`` says it to the trainee in one or two short sentences about the words, never the person.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    skill: Skill
    effect: Effect
    cue: str
    start: int | None = None
    end: int | None = None
    span: str | None = None
    points: float = 0.0
    note: str = ""

    @model_validator(mode="after")
    def _span_is_whole_or_absent(self) -> Self:
        given = [part is not None for part in (self.start, self.end, self.span)]
        if any(given) and not all(given):
            raise ValueError("start, end and span are given together or not at all")
        return self

    @property
    def is_missing(self) -> bool:
        """Whether the reason is something the reply did not contain."""
        return self.start is None


class Rating(BaseModel):
    """The three scores of one reply with every reason for them.

    A score is None when the reply gave no occasion to show the skill: *not rated*, never zero.
    ``margins`` is how far each score may be from a careful rater's, in points and in the order of
    ``SKILLS``: two of three are nearer. None when the model does not know.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    courtesy: Score | None
    patience: Score | None
    helpfulness: Score | None
    evidence: tuple[Evidence, ...] = ()
    flags: tuple[Flag, ...] = ()
    margins: tuple[int, int, int] | None = None

    @property
    def margin(self) -> dict[Skill, int] | None:
        """The margins by skill."""
        return dict(zip(SKILLS, self.margins, strict=True)) if self.margins else None

    def of(self, skill: Skill) -> int | None:
        """Give the score on one skill, None when it was not rated."""
        score: int | None = getattr(self, skill.value)
        return score

    @property
    def scores(self) -> dict[Skill, int | None]:
        """The three scores by skill, in the order of ``SKILLS``."""
        return {skill: self.of(skill) for skill in SKILLS}
