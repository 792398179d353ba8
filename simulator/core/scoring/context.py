"""What a reply is read against: the customer's words, feeling, facts and the turns before.

Never the trainee's name, history, speed or earlier scores.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from simulator.core.scoring.evidence import Rating

Speaker = Literal["customer", "rep"]


class Said(BaseModel):
    """One earlier line of the conversation."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    who: Speaker
    text: str


class Checkable(BaseModel):
    """A fact in a form that can be checked by rule.

    ``may`` is what the representative may do, ``costs`` what it costs the customer (None where it
    is not said), ``when`` at what time, ``only_if`` the condition under which it may be done.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    may: str
    costs: float | None = None
    when: str = ""
    only_if: str = ""


class ReplyContext(BaseModel):
    """Everything that may bear on the rating of one reply, and nothing about who wrote it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    customer_message: str = ""
    customer_name: str = ""
    address_as: str = ""
    customer_emotion: str = ""
    channel: str = "phone"
    facts: tuple[str, ...] = ()
    checkable: tuple[Checkable, ...] = ()
    must_not: tuple[str, ...] = ()
    earlier: tuple[Said, ...] = ()
    language: str = "en"


class Foreseen(BaseModel):
    """A reply the author foresaw: its id and the ways in which it may be worded."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    wordings: tuple[str, ...]


class Assessment(BaseModel):
    """What the reply model found in one reply.

    ``matched`` is the id of the author's reply that it says in other words, None when it says none
    of them; ``similarity`` (0 to 1) is that of the nearest. ``needs_met`` and ``asked`` are ids of
    the step's needs that the reply meets and of the hidden facts it asks about; ``promised`` are
    ids of the promises it makes.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    rating: Rating
    matched: str | None = None
    similarity: float = 0.0
    needs_met: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    promised: tuple[str, ...] = ()


class Question(BaseModel):
    """What the reply model is asked about one reply, beside the reply itself."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    context: ReplyContext
    foreseen: tuple[Foreseen, ...] = ()
    needs: tuple[Foreseen, ...] = ()
    askable: tuple[Foreseen, ...] = ()
    promises: tuple[Foreseen, ...] = ()
