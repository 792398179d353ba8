"""Before a shift: how many contacts, in which mode; or on with the one that was left."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from simulator.core.conversation.events import AnswerBy, Mode
from simulator.core.progress.shift import MOST_TURNS, Shift
from simulator.ui.pages.practice_page import PracticePage
from simulator.ui.pages.shift.choice import ShiftChoice
from simulator.ui.pages.shift.words import MODE_WORDS, contact_of, number_words
from simulator.ui.room import Room
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.buttons import large, link, small
from simulator.ui.widgets.card import Panel, scrolling
from simulator.ui.widgets.choices import Segments
from simulator.ui.widgets.steps import TopBar
from simulator.ui.widgets.text import label

_LENGTHS = (5, 8, 12, 20)
_WIDTH = 520
_WHAT_IT_IS = (
    "Several short contacts in a row, with people from different tracks. Each ends by itself, or "
    f"after {number_words(MOST_TURNS)} replies. Afterwards you see how steady your three scales "
    "stayed."
)


class ShiftStartPage(PracticePage):
    """Lets the trainee choose a shift.

    Signals:
        back_wanted(): back to the scenarios.
        start_wanted(ShiftChoice): a shift is to begin.
        go_on_wanted(): the shift that was left is to go on.
        debrief_wanted(): the debrief of the last shift is wanted.
    """

    back_wanted = Signal()
    start_wanted = Signal(ShiftChoice)
    go_on_wanted = Signal()
    debrief_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TopBar("Scenarios", "A shift"), parent)
        self.bar.back_clicked.connect(self.back_wanted)
        self.lengths = Segments([(str(n), str(n), "") for n in _LENGTHS], "How many contacts")
        self.lengths.choose("8")
        self.modes = Segments((("coach", "Coach", "bulb"), ("exam", "Exam", "shield")), "Mode")
        self.answers = Segments(
            (("type", "Type", "type"), ("choose", "Choose", "choose")), "Answer by"
        )
        self.start = large("Start the shift", icon="play", hint="Enter")
        self.go_on = small("Go on", "play")
        self.debrief = link("See the debrief of your last shift")
        self._mode_words = label("", "small", "text2", wrap=True)
        self._left = Panel("well", Space.MEDIUM)
        self._left_words = label("", "body", wrap=True)
        self._build()
        self._listen()
        self._tell_mode()

    def show_shift(self, left: Shift | None, has_debrief: bool) -> None:
        """Show what there is to go on with.

        Args:
            left: a shift that was left before its end; None if there is none.
            has_debrief: whether an earlier shift can be looked back on.
        """
        if left is not None and left.number is not None:
            place = contact_of(left.number, left.length).lower()
            self._left_words.setText(f"You left a shift at {place}. A new one ends it.")
            self.go_on.setAccessibleDescription(f"At {place}")
        self._left.setVisible(left is not None)
        self.debrief.setVisible(has_debrief)

    @property
    def choice(self) -> ShiftChoice:
        """The shift as it is chosen now."""
        mode: Mode = "exam" if self.modes.key == "exam" else "coach"
        answer_by: AnswerBy = "choose" if self.answers.key == "choose" else "type"
        return ShiftChoice(int(self.lengths.key), mode, answer_by)

    def arrange(self, room: Room) -> None:
        """Keep the card in the middle, as wide as it is comfortable."""
        self._middle.setContentsMargins(room.margin, Space.PAGE, room.margin, Space.PAGE)
        self._card.setMaximumWidth(round(theme().scaled(_WIDTH)))

    def take_first_focus(self) -> None:
        """Begin where Enter goes on: with the shift that was left, else with a new one."""
        button = self.start if self._left.isHidden() else self.go_on
        button.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the focus with Enter, else start; go back with Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            buttons = (self.go_on, self.debrief, self.bar.back)
            next((it for it in buttons if it.hasFocus()), self.start).click()
        elif event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._card = Panel("card", Space.WIDE)
        self._card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        body = self._card.body
        body.addWidget(label("A shift", "h1"))
        body.addWidget(label(_WHAT_IT_IS, "body", "text2", wrap=True))
        body.addSpacing(Space.SMALL)
        body.addWidget(self._build_left())
        for words, control in (
            ("How many contacts", self.lengths),
            ("Mode", self.modes),
            ("Answer by", self.answers),
        ):
            body.addSpacing(Space.TINY)
            body.addWidget(label(words, "label", "text2"))
            body.addWidget(control)
            if control is self.modes:
                body.addWidget(self._mode_words)
        body.addSpacing(Space.MEDIUM)
        body.addWidget(self.start)
        body.addWidget(self.debrief, 0, Qt.AlignmentFlag.AlignHCenter)
        content = QWidget()
        self._middle = QHBoxLayout(content)
        self._middle.addStretch()
        column = QVBoxLayout()
        column.addWidget(self._card)
        column.addStretch()
        self._middle.addLayout(column, 100)
        self._middle.addStretch()
        self.frame.addWidget(scrolling(content), 1)

    def _build_left(self) -> Panel:
        line = QHBoxLayout()
        line.setSpacing(Space.MEDIUM)
        line.addWidget(self._left_words, 1)
        line.addWidget(self.go_on)
        self._left.body.addLayout(line)
        self._left.hide()
        return self._left

    def _listen(self) -> None:
        self.modes.chosen.connect(self._tell_mode)
        self.start.clicked.connect(lambda: self.start_wanted.emit(self.choice))
        self.go_on.clicked.connect(self.go_on_wanted)
        self.debrief.clicked.connect(self.debrief_wanted)

    @Slot()
    def _tell_mode(self) -> None:
        self._mode_words.setText(MODE_WORDS[self.choice.mode])
