"""What a customer remembers of earlier contacts with this trainee."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from simulator.core.scenario.words import EndingKind
from simulator.core.scoring.consequences import Impression

Share = Annotated[int, Field(ge=0, le=100)]

FIRST_RELATIONSHIP = 50
"""How a person who was never served here feels about it: neither way."""


class Memory(BaseModel):
    """What one person remembers when they come back.

    ``relationship`` is how they feel about being served here, 0 to 100; ``bad_contacts`` how many
    of the contacts ended badly; ``streak`` how many good ones came last in a row; ``remembers``
    what the scenarios wanted remembered. Who ``is_lost`` has gone to a rival and does not come
    back; an ``is_advocate`` sends others. ``was_turned_round`` tells that a bad start was once
    made good: that surprises only once.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    contacts: Annotated[int, Field(ge=0)] = 0
    relationship: Share = FIRST_RELATIONSHIP
    bad_contacts: Annotated[int, Field(ge=0)] = 0
    streak: Annotated[int, Field(ge=0)] = 0
    last_ended: EndingKind | None = None
    remembers: tuple[str, ...] = ()
    is_lost: bool = False
    is_advocate: bool = False
    was_turned_round: bool = False


def memory_after(memory: Memory, impression: Impression) -> Memory:
    """Give what a person remembers after one more contact."""
    kind = impression.ended
    return Memory(
        contacts=memory.contacts + 1,
        relationship=moved_relationship(memory, impression.shift),
        bad_contacts=memory.bad_contacts + (kind is EndingKind.BAD),
        streak=memory.streak + 1 if kind is EndingKind.GOOD else 0,
        last_ended=kind,
        remembers=tuple(dict.fromkeys((*memory.remembers, *impression.remember))),
        is_lost=memory.is_lost or impression.leaves,
        is_advocate=impression.advocates and not impression.leaves,
        was_turned_round=memory.was_turned_round or impression.turned_round,
    )


def moved_relationship(memory: Memory, shift: int) -> int:
    """Give the relationship moved by some points, within 0 to 100."""
    return max(0, min(100, memory.relationship + shift))


def memory_of(impressions: Sequence[Impression]) -> Memory:
    """Give what a person remembers after several contacts, the oldest first."""
    memory = Memory()
    for impression in impressions:
        memory = memory_after(memory, impression)
    return memory
