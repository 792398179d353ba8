"""A score that can be stepped and typed."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy

from simulator.core.scoring.rubric import Skill
from simulator.ui.pages.scorecard.words import skill_words
from simulator.ui.theme import Radius, theme
from simulator.ui.widgets.buttons import icon_button
from simulator.ui.widgets.painted import Painted

_LEAST, _MOST = 0, 100
_FIRST = 50
_FIELD_WIDTH = 36
_STEPS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 5,
    Qt.Key.Key_PageDown: -5,
}


class _Number(QLineEdit):
    """Digits of a score; arrows and page keys step it.

    Signals:
        stepped(int): the person wants the score moved by so many points.
    """

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setValidator(QIntValidator(_LEAST, _MOST, self))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setProperty("kind", "bare")
        self.setPlaceholderText("–")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrow and page keys."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End the typing, also with an empty field, which a validator calls unfinished."""
        super().focusOutEvent(event)
        self.editingFinished.emit()


class Stepper(Painted):
    """Minus, the score, plus, in one outline. An empty field is a skill that is not rated.

    Signals:
        changed(): the score is another one; not sent by ``show_score``.
    """

    changed = Signal()

    def __init__(self, skill: Skill) -> None:
        super().__init__()
        name = skill_words(skill)
        self._score: int | None = None
        self._may_be_none = False
        self.minus = icon_button("minus", f"Lower {name}", kind="quiet", size="small")
        self.plus = icon_button("plus", f"Raise {name}", kind="quiet", size="small")
        self.number = _Number()
        self.number.setAccessibleName(f"Your score for {name}, 0 to 100")
        line = QHBoxLayout(self)
        line.setContentsMargins(3, 3, 3, 3)
        line.setSpacing(0)
        for widget in (self.minus, self.number, self.plus):
            line.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.minus.clicked.connect(self._lower)
        self.plus.clicked.connect(self._raise)
        self.number.stepped.connect(self._step)
        self.number.textEdited.connect(self._take_typed)
        self.number.editingFinished.connect(self._show_number)
        self.follow_theme()

    @property
    def score(self) -> int | None:
        """The score shown; None for not rated."""
        return self._score

    def show_score(self, score: int | None, *, may_be_none: bool) -> None:
        """Show a score without telling anyone.

        Args:
            score: 0 to 100, None for not rated.
            may_be_none: whether an empty field means not rated, or the score before it.
        """
        self._score, self._may_be_none = score, may_be_none
        self._show_number()

    def follow_theme(self) -> None:
        """Take the font and the width that goes with it."""
        self.number.setFont(theme().font("h3", tabular=True))
        self.number.setFixedWidth(round(theme().scaled(_FIELD_WIDTH)))
        super().follow_theme()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field."""
        painter = self.painter()
        painter.setPen(QPen(theme().colour("border_strong"), 1.0))
        painter.setBrush(theme().colour("surface"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, Radius.CONTROL, Radius.CONTROL)
        painter.end()

    def minimumSizeHint(self) -> QSize:
        """Give the room of all three: nothing here is cut off."""
        return self.sizeHint()

    @Slot()
    def _lower(self) -> None:
        self._step(-1)

    @Slot()
    def _raise(self) -> None:
        self._step(1)

    @Slot(int)
    def _step(self, points: int) -> None:
        # There is nothing to step from when a skill was not rated: begin in the middle.
        score = _FIRST if self._score is None else self._score + points
        self._take(min(max(score, _LEAST), _MOST))
        self._show_number()

    @Slot(str)
    def _take_typed(self, text: str) -> None:
        if text:
            self._take(min(int(text), _MOST))
        elif self._may_be_none:
            self._take(None)

    def _take(self, score: int | None) -> None:
        if score != self._score:
            self._score = score
            self.changed.emit()

    @Slot()
    def _show_number(self) -> None:
        self.number.setText("" if self._score is None else str(self._score))
