"""A calm page after a contact in which the customer insulted the trainee; it scores nothing."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from simulator.core.conversation.recovery import DoneRight, done_right
from simulator.core.conversation.session import Session
from simulator.ui.pages.icon_line import IconLine
from simulator.ui.pages.practice_page import PracticePage
from simulator.ui.pages.recovery_words import ADVICE, CLOSING, TITLE, done_words, lead
from simulator.ui.pages.scenario_words import subtitle
from simulator.ui.room import Room
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.breathing_circle import BREATHS, IN_S, OUT_S, BreathingCircle
from simulator.ui.widgets.buttons import large, small
from simulator.ui.widgets.card import Panel, scrolling
from simulator.ui.widgets.notices import announce
from simulator.ui.widgets.steps import TopBar
from simulator.ui.widgets.tags import Tag
from simulator.ui.widgets.text import label

_WIDTH = 880
_MOVING = "Breathe in while the circle grows, and out while it shrinks."
_STILL = (
    f"Breathe in while you count to {IN_S:.0f}, and out while you count to {OUT_S:.0f}. "
    f"That way {BREATHS} breaths take about a minute."
)


class RecoveryPage(PracticePage):
    """Says that it was hard and what was right, and offers a minute to breathe.

    Signals:
        leave_wanted(): leave; everything said is kept.
        go_on_wanted(): on to what comes after the contact.
    """

    leave_wanted = Signal()
    go_on_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TopBar("Leave", step=2), parent)
        self.lead = label(role="lead", colour="text2", wrap=True)
        self.done = Panel("well", Space.CARD)
        self._done_lines = {done: IconLine("ok", "", role="body") for done in DoneRight}
        self.circle = BreathingCircle()
        self.breathe = small("Start")
        self.go_on = large("Go on", hint="Enter")
        self._how = label(role="small", colour="text2", wrap=True)
        self._build()
        self.bar.back_clicked.connect(self.leave_wanted)
        self.breathe.clicked.connect(self._toggle)
        self.circle.rested.connect(self._show_still)
        self.go_on.clicked.connect(self.go_on_wanted)
        theme().changed.connect(self._show_still)
        self._show_still()

    def show_session(self, session: Session, *, in_shift: bool = False) -> None:
        """Speak about one contact.

        Args:
            session: a contact that is over.
            in_shift: whether it is one of several. In an exam what was right is then not told
                before the last of them.
        """
        self.bar.set_titles(session.scenario.title, subtitle(session.scenario))
        self.bar.spine.setVisible(not in_shift)
        self.lead.setText(lead(session))
        self._show_done(session, tells=session.is_coached or not in_shift)
        self.circle.rest()
        self._area.verticalScrollBar().setValue(0)
        self.arrange_anew()
        if self.isVisible():
            self.take_first_focus()
        announce(self, f"{TITLE}. {self.lead.text()}")

    def arrange(self, room: Room) -> None:
        """Put the circle beside the words, or below them."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._parts.setDirection(down if room is Room.COMPACT else across)
        self._middle.setContentsMargins(room.margin, Space.PAGE, room.margin, Space.WIDE)
        self._column_holder.setMaximumWidth(round(theme().scaled(_WIDTH)))

    def take_first_focus(self) -> None:
        """Put the focus where Enter goes on."""
        self.go_on.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter from anywhere but another button, leave with Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            buttons = (self.breathe, self.bar.back)
            next((it for it in buttons if it.hasFocus()), self.go_on).click()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave_wanted.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the circle rest while nobody sees it."""
        super().hideEvent(event)
        self.circle.rest()

    @Slot()
    def _toggle(self) -> None:
        if self.circle.is_breathing:
            self.circle.rest()
        else:
            self.circle.breathe()
            self.breathe.setText("Stop")

    @Slot()
    def _show_still(self) -> None:
        if not self.circle.is_breathing:
            self.breathe.setText("Start")
        self.breathe.setVisible(not theme().less_motion)
        self._how.setText(_STILL if theme().less_motion else _MOVING)

    def _show_done(self, session: Session, *, tells: bool) -> None:
        done = done_right(session) if tells else ()
        for each, line in self._done_lines.items():
            line.show_line("ok", "positive", done_words(session, each))
            line.setVisible(each in done)
        self.done.setVisible(bool(done))

    def _build(self) -> None:
        self._column_holder = QWidget()
        column = QVBoxLayout(self._column_holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SECTION)
        column.addWidget(label(TITLE, "display", wrap=True))
        column.addWidget(self.lead)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setSpacing(Space.WIDE)
        self._parts.addLayout(self._built_words(), 3)
        self._parts.addWidget(self._built_breathing(), 2, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._parts)
        column.addWidget(label(CLOSING, "small", "text2", wrap=True))
        column.addStretch()
        content = QWidget()
        self._middle = QHBoxLayout(content)
        self._middle.addStretch()
        self._middle.addWidget(self._column_holder, 100)
        self._middle.addStretch()
        self._area = scrolling(content)
        self.frame.addWidget(self._area, 1)
        foot = Panel("surface", Space.MEDIUM)
        foot.body.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignHCenter)
        self.frame.addWidget(foot)

    def _built_words(self) -> QVBoxLayout:
        self.done.body.addWidget(label("What you did", "h3"))
        for line in self._done_lines.values():
            self.done.body.addWidget(line)
        words = QVBoxLayout()
        words.setSpacing(Space.CARD)
        words.addWidget(self.done)
        for advice in ADVICE:
            words.addWidget(IconLine(advice.icon, advice.says, advice.why, role="body"))
        words.addStretch()
        return words

    def _built_breathing(self) -> Panel:
        card = Panel("card", Space.SECTION)
        head = QHBoxLayout()
        head.setSpacing(Space.SMALL)
        head.addWidget(label("A minute to breathe", "h3"))
        head.addWidget(Tag("Optional"))
        head.addStretch()
        card.body.setSpacing(Space.MEDIUM)
        card.body.addLayout(head)
        card.body.addWidget(self._how)
        card.body.addWidget(self.circle, 0, Qt.AlignmentFlag.AlignHCenter)
        card.body.addWidget(self.breathe, 0, Qt.AlignmentFlag.AlignHCenter)
        return card
