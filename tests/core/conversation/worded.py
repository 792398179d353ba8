"""A contact of one step, built around a reply, so that its better wording can be looked at."""

from collections.abc import Sequence

from simulator.core.conversation.moment import Turn
from simulator.core.conversation.session import Session
from simulator.core.scenario.model import Scenario
from simulator.core.scoring.context import Assessment
from simulator.core.scoring.evidence import Evidence, Rating
from simulator.core.scoring.rubric import Skill
from tests.core.conversation.small_contact import SMALL, begun

FACTS = (
    {"id": "charge", "says": "Cancel the £25 charge", "kind": "can"},
    {"id": "slot", "says": "Next visit: Thursday, 12:00 to 14:00", "note": "Marek drives."},
    {"id": "urgent", "says": "A visit today", "only_if": "somebody is ill"},
    {
        "id": "bell",
        "says": "The bell is broken",
        "told": "when_asked",
        "like": "Does the bell work?",
        "tells": "It died at Easter.",
    },
)


def need(about: str, *like: str, uses: Sequence[str] = (), name: str = "") -> dict[str, object]:
    """Give a need of the step."""
    made = name or "-".join(like[0].lower().replace("'", "").split()[:3]).strip(".,?")
    return {"id": made, "about": about, "like": like, "uses": tuple(uses), "missing": "Do it."}


def contact(
    *needs: dict[str, object],
    better: str = "That one is on us.",
    replies: Sequence[dict[str, object]] = (),
    facts: Sequence[dict[str, object]] = FACTS,
) -> Scenario:
    """Give a scenario whose opening has these needs."""
    whole = SMALL.model_dump(mode="json", by_alias=True)
    whole["briefing"]["facts"] = list(facts)
    opening = whole["steps"]["opening"]
    opening["needs"] = list(needs)
    opening["better"] = better
    opening["replies"] = [*replies, {"id": "wait", "says": "Please wait.", "goes": "opening"}]
    opening["otherwise"] = [{"says": "And my parcel?", "goes": "opening"}]
    return Scenario.model_validate(whole)


def slip(
    reply: str, span: str, cue: str = "blame", *, courtesy: float = -15, helpfulness: float = 0
) -> tuple[Evidence, ...]:
    """Give the evidence that words of a reply cost points."""
    start = reply.index(span)
    points = {Skill.COURTESY: courtesy, Skill.HELPFULNESS: helpfulness}
    return tuple(
        Evidence(
            skill=skill,
            effect="-",
            cue=cue,
            start=start,
            end=start + len(span),
            span=span,
            points=value,
            note="Say it otherwise.",
        )
        for skill, value in points.items()
        if value
    )


def replied(
    scenario: Scenario,
    text: str,
    *evidence: Evidence,
    met: Sequence[str] = (),
    courtesy: int = 50,
) -> Turn:
    """Give the turn in which this was said."""
    rating = Rating(courtesy=courtesy, patience=50, helpfulness=50, evidence=evidence)
    session = Session.begin(scenario, begun().began)
    assessment = Assessment(rating=rating, needs_met=tuple(met))
    return session.after_reply(text, assessment).turns[0]
