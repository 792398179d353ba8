"""What customers remember of who practises: of a person by the store, of a guest while we run."""

from datetime import datetime

from simulator.core.conversation.aftermath import SETTING, assumptions_of
from simulator.core.conversation.debrief import scorecard_of
from simulator.core.conversation.memory import Memory
from simulator.core.conversation.session import Session
from simulator.core.errors import ProfileError
from simulator.core.progress.people import (
    ContactCard,
    FreshStarts,
    PastContact,
    fresh_starts_of,
    fresh_starts_setting,
    memory_for,
    people_of,
)
from simulator.core.progress.profile import AttemptStart
from simulator.core.scenario.model import Scenario
from simulator.core.services import ProfileStore


def begin(store: ProfileStore, start: AttemptStart, session: Session, is_taken_up: bool) -> Session:
    """Keep a contact that begins, with a customer who remembers who practises.

    One that takes an earlier contact up again has its memory already, and its first turns too.
    """
    if not is_taken_up:
        session = _remembering(session, _memory_in(store, start.profile_id, session.scenario))
    store.begin_attempt(start, session.events[0])
    if len(session.events) > 1:
        store.append_events(start.id, 1, session.events[1:], start.began_at)
    return session


def _remembering(session: Session, memory: Memory | None) -> Session:
    began = session.began.model_copy(update={"memory": memory})
    return Session.begin(session.scenario, began)


def _memory_in(store: ProfileStore, profile_id: str, scenario: Scenario) -> Memory | None:
    fresh = fresh_starts_of(store.setting(fresh_starts_setting(profile_id)))
    return memory_for(scenario, people_of(store.past_contacts(profile_id), fresh))


def keep_fresh_start(store: ProfileStore, profile_id: str, persona: str, at: datetime) -> None:
    """Keep that a customer forgets what was before."""
    name = fresh_starts_setting(profile_id)
    try:
        known = fresh_starts_of(store.setting(name))
    except ProfileError:
        # Its message says that the next fresh start writes the list anew.
        known = FreshStarts()
    store.save_setting(name, known.with_one(persona, at).model_dump_json())


def finish(store: ProfileStore, attempt_id: str, session: Session, at: datetime) -> None:
    """Keep the scorecard of a contact; what happens next follows the numbers set by the trainer."""
    assumptions = assumptions_of(store.setting(SETTING))
    store.finish_attempt(attempt_id, scorecard_of(session, assumptions), at)


class GuestContacts:
    """A guest's finished contacts, kept nowhere but here."""

    def __init__(self) -> None:
        self._contacts: list[PastContact] = []
        self._fresh = FreshStarts()

    def add(self, session: Session, at: datetime) -> None:
        """Note a finished contact."""
        card = ContactCard.of(scorecard_of(session))
        self._contacts.append(PastContact(f"{len(self._contacts):06}", "", "", at, card))

    def forget(self, persona: str, at: datetime) -> None:
        """Let a customer forget what was before."""
        self._fresh = self._fresh.with_one(persona, at)

    def remembering(self, session: Session) -> Session:
        """Give a contact that begins, with a customer who remembers this guest."""
        people = people_of(self._contacts, self._fresh)
        return _remembering(session, memory_for(session.scenario, people))
