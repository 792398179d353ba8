"""The pages of one practice, Before to Scorecard, wired to the practice controller."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from simulator.core.conversation.debrief import scorecard_of
from simulator.core.conversation.events import Began
from simulator.core.conversation.moment import CustomerLine
from simulator.core.conversation.recovery import needs_recovery
from simulator.core.conversation.session import Session
from simulator.core.errors import SimulatorError
from simulator.core.progress.habits import Habit
from simulator.core.progress.profile import AttemptSummary, Profile, StoredAttempt
from simulator.core.progress.shift import ShiftPlace
from simulator.core.progress.trend import since_last_time
from simulator.core.scenario.model import Scenario
from simulator.core.scoring.rubric import SKILLS
from simulator.core.services import Voice
from simulator.ui.pages.after_page import AfterPage
from simulator.ui.pages.briefing_page import BriefingPage
from simulator.ui.pages.channel_words import CHANNELS
from simulator.ui.pages.conversation.spoken_line import spoken_line
from simulator.ui.pages.conversation_page import ConversationPage
from simulator.ui.pages.habit_words import habit_line
from simulator.ui.pages.recovery_page import RecoveryPage
from simulator.ui.pages.scorecard_page import ScorecardPage
from simulator.ui.pages.set_up import SetUp
from simulator.ui.practice_controller import PracticeController
from simulator.ui.store_access import StoreAccess


class PracticeFlow(QObject):
    """Leads a trainee from the briefing to the scorecard.

    Signals:
        page_wanted(QWidget): this page is to be shown.
        left(): the trainee goes back to the scenarios.
        notice(str): something to be told in passing.
        agreement_wanted(): the trainee wants to know how good the scores are.
        scorecard_shown(tuple[AttemptSummary, ...]): a kept scorecard is shown, of one of these.
        short_contact_over(): a contact of a shift has ended, and the trainee goes on.
    """

    page_wanted = Signal(QWidget)
    left = Signal()
    notice = Signal(str)
    agreement_wanted = Signal()
    scorecard_shown = Signal(object)
    short_contact_over = Signal()

    def __init__(
        self,
        practice: PracticeController,
        store: StoreAccess,
        voice: Voice,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._practice = practice
        self._store = store
        self._voice = voice
        self._now = now
        self._scenario: Scenario | None = None
        self._shown: StoredAttempt | None = None
        self._reads_aloud = False
        self._spoken: CustomerLine | None = None
        self.voice_on = True
        self._most_turns = 0
        self._build_pages()
        practice.session_changed.connect(self._show_session)
        practice.busy_changed.connect(self.conversation.set_busy)
        practice.failed.connect(self._tell)
        practice.scored.connect(self._show_scored)

    def _build_pages(self) -> None:
        self.briefing, self.conversation = BriefingPage(), ConversationPage()
        self.recovery, self.after, self.scorecard = RecoveryPage(), AfterPage(), ScorecardPage()
        during = (self.briefing, self.conversation)
        self.pages = (*during, self.recovery, self.after, self.scorecard)
        self.briefing.back_wanted.connect(self._leave)
        self.briefing.start_wanted.connect(self._start)
        self._wire_conversation(self.conversation)
        self.recovery.leave_wanted.connect(self._leave)
        self.recovery.go_on_wanted.connect(self._go_to_after)
        self.after.leave_wanted.connect(self._leave)
        self.after.record_changed.connect(self._practice.note)
        self.after.finish_wanted.connect(self._practice.finish)
        self.scorecard.back_wanted.connect(self._leave)
        self.scorecard.next_wanted.connect(self._leave)
        self.scorecard.agreement_wanted.connect(self.agreement_wanted)
        self.scorecard.retry_wanted.connect(self._retry)
        self.scorecard.review_asked.connect(self._ask_for_review)

    def _wire_conversation(self, page: ConversationPage) -> None:
        practice = self._practice
        page.leave_wanted.connect(self._leave)
        page.reply_sent.connect(practice.reply)
        page.reply_chosen.connect(practice.choose)
        page.read_given.connect(practice.read)
        page.read_skipped.connect(practice.skip_reading)
        page.hint_wanted.connect(practice.show_hint)
        page.rewind_wanted.connect(practice.rewind)
        page.end_early_wanted.connect(practice.end_early)
        page.silence_lasted.connect(practice.stay_silent)
        page.to_after_wanted.connect(self._go_on_from_contact)
        page.line_repeated.connect(self._speak)
        page.stop_voice_wanted.connect(self._voice.stop)

    def set_profile(self, profile: Profile | None) -> None:
        """Practise as this person; None is a guest."""
        self._practice.set_profile(profile)
        self.conversation.set_kept(profile is not None)
        self.scorecard.set_review_possible(profile is not None)

    def brief(self, scenario: Scenario) -> None:
        """Open a scenario at its briefing."""
        self._scenario = scenario
        self.briefing.show_scenario(scenario)
        self.page_wanted.emit(self.briefing)

    @property
    def is_in_shift(self) -> bool:
        """Whether contacts are played short."""
        return self._most_turns > 0

    def set_short(self, most_turns: int) -> None:
        """Play contacts short, without After and Scorecard; 0 plays them whole again."""
        self._most_turns = most_turns
        self.conversation.call_bar.set_most_turns(most_turns)
        self.conversation.body.closing.set_in_shift(most_turns > 0)

    def begin_short(self, scenario: Scenario, began: Began, place: ShiftPlace) -> None:
        """Begin a contact of a shift; its briefing has been read."""
        self._scenario = scenario
        self._reads_aloud = CHANNELS[scenario.channel].is_spoken
        self._lines_spoken = 0
        self.conversation.set_answer_by(began.answer_by)
        self._practice.start(scenario, began, place)

    def resume(self, attempt_id: str) -> None:
        """Take up an attempt where it was left."""
        self._reads_aloud = False
        self.conversation.set_speaks_up(None)
        self._practice.resume(attempt_id)

    def show_attempt(self, attempt_id: str) -> None:
        """Open the scorecard of a finished attempt."""
        self._store.run(lambda store: store.attempt(attempt_id), self._show_stored, self._fail)

    @Slot(object)
    def _start(self, set_up: SetUp) -> None:
        if self._scenario is None:
            return
        self._reads_aloud = set_up.reads_aloud
        self._spoken = None
        self.conversation.set_speaks_up(set_up.speaks_up)
        self.conversation.set_answer_by(set_up.answer_by)
        began = Began(
            scenario_id=self._scenario.id,
            mode=set_up.mode,
            answer_by=set_up.answer_by,
            predicted=set_up.predicted,
            predicted_because=set_up.predicted_because,
            card_read=set_up.card_read,
        )
        self._practice.start(self._scenario, began)

    @Slot(object)
    def _show_session(self, session: Session) -> None:
        self.conversation.show_session(session)
        self.page_wanted.emit(self.conversation)
        if self._reads_aloud and session.line is not self._spoken:
            self._spoken = session.line
            self._speak(spoken_line(session.line))

    @Slot(str)
    def _speak(self, text: str) -> None:
        session = self._practice.session
        if session is not None and self.voice_on:
            style = session.scenario.customer.voice
            self._voice.speak(text, style.pitch, style.pace)

    @Slot()
    def _go_on_from_contact(self) -> None:
        """Let the trainee recover from a customer who insulted them; else go on at once."""
        session = self._practice.session
        self._voice.stop()
        if session is not None and needs_recovery(session):
            self.recovery.show_session(session, in_shift=self.is_in_shift)
            self.page_wanted.emit(self.recovery)
        else:
            self._go_to_after()

    @Slot()
    def _go_to_after(self) -> None:
        session = self._practice.session
        if self.is_in_shift:
            self.short_contact_over.emit()
        elif session is not None:
            self.after.show_session(session)
            self.page_wanted.emit(self.after)

    @Slot(str)
    def _show_scored(self, attempt_id: str) -> None:
        session = self._practice.session
        if self.is_in_shift:
            return
        if attempt_id:
            self.show_attempt(attempt_id)
        elif session is not None:
            self._shown = None
            unknown = dict.fromkeys(SKILLS)
            self.scorecard.show_scorecard(scorecard_of(session), None, unknown, self._now())
            self.page_wanted.emit(self.scorecard)

    def _show_stored(self, stored: StoredAttempt) -> None:
        def show(attempts: tuple[AttemptSummary, ...]) -> None:
            if stored.scorecard is None:
                return
            self._shown = stored
            changes = since_last_time(attempts, stored.summary.id)
            self.scorecard.show_scorecard(
                stored.scorecard, stored.review, changes, stored.summary.began_at
            )
            self.scorecard.set_review_asked(stored.summary.review_asked)
            self.page_wanted.emit(self.scorecard)
            self.scorecard_shown.emit(attempts)

        person = stored.summary.profile_id
        self._store.run(lambda store: store.attempts(person), show, self._fail)

    @Slot(object)
    def show_habits(self, habits: tuple[Habit, ...]) -> None:
        """Tell, on the scorecard shown, of a habit that showed in it."""
        if self._shown is not None:
            self.scorecard.show_habit(habit_line(habits, self._shown.summary.id))

    @Slot(int)
    def _retry(self, turn: int) -> None:
        if self._shown is not None:
            session = Session.replayed(self._shown.scenario, self._shown.events)
        elif self._practice.session is not None:
            session = self._practice.session
        else:
            return
        self._practice.retry(session, turn)

    @Slot()
    def _ask_for_review(self) -> None:
        if self._shown is None:
            return
        attempt_id, at = self._shown.summary.id, self._now()

        def asked(_: None) -> None:
            self.scorecard.set_review_asked(True)
            self.notice.emit("Your trainer will find this scorecard under Team.")

        self._store.run(lambda store: store.ask_for_review(attempt_id, at), asked, self._fail)

    @Slot()
    def _leave(self) -> None:
        self._voice.stop()
        self._practice.leave()
        self.left.emit()

    def _fail(self, error: SimulatorError) -> None:
        self._tell(str(error))

    @Slot(str)
    def _tell(self, text: str) -> None:
        if self.conversation.isVisible():
            self.conversation.show_problem(text)
        else:
            self.notice.emit(text)
