"""What a screen reader is told when the session has moved on."""

from collections.abc import Iterator

from simulator.core.conversation.session import Session
from simulator.ui.pages.conversation.coach_column import CoachColumn


def is_same_contact(one: Session, other: Session) -> bool:
    """Whether both are the same contact, perhaps at different moments."""
    return one.scenario is other.scenario and one.events[0] is other.events[0]


def news(before: Session | None, session: Session, coach: CoachColumn) -> Iterator[str]:
    """Give the sentences to be told, each once.

    Args:
        before: the same contact as it was; None for another one.
        session: the contact as it is.
        coach: the coach's column, already drawn.
    """
    if before is None or before.line is not session.line:
        yield f"{session.scenario.customer.first_name}: {session.line.text}"
    if before is not None and len(session.turns) > len(before.turns) and session.is_coached:
        yield coach.feedback.announcement()
    if before is not None and before.must_read and session.moment.reading is not None:
        yield coach.read.result.text.text()
    if session.moment.hint_shown and not (before and before.moment.hint_shown):
        yield f"Hint: {coach.hint.text.text()}"
        if coach.thought.words:
            yield f"{session.scenario.customer.first_name} may be thinking: {coach.thought.words}"
