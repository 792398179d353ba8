"""What a customer remembers of earlier contacts with this trainee."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from simulator.core.scenario.words import EndingKind

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


class Impression(BaseModel):
    """What one finished contact leaves behind with a person."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    courtesy: int | None
    patience: int | None
    ended: EndingKind
    remember: tuple[str, ...] = ()
    leaves: bool = False
    turned_round: bool = False


def memory_after(memory: Memory, impression: Impression) -> Memory:
    """Give what a person remembers after one more contact.

    How the contact ends moves the relationship less than how the person was treated: fairness of
    treatment drives loyalty over time, the remedy drives satisfaction with this contact.

    Source: meta-analyses of complaint handling (Orsingher and others 2010; Gelbrich and Roschk
    2011), as summed up in the project's research.
    """
    kind = impression.ended
    relationship = memory.relationship + _shift(impression)
    relationship = max(0, min(100, relationship))
    streak = memory.streak + 1 if kind is EndingKind.GOOD else 0
    return Memory(
        contacts=memory.contacts + 1,
        relationship=relationship,
        bad_contacts=memory.bad_contacts + (kind is EndingKind.BAD),
        streak=streak,
        last_ended=kind,
        remembers=tuple(dict.fromkeys((*memory.remembers, *impression.remember))),
        is_lost=memory.is_lost or impression.leaves,
        is_advocate=not impression.leaves and streak > 0 and relationship >= _ADVOCATE_FROM,
        was_turned_round=memory.was_turned_round or impression.turned_round,
    )


def memory_of(impressions: Sequence[Impression]) -> Memory:
    """Give what a person remembers after several contacts, the oldest first."""
    memory = Memory()
    for impression in impressions:
        memory = memory_after(memory, impression)
    return memory


_ADVOCATE_FROM = 70
_MOST_SHIFT = 25
_OF_ENDING = {EndingKind.GOOD: 6, EndingKind.MEDIUM: 0, EndingKind.BAD: -10}


def _shift(impression: Impression) -> int:
    treatment = [it for it in (impression.courtesy, impression.patience) if it is not None]
    kindness = (sum(treatment) / len(treatment) - 55) * 0.4 if treatment else 0.0
    shift = round(kindness + _OF_ENDING[impression.ended])
    return max(-_MOST_SHIFT, min(_MOST_SHIFT, shift))
