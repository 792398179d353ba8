"""What may be seen of the customer at a moment, as values for the panel and the strip."""

from dataclasses import dataclass

from simulator.core.conversation.session import Session


@dataclass(frozen=True)
class CustomerView:
    """The customer as the trainee may see them now.

    Attributes:
        veil: the sentence shown in place of the meters; empty when they are shown.
        mood: 1 furious to 5 warm.
        mood_before: the same a turn ago, None before the first reply.
        cells: how long they bear with us, 0 to 8.
        cells_before: the same a turn ago.
    """

    veil: str
    mood: int
    mood_before: int | None
    cells: int
    cells_before: int


def view_of(session: Session) -> CustomerView:
    """Give what may be seen: nothing in an exam, and in Coach only once the customer is read."""
    state = session.moment.state
    last = session.turns[-1].before.state if session.turns else None
    veil = ""
    if not session.is_coached:
        veil = "Exam: mood and patience stay hidden until the scorecard. Listen and look."
    elif session.must_read:
        veil = f"Read {session.scenario.customer.first_name} first."
    return CustomerView(
        veil=veil,
        mood=int(state.step),
        mood_before=int(last.step) if last else None,
        cells=state.bears_with_us,
        cells_before=last.bears_with_us if last else state.bears_with_us,
    )
