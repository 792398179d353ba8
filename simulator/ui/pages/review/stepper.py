"""A score that can be stepped and typed."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSpinBox, QHBoxLayout, QSizePolicy, QSpinBox

from simulator.core.scoring.rubric import Skill
from simulator.ui.pages.scorecard.words import skill_words
from simulator.ui.theme import Radius, theme
from simulator.ui.widgets.buttons import icon_button
from simulator.ui.widgets.painted import Painted

_LEAST, _MOST = 0, 100
_NONE = -1
_FIRST = 50
_FIELD_WIDTH = 34
_BARE = (
    "QSpinBox { border: none; background: transparent; padding: 0; min-height: 0; }"
    "QSpinBox::up-button, QSpinBox::down-button { width: 0; }"
)
"""The outline belongs to the whole stepper, and its buttons replace those of the spin box."""


class _Number(QSpinBox):
    """Typed or stepped; below zero stands "–", for a skill that was not rated."""

    def stepBy(self, steps: int) -> None:
        """Step; out of "not rated" the first step goes to the middle."""
        if self.value() == _NONE:
            self.setValue(_FIRST)
        else:
            self.setValue(max(self.value() + steps, self.minimum()))


class Stepper(Painted):
    """Minus, the score, plus, in one outline.

    Signals:
        changed(): the score is another one; not sent by ``show_score``.
    """

    changed = Signal()

    def __init__(self, skill: Skill) -> None:
        super().__init__()
        name = skill_words(skill)
        self.minus = icon_button("minus", f"Lower {name}", kind="quiet", size="small")
        self.plus = icon_button("plus", f"Raise {name}", kind="quiet", size="small")
        self.number = _Number()
        self.number.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number.setSpecialValueText("–")
        self.number.setAccessibleName(f"Your score for {name}, 0 to 100")
        self.number.lineEdit().setProperty("kind", "bare")
        self.number.setStyleSheet(_BARE)
        line = QHBoxLayout(self)
        line.setContentsMargins(3, 3, 3, 3)
        line.setSpacing(0)
        for widget in (self.minus, self.number, self.plus):
            line.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.number)
        self.minus.clicked.connect(self._lower)
        self.plus.clicked.connect(self._raise)
        self.number.valueChanged.connect(self.changed)
        self.follow_theme()

    @property
    def score(self) -> int | None:
        """The score shown; None for not rated."""
        value = self.number.value()
        return None if value == _NONE else value

    def show_score(self, score: int | None, *, may_be_none: bool) -> None:
        """Show a score without telling anyone.

        Args:
            score: 0 to 100, None for not rated.
            may_be_none: whether the score may be left, or put back, to not rated.
        """
        self.number.blockSignals(True)
        self.number.setRange(_NONE if may_be_none else _LEAST, _MOST)
        self.number.setSpecialValueText("–" if may_be_none else "")
        self.number.setValue(_NONE if score is None else score)
        self.number.blockSignals(False)

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
        self.number.stepBy(-1)

    @Slot()
    def _raise(self) -> None:
        self.number.stepBy(1)
