"""Public exposure: which practice contacts would have been written about in public, and why."""

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import AwareDatetime

from simulator.core.conversation.aftermath import VENUE_WORDS
from simulator.core.progress.people import PastContact
from simulator.core.scoring.consequences import LABEL, PostCard
from simulator.core.scoring.rubric import SKILLS, Skill

LOW = 40
"""Score below which a skill is named as a reason: the bands “harmful” and “poor”."""

_REASONS = {
    Skill.COURTESY: "the customer did not feel respected",
    Skill.PATIENCE: "the customer was not given time",
    Skill.HELPFULNESS: "the customer was not helped",
}


@dataclass(frozen=True)
class Exposure:
    """A practice contact that would have gone public.

    ``why`` are the reasons, the strongest first, and never about the trainee as a person.
    ``contacts_lost`` is how many readers would not have got in touch: a teaching model.
    """

    attempt_id: str
    trainee: str
    title: str
    customer: str
    at: AwareDatetime
    post: PostCard
    contacts_lost: int
    why: tuple[str, ...]
    label: str = LABEL

    @property
    def venue(self) -> str:
        """Where it would have been written, in words."""
        return VENUE_WORDS.get(self.post.venue, self.post.venue)


def exposure_of(contacts: Iterable[PastContact]) -> tuple[Exposure, ...]:
    """Give the contacts that would have gone public, the one that costs most first."""
    rows = [row for contact in contacts if (row := _row(contact)) is not None]
    rows.sort(key=lambda row: (-row.contacts_lost, -row.post.reach, row.at, row.attempt_id))
    return tuple(rows)


def _row(contact: PastContact) -> Exposure | None:
    card = contact.card
    if card.next is None or card.next.post is None:
        return None
    return Exposure(
        attempt_id=contact.attempt_id,
        trainee=contact.profile_name,
        title=card.title,
        customer=card.customer.name,
        at=contact.finished_at,
        post=card.next.post,
        contacts_lost=card.next.contacts_lost,
        why=_why(contact),
    )


def _why(contact: PastContact) -> tuple[str, ...]:
    """The skills that were low, the lowest first; else that the contact ended badly."""
    scores = {skill: getattr(contact.card, skill.value) for skill in SKILLS}
    low = [skill for skill in SKILLS if scores[skill] is not None and scores[skill] < LOW]
    low.sort(key=lambda skill: scores[skill])
    return tuple(_REASONS[skill] for skill in low) or ("the contact ended badly",)
