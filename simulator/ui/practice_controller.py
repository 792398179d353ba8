"""Carries the trainee's actions to the core, keeps every event, then shows the new session."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from simulator.core.conversation.debrief import scorecard_of
from simulator.core.conversation.events import AfterRecord, Began
from simulator.core.conversation.question import question_of
from simulator.core.conversation.reading import Reading, judged
from simulator.core.conversation.session import Session
from simulator.core.errors import SimulatorError
from simulator.core.progress.profile import AttemptStart, Profile, StoredAttempt
from simulator.core.scenario.model import Scenario
from simulator.core.scenario.words import Feeling
from simulator.core.scoring.context import Assessment
from simulator.core.services import ProfileStore, ReplyModel
from simulator.ui.background import Background
from simulator.ui.store_access import StoreAccess


@dataclass(frozen=True)
class Surroundings:
    """What the controller takes from outside: the clock, new names, seeds and the reply model."""

    now: Callable[[], datetime]
    new_id: Callable[[], str]
    new_seed: Callable[[], int]
    load_model: Callable[[], ReplyModel]
    digest: Callable[[Scenario], str]


class PracticeController(QObject):
    """One practice at a time. Nothing is shown before it is kept; a guest's is not kept at all.

    Signals:
        session_changed(Session): what the pages draw now.
        busy_changed(bool): a reply is being read or saved.
        failed(str): an action could not be carried out; the session stands as it was.
        scored(str): the attempt with this id has its scorecard; empty for a guest's.
    """

    session_changed = Signal(object)
    busy_changed = Signal(bool)
    failed = Signal(str)
    scored = Signal(str)

    def __init__(
        self, store: StoreAccess, around: Surroundings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._around = around
        self._thinking = Background("reply-model", self)
        self._model: ReplyModel | None = None
        self._profile: Profile | None = None
        self._attempt_id: str | None = None
        self._session: Session | None = None
        self._is_busy = False
        self._waiting: list[Callable[[], None]] = []
        self._thinking.crashed.connect(self._stop_waiting)
        store.crashed.connect(self._stop_waiting)

    @property
    def session(self) -> Session | None:
        """The session being played, None between practices."""
        return self._session

    def set_profile(self, profile: Profile | None) -> None:
        """Practise as this person; None is a guest."""
        self._profile = profile
        self._session = None
        self._attempt_id = None

    def warm_up(self) -> None:
        """Load the reply model, off the window's thread, before it is needed."""
        self._thinking.run(self._loaded_model)

    def close(self) -> None:
        """Finish what is under way."""
        self._thinking.close()

    # Beginning

    def start(self, scenario: Scenario, began: Began) -> None:
        """Begin a contact; the seed in ``began`` is replaced by a fresh one."""
        seeded = began.model_copy(update={"seed": self._around.new_seed()})
        self._begin(Session.begin(scenario, seeded))

    @Slot(object)
    def resume(self, stored: StoredAttempt) -> None:
        """Take up an attempt where it was left."""
        try:
            session = Session.replayed(stored.scenario, stored.events)
        except SimulatorError as error:
            self.failed.emit(str(error))
            return
        self._attempt_id = stored.summary.id
        if session.is_finished:
            # Ended between the last event and its scorecard: only that is missing.
            self._score(session)
        else:
            self._show(session)

    def retry(self, session: Session, from_turn: int) -> None:
        """Begin a new attempt that takes a finished one up again at a turn."""
        self._begin(session.retry(from_turn))

    def _begin(self, session: Session) -> None:
        if self._profile is None:
            self._attempt_id = None
            self._show(session)
            return
        attempt_id = self._around.new_id()
        now = self._around.now()
        start = AttemptStart(
            id=attempt_id,
            profile_id=self._profile.id,
            scenario=session.scenario,
            scenario_sha256=self._around.digest(session.scenario),
            began_at=now,
        )

        def keep(store: ProfileStore) -> None:
            store.begin_attempt(start, session.events[0])
            if len(session.events) > 1:
                store.append_events(attempt_id, 1, session.events[1:], now)

        def begun(_: None) -> None:
            self._attempt_id = attempt_id
            self._show(session)

        self._set_busy(True)
        self._store.run(keep, begun, self._fail)

    # During

    @Slot(object, str)
    def read(self, feeling: Feeling, because: str) -> None:
        """Read the customer: name the feeling and, in the trainee's own words, its cause."""
        session = self._session
        key = session.step.read if session and session.step else None
        if session is None or key is None or self._is_busy:
            return

        def compare() -> Reading:
            return judged(key, feeling, because, self._loaded_model().nearness)

        self._set_busy(True)
        self._thinking.run(
            compare, lambda reading: self._keep(lambda: session.after_reading(reading)), self._fail
        )

    @Slot()
    def skip_reading(self) -> None:
        """Go on without reading the customer."""
        self._act(lambda session: session.after_reading(None))

    @Slot(str)
    def reply(self, text: str) -> None:
        """Say something in one's own words."""
        self._reply(text, None)

    @Slot(str)
    def choose(self, reply_id: str) -> None:
        """Say one of the lines on offer."""
        if self._session is None:
            return
        reply = next((r for r in self._session.offered if r.id == reply_id), None)
        if reply is not None:
            self._reply(reply.says, reply.id)

    def _reply(self, text: str, chosen: str | None) -> None:
        session = self._session
        if session is None or self._is_busy:
            return
        question = question_of(session)

        def assess() -> Assessment:
            return self._loaded_model().assess(text, question)

        def assessed(assessment: Assessment) -> None:
            self._keep(lambda: session.after_reply(text, assessment, chosen))

        self._set_busy(True)
        self._thinking.run(assess, assessed, self._fail)

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
        self._when_free(lambda session: self._note(session, record))

    def _note(self, session: Session, record: AfterRecord) -> None:
        if session.after != record:
            self._is_busy = True
            self._keep(lambda: session.after_noting(record), then=self._remember)

    @Slot(object)
    def finish(self, record: AfterRecord) -> None:
        """Close the attempt and score it."""
        self._when_free(lambda session: self._finish(session, record))

    def _finish(self, session: Session, record: AfterRecord) -> None:
        def finished() -> Session:
            noted = session if session.after == record else session.after_noting(record)
            return noted.after_finishing()

        self._set_busy(True)
        self._keep(finished, then=self._score)

    def _score(self, session: Session) -> None:
        self._session = session
        attempt_id, now = self._attempt_id, self._around.now()
        if attempt_id is None:
            self._set_busy(False)
            self.scored.emit("")
            return
        card = scorecard_of(session)

        def scored(_: None) -> None:
            self._set_busy(False)
            self.scored.emit(attempt_id)

        self._store.run(
            lambda store: store.finish_attempt(attempt_id, card, now), scored, self._fail
        )

    # Keeping

    def _act(self, change: Callable[[Session], Session]) -> None:
        session = self._session
        if session is None or self._is_busy:
            return
        self._set_busy(True)
        self._keep(lambda: change(session))

    def _keep(
        self,
        change: Callable[[], Session],
        then: Callable[[Session], None] | None = None,
    ) -> None:
        """Work out the next session, commit its new events, and only then show it."""
        try:
            changed = change()
        except SimulatorError as error:
            self._fail(error)
            return
        show = then or self._show
        known = len(self._session.events) if self._session else 0
        fresh, attempt_id, now = changed.events[known:], self._attempt_id, self._around.now()
        if attempt_id is None:
            show(changed)
            return
        self._store.run(
            lambda store: store.append_events(attempt_id, known, fresh, now),
            lambda _: show(changed),
            self._fail,
        )

    def _when_free(self, action: Callable[[Session], None]) -> None:
        """Do something with the session once what is under way is kept; nothing typed is lost."""
        if self._is_busy:
            self._waiting.append(lambda: self._when_free(action))
        elif self._session is not None:
            action(self._session)

    def _remember(self, session: Session) -> None:
        self._session = session
        self._set_busy(False)

    def _show(self, session: Session) -> None:
        self._session = session
        self._set_busy(False)
        self.session_changed.emit(session)

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
        if not is_busy and self._waiting:
            self._waiting.pop(0)()

    def _loaded_model(self) -> ReplyModel:
        if self._model is None:
            self._model = self._around.load_model()
        return self._model
