"""A moment of a contact: where it stands, what was just said, and what a reply leads to."""

from msgspec import Struct
from msgspec.structs import replace

from simulator.core.conversation.customer import CustomerState, MoodStep
from simulator.core.conversation.reading import Reading
from simulator.core.scenario.words import Feeling
from simulator.core.scoring.context import Assessment


class CustomerLine(Struct, frozen=True, gc=False):
    """What the customer says and how they look saying it.

    ``messages`` are the pieces of ``text`` where it came in several short messages, else empty;
    ``thinks`` is what they do not say, shown in Coach. A line that ``asks_again`` came because
    nothing was said for a while; replies are read against the line before it.
    """

    text: str
    feeling: Feeling
    messages: tuple[str, ...] = ()
    thinks: str = ""
    asks_again: bool = False

    @property
    def bubbles(self) -> tuple[str, ...]:
        """The text piece by piece, as it was said or sent."""
        return self.messages or (self.text,)


class Moment(Struct, frozen=True, gc=False):
    """Where a contact stands between two replies.

    Exactly one of ``step_id`` and ``ending_id`` is given. ``read_done`` tells that the customer was
    read, or the reading skipped, at this step; ``reading`` is None when it was skipped.
    ``said_before`` are the lines since the last reply that came before ``line``, while the trainee
    said nothing; oldest first.
    """

    state: CustomerState
    line: CustomerLine
    step_id: str | None = None
    ending_id: str | None = None
    reading: Reading | None = None
    read_done: bool = False
    hint_shown: bool = False
    said_before: tuple[CustomerLine, ...] = ()

    @property
    def lines(self) -> tuple[CustomerLine, ...]:
        """Everything the customer has said since the last reply."""
        return (*self.said_before, self.line)

    @property
    def meant(self) -> CustomerLine:
        """The line a reply answers: the last that is more than asking again."""
        return next((line for line in reversed(self.lines) if not line.asks_again), self.line)

    def after_reading(self, reading: Reading | None) -> "Moment":
        """The same moment with the customer read."""
        return replace(self, reading=reading, read_done=True)


class Turn(Struct, frozen=True, gc=False):
    """One exchange: the customer's line, the reply, and what came of it.

    ``reply_id`` is the author's reply that was chosen or matched, None when the reply matched none.
    ``told`` are the ids of the facts the customer told because of it, ``asked_known`` those of the
    entries of the card that it asked for although they can be read there.
    """

    number: int
    before: Moment
    text: str
    chosen: str | None
    assessment: Assessment
    reply_id: str | None
    told: tuple[str, ...]
    after: Moment
    asked_known: tuple[str, ...] = ()

    @property
    def step_id(self) -> str:
        """The step at which the reply was given."""
        return self.before.step_id or ""

    @property
    def mood_steps(self) -> tuple[MoodStep, MoodStep]:
        """The customer's mood before and after the reply."""
        return self.before.state.step, self.after.state.step
