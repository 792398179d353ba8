"""During: the call, the customer, and the coach."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from simulator.core.conversation.session import Session
from simulator.core.scenario.words import Feeling
from simulator.ui.pages.channel_words import CHANNELS
from simulator.ui.pages.conversation.call_bar import CallBar
from simulator.ui.pages.conversation.call_body import CallBody
from simulator.ui.pages.conversation.clock import ContactClock
from simulator.ui.pages.conversation.news import is_same_contact, news
from simulator.ui.pages.conversation.rewind_menu import ask_for_turn
from simulator.ui.pages.conversation.silence import SilenceWatch, has_open_dialog, may_speak_up
from simulator.ui.pages.conversation.spoken_line import spoken_line
from simulator.ui.pages.practice_page import PracticePage
from simulator.ui.pages.scenario_words import elapsed_words
from simulator.ui.room import Room
from simulator.ui.widgets.notices import Banner, Toast, announce
from simulator.ui.widgets.question import Question


class ConversationPage(PracticePage):
    """Shows a session and tells what the trainee wants to do next.

    Signals:
        leave_wanted(): leave; the place is kept.
        reply_sent(str): say these words.
        reply_chosen(str): say the line on offer with this id.
        read_given(Feeling, str, object): the reading of the customer, what is behind it, how strong
            it is (None where that was not said).
        read_skipped(): go on without reading.
        hint_wanted(): show the hint of this step.
        rewind_wanted(int): answer this turn again.
        line_repeated(str): play a line aloud.
        stop_voice_wanted(): fall silent.
        pause_toggled(bool): the contact is paused or goes on.
        answer_by_changed(str): "type" or "choose".
        to_after_wanted(): on to what comes after the contact.
        end_early_wanted(): end the contact now.
        silence_lasted(): nothing was said for so long that the customer may speak up.
    """

    leave_wanted = Signal()
    reply_sent = Signal(str)
    reply_chosen = Signal(str)
    read_given = Signal(Feeling, str, object)
    read_skipped = Signal()
    hint_wanted = Signal()
    rewind_wanted = Signal(int)
    line_repeated = Signal(str)
    stop_voice_wanted = Signal()
    pause_toggled = Signal(bool)
    answer_by_changed = Signal(str)
    to_after_wanted = Signal()
    end_early_wanted = Signal()
    silence_lasted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.call_bar = CallBar()
        super().__init__(self.call_bar, parent)
        self._session: Session | None = None
        self._is_busy = self._is_paused = self._awaits_answer = False
        self._is_kept = True
        self._speaks_up: bool | None = None
        self._clock = ContactClock(self)
        self.silence = SilenceWatch(self, self._silence_counts)
        self.body = CallBody()
        self._problem = Banner("", "negative")
        self._pause_notice = Banner("", "info", action="Go on", icon="pause")
        for notice in (self._problem, self._pause_notice):
            self.body.add_notice(notice)
        self.frame.addWidget(self.body, 1)
        self._keys: dict[tuple[Qt.Key, bool], Callable[[], None]] = {
            (Qt.Key.Key_F2, False): self._want_hint,
            (Qt.Key.Key_F3, False): self.body.toggle_facts,
            (Qt.Key.Key_F5, False): self._toggle_pause,
            (Qt.Key.Key_R, True): self._ask_for_turn,
            (Qt.Key.Key_L, True): self._repeat_line,
            (Qt.Key.Key_Escape, False): self._close_top_layer,
        }
        self._wire()

    # What is shown

    @Slot(Session)
    def show_session(self, session: Session) -> None:
        """Draw the session as it stands; what was typed stays unless a turn was added."""
        before, self._session = self._session, session
        is_same = before is not None and is_same_contact(before, session)
        if not is_same:
            self._clock.reset()
            self._set_paused(False)
        turns_before = len(before.turns) if before and is_same else 0
        if not is_same or len(session.turns) > turns_before:
            self.body.composer.field.clear()
        self._stop_waiting()
        self.body.show_notice(self._problem, False)
        self.call_bar.show_session(session)
        self.body.show_session(session)
        self._show_where()
        self._run_clock()
        for sentence in news(before if is_same else None, session, self.body.coach):
            announce(self, sentence)
        self.take_first_focus()

    @Slot(bool)
    def set_busy(self, busy: bool) -> None:
        """Wait for a reply to be read and saved, or let the trainee go on."""
        self._is_busy = busy
        self._enable()
        if busy and self._awaits_answer and self._session is not None:
            scenario = self._session.scenario
            words = CHANNELS[scenario.channel].waits.format(name=scenario.customer.first_name)
            self.body.transcript.set_waiting(True, words)
        elif not busy:
            self._stop_waiting()

    @Slot(str)
    def show_problem(self, text: str) -> None:
        """Tell what could not be done; what was typed stays in the composer."""
        self._stop_waiting()
        self._problem.set_text(text)
        self.body.show_notice(self._problem, True)
        announce(self, text)
        if not self._is_busy:
            self.body.composer.take_focus()

    @Slot(str)
    def show_notice(self, text: str) -> None:
        """Tell something in passing."""
        Toast.show_in(self, text)

    def set_kept(self, kept: bool) -> None:
        """Say what leaving means: the place is kept, or nothing is, as for a guest."""
        self._is_kept = kept

    def set_speaks_up(self, speaks_up: bool | None) -> None:
        """Let the customer speak up when nothing is said for long; None: in Coach only."""
        self._speaks_up = speaks_up

    @Slot(str)
    def set_answer_by(self, answer_by: str) -> None:
        """Answer by "type" or "choose"."""
        self.body.composer.set_answer_by(answer_by)

    def arrange(self, room: Room) -> None:
        """Give the parts their places."""
        self.call_bar.set_room(room)
        self.body.arrange(room)

    def take_first_focus(self) -> None:
        """Put the focus on the reading that is asked for, else on the composer."""
        session = self._session
        if session is None or not self.isVisible() or self._is_paused:
            return
        if session.is_over:
            self.body.closing.go_on.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.body.coach.read.is_asking and self.body.coach.isVisible():
            self.body.coach.read.take_focus()
        else:
            self.body.composer.take_focus()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the keys of the conversation; the field has had its turn before."""
        has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        action = self._keys.get((Qt.Key(event.key()), has_control))
        if action is not None and self._session is not None:
            action()
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.body.transcript.scroll_by_pages(-1 if event.key() == Qt.Key.Key_PageUp else 1)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Count the time only while the call can be seen."""
        super().showEvent(event)
        self._run_clock()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop counting."""
        super().hideEvent(event)
        self._clock.run(False)
        self.silence.run(False)

    # Wishes

    def _wire(self) -> None:
        bar, body = self.call_bar, self.body
        bar.back_clicked.connect(self._ask_to_leave)
        bar.end_clicked.connect(self._ask_to_end)
        bar.pause_clicked.connect(self._toggle_pause)
        bar.coach_toggled.connect(body.set_coach_shown)
        self._clock.ticked.connect(self._show_where)
        self._pause_notice.action_clicked.connect(self._toggle_pause)
        body.composer.reply_sent.connect(self._say)
        body.composer.reply_chosen.connect(self._choose)
        body.composer.answer_by_changed.connect(self._change_answer_by)
        body.closing.to_after_wanted.connect(self.to_after_wanted)
        body.coach.read_given.connect(self._give_read)
        body.coach.read_skipped.connect(self._skip_read)
        body.coach.rewind_wanted.connect(self._rewind)
        body.coach.closed.connect(self._back_to_call)
        body.transcript.line_repeated.connect(self.line_repeated)
        body.facts_toggled.connect(self._follow_facts)
        for wanted in (body.customer.thought_wanted, body.coach.thought_wanted):
            wanted.connect(self._want_hint)
        for sign in (
            body.composer.field.textChanged, body.composer.choices.picked, body.facts_toggled,
            body.transcript.scrolled, body.transcript.caught_up, body.coach.scrolled,
        ):  # fmt: skip
            sign.connect(self.silence.begin_anew)
        self.silence.lasted.connect(self.silence_lasted)

    @Slot(str)
    def _say(self, text: str) -> None:
        if self._may_act():
            self._awaits_answer = True
            self.stop_voice_wanted.emit()
            self.reply_sent.emit(text)

    @Slot(str)
    def _choose(self, reply_id: str) -> None:
        if self._may_act():
            self._awaits_answer = True
            self.stop_voice_wanted.emit()
            self.reply_chosen.emit(reply_id)

    @Slot(Feeling, str, object)
    def _give_read(self, feeling: Feeling, because: str, strength: int | None) -> None:
        if self._may_act():
            self.read_given.emit(feeling, because, strength)

    @Slot()
    def _skip_read(self) -> None:
        if self._may_act():
            self.read_skipped.emit()

    @Slot(int)
    def _rewind(self, turn: int) -> None:
        if not self._is_busy:
            self.rewind_wanted.emit(turn)

    @Slot(str)
    def _change_answer_by(self, answer_by: str) -> None:
        self.answer_by_changed.emit(answer_by)
        self.body.composer.take_focus()

    @Slot()
    def _want_hint(self) -> None:
        session = self._session
        if session is None or session.is_over or not self._may_act():
            return
        if not session.is_coached:
            self.show_notice("Hints are given in Coach only.")
        elif not session.moment.hint_shown:
            self.hint_wanted.emit()

    def _repeat_line(self) -> None:
        if self._session is not None:
            self.line_repeated.emit(spoken_line(self._session.line))

    def _ask_for_turn(self) -> None:
        session = self._session
        if session is None or not session.turns or self._is_busy:
            return
        if not session.is_coached:
            self.show_notice("In an exam you may look back, but not change a reply.")
            return
        ask_for_turn(self.body.composer, session, self._rewind)

    def _close_top_layer(self) -> None:
        if self.body.shows_facts:
            self.body.put_facts_away()
        else:
            self._ask_to_leave()

    @Slot()
    def _ask_to_leave(self) -> None:
        session = self._session
        if session is None or session.is_over:
            self.stop_voice_wanted.emit()
            self.leave_wanted.emit()
            return
        noun = CHANNELS[session.scenario.channel].noun
        self._put(
            f"Leave this {noun}?",
            f"Your place is saved at turn {session.turn_number}."
            if self._is_kept
            else "Nothing from a guest session is kept, so this one ends here.",
            ("Stay", "Leave"),
            self._leave,
        )

    @Slot()
    def _ask_to_end(self) -> None:
        session = self._session
        if session is None or session.is_over or self._is_busy:
            return
        noun = CHANNELS[session.scenario.channel].noun
        self._put(
            f"End this {noun} now?",
            "The scorecard will cover what you said so far.",
            ("Go on", f"End the {noun}"),
            self.end_early_wanted.emit,
        )

    def _put(
        self, title: str, text: str, answers: tuple[str, str], act: Callable[[], None]
    ) -> None:
        safe, risky = answers
        question = Question(self, title, text, safe=safe, risky=risky)
        question.answered.connect(lambda is_risky: act() if is_risky else None)
        question.put()

    def _leave(self) -> None:
        self.stop_voice_wanted.emit()
        self.leave_wanted.emit()

    @Slot()
    def _back_to_call(self) -> None:
        self.body.tabs.choose("call")
        self.body.composer.take_focus()

    @Slot(bool)
    def _follow_facts(self, shown: bool) -> None:
        if not shown:
            self.body.composer.take_focus()

    # State

    @Slot()
    def _toggle_pause(self) -> None:
        session = self._session
        if session is None or session.is_over:
            return
        self._set_paused(not self._is_paused)
        self._run_clock()
        if self._is_paused:
            self.stop_voice_wanted.emit()
        else:
            self.take_first_focus()
        self.pause_toggled.emit(self._is_paused)

    def _set_paused(self, paused: bool) -> None:
        self._is_paused = paused
        self.call_bar.show_paused(paused)
        if self._session is not None:
            name = self._session.scenario.customer.first_name
            self._pause_notice.set_text(f"Paused. {name} waits as long as you need.")
        self.body.show_notice(self._pause_notice, paused)
        self._enable()

    def _enable(self) -> None:
        self.body.composer.setEnabled(self._may_act())
        read = self.body.coach.read
        read.setEnabled(self._may_act() or not read.is_asking)

    def _may_act(self) -> bool:
        return not self._is_busy and not self._is_paused

    def _stop_waiting(self) -> None:
        self._awaits_answer = False
        self.body.transcript.set_waiting(False)

    def _run_clock(self) -> None:
        is_on = self._session is not None and not self._session.is_over
        is_on = is_on and self.isVisible() and not self._is_paused
        self._clock.run(is_on)
        speaks_up = self._session is not None and may_speak_up(self._session, self._speaks_up)
        self.silence.run(is_on and speaks_up, self.body.words_to_read)

    def _silence_counts(self) -> bool:
        """Silence counts while the trainee could answer and does nothing else."""
        is_reading = self.body.shows_facts or self.body.coach.read.is_asking
        is_answering = bool(self.body.composer.field.toPlainText().strip())
        is_asked = any(each.isVisible() for each in self.findChildren(Question))
        is_busy = self.body.transcript.is_catching_up or not self._may_act()
        is_away = has_open_dialog() or not self.isActiveWindow()
        return not (is_reading or is_answering or is_asked or is_busy or is_away)

    @Slot()
    def _show_where(self) -> None:
        if self._session is None:
            return
        words = CHANNELS[self._session.scenario.channel]
        elapsed = f", {elapsed_words(self._clock.elapsed_s)}" if words.counts_seconds else ""
        sentence = f"{words.where}{elapsed}"
        self.body.customer.show_where(sentence)
        self.body.strip.show_where(sentence)
