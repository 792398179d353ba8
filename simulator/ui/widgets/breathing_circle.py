"""A circle to breathe with: it grows, it shrinks, and after a minute it rests."""

import math

from PySide6.QtCore import QRectF, QSize, Qt, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.ui.theme import theme
from simulator.ui.widgets.notices import announce
from simulator.ui.widgets.painted import Painted

IN_S, OUT_S = 4.0, 6.0
"""Seconds of breathing in and out."""

BREATHS = 6
"""How many breaths the circle makes: a minute of them."""

_SIZE = 176
_SMALLEST = 0.56
"""Share of the full radius at which the circle rests: its words have room in it."""


class BreathingCircle(Painted):
    """Rests until it is asked to breathe; with less motion it stands still and tells the count.

    Signals:
        rested(): it has come to rest again, by itself or because it was asked to.
    """

    rested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._minute = QVariantAnimation(self)
        self._minute.setStartValue(0.0)
        self._minute.setEndValue(BREATHS * (IN_S + OUT_S))
        self._minute.setDuration(round(BREATHS * (IN_S + OUT_S) * 1000))
        self._minute.valueChanged.connect(self._follow_breath)
        self._minute.finished.connect(self._come_to_rest)
        self._told = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("A circle to breathe with")
        self._describe()

    @property
    def is_breathing(self) -> bool:
        """Whether it moves now."""
        return self._minute.state() is QVariantAnimation.State.Running

    @property
    def words(self) -> str:
        """What stands in the circle."""
        if self.is_breathing:
            return "Breathe in" if self._second() < IN_S else "Breathe out"
        return f"In for {IN_S:.0f}\nout for {OUT_S:.0f}" if theme().less_motion else ""

    @property
    def share(self) -> float:
        """How far it is grown, 0 to 1."""
        if not self.is_breathing:
            return 0.5 if theme().less_motion else 0.0
        second = self._second()
        if second < IN_S:
            return _eased(second / IN_S)
        return 1.0 - _eased((second - IN_S) / OUT_S)

    def breathe(self) -> None:
        """Begin a minute; with less motion nothing moves."""
        if not theme().less_motion:
            self._told = ""
            self._minute.start()
            self._follow_breath()

    def rest(self) -> None:
        """Come to rest at once."""
        if self.is_breathing:
            self._minute.stop()
            self._come_to_rest()

    def follow_theme(self) -> None:
        """Come to rest where motion has been switched off."""
        if theme().less_motion:
            self.rest()
        self._describe()
        super().follow_theme()

    def sizeHint(self) -> QSize:
        """Give the room of the circle at its largest."""
        edge = round(theme().scaled(_SIZE))
        return QSize(edge, edge)

    def minimumSizeHint(self) -> QSize:
        """Give the same room."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw how far it can grow, how far it is grown, and the words."""
        painter = self.painter()
        largest = min(self.width(), self.height()) / 2 - 2
        self._draw_circle(painter, largest, "surface", "border_control", 1.0)
        radius = largest * (_SMALLEST + (1 - _SMALLEST) * self.share)
        self._draw_circle(painter, radius, "accent_tint", "accent", 2.0)
        painter.setFont(theme().font("small", weight=500))
        painter.setPen(theme().colour("text"))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self.words)
        painter.end()

    def _draw_circle(
        self, painter: QPainter, radius: float, ground: str, outline: str, width: float
    ) -> None:
        painter.setBrush(theme().colour(ground))
        painter.setPen(QPen(theme().colour(outline), width))
        painter.drawEllipse(QRectF(self.rect()).center(), radius, radius)

    def _second(self) -> float:
        """Give the second of the breath that is being taken."""
        return float(self._minute.currentValue()) % (IN_S + OUT_S)

    @Slot()
    def _follow_breath(self) -> None:
        words = self.words
        if words and words != self._told:
            self._told = words
            self._describe()
            announce(self, words)
        self.update()

    @Slot()
    def _come_to_rest(self) -> None:
        self._describe()
        self.update()
        self.rested.emit()

    def _describe(self) -> None:
        self.setAccessibleDescription(self.words.replace("\n", ", ") or "At rest")


def _eased(share: float) -> float:
    """Slow down at both ends, as breath does."""
    return (1 - math.cos(math.pi * share)) / 2
