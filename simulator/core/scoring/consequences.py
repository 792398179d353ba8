"""What a contact leads to, as a scorecard keeps it: a teaching model, not a forecast."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from simulator.core.scenario.words import EndingKind
from simulator.core.scoring.rubric import Score

LABEL = "A teaching model, not a forecast."
"""Stands wherever something of the model is shown."""

Expectation = Literal["below", "met", "exceeded"]
"""How a contact compares with what the customer expected."""

Loyalty = Literal["lost", "at_risk", "neutral", "loyal", "advocate"]
"""The ladder a customer stands on, the lowest step first."""


class Card(BaseModel):
    """A part of a scorecard: a frozen value."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class PostCard(Card):
    """What the customer wrote in public.

    ``text`` holds ``quote``, which is the trainee's own line from turn ``turn``, letter for letter;
    the quote is empty and the turn None when nobody replied. ``venue`` is where it was written,
    ``reach`` how many read it over ``lifetime_days``.
    """

    text: str
    quote: str
    turn: int | None
    venue: str
    reach: Annotated[int, Field(ge=0)]
    lifetime_days: Annotated[int, Field(ge=0)]
    has_picture: bool = False


class InternalCard(Card):
    """What a contact leads to with a colleague, who buys nothing.

    ``trust`` runs from 0 to 100. ``leave_risk`` is the chance that they begin to look for work
    elsewhere.
    """

    trust: Score
    leave_risk: Annotated[float, Field(ge=0, le=1)]


class NextCard(Card):
    """What happens next: a teaching model, not a forecast.

    ``stays_in_10`` is the chance to stay in round numbers, ``stays`` how it fell out this time.
    ``tells`` counts friends and family, ``tells_kindly`` whether they hear something good;
    ``recommends`` counts those to whom an advocate recommends the firm. ``post`` is what was
    written in public, ``contacts_lost`` how many readers then did not get in touch. ``firm`` and
    ``rep`` are stars, 1 to 5. ``satisfied`` is this customer, ``satisfied_in_10`` how many of ten
    customers would be, of whom some want good treatment first. ``stays_at_rival_price`` tells
    whether they stay when a rival is ``rival_cheaper_by`` percent cheaper. Scorecards of earlier
    versions lack what has a default; colleagues have ``internal`` and nothing about buying.
    """

    label: str = LABEL
    stays_in_10: Annotated[int, Field(ge=0, le=10)]
    chance_to_stay: Annotated[float, Field(ge=0, le=1)] | None = None
    stays: bool | None = None
    tells: int
    tells_kindly: bool = False
    recommends: int = 0
    post: PostCard | None = None
    contacts_lost: Annotated[int, Field(ge=0)] = 0
    firm: int
    rep: int
    loyalty: Loyalty | None = None
    satisfied: bool | None = None
    satisfied_in_10: Annotated[int, Field(ge=0, le=10)] | None = None
    expectation: Expectation | None = None
    buys_again: bool | None = None
    buys_again_in_10: Annotated[int, Field(ge=0, le=10)] | None = None
    rival: str | None = None
    rival_cheaper_by: int | None = None
    stays_at_rival_price: bool | None = None
    internal: InternalCard | None = None


class Impression(Card):
    """What one finished contact leaves behind with a person.

    ``shift`` is how far it moves the relationship, in points of 100. ``remember`` is what the
    scenario wants remembered. Who ``leaves`` does not come back; who ``advocates`` sends others.
    """

    ended: EndingKind
    shift: Annotated[int, Field(ge=-100, le=100)] = 0
    remember: tuple[str, ...] = ()
    leaves: bool = False
    advocates: bool = False
    turned_round: bool = False


class BasicsCard(Card):
    """The basics of a contact; None where there was no occasion.

    Greeted the customer, acknowledged how they felt, acted on what they needed, and told them what
    comes next.
    """

    greeted: bool | None = None
    acknowledged: bool | None = None
    acted: bool | None = None
    next_step: bool | None = None

    @property
    def are_met(self) -> bool:
        """Whether all that had an occasion were shown, leaving the greeting aside."""
        return False not in (self.acknowledged, self.acted, self.next_step)
