"""What the customer looks like and how they sound."""

from typing import Annotated, Literal

from pydantic import Field

from simulator.core.scenario.values import Id, Part, Text, Whole


class Face(Part):
    """What the customer looks like; ``like`` names one of the twelve drawn people."""

    like: Id | None = None
    hair: Text | None = None
    skin: Annotated[Whole, Field(ge=1, le=8)] = 3
    age: Literal["young", "adult", "older", "old"] = "adult"
    top: Text | None = None


class VoiceStyle(Part):
    """How the customer sounds."""

    pitch: Literal["low", "middle", "high"] = "middle"
    pace: Literal["slow", "even", "brisk"] = "even"
