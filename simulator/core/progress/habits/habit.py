"""A habit as it is told: its name, how often and where it shows, whether it fades, one advice."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class HabitKind(StrEnum):
    """The habits that are looked for."""

    CANNED_LINES = "canned-lines"
    VOUCHER_REFLEX = "voucher-reflex"
    UNDERSTAND_BUT = "understand-but"
    AS_I_SAID = "as-i-said"
    OVER_APOLOGY = "over-apology"
    NAME_OVERUSE = "name-overuse"

    @property
    def label(self) -> str:
        """What the habit is called."""
        return _LABELS[self]

    @property
    def advice(self) -> str:
        """One sentence about the words, never about the person."""
        return _ADVICE[self]


_LABELS = {
    HabitKind.CANNED_LINES: "The same line for different customers",
    HabitKind.VOUCHER_REFLEX: "A voucher before the feeling or the fix",
    HabitKind.UNDERSTAND_BUT: "“I understand, but”",
    HabitKind.AS_I_SAID: "“As I said”",
    HabitKind.OVER_APOLOGY: "One sorry after another",
    HabitKind.NAME_OVERUSE: "The name very often",
}

_ADVICE = {
    HabitKind.CANNED_LINES: "One detail that only this customer told you makes the line theirs.",
    HabitKind.VOUCHER_REFLEX: (
        "A voucher says most once the feeling is named and the fix is under way."
    ),
    HabitKind.UNDERSTAND_BUT: "Stop after what you understood; the next sentence needs no “but”.",
    HabitKind.AS_I_SAID: "New words, or an example, do more than pointing back to the old ones.",
    HabitKind.OVER_APOLOGY: "One sorry that names what went wrong, then the step, is enough.",
    HabitKind.NAME_OVERUSE: "Once at the start, and perhaps once at the end, sounds most natural.",
}


class Change(StrEnum):
    """How the last contacts compare with those before, as far as chance does not explain it."""

    FADING = "fading"
    GROWING = "growing"
    NONE = "none"


@dataclass(frozen=True)
class HabitQuote:
    """Words in which the habit showed, and where they were said."""

    text: str
    attempt_id: str
    turn: int
    title: str
    customer: str
    at: datetime


@dataclass(frozen=True)
class Habit:
    """A habit and how it stands.

    ``times`` is how often it showed, in ``replies`` of ``of_replies`` replies. ``places`` are those
    replies, oldest first, each by its attempt and turn; there were ``of_contacts`` contacts.
    ``since`` is when it showed first.
    """

    kind: HabitKind
    times: int
    places: tuple[tuple[str, int], ...]
    of_replies: int
    of_contacts: int
    quotes: tuple[HabitQuote, ...]
    since: datetime
    change: Change = Change.NONE

    @property
    def replies(self) -> int:
        """In how many replies it showed."""
        return len(self.places)

    @property
    def attempt_ids(self) -> tuple[str, ...]:
        """The attempts in which it showed, oldest first."""
        return tuple(dict.fromkeys(attempt_id for attempt_id, _ in self.places))

    def turns_in(self, attempt_id: str) -> tuple[int, ...]:
        """Give the turns of an attempt at which it showed."""
        return tuple(turn for attempt, turn in self.places if attempt == attempt_id)
