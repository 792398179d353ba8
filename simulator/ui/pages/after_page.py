"""After: promises, a note somebody else can act on, and a last reading."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from simulator.core.conversation.events import AfterRecord
from simulator.core.conversation.note_checks import note_checks
from simulator.core.conversation.session import Session
from simulator.core.scenario.pronouns import pronouns_of
from simulator.ui.pages.after.checks_panel import ChecksPanel, summary
from simulator.ui.pages.after.farewell import Farewell
from simulator.ui.pages.after.record_form import RecordForm
from simulator.ui.pages.channel_words import CHANNELS
from simulator.ui.pages.conversation.transcript import Transcript
from simulator.ui.pages.practice_page import PracticePage
from simulator.ui.pages.scenario_words import subtitle
from simulator.ui.room import Room
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.buttons import large, quiet
from simulator.ui.widgets.card import Panel, scrolling
from simulator.ui.widgets.steps import TopBar
from simulator.ui.widgets.text import label

PAUSE_MS = 600
"""After how long a pause in typing the record is kept and looked at."""

_FAREWELL_WIDTH = 312
_CHECKS_WIDTH = 304


class AfterPage(PracticePage):
    """Shows what was promised and lets the trainee write the record.

    Signals:
        leave_wanted(): leave; what was written is kept.
        record_changed(AfterRecord): the record as it stands, after a pause or a choice.
        finish_wanted(AfterRecord): the record is complete; on to the scorecard.
    """

    leave_wanted = Signal()
    record_changed = Signal(AfterRecord)
    finish_wanted = Signal(AfterRecord)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TopBar("Leave", step=2), parent)
        self._session: Session | None = None
        self._is_filling = False
        self.farewell, self.form, self.checks = Farewell(), RecordForm(), ChecksPanel()
        self.transcript = Transcript()
        self.transcript.hide()
        self.read_again = quiet("Read the call again", icon="chat")
        self.finish = large("Finish and see the scorecard")
        self._summary = label(role="small", colour="text2", wrap=True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._build()
        self._wire()

    @property
    def note(self) -> QWidget:
        """The field of the note."""
        return self.form.note

    @property
    def record(self) -> AfterRecord:
        """The record as it is written now."""
        feelings = self.farewell.chips.chosen
        return self.form.record.model_copy(
            update={
                "last_feeling": feelings[0] if feelings else None,
                "last_because": self.farewell.because.toPlainText().strip(),
            }
        )

    @Slot(Session)
    def show_session(self, session: Session, saved_note: str = "") -> None:
        """Draw the record of a session, or begin it with what was promised.

        Args:
            session: a contact that is over.
            saved_note: the note to begin with, where there is no record yet.
        """
        self._session = session
        self._pause.stop()
        self._is_filling = True
        self.bar.set_titles(session.scenario.title, subtitle(session.scenario))
        self.farewell.show_session(session)
        self.form.show_session(session, saved_note)
        self.transcript.show_session(session)
        self._show_call(False)
        self._is_filling = False
        self._look()
        self.take_first_focus()

    def arrange(self, room: Room) -> None:
        """Three columns; two with the customer above the form; or one."""
        is_wide, is_compact = room is Room.WIDE, room is Room.COMPACT
        if is_wide:
            self._left_content.insertWidget(0, self.farewell)
        else:
            self._top.addWidget(self.farewell)
        self.farewell.set_beside(not is_wide)
        self._left.setVisible(is_wide)
        self._edges[0].setVisible(is_wide)
        (self._below if is_compact else self._right_content).addWidget(self.checks)
        (self._foot.body if is_compact else self._right.body).addWidget(self._finish_block)
        self._right.setVisible(not is_compact)
        self._edges[1].setVisible(not is_compact)
        self._foot.setVisible(is_compact)
        self._left.setFixedWidth(round(theme().scaled(_FAREWELL_WIDTH)))
        self._right.setFixedWidth(round(theme().scaled(_CHECKS_WIDTH)))
        self._middle_layout.setContentsMargins(room.margin, 28, room.margin, 24)

    def take_first_focus(self) -> None:
        """Begin at the first promise without a time, else at the note."""
        waiting = [card for card in self.form.promise_cards if card.lacks_time]
        field = waiting[0].by if waiting else self.form.note
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._form_area.verticalScrollBar().setValue(0)
        # Once the layout has settled: before that, places are not yet true.
        QTimer.singleShot(0, self, self._show_focus)

    @Slot()
    def _show_focus(self) -> None:
        focused = self.focusWidget()
        if focused is not None and self.form.isAncestorOf(focused):
            self._form_area.ensureWidgetVisible(focused, 0, Space.PAGE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Finish with Ctrl+Enter, leave with Esc."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._finish()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was just typed."""
        super().hideEvent(event)
        self._keep_now()

    def _wire(self) -> None:
        self.bar.back_clicked.connect(self._leave)
        for part in (self.form, self.farewell):
            part.typed.connect(self._follow_typing)
            part.decided.connect(self._follow_choice)
        self._pause.timeout.connect(self._tell)
        self.finish.clicked.connect(self._finish)
        self.read_again.clicked.connect(self._toggle_call)

    @Slot()
    def _follow_typing(self) -> None:
        if not self._is_filling:
            self._pause.start()

    @Slot()
    def _follow_choice(self) -> None:
        if not self._is_filling:
            self._tell()

    @Slot()
    def _tell(self) -> None:
        self._pause.stop()
        self._look()
        self.record_changed.emit(self.record)

    def _keep_now(self) -> None:
        if self._pause.isActive():
            self._tell()

    def _look(self) -> None:
        if self._session is None:
            return
        they = pronouns_of(self._session.scenario.customer.pronoun)
        checks = note_checks(self.record, they)
        self.checks.show_checks(checks)
        self._summary.setText(summary(checks))
        self.form.mark_words()

    @Slot()
    def _finish(self) -> None:
        self._pause.stop()
        self.finish_wanted.emit(self.record)

    @Slot()
    def _leave(self) -> None:
        self._keep_now()
        self.leave_wanted.emit()

    @Slot()
    def _toggle_call(self) -> None:
        self._show_call(self.transcript.isHidden())

    def _show_call(self, shown: bool) -> None:
        self.transcript.setVisible(shown)
        self._form_area.setVisible(not shown)
        noun = CHANNELS[self._session.scenario.channel].noun if self._session else "call"
        self.read_again.setText("Back to the note" if shown else f"Read the {noun} again")

    def _build(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(0)
        self._edges = (_edge(), _edge())
        columns.addWidget(self._built_left())
        columns.addWidget(self._edges[0])
        columns.addWidget(self._built_middle(), 1)
        columns.addWidget(self.transcript, 1)
        columns.addWidget(self._edges[1])
        columns.addWidget(self._built_right())
        self.frame.addLayout(columns, 1)
        self._foot = Panel("surface", 0)
        self.frame.addWidget(self._foot)

    def _built_left(self) -> QWidget:
        self._left = Panel("surface", 0)
        content = QWidget()
        self._left_content = QVBoxLayout(content)
        self._left_content.setContentsMargins(26, 28, 26, Space.CARD)
        self._left_content.addStretch(1)
        self._left.body.addWidget(scrolling(content), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.CARD, 0, Space.CARD, Space.SECTION)
        foot.addWidget(self.read_again)
        foot.addStretch()
        self._left.body.addLayout(foot)
        return self._left

    def _built_middle(self) -> QWidget:
        middle = QWidget()
        self._middle_layout = QVBoxLayout(middle)
        self._middle_layout.setSpacing(Space.WIDE)
        self._top, self._below = QVBoxLayout(), QVBoxLayout()
        self._middle_layout.addLayout(self._top)
        self._middle_layout.addWidget(self.form)
        self._middle_layout.addLayout(self._below)
        self._middle_layout.addStretch(1)
        self._form_area = scrolling(middle)
        return self._form_area

    def _built_right(self) -> QWidget:
        self._right = Panel("side", 0)
        content = QWidget()
        outer = QVBoxLayout(content)
        outer.setContentsMargins(Space.WIDE, 28, Space.WIDE, Space.SMALL)
        self._right_content = QVBoxLayout()
        outer.addLayout(self._right_content)
        outer.addStretch(1)
        self._right.body.addWidget(scrolling(content), 1)
        self._finish_block = QWidget()
        block = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._finish_block)
        block.setContentsMargins(Space.WIDE, Space.SMALL, Space.WIDE, Space.SECTION)
        block.setSpacing(Space.MEDIUM)
        block.addWidget(self._summary)
        block.addWidget(self.finish)
        return self._right


def _edge() -> Panel:
    edge = Panel("edge", 0)
    edge.setFixedWidth(1)
    return edge
