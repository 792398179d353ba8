"""How a contact ends, and what is left to do when it is over."""

from typing import Annotated, Literal

from pydantic import Field

from simulator.core.scenario.values import Id, Part, SomeTexts, Text, Texts, Whole, YesNo
from simulator.core.scenario.words import Cause, EndingKind, Feeling


class Promise(Part):
    """A promise the trainee may make."""

    id: Id
    """A short name, to ask promised(…) about."""
    says: Text
    """What is promised."""
    like: SomeTexts
    """Ways to promise it."""
    by: Text | None = None
    """By when it is to be kept."""


class FollowUp(Part):
    """What may be done after the contact; the trainee chooses one."""

    best: Text
    """The best thing to do."""
    fair: Texts = ()
    """Things that are all right."""
    wrong: SomeTexts
    """Things that would do harm."""


class Offer(Part):
    """Something to offer this customer afterwards: fitting, unfitting, or better not at all."""

    fits: Text
    """An offer that fits what they buy and need."""
    unfit: SomeTexts
    """Offers that do not fit them."""


class After(Part):
    """What happens when the contact is over."""

    promises: tuple[Promise, ...] = ()
    """Promises that may have been made and are to be logged."""
    causes: Annotated[tuple[Cause, ...], Field(min_length=1, max_length=3)]
    """Where the customer's trouble came from, one to three."""
    follow_up: FollowUp
    """What may be done after the contact."""
    offer: Offer | None = None
    """What might be offered afterwards. After an unresolved complaint, nothing fits."""


class Ending(Part):
    """How the contact ends."""

    kind: EndingKind
    """Good, medium or bad for the customer."""
    headline: Text
    """The first line of the scorecard."""
    says: Text
    """The customer's last words."""
    summary: Text
    """What happened, in two sentences."""
    feels: Feeling
    """What the customer feels at the end."""
    firm: Annotated[Whole, Field(ge=1, le=5)]
    """The stars the customer gives the firm, 1 to 5."""
    rep: Annotated[Whole, Field(ge=1, le=5)]
    """The stars the customer gives the representative, 1 to 5."""
    is_solved: YesNo | None = None
    """Whether the customer's problem is solved; left out, only in a good ending."""
    expectation: Literal["below", "met", "exceeded"] | None = None
    """How it compares with what the customer expected."""
    rival: Text | None = None
    """What a rival offers the customer now."""
    post: Text | None = None
    """What the customer writes in public; {quote} is the trainee's own worst line."""
    remember: tuple[Id, ...] = ()
    """What this customer will remember next time; ask for it with remembers(…)."""

    @property
    def solves(self) -> bool:
        """Whether the customer's problem is solved."""
        return self.kind is EndingKind.GOOD if self.is_solved is None else self.is_solved
