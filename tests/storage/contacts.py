"""People, a scenario and the parts of a contact, as small as they may be."""

from datetime import UTC, datetime, timedelta

from simulator.core.conversation.events import Began, Event, Replied
from simulator.core.progress.profile import AttemptStart, Profile
from simulator.core.progress.review import Override, Review
from simulator.core.progress.shift.plan import KeptShift, PlannedContact, ShiftPlan
from simulator.core.scenario.model import Scenario
from simulator.core.scoring.context import Assessment
from simulator.core.scoring.evidence import Rating
from simulator.core.scoring.rubric import Skill
from simulator.core.scoring.scorecard import AfterCard, CustomerCard, Scorecard

NOON = datetime(2026, 5, 3, 12, 0, 0, 123456, tzinfo=UTC)

REPLIES = [
    {"id": "warm", "says": "I am sorry; I will find it.", "goes": "found"},
    {"id": "cold", "says": "Wait a week.", "when": "mood < 90 and not told(desk)", "goes": "lost"},
]

ENDING = {
    "kind": "good",
    "headline": "The parcel is found",
    "says": "Thank you.",
    "summary": "You looked for it at once.",
    "feels": "relieved",
    "firm": 4,
    "rep": 5,
}


def scenario(title: str = "A late parcel") -> Scenario:
    return Scenario.model_validate(
        {
            "format": 2,
            "id": "late-parcel",
            "title": title,
            "track": "complaint",
            "channel": "phone",
            "level": 2,
            "minutes": 8,
            "trade": "Parcels",
            "skills": ["apologise"],
            "trains": ["courtesy"],
            "customer": {
                "name": "Amara Okafor",
                "address_as": "Ms Okafor",
                "pronoun": "she",
                "face": {"hair": "bun", "skin": 6},
                "feels": {"is": "angry", "because": "Nobody told her anything"},
                "history": [{"on": "2026-05-01", "what": "Called twice"}],
            },
            "briefing": {
                "role": "You answer the phone.",
                "goal": "Find the parcel.",
                "good_call": {"courtesy": "a", "patience": "b", "helpfulness": "c"},
                "facts": [{"id": "desk", "says": "Depots answer within the hour."}],
            },
            "start": "opening",
            "gives_up": "lost",
            "steps": {
                "opening": {
                    "says": "My parcel is a week late.",
                    "replies": REPLIES,
                    "otherwise": [{"goes": "lost", "then": {"set": {"tries": "1 + 1"}}}],
                    "better": "I am sorry about the week.",
                    "hint": "She was still waiting to be heard.",
                }
            },
            "endings": {"found": ENDING, "lost": {**ENDING, "kind": "bad"}},
            "variables": {"tries": 0},
            "after": {
                "causes": ["silence"],
                "follow_up": {"best": "Call back", "wrong": "Nothing"},
            },
        }
    )


def person(name: str = "Ana", number: int = 1, role: str = "trainee") -> Profile:
    return Profile.model_validate(
        {"id": f"person-{number}", "name": name, "role": role, "created_at": NOON}
    )


def start(attempt_id: str = "first", minute: int = 0, profile_id: str = "person-1") -> AttemptStart:
    return AttemptStart(
        id=attempt_id,
        profile_id=profile_id,
        scenario=scenario(),
        scenario_sha256="f" * 64,
        began_at=NOON + timedelta(minutes=minute),
    )


BEGAN = Began(scenario_id="late-parcel", mode="exam", seed=7)


def replied(text: str = "I am sorry.") -> Event:
    rating = Rating(courtesy=70, patience=None, helpfulness=20)
    return Replied(text=text, assessment=Assessment(rating=rating))


def scorecard(courtesy: int | None = 70, turns: int = 0) -> Scorecard:
    return Scorecard(
        scenario_id="late-parcel",
        title="A late parcel",
        trade="Parcels",
        channel="phone",
        track="complaint",
        mode="exam",
        customer=CustomerCard(name="Amara Okafor", first_name="Amara", pronoun="she", face={}),
        courtesy=courtesy,
        patience=None,
        helpfulness=20,
        headline="The parcel is found",
        summary="You looked for it at once.",
        ending_id="found",
        ending_kind="good",
        last_words="Thank you.",
        turns=(),
        reading=50,
        first_feeling="angry",
        first_cause="Nobody told her anything",
        next=None,
        after=AfterCard(),
    )


def review(score: int | None = None, comment: str = "Well heard.", hour: int = 1) -> Review:
    override = Override(skill=Skill.COURTESY, machine=70, score=score or 0, reason="She was kind.")
    return Review(
        trainer_id="person-2",
        trainer_name="Tom",
        at=NOON + timedelta(hours=hour),
        comment=comment,
        overrides=() if score is None else (override,),
    )


def shift(name: str = "s1", number: int = 1, minutes: int = 0) -> KeptShift:
    """Give a shift of five contacts of a person; a later one begins some minutes later."""
    contacts = tuple(
        PlannedContact(scenario_id="late-parcel", level=2, seed=seed) for seed in range(5)
    )
    return KeptShift(
        plan=ShiftPlan(id=name, seed=4, mode="exam", contacts=contacts),
        profile_id=person(number=number).id,
        began_at=NOON + timedelta(minutes=minutes),
    )
