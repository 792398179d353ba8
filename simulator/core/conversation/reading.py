"""Reading the customer: naming the feeling and its likely cause before answering."""

from collections.abc import Callable
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from simulator.core.scenario.model import Read
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
    when no cause was written. ``also`` tells that the cause named is true but not the main one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    feeling: Feeling
    because: str = ""
    feeling_points: Points
    cause_points: Points | None = None
    also: bool = False

    @property
    def points(self) -> int:
        """The reading as a whole: feeling and, if written, cause, equally weighted."""
        if self.cause_points is None:
            return self.feeling_points
        return round((self.feeling_points + self.cause_points) / 2)

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


def judged(key: Read, feeling: Feeling, because: str, nearness: Nearness) -> Reading:
    """Compare what the trainee read with the author's key.

    Args:
        key: the author's feeling, its neighbours, and wordings of the cause.
        feeling: the feeling the trainee named.
        because: the cause in the trainee's own words; may be empty.
        nearness: compares free text with wordings.
    """
    feeling_points = _feeling_points(key, feeling)
    if not because.strip():
        return Reading(feeling=feeling, feeling_points=feeling_points)
    main = nearness(because, key.cause)
    further = nearness(because, key.also) if key.also else 0.0
    if main >= SAME:
        points, also = 100, False
    elif further >= SAME:
        points, also = 70, True
    else:
        points, also = (50 if max(main, further) >= NEAR else 0), False
    return Reading(
        feeling=feeling,
        because=because.strip(),
        feeling_points=feeling_points,
        cause_points=points,
        also=also,
    )
