"""Finished contacts of a trainee, made from real plays."""

from datetime import UTC, datetime, timedelta

from simulator.core.conversation.debrief import scorecard_of
from simulator.core.conversation.session import Session
from simulator.core.progress.people import ContactCard, PastContact

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def past(session: Session, day: int = 0, trainee: str = "Ana") -> PastContact:
    """Give a contact finished some days after Monday; a card may be changed afterwards."""
    card = ContactCard.of(scorecard_of(session))
    name = f"{trainee}-{card.scenario_id}-{card.seed}-{day}"
    return PastContact(name, trainee.lower(), trainee, MONDAY + timedelta(days=day), card)
