"""What an author sees of a play and a trainee does not: state, hidden replies, and what moved.

Values in, values out; a terminal or a page writes them.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from simulator.core.conversation.circumstances import circumstances
from simulator.core.conversation.moment import Turn
from simulator.core.conversation.next_moment import entered_at, offered, way_taken
from simulator.core.conversation.session import Session
from simulator.core.errors import ConversationError
from simulator.core.scenario.explaining import explained, marked
from simulator.core.scenario.model import Reply

FEELINGS = {
    "mood": (0, 100),
    "trust": (0, 100),
    "bears_with_us": (1, 8),
    "firm": (0, 100),
    "product": (0, 100),
    "contact": (0, 100),
}
"""The numbers of the customer's state that an author may set, each with its least and most."""


class Hidden(NamedTuple):
    """A reply that is not on offer now, and why."""

    reply_id: str
    why: str


class Move(NamedTuple):
    """Something that changed in a turn; a thing that is new has ``before`` empty."""

    name: str
    before: str
    after: str


def hidden_replies(session: Session) -> tuple[Hidden, ...]:
    """Give the replies of this step that are not on offer, each with what keeps it back.

    The parts at fault in its condition stand between quotation marks, with what they are worth.
    """
    if session.step is None:
        return ()
    open_now = {reply.id for reply in session.on_offer}
    return tuple(
        Hidden(reply.id, _why_hidden(session, reply))
        for reply in session.step.replies
        if reply.id not in open_now
    )


def _why_hidden(session: Session, reply: Reply) -> str:
    if reply.once and reply.id in session.moment.state.given:
        return "once, and it has been given"
    if reply.when is None:
        return "hidden"
    around = circumstances(session.contact, session.moment, session.turn_number)
    return marked(explained(reply.when, around))


def state_of(session: Session) -> dict[str, str]:
    """Give all that conditions can ask about the customer now, by name, as text."""
    state = session.moment.state
    told = {name: str(getattr(state, name)) for name in FEELINGS}
    told["visits"] = str(state.visits.get(session.moment.step_id or "", 0))
    told.update({name: _text(value) for name, value in sorted(state.variables.items())})
    topics = sorted(state.topics.items())
    told.update({f"topic {it}": "open" if is_open else "closed" for it, is_open in topics})
    for name in ("told", "promised", "used", "did", "remembered"):
        if ids := getattr(state, name):
            told[name] = ", ".join(ids)
    return told


def moves(before: Session, after: Session) -> tuple[Move, ...]:
    """Give what changed from one moment of a play to a later one, in the order it is shown."""
    was, is_now = state_of(before), state_of(after)
    names = dict.fromkeys((*was, *is_now))
    return tuple(
        Move(name, was.get(name, ""), is_now.get(name, ""))
        for name in names
        if name != "visits" and was.get(name) != is_now.get(name)
    )


def way_told(session: Session, turn: Turn) -> str:
    """Say which way a turn took: a reply, or which entry of ``otherwise`` and why that one."""
    to = turn.after.step_id or turn.after.ending_id
    if turn.reply_id is not None:
        how = "chosen" if turn.chosen else f"matched, {turn.assessment.similarity:.2f}"
        return f"reply {turn.reply_id} ({how}) → {to}"
    typed = (turn.text, None, turn.assessment)
    way = way_taken(session.contact, turn.before, turn.number, typed, ())
    entries = session.scenario.steps[turn.step_id].otherwise
    place = next(at for at, entry in enumerate(entries, 1) if entry is way)
    when = way.when.source if way.when else "anything else"
    return f"otherwise {place} ({when}) → {to}"


def passed_over(session: Session, turn: Turn) -> Iterator[str]:
    """Yield the entries of ``otherwise`` that a typed reply did not take, and why not."""
    if turn.reply_id is not None:
        return
    around = circumstances(session.contact, turn.before, turn.number, turn.assessment)
    for place, entry in enumerate(session.scenario.steps[turn.step_id].otherwise, 1):
        if entry.when is None or entry.when.holds(around):
            return
        yield f"not otherwise {place}: {marked(explained(entry.when, around))}"


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else f"{value:g}"


def standing_at(session: Session, step_id: str) -> Session:
    """Give the play as if the customer had just come to a step, in the state they are in.

    Such a play cannot be had by replies, so its log does not lead there.

    Raises:
        ConversationError: there is no such step.
    """
    if step_id not in session.scenario.steps:
        known = ", ".join(session.scenario.steps)
        raise ConversationError(f"There is no step '{step_id}'. There are: {known}.")
    moment = entered_at(session.contact, session.moment.state, step_id)
    on_offer = offered(session.contact, moment, session.turn_number)
    return replace(session, moment=moment, on_offer=on_offer, is_stopped=False)


def with_values(session: Session, values: Mapping[str, str]) -> Session:
    """Give the play with some variables or feelings set by hand, written as in a file.

    Raises:
        ConversationError: a name is not known, or a value does not fit it.
    """
    state = session.moment.state
    for name, text in values.items():
        if name in FEELINGS:
            state = replace(state, **{name: _feeling(name, text)})
        elif name in session.scenario.variables:
            value = _variable(name, text, session.scenario.variables[name])
            state = replace(state, variables={**state.variables, name: value})
        else:
            known = ", ".join((*FEELINGS, *session.scenario.variables))
            raise ConversationError(f"There is nothing called '{name}' to set. There are: {known}.")
    moment = replace(session.moment, state=state)
    on_offer = offered(session.contact, moment, session.turn_number)
    return replace(session, moment=moment, on_offer=on_offer)


def _feeling(name: str, text: str) -> int:
    least, most = FEELINGS[name]
    if not text.isdecimal() or not least <= int(text) <= most:
        raise ConversationError(f"{name} must be a whole number from {least} to {most}.")
    return int(text)


def _variable(name: str, text: str, first: int | bool) -> int | bool:
    if isinstance(first, bool):
        if text not in ("true", "false"):
            raise ConversationError(f"{name} must be true or false.")
        return text == "true"
    if not text.removeprefix("-").isdecimal():
        raise ConversationError(f"{name} must be a whole number.")
    return int(text)
