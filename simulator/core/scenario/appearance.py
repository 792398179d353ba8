"""What the customer looks like and how they sound."""

from typing import Annotated, Literal

from pydantic import Field

from simulator.core.scenario.values import Id, Part, Text, Whole


class Face(Part):
    """What the customer looks like; ``like`` names one of the twelve drawn people."""

    like: Id | None = None
    """One of the drawn people whose looks to take, by name."""
    hair: Text | None = None
    """The hair: afro, bun, short and so on."""
    skin: Annotated[Whole, Field(ge=1, le=8)] = 3
    """The skin, from 1 (lightest) to 8 (darkest)."""
    age: Literal["young", "adult", "older", "old"] = "adult"
    """How old they look."""
    top: Text | None = None
    """The colour of what they wear."""


class VoiceStyle(Part):
    """How the customer sounds."""

    pitch: Literal["low", "middle", "high"] = "middle"
    """How high the voice is."""
    pace: Literal["slow", "even", "brisk"] = "even"
    """How fast they speak."""
