"""The closed vocabularies of a scenario: feelings, tracks, channels, causes."""

from enum import StrEnum


class Feeling(StrEnum):
    """The twelve feelings a customer can show."""

    CALM = "calm"
    PLEASED = "pleased"
    DELIGHTED = "delighted"
    RELIEVED = "relieved"
    CONFUSED = "confused"
    SCEPTICAL = "sceptical"
    WORRIED = "worried"
    DISAPPOINTED = "disappointed"
    IMPATIENT = "impatient"
    FRUSTRATED = "frustrated"
    ANGRY = "angry"
    EMBARRASSED = "embarrassed"

    @property
    def label(self) -> str:
        """The word shown for the feeling."""
        return "Let down" if self is Feeling.DISAPPOINTED else self.value.capitalize()


NEIGHBOURS: dict[Feeling, frozenset[Feeling]] = {
    Feeling.CALM: frozenset({Feeling.PLEASED, Feeling.RELIEVED}),
    Feeling.PLEASED: frozenset({Feeling.CALM, Feeling.DELIGHTED, Feeling.RELIEVED}),
    Feeling.DELIGHTED: frozenset({Feeling.PLEASED}),
    Feeling.RELIEVED: frozenset({Feeling.CALM, Feeling.PLEASED}),
    Feeling.CONFUSED: frozenset({Feeling.WORRIED, Feeling.SCEPTICAL}),
    Feeling.SCEPTICAL: frozenset({Feeling.CONFUSED, Feeling.IMPATIENT, Feeling.DISAPPOINTED}),
    Feeling.WORRIED: frozenset({Feeling.CONFUSED, Feeling.EMBARRASSED}),
    Feeling.DISAPPOINTED: frozenset({Feeling.FRUSTRATED, Feeling.SCEPTICAL}),
    Feeling.IMPATIENT: frozenset({Feeling.FRUSTRATED, Feeling.SCEPTICAL}),
    Feeling.FRUSTRATED: frozenset({Feeling.ANGRY, Feeling.IMPATIENT, Feeling.DISAPPOINTED}),
    Feeling.ANGRY: frozenset({Feeling.FRUSTRATED}),
    Feeling.EMBARRASSED: frozenset({Feeling.WORRIED}),
}
"""Which feelings are easily taken for each other: naming a neighbour earns half."""

PLEASANT: frozenset[Feeling] = frozenset(
    {Feeling.CALM, Feeling.PLEASED, Feeling.DELIGHTED, Feeling.RELIEVED}
)
"""The feelings of a customer who is at ease."""


class Track(StrEnum):
    """What the contact is about."""

    PURCHASE = "purchase"
    COMPLAINT = "complaint"
    RETURN = "return"
    BILLING = "billing"
    DELIVERY = "delivery"
    TECHNICAL = "technical"
    INTERNAL = "internal"
    SAFETY = "safety"


class Channel(StrEnum):
    """How the customer reaches the representative."""

    PHONE = "phone"
    CHAT = "chat"
    EMAIL = "email"
    SOCIAL = "social"
    COUNTER = "counter"

    @property
    def notices_silence(self) -> bool:
        """Whether the customer notices within a minute that nothing comes back.

        By email and under a post people wait for hours, and at a counter they see what keeps us.
        """
        return self in (Channel.PHONE, Channel.CHAT)


class Cause(StrEnum):
    """Where a customer's feeling comes from."""

    TREATMENT = "treatment"
    QUALITY = "quality"
    SILENCE = "silence"
    JOURNEY = "journey"
    INFORMATION = "information"

    @property
    def label(self) -> str:
        """What the cause is, in words a trainee can choose from."""
        return {
            Cause.TREATMENT: "How somebody treated them",
            Cause.QUALITY: "The product or the service itself",
            Cause.SILENCE: "Nobody got in touch",
            Cause.JOURNEY: "Several small failures in a row",
            Cause.INFORMATION: "Nobody explained it plainly",
        }[self]


class EndingKind(StrEnum):
    """How a contact ends for the customer."""

    GOOD = "good"
    MEDIUM = "medium"
    BAD = "bad"
