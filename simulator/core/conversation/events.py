"""The event log: what the trainee did, in order. Everything else is worked out from it.

One log serves resume, replay, rewind and export. Events carry no time: the store notes when each
came, so that the same play gives the same log, byte for byte.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from simulator.core.conversation.memory import Memory
from simulator.core.conversation.reading import Reading
from simulator.core.scenario.words import Cause, Feeling
from simulator.core.scoring.context import Assessment

LONGEST_REPLY = 10_000
"""Characters in a reply, at most."""

Mode = Literal["coach", "exam"]
"""Coach: feedback after each reply, rewind allowed. Exam: feedback at the end."""

AnswerBy = Literal["type", "choose"]
"""How the trainee answers; it may change during the contact."""


class _Event(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Began(_Event):
    """The contact began, set up like this; the predicted feelings are a guess and never scored.

    ``memory`` is what the customer remembers of earlier contacts, None for a first one;
    ``card_read`` tells whether the trainee looked at the customer card before the contact.
    """

    kind: Literal["began"] = "began"
    scenario_id: str
    mode: Mode = "coach"
    answer_by: AnswerBy = "type"
    seed: int = 1
    memory: Memory | None = None
    predicted: tuple[Feeling, ...] = ()
    predicted_because: str = ""
    card_read: bool | None = None


class CustomerRead(_Event):
    """The trainee read the customer; None means that they went on without."""

    kind: Literal["customer_read"] = "customer_read"
    reading: Reading | None


class Replied(_Event):
    """The trainee replied; ``chosen`` is the id of the reply picked, None when it was typed."""

    kind: Literal["replied"] = "replied"
    text: Annotated[str, Field(min_length=1, max_length=LONGEST_REPLY)]
    chosen: str | None = None
    assessment: Assessment


class Waited(_Event):
    """The trainee let the customer wait until they spoke again; never part of a score."""

    kind: Literal["waited"] = "waited"


class HintShown(_Event):
    """The trainee looked at the hint of this step."""

    kind: Literal["hint_shown"] = "hint_shown"


class Rewound(_Event):
    """The trainee went back to answer turn ``to_turn`` again; later turns become a branch."""

    kind: Literal["rewound"] = "rewound"
    to_turn: Annotated[int, Field(ge=1)]


class LoggedPromise(_Event):
    """A promise in the log: what, who keeps it, by when; ``quote`` is how it was said."""

    what: str
    owner: str = "Me"
    by: str = ""
    quote: str = ""
    promise_id: str | None = None


class AfterRecord(_Event):
    """What the trainee wrote after the contact."""

    promises: tuple[LoggedPromise, ...] = ()
    causes: tuple[Cause, ...] = ()
    follow_up: str = ""
    offer: str = ""
    note: str = ""
    message: str = ""
    last_feeling: Feeling | None = None
    last_because: str = ""


class AfterNoted(_Event):
    """The after-contact record as it stands; a later one replaces it."""

    kind: Literal["after_noted"] = "after_noted"
    record: AfterRecord


class Stopped(_Event):
    """The trainee ended the contact early; it is scored up to here."""

    kind: Literal["stopped"] = "stopped"


class Finished(_Event):
    """The trainee finished the after-contact page."""

    kind: Literal["finished"] = "finished"


Event = Annotated[
    Began | CustomerRead | Replied | Waited | HintShown | Rewound | AfterNoted | Stopped | Finished,
    Field(discriminator="kind"),
]
"""Anything the trainee can do in a session."""

EVENT: TypeAdapter[Event] = TypeAdapter(Event)
"""Reads and writes one event as JSON."""
