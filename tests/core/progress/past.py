"""Finished contacts of a trainee, made from real plays."""

from datetime import UTC, datetime, timedelta

from simulator.core.conversation.debrief import scorecard_of
from simulator.core.conversation.session import Session
from simulator.core.progress.people import ContactCard, PastContact
from simulator.core.progress.profile import AttemptSummary

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def past(session: Session, day: int = 0, trainee: str = "Ana") -> PastContact:
    """Give a contact finished some days after Monday; a card may be changed afterwards."""
    card = ContactCard.of(scorecard_of(session))
    name = f"{trainee}-{card.scenario_id}-{card.seed}-{day}"
    return PastContact(name, trainee.lower(), trainee, MONDAY + timedelta(days=day), card)


def line_of(contact: PastContact, **changes: object) -> AttemptSummary:
    """Give the line of a contact in the list of attempts, with some of its fields replaced."""
    card = contact.card
    whole: dict[str, object] = {
        "id": contact.attempt_id,
        "profile_id": contact.profile_id,
        "profile_name": contact.profile_name,
        "scenario_id": card.scenario_id,
        "title": card.title,
        "trade": "parcels",
        "track": card.track,
        "customer_name": card.customer.name,
        "face": {},
        "mode": "coach",
        "turns": 2,
        "began_at": contact.finished_at - timedelta(minutes=8),
        "finished_at": contact.finished_at,
        "courtesy": card.courtesy,
        "patience": card.patience,
        "helpfulness": card.helpfulness,
        "ending_kind": card.ending_kind,
    }
    return AttemptSummary.model_validate(whole | changes)
