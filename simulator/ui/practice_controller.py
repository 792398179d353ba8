"""Carries the trainee's actions to the core, keeps every event, then shows the new session."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from simulator.core.conversation.events import AfterRecord, Began
from simulator.core.conversation.question import question_of
from simulator.core.conversation.reading import Reading, judged, revealed_by
from simulator.core.conversation.session import Session
from simulator.core.errors import SimulatorError
from simulator.core.progress.habits import Signs
from simulator.core.progress.profile import AttemptStart, Profile, StoredAttempt
from simulator.core.progress.shift import ShiftPlace
from simulator.core.scenario.model import Scenario
from simulator.core.scenario.words import Feeling
from simulator.core.scoring.context import Assessment
from simulator.core.services import ReplyModel
from simulator.ui.customers import GuestContacts, begin, finish, keep_fresh_start
from simulator.ui.model_access import ModelAccess
from simulator.ui.store_access import StoreAccess
from simulator.ui.typed_text import whole


@dataclass(frozen=True)
class Surroundings:
    """What the controllers take from outside: the clock, new names, seeds, what reads texts."""

    now: Callable[[], datetime]
    new_id: Callable[[], str]
    new_seed: Callable[[], int]
    load_model: Callable[[], ReplyModel]
    load_signs: Callable[[], Signs]
    digest: Callable[[Scenario], str]


@dataclass
class _Contact:
    """A contact as far as it is kept; a guest's, which is not, has no ``attempt_id``."""

    attempt_id: str | None
    session: Session
    is_taken_up: bool = False
    place: ShiftPlace | None = None


