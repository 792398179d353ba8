"""Scenarios by track, level and person, and shifts whose contacts have given scores."""

from datetime import UTC, datetime, timedelta

from simulator.core.progress.profile import AttemptSummary
from simulator.core.progress.shift import ContactResult, PlannedContact, Shift, ShiftPlan
from simulator.core.scenario.model import Scenario
from simulator.core.scenario.words import Track
from simulator.core.scoring.rubric import SKILLS
from tests.core.conversation.small_contact import SMALL

NINE = datetime(2026, 5, 4, 9, tzinfo=UTC)


def scenario(name: str, track: str, level: int = 2, person: str = "") -> Scenario:
    """Give the small scenario under another name; by itself each has a person of its own."""
    customer = SMALL.customer.model_copy(update={"persona": person or f"p-{name}"})
    changes = {"id": name, "track": Track(track), "level": level, "customer": customer}
    return SMALL.model_copy(update=changes)


def library(*tracks: str) -> tuple[Scenario, ...]:
    """Give one scenario for each track named; a track may be named several times."""
    return tuple(
        scenario(f"s{number}", track, level=number % 5 + 1) for number, track in enumerate(tracks)
    )


def plan(length: int = 5, levels: tuple[int, ...] = (), **more: object) -> ShiftPlan:
    """Give a plan whose contacts are named s1, s2 and so on."""
    hard = levels or (2,) * length
    contacts = tuple(
        PlannedContact(scenario_id=f"s{number}", level=level, seed=number)
        for number, level in enumerate(hard, 1)
    )
    return ShiftPlan.model_validate({"id": "shift", "seed": 1, "contacts": contacts, **more})


def result(number: int, *scores: int | None) -> ContactResult:
    """Give a contact with these scores: one for all three scales, or three."""
    three = scores if len(scores) == 3 else scores * 3
    return ContactResult(
        number=number,
        attempt_id=f"a{number}",
        title=f"Scenario {number}",
        customer_name=f"Customer {number}",
        face={},
        scores=dict(zip(SKILLS, three, strict=True)),
        ending_kind=None,
    )


def done(*scores: int | tuple[int | None, ...] | None, levels: tuple[int, ...] = ()) -> Shift:
    """Give a shift whose contacts got these scores, each one for all scales or three."""
    shift = Shift(plan(max(len(scores), 5), levels))
    for number, score in enumerate(scores, 1):
        three = score if isinstance(score, tuple) else (score,)
        shift = shift.after_contact(result(number, *three))
    return shift


def attempt(number: int, *, shift: str = "shift", finished: bool = True, hour: int = 0):
    """Give the attempt that contact ``number`` of a shift was kept as."""
    began = NINE + timedelta(hours=hour, minutes=number)
    return AttemptSummary(
        id=f"a{number}-{hour}",
        profile_id="ana",
        profile_name="Ana",
        scenario_id=f"s{number}",
        title="The late parcel",
        trade="parcels",
        track="delivery",
        customer_name="Ana Lima",
        face={},
        mode="coach",
        turns=3,
        began_at=began,
        finished_at=began if finished else None,
        courtesy=60 + hour if finished else None,
        shift_id=shift,
        shift_number=number,
    )
