"""Reading the customer: naming the feeling and its likely cause before answering."""

from collections.abc import Callable, Collection
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from simulator.core.conversation.customer import CustomerState
from simulator.core.scenario.model import Read
from simulator.core.scenario.values import Strength
from simulator.core.scenario.words import NEIGHBOURS, Feeling

Nearness = Callable[[str, tuple[str, ...]], float]
"""Says how near a text comes to the nearest of some wordings, 0 to 1."""

SAME = 0.6
"""Nearness from which a written cause counts as the author's."""

NEAR = 0.4
"""Nearness from which a written cause earns half."""

Points = Annotated[int, Field(ge=0, le=100)]


class Reading(BaseModel):
    """What the trainee read in the customer and how near it came.

    ``feeling_points`` is 100 for the feeling itself, 50 for a neighbour. ``cause_points`` is None
    when no cause was written. ``also`` tells that the cause named is true but not the main one,
    ``is_guessed`` that nothing had revealed it yet. ``strength_points`` is None when none was asked
    for or given.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    feeling: Feeling
    because: str = ""
    feeling_points: Points
    cause_points: Points | None = None
    also: bool = False
    is_guessed: bool = False
    strength: Strength | None = None
    strength_points: Points | None = None

    @property
    def points(self) -> int:
        """The reading as a whole: feeling and, if given, cause and strength.

        Strength weighs half as much as the other two.
        """
        total, weight = 2 * self.feeling_points, 2
        if self.cause_points is not None:
            total, weight = total + 2 * self.cause_points, weight + 2
        if self.strength_points is not None:
            total, weight = total + self.strength_points, weight + 1
        return round(total / weight)

    @property
    def fits(self) -> bool:
        """Whether the reading was right in the main."""
        return self.points >= 75

    @property
    def is_near(self) -> bool:
        """Whether the reading was a near miss."""
        return 40 <= self.points < 75


def _feeling_points(key: Read, feeling: Feeling) -> int:
    if feeling is key.feeling:
        return 100
    return 50 if feeling in key.near or feeling in NEIGHBOURS[key.feeling] else 0


GUESSED = 50
"""The most a cause earns that was guessed before anything had revealed it."""


def _strength_points(key: Read, strength: int | None) -> int | None:
    if key.strength is None or strength is None:
        return None
    return {0: 100, 1: 50}.get(abs(key.strength - strength), 0)


def judged(
    key: Read,
    feeling: Feeling,
    because: str,
    nearness: Nearness,
    *,
    strength: int | None = None,
    revealed: Collection[str] = (),
) -> Reading:
    """Compare what the trainee read with the author's key.

    Args:
        key: the author's feeling, its neighbours, its strength, and wordings of the cause.
        feeling: the feeling the trainee named.
        because: the cause in the trainee's own words; may be empty.
        nearness: compares free text with wordings.
        strength: how strong the trainee thinks the feeling is, 1 to 5; None if not said.
        revealed: ids of the facts told and the entries of the card used so far. A cause that only
            some of them reveal is a guess before.
    """
    said = Reading(
        feeling=feeling,
        feeling_points=_feeling_points(key, feeling),
        strength=strength if key.strength is not None else None,
        strength_points=_strength_points(key, strength),
    )
    if not because.strip():
        return said
    points, also = _cause_points(key, because, nearness)
    is_guessed = bool(key.known_from) and not any(it in revealed for it in key.known_from)
    return said.model_copy(
        update={
            "because": because.strip(),
            "cause_points": min(points, GUESSED) if is_guessed else points,
            "also": also,
            "is_guessed": is_guessed and points > 0,
        }
    )


def _cause_points(key: Read, because: str, nearness: Nearness) -> tuple[int, bool]:
    main = nearness(because, key.cause)
    further = nearness(because, key.also) if key.also else 0.0
    if main >= SAME:
        return 100, False
    if further >= SAME:
        return 70, True
    return (50 if max(main, further) >= NEAR else 0), False


def revealed_by(state: CustomerState) -> frozenset[str]:
    """Give the ids of what has been revealed: facts told, entries of the card used."""
    return frozenset((*state.told, *state.used))
