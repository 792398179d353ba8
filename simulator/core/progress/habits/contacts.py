"""Finished contacts as the coach looks back on them: what the trainee said in their own words."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from simulator.core.conversation.moment import Turn
from simulator.core.conversation.session import Session
from simulator.core.progress.profile import StoredAttempt
from simulator.core.scenario.model import Customer
from simulator.core.scenario.words import PLEASANT, Track
from simulator.core.scoring.evidence import Evidence


@dataclass(frozen=True)
class OwnReply:
    """A reply in the trainee's own words, and the line it answered.

    ``is_at_ease`` tells that the customer was in a good mood, so that no feeling had to be named.
    """

    turn: int
    text: str
    customer_said: str = ""
    is_at_ease: bool = False
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Contact:
    """One finished contact: with whom, when, and what the trainee said.

    ``names`` are the forms in which the customer may be addressed. ``is_complaint`` tells that the
    customer came with a complaint, where a line that fits everybody hurts most.
    """

    attempt_id: str
    title: str
    customer: str
    at: datetime
    replies: tuple[OwnReply, ...]
    names: tuple[str, ...] = ()
    is_complaint: bool = False


def contact_of(attempt: StoredAttempt) -> Contact:
    """Give the contact of a finished attempt.

    Lines that were chosen from the author's, and turns taken back by rewinding, are left out.

    Raises:
        ConversationError: the log does not fit its scenario.
    """
    session = Session.replayed(attempt.scenario, attempt.events)
    customer, summary = attempt.scenario.customer, attempt.summary
    return Contact(
        attempt_id=summary.id,
        title=attempt.scenario.title,
        customer=customer.name,
        at=summary.finished_at or summary.began_at,
        replies=tuple(_own_reply(turn) for turn in session.turns if turn.chosen is None),
        names=_forms_of_address(customer),
        is_complaint=attempt.scenario.track is Track.COMPLAINT,
    )


def looked_back_on(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    """Give the contacts in which something was said in the trainee's own words, oldest first.

    An attempt that took an earlier one up again begins with replies of that one: these count
    once, where they were said first.
    """
    known: set[tuple[str, str, int, str, str]] = set()
    kept = []
    for contact in sorted(contacts, key=lambda contact: (contact.at, contact.attempt_id)):
        fresh = []
        for reply in contact.replies:
            key = (contact.title, contact.customer, reply.turn, reply.customer_said, reply.text)
            if key not in known:
                known.add(key)
                fresh.append(reply)
        if fresh:
            kept.append(replace(contact, replies=tuple(fresh)))
    return tuple(kept)


def _own_reply(turn: Turn) -> OwnReply:
    return OwnReply(
        turn=turn.number,
        text=turn.text,
        customer_said=turn.before.meant.text,
        is_at_ease=turn.before.line.feeling in PLEASANT,
        evidence=turn.assessment.rating.evidence,
    )


def _forms_of_address(customer: Customer) -> tuple[str, ...]:
    forms = (customer.address_as, customer.name, *customer.name.split())
    return tuple(sorted(dict.fromkeys(forms), key=len, reverse=True))
