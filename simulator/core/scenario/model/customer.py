"""The person the trainee talks with: who they are, what they feel, and what went before."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import ConfigDict, Discriminator, Field, Tag

from simulator.core.scenario.appearance import Face, VoiceStyle
from simulator.core.scenario.values import (
    Day,
    Id,
    Part,
    Share,
    SomeTexts,
    Strength,
    Text,
    Texts,
    Whole,
)
from simulator.core.scenario.words import Feeling


class HistoryEntry(Part):
    """A line of the customer card: something that happened before this contact."""

    on: Day
    """When: a date such as 2026-03-03, or words such as “last week”."""
    what: Text
    """What happened, in a few words."""
    note: Text | None = None
    """More about it, in smaller letters below."""
    kind: Literal["contact", "fault", "call", "order", "note"] = "contact"
    """What sort of entry it is; chooses its sign."""
    id: Id | None = None
    """A name for the entry, to ask used(…) about and to say what reveals a hidden cause."""
    uses: Texts = ()
    """Ways to show in a reply that one has read this entry. Using it is credited."""
    asks: Texts = ()
    """Ways to ask for what this entry says. Asking for it costs patience: it is on the card."""


class FirstFeeling(Part):
    """What the customer feels when the contact begins, and why."""

    is_: Feeling = Field(alias="is")
    """The feeling."""
    near: tuple[Feeling, ...] = ()
    """Feelings that are nearly right; naming one earns half."""
    because: SomeTexts
    """The reasons, the main one first."""
    strength: Strength | None = None
    """How strong it is, 1 (hardly) to 5 (overwhelming)."""

    model_config = ConfigDict(populate_by_name=True)


class StartState(Part):
    """The customer's state when the contact begins."""

    mood: Share = 45
    """0 (furious) to 100 (delighted)."""
    trust: Share = 50
    """0 (none) to 100 (complete)."""
    bears_with_us: Annotated[Whole, Field(ge=1, le=8)] = 5
    """How long they will bear with us, in cells, 1 to 8. At 0 they give up."""


class Towards(Part):
    """What the customer feels about the firm and about the product, apart from this contact."""

    firm: Share = 50
    """About the firm, 0 (wants nothing to do with it) to 100 (fond of it)."""
    product: Share = 50
    """About the product or service, 0 (useless) to 100 (just right)."""


class Temperament(Part):
    """How strongly bad replies bite, and how fast good ones heal."""

    anger_gain: Annotated[float, Field(ge=0.5, le=2.0, strict=True)] = 1.0
    """How strongly a bad reply bites: 0.5 (mildly) to 2 (doubly)."""
    forgives: Literal["slowly", "fairly", "quickly"] = "fairly"
    """How fast a good reply heals."""


class Temperaments(Part):
    """Several temperaments, of which the seed of the play draws one."""

    any_of: Annotated[tuple[Temperament, ...], Field(min_length=2)]
    """The temperaments to draw from."""


def _one_or_several(value: object) -> str:
    several = isinstance(value, Temperaments) or (isinstance(value, Mapping) and "any_of" in value)
    return "several" if several else "one"


class Quote(Part):
    """Something the customer said before this contact."""

    on: Day
    """When they said it."""
    says: Text
    """Their words."""


class Customer(Part):
    """The person the trainee talks with."""

    name: Text
    """First and family name."""
    persona: Id | None = None
    """The same id in every scenario in which this person appears: they remember."""
    address_as: Text
    """How they like to be addressed, as in “Mrs Rao”."""
    pronoun: Literal["she", "he", "they"]
    """How they are spoken of."""
    face: Face = Face()
    """What they look like."""
    voice: VoiceStyle = VoiceStyle()
    """What they sound like."""
    wants: Literal["resolution_first", "treatment_first"] = "resolution_first"
    """What satisfies them first: the problem solved, or being treated well."""
    audience: Annotated[Whole, Field(ge=0)] = 150
    """How many people hear of it when they write in public."""
    about: Texts = ()
    """Lines of the card about the person and their account."""
    prefers: Texts = ()
    """Lines of the card about how they like to be served."""
    feels: FirstFeeling
    """What they feel at the start, and why."""
    state: StartState = StartState()
    """Mood, trust and patience at the start."""
    towards: Towards = Towards()
    """Their feelings about the firm and the product at the start."""
    temperament: Annotated[
        Annotated[Temperament, Tag("one")] | Annotated[Temperaments, Tag("several")],
        Discriminator(_one_or_several),
    ] = Temperament()
    """How they take bad and good replies; with any_of, the seed draws one of several."""
    history: tuple[HistoryEntry, ...] = ()
    """The customer card: what happened before, oldest first."""
    quote: Quote | None = None
    """Something they said before, shown on the card."""

    @property
    def first_name(self) -> str:
        """The first word of the name."""
        return self.name.split()[0]

    def entry(self, entry_id: str) -> HistoryEntry | None:
        """Give the entry of the card with an id; None if there is none."""
        return next((entry for entry in self.history if entry.id == entry_id), None)
