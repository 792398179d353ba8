"""What conditions can ask about at a moment of a contact."""

from collections.abc import Callable

from msgspec import Struct

from simulator.core.conversation.chance import number_drawn
from simulator.core.conversation.contact import Contact
from simulator.core.conversation.customer import CustomerState
from simulator.core.conversation.moment import Moment
from simulator.core.scoring.context import Assessment

Worth = int | float | bool | None


class Circumstances(Struct, frozen=True, gc=False):
    """The customer's state and, after a reply, that reply."""

    contact: Contact
    state: CustomerState
    step_id: str
    turn: int
    assessment: Assessment | None = None
    read_points: int | None = None

    def value(self, name: str) -> Worth:
        """Give the value of a name in a condition; None when it has none yet."""
        known = _VALUES.get(name)
        return known(self) if known else self.state.variables.get(name)

    def call(self, function: str, argument: str) -> int | float | bool:
        """Give the value of a call in a condition, such as ``asks(payroll)``."""
        return _CALLS[function](self, argument)


def circumstances(
    contact: Contact, moment: Moment, turn: int, assessment: Assessment | None = None
) -> Circumstances:
    """Gather what conditions can ask about at a moment."""
    reading = moment.reading
    return Circumstances(
        contact,
        moment.state,
        moment.step_id or "",
        turn,
        assessment,
        reading.points if reading else None,
    )


def _luck(around: Circumstances) -> int:
    visit = around.state.visits.get(around.step_id, 0)
    return number_drawn(around.contact.seed, f"luck/{around.step_id}/{visit}") % 100


_VALUES: dict[str, Callable[[Circumstances], Worth]] = {
    "courtesy": lambda it: it.assessment.rating.courtesy if it.assessment else None,
    "patience": lambda it: it.assessment.rating.patience if it.assessment else None,
    "helpfulness": lambda it: it.assessment.rating.helpfulness if it.assessment else None,
    "mood": lambda it: it.state.mood,
    "trust": lambda it: it.state.trust,
    "bears_with_us": lambda it: it.state.bears_with_us,
    "firm": lambda it: it.state.firm,
    "product": lambda it: it.state.product,
    "contact": lambda it: it.state.contact,
    "turn": lambda it: it.turn,
    "visits": lambda it: it.state.visits.get(it.step_id, 0),
    "read": lambda it: it.read_points,
    "open_topics": lambda it: sum(it.state.topics.values()),
    "silences": lambda it: it.state.silences,
    "contacts": lambda it: it.contact.memory.contacts,
    "relationship": lambda it: it.contact.memory.relationship,
    "luck": _luck,
}

_CALLS: dict[str, Callable[[Circumstances, str], int | bool]] = {
    "asks": lambda it, fact: bool(it.assessment) and fact in it.assessment.asked,  # type: ignore[union-attr]
    "met": lambda it, need: bool(it.assessment) and need in it.assessment.needs_met,  # type: ignore[union-attr]
    "told": lambda it, fact: fact in it.state.told,
    "promised": lambda it, promise: promise in it.state.promised,
    "gave": lambda it, reply: reply in it.state.given,
    "seen": lambda it, step: step in it.state.visits,
    "visits": lambda it, step: it.state.visits.get(step, 0),
    "open": lambda it, topic: it.state.topics.get(topic) is True,
    "closed": lambda it, topic: it.state.topics.get(topic) is False,
    "did": lambda it, action: action in it.state.did,
    "used": lambda it, entry: entry in it.state.used,
    "remembers": lambda it, what: what in it.contact.memory.remembers,
    "last_ended": lambda it, kind: it.contact.memory.last_ended == kind,
}
