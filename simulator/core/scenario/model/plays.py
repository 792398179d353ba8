"""Tests that travel with a scenario: what is said, and where it must lead."""

from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from simulator.core.scenario.values import Id, Part, RangeText, Share, Strength, Text, Whole, YesNo
from simulator.core.scenario.words import EndingKind, Feeling


class ScoreRange(Part):
    """The least and most a score may be, written ``70..100`` in a file."""

    least: Share
    """The least it may be."""
    most: Share
    """The most it may be."""

    def holds(self, score: int) -> bool:
        """Whether a score lies in the range."""
        return self.least <= score <= self.most

    @classmethod
    def from_text(cls, value: object) -> object:
        """Read ``70..100``; anything else is left for the type to refuse."""
        if not isinstance(value, str):
            return value
        least, dots, most = value.partition("..")
        if not dots or not least.strip().isdecimal() or not most.strip().isdecimal():
            raise ValueError("write a range as 70..100")
        if int(least) > int(most):
            raise ValueError("write the smaller number first, as in 70..100")
        return {"least": int(least), "most": int(most)}


Range = Annotated[
    ScoreRange,
    BeforeValidator(ScoreRange.from_text, json_schema_input_type=RangeText | ScoreRange),
]


class PlayedRead(Part):
    """A reading of the customer inside a test play."""

    feeling: Feeling
    """The feeling named."""
    because: str = ""
    """The cause, in the trainee's words."""
    strength: Strength | None = None
    """How strong the feeling is said to be, 1 to 5."""


class PlayedTurn(Part):
    """One turn of a test play, when more than the reply is to be tried."""

    say: Text | None = None
    """The reply: the id of one of yours, or words."""
    read: PlayedRead | None = None
    """How the customer is read before the reply."""
    silent: YesNo = False
    """Whether nothing is said for a while, instead of a reply."""

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        if self.silent == (self.say is not None):
            raise ValueError("write either say, or silent: true")
        return self


def _as_turn(value: object) -> object:
    return {"say": value} if isinstance(value, str) else value


class PlayedMemory(Part):
    """Earlier contacts with this person, for a play of somebody who comes back."""

    contacts: Annotated[Whole, Field(ge=0)] = 1
    """How many earlier contacts there were."""
    relationship: Share = 50
    """How they feel about being served here, 0 to 100."""
    last_ended: EndingKind | None = None
    """How the last one ended."""
    remembers: tuple[Id, ...] = ()
    """What they remember."""


class Play(Part):
    """A test that travels with the scenario: replies by id, or typed, and where they must lead."""

    name: Text
    """What the play shows, in a sentence."""
    replies: Annotated[
        tuple[
            Annotated[
                PlayedTurn, BeforeValidator(_as_turn, json_schema_input_type=Text | PlayedTurn)
            ],
            ...,
        ],
        Field(min_length=1),
    ]
    """What is said, turn by turn: ids of replies, or words."""
    seed: Whole = 1
    """The seed of the play."""
    memory: PlayedMemory | None = None
    """Earlier contacts with this person."""
    ends: Id | None = None
    """The ending it must reach."""
    reaches: Id | None = None
    """A step or ending it must pass."""
    courtesy: Range | None = None
    """The range that courtesy must lie in, as in 70..100."""
    patience: Range | None = None
    """The range that patience must lie in."""
    helpfulness: Range | None = None
    """The range that helpfulness must lie in."""
    reading: Range | None = None
    """The range that reading the customer must lie in."""
