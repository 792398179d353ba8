"""The three skills, their scale and its five bands in words.

Source of the bands: the behaviourally anchored rubric of the project, from 0-19 harmful to
80-100 excellent.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

Score = Annotated[int, Field(ge=0, le=100)]
"""Points on one skill: 0 (harmful) to 100 (excellent)."""


class Skill(StrEnum):
    """What a reply is rated on; each stands alone, there is no total."""

    COURTESY = "courtesy"
    PATIENCE = "patience"
    HELPFULNESS = "helpfulness"


SKILLS: tuple[Skill, ...] = tuple(Skill)
"""The three skills in the order in which they are always shown."""


class Band(StrEnum):
    """Five steps in words, so that a number is never shown alone."""

    HARMFUL = "harmful"
    POOR = "poor"
    BASIC = "basic"
    GOOD = "good"
    EXCELLENT = "excellent"


def band_of(score: int) -> Band:
    """Give the band of a score: five bands of twenty points, 100 in the highest."""
    return tuple(Band)[min(score // 20, 4)]