class PracticeController(QObject):
    """One practice at a time. Nothing is shown before it is kept; a guest's is not kept at all.

    One action at a time, too: what comes meanwhile either waits or, like a second click, is not
    meant. A contact that was left is kept to the end of what is under way, but not shown again.
    Customers remember: a person's contacts from the store, a guest's as long as the program runs.
    Others who ask the reply model something do so by ``model``.

    Signals:
        session_changed(Session): what the pages draw now.
        busy_changed(bool): a reply is being read or saved.
        failed(str): an action could not be carried out; the session stands as it was.
        scored(str): the attempt with this id has its scorecard; empty for a guest's.
        forgotten(str): the person with this id has a fresh start.
    """

    session_changed = Signal(object)
    busy_changed = Signal(bool)
    failed = Signal(str)
    scored = Signal(str)
    forgotten = Signal(str)

    def __init__(
        self, store: StoreAccess, around: Surroundings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._around = around
        self.model = ModelAccess(around.load_model, self)
        self._profile: Profile | None = None
        self._contact: _Contact | None = None
        self._opening: _Contact | None = None
        self._is_busy = False
        self._waiting: list[Callable[[], None]] = []
        self._guests = GuestContacts()
        self.model.crashed.connect(self._stop_waiting)
        store.crashed.connect(self._stop_waiting)

    @property
    def session(self) -> Session | None:
        """The session being played, None between practices."""
        return self._contact.session if self._contact else None

    def set_profile(self, profile: Profile | None) -> None:
        """Practise as this person; None is a guest."""
        self._profile = profile
        self.leave()

    def close(self) -> None:
        """Finish what is under way; a reply that is being read is still handed to the store."""
        self.model.close()

    # Beginning and leaving

    def start(self, scenario: Scenario, began: Began, place: ShiftPlace | None = None) -> None:
        """Begin a contact, with a fresh seed but in a shift; its memory is that of this moment."""
        if place is None:
            began = began.model_copy(update={"seed": self._around.new_seed()})
        self._begin(Session.begin(scenario, began), place)

    def retry(self, session: Session, from_turn: int) -> None:
        """Begin a new attempt that takes a finished one up again at a turn."""
        self._begin(session.retry(from_turn), is_taken_up=True)

    @Slot(str)
    def resume(self, attempt_id: str) -> None:
        """Take up an attempt where it was left."""
        self._when_free(lambda: self._load(attempt_id))

    @Slot(str)
    def give_fresh_start(self, persona: str) -> None:
        """Let a customer, by the id of the person, forget this trainee's contacts so far."""
        profile, now = self._profile, self._around.now()
        if profile is None:
            self._guests.forget(persona, now)
            self.forgotten.emit(persona)
            return
        self._store.run(
            lambda store: keep_fresh_start(store, profile.id, persona, now),
            lambda _: self.forgotten.emit(persona),
            self._fail,
        )

    def leave(self) -> None:
        """Let go of the contact; it can be resumed, unless it is a guest's."""
        self._contact = self._opening = None

    def _load(self, attempt_id: str) -> None:
        self._set_busy(True)
        self._store.run(lambda store: store.attempt(attempt_id), self._take_up, self._fail)

    def _take_up(self, stored: StoredAttempt) -> None:
        try:
            session = Session.replayed(stored.scenario, stored.events)
        except SimulatorError as error:
            self._fail(error)
            return
        self._contact = contact = _Contact(stored.summary.id, session)
        if session.is_finished:
            # Ended between the last event and its scorecard: only that is missing.
            self._score(contact)
        else:
            self._show(contact)

    def _begin(
        self, session: Session, place: ShiftPlace | None = None, *, is_taken_up: bool = False
    ) -> None:
        attempt_id = self._around.new_id() if self._profile else None
        self._opening = contact = _Contact(attempt_id, session, is_taken_up, place)
        self._when_free(lambda: self._keep_beginning(contact))

    def _keep_beginning(self, contact: _Contact) -> None:
        attempt_id, profile = contact.attempt_id, self._profile
        if self._opening is not contact:
            return
        if attempt_id is None or profile is None:
            if not contact.is_taken_up:
                contact.session = self._guests.remembering(contact.session)
            self._open(contact)
            return
        scenario = contact.session.scenario
        start = AttemptStart(
            id=attempt_id,
            profile_id=profile.id,
            scenario=scenario,
            scenario_sha256=self._around.digest(scenario),
            began_at=self._around.now(),
            shift_id=contact.place.shift_id if contact.place else None,
            shift_number=contact.place.number if contact.place else None,
        )

        def kept(session: Session) -> None:
            contact.session = session
            self._open(contact)

        self._set_busy(True)
        self._store.run(
            lambda store: begin(store, start, contact.session, contact.is_taken_up),
            kept,
            self._fail,
        )

    def _open(self, contact: _Contact) -> None:
        if self._opening is contact:
            self._opening, self._contact = None, contact
        self._show(contact)

    # During

    @Slot(object, str, object)
    def read(self, feeling: Feeling, because: str, strength: int | None = None) -> None:
        """Read the customer: the feeling, in the trainee's own words its cause, its strength."""
        contact = self._free_contact()
        key = contact.session.step.read if contact and contact.session.step else None
        if contact is None or key is None:
            return

        revealed = revealed_by(contact.session.moment.state)

        def compare(model: ReplyModel) -> Reading:
            said, near = whole(because), model.nearness
            return judged(key, feeling, said, near, strength=strength, revealed=revealed)

        def compared(reading: Reading) -> None:
            self._keep(contact, lambda session: session.after_reading(reading))

        self._set_busy(True)
        self.model.run(compare, compared, self._fail)

    @Slot()
    def skip_reading(self) -> None:
        """Go on without reading the customer."""
        self._act(lambda session: session.after_reading(None))

    @Slot(str)
    def reply(self, text: str) -> None:
        """Say something in one's own words."""
        self._reply(whole(text), None)

    @Slot(str)
    def choose(self, reply_id: str) -> None:
        """Say one of the lines on offer."""
        offered = self.session.offered if self.session else ()
        reply = next((reply for reply in offered if reply.id == reply_id), None)
        if reply is not None:
            self._reply(reply.says, reply.id)

    def _reply(self, text: str, chosen: str | None) -> None:
        contact = self._free_contact()
        if contact is None:
            return
        try:
            # Before it is read: a novel pasted by accident would take its time.
            contact.session.refuse_unfit_reply(text, chosen)
        except SimulatorError as error:
            self._fail(error)
            return
        question = question_of(contact.session)

        def assess(model: ReplyModel) -> Assessment:
            return model.assess(text, question)

        def assessed(assessment: Assessment) -> None:
            self._keep(contact, lambda session: session.after_reply(text, assessment, chosen))

        self._set_busy(True)
        self.model.run(assess, assessed, self._fail)

    @Slot()
    def stay_silent(self) -> None:
        """Let the customer wait until they speak up, if they would; never part of a score."""
        if self.session is not None and self.session.can_wait:
            self._act(lambda session: session.after_silence())

    @Slot()
    def show_hint(self) -> None:
        """Note that the hint was looked at."""
        self._act(lambda session: session.after_hint())

    @Slot(int)
    def rewind(self, to_turn: int) -> None:
        """Go back to answer a turn again."""
        self._act(lambda session: session.after_rewind(to_turn))

    @Slot()
    def end_early(self) -> None:
        """End the contact before its time; it is scored up to here."""
        self._act(lambda session: session.after_stopping())

    # After

    @Slot(object)
    def note(self, record: AfterRecord) -> None:
        """Keep the after-contact record as it stands, without disturbing the page."""
        contact = self._contact
        if contact is not None:
            self._when_free(lambda: self._note(contact, record))

    def _note(self, contact: _Contact, record: AfterRecord) -> None:
        if contact.session.after != record and not contact.session.is_finished:
            self._is_busy = True
            self._keep(
                contact,
                lambda session: session.after_noting(record),
                then=lambda _: self._set_busy(False),
            )

    @Slot(object)
    def finish(self, record: AfterRecord) -> None:
        """Close the attempt and score it."""
        contact = self._contact
        if contact is not None:
            self._when_free(lambda: self._finish(contact, record))

    def _finish(self, contact: _Contact, record: AfterRecord) -> None:
        def finished(session: Session) -> Session:
            noted = session if session.after == record else session.after_noting(record)
            return noted.after_finishing()

        self._set_busy(True)
        if contact.session.is_finished:
            # Its scorecard could not be saved before.
            self._score(contact)
        else:
            self._keep(contact, finished, then=self._score)

    def _score(self, contact: _Contact) -> None:
        attempt_id, session, now = contact.attempt_id, contact.session, self._around.now()
        if attempt_id is None:
            self._guests.add(session, now)
            self._tell_scored(contact)
            return
        self._store.run(
            lambda store: finish(store, attempt_id, session, now),
            lambda _: self._tell_scored(contact),
            self._fail,
        )

    def _tell_scored(self, contact: _Contact) -> None:
        # A second click on *Finish* may be waiting.
        self._stop_waiting()
        if self._contact is contact:
            self.scored.emit(contact.attempt_id or "")

    # Keeping

    def _free_contact(self) -> _Contact | None:
        return None if self._is_busy else self._contact

    def _act(self, change: Callable[[Session], Session]) -> None:
        contact = self._free_contact()
        if contact is not None:
            self._set_busy(True)
            self._keep(contact, change)

    def _keep(
        self,
        contact: _Contact,
        change: Callable[[Session], Session],
        then: Callable[[_Contact], None] | None = None,
    ) -> None:
        """Work out the next session, commit its new events, and only then show it."""
        try:
            changed = change(contact.session)
        except SimulatorError as error:
            self._fail(error)
            return
        known, attempt_id = len(contact.session.events), contact.attempt_id
        fresh, now = changed.events[known:], self._around.now()

        def kept(_: None) -> None:
            contact.session = changed
            (then or self._show)(contact)

        if attempt_id is None:
            kept(None)
            return
        self._store.run(
            lambda store: store.append_events(attempt_id, known, fresh, now), kept, self._fail
        )

    def _when_free(self, action: Callable[[], None]) -> None:
        """Do something once what is under way is kept; nothing typed is lost."""
        if self._is_busy:
            self._waiting.append(action)
        else:
            action()

    def _show(self, contact: _Contact) -> None:
        self._set_busy(False)
        if self._contact is contact:
            self.session_changed.emit(contact.session)

    @Slot()
    def _stop_waiting(self) -> None:
        self._waiting.clear()
        self._set_busy(False)

    def _fail(self, error: SimulatorError) -> None:
        self._stop_waiting()
        self.failed.emit(str(error))

    def _set_busy(self, is_busy: bool) -> None:
        self._is_busy = is_busy
        self.busy_changed.emit(is_busy)
        while self._waiting and not self._is_busy:
            self._waiting.pop(0)()
