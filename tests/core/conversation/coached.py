"""Replies with what was found in them, for the coach to look at."""

from simulator.core.conversation.coach import Coaching, Given, coaching
from simulator.core.scenario.pronouns import pronouns_of
from simulator.core.scenario.words import Feeling
from simulator.core.scoring.evidence import Evidence, Rating
from simulator.core.scoring.rubric import Skill
from simulator.core.scoring.scorecard import Missed

BELIEVE = Missed(skill=Skill.COURTESY, text="She said she was in. Believe it.")
CANCEL = Missed(skill=Skill.HELPFULNESS, text="You can cancel the charge yourself.")


def found(
    cue: str, span: str | None = None, start: int = 0, *, note: str = "", **points: float
) -> tuple[Evidence, ...]:
    """Give the evidence of one find, one a skill it moved; without a span something missing."""
    return tuple(
        Evidence(
            skill=Skill(skill),
            effect="+" if value > 0 else "-",
            cue=cue,
            start=None if span is None else start,
            end=None if span is None else start + len(span),
            span=span,
            points=value,
            note=note or f"About {cue}.",
        )
        for skill, value in points.items()
    )


def rating(
    *evidence: tuple[Evidence, ...], courtesy: int = 60, patience: int = 60, helpfulness: int = 60
) -> Rating:
    return Rating(
        courtesy=courtesy,
        patience=patience,
        helpfulness=helpfulness,
        evidence=tuple(each for group in evidence for each in group),
    )


def coached(
    *evidence: tuple[Evidence, ...],
    missed: tuple[Missed, ...] = (),
    feeling: Feeling = Feeling.ANGRY,
    cause: str = "",
    **scores: int,
) -> Coaching:
    """Coach a reply to a woman who feels like this."""
    given = Given(rating(*evidence, **scores), feeling, pronouns_of("she"), missed, cause)
    return coaching(given)
