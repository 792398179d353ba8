"""The small contact with parts of it changed, and replies in which certain cues were found."""

from collections.abc import Mapping

from simulator.core.conversation.events import AfterRecord, Began
from simulator.core.conversation.session import Session
from simulator.core.scenario.model import Scenario
from simulator.core.scoring.context import Assessment
from simulator.core.scoring.evidence import Evidence, Rating
from simulator.core.scoring.rubric import Skill
from tests.core.conversation.small_contact import SMALL


def varied(changes: Mapping[str, object]) -> Scenario:
    """Give the small scenario with parts replaced; a dot in a name leads to a part of a part."""
    whole = SMALL.model_dump(mode="json", by_alias=True, exclude_unset=True)
    for name, value in changes.items():
        *path, last = name.split(".")
        part = whole
        for step in path:
            part = part[step]
        part[last] = value
    return Scenario.model_validate(whole)


def begin(scenario: Scenario, **began: object) -> Session:
    """Begin a contact."""
    return Session.begin(scenario, Began(scenario_id=scenario.id, **began))


def noted(session: Session, **record: object) -> Session:
    """Finish a contact with this written down."""
    return session.after_noting(AfterRecord(**record)).after_finishing()


def showing(
    *cues: str,
    courtesy: int | None = 60,
    patience: int | None = 60,
    helpfulness: int | None = 60,
    **found: object,
) -> Assessment:
    """Give an assessment in which these cues raised a score."""
    evidence = tuple(Evidence(skill=Skill.COURTESY, effect="+", cue=cue, points=5) for cue in cues)
    rating = Rating(
        courtesy=courtesy, patience=patience, helpfulness=helpfulness, evidence=evidence
    )
    return Assessment(rating=rating, **found)
