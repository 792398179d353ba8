"""What a shift is made of, as it is kept: its contacts in their order, and how they are played."""

from typing import Annotated, NamedTuple

from pydantic import AwareDatetime, Field

from simulator.core.conversation.events import AnswerBy, Mode
from simulator.core.progress.profile import Record

FEWEST_CONTACTS = 5
"""The fewest contacts of a shift: fewer say little about steadiness."""

MOST_CONTACTS = 20
"""The most contacts of a shift."""

MOST_TURNS = 3
"""After how many replies a contact of a shift ends by itself."""


class PlannedContact(Record):
    """One contact of a shift: the scenario, how hard it is (1 to 5), and the seed of the play."""

    scenario_id: str
    level: Annotated[int, Field(ge=1, le=5)]
    seed: Annotated[int, Field(ge=0)]


class ShiftPlan(Record):
    """A shift before its first contact.

    ``seed`` decides which contacts come in which order; ``most_turns`` after how many replies each
    ends, unless it has come to its own ending before.
    """

    id: str
    seed: Annotated[int, Field(ge=0)]
    mode: Mode = "coach"
    answer_by: AnswerBy = "type"
    most_turns: Annotated[int, Field(ge=1, le=20)] = MOST_TURNS
    contacts: Annotated[
        tuple[PlannedContact, ...], Field(min_length=FEWEST_CONTACTS, max_length=MOST_CONTACTS)
    ]


class ShiftPlace(NamedTuple):
    """Which contact of which shift an attempt is; ``number`` counts from 1."""

    shift_id: str
    number: int


class KeptShift(Record):
    """A shift of one person. ``ended_at`` is None while it can be taken up again."""

    plan: ShiftPlan
    profile_id: str
    began_at: AwareDatetime
    ended_at: AwareDatetime | None = None
