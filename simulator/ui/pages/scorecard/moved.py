"""What moved the customer: words with a bar to either side of nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from simulator.core.scoring.scorecard import Push
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.painted import Painted
from simulator.ui.widgets.text import elided, label

_WIDTH, _HEIGHT, _BAR = 72, 18, 7
_REACH = 34.0
_FEWEST_FOR_FULL = 20


class PushBar(Painted):
    """A filled bar for what won the customer, an outlined one to the other side for what cost."""

    def __init__(self, points: int, most: int) -> None:
        super().__init__()
        self._points, self._most = points, max(most, _FEWEST_FOR_FULL)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give the room of both sides."""
        return QSize(round(theme().scaled(_WIDTH)), round(theme().scaled(_HEIGHT)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the axis and the bar."""
        painter = self.painter()
        middle = self.width() / 2
        painter.setPen(QPen(theme().colour("border_control"), 1.0))
        painter.drawLine(round(middle), 0, round(middle), self.height())
        length = theme().scaled(_REACH) * abs(self._points) / self._most
        height = theme().scaled(_BAR)
        to_right = (self._points > 0) != self.is_mirrored
        box = QRectF(middle if to_right else middle - length, 0, length, height)
        box.moveTop((self.height() - height) / 2)
        if self._points > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("text2"))
        else:
            painter.setPen(QPen(theme().colour("text2"), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box.adjust(0.7, 0.7, -0.7, -0.7)
        painter.drawRoundedRect(box, 2, 2)
        painter.end()


class MovedList(QWidget):
    """What moved the customer, what won most on top."""

    def __init__(self, moved: Sequence[Push]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.SMALL)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        most = max((abs(push.points) for push in moved), default=0)
        for row, push in enumerate(moved):
            words = elided(push.text, "small")
            words.setToolTip(f"Turn {push.turn}: {push.text}")
            points = label(f"{push.points:+d}".replace("-", "−"), "small")
            points.set_weight(600)
            words.setAccessibleName(f"Turn {push.turn}, {push.text}: {points.text()}")
            grid.addWidget(words, row, 0)
            grid.addWidget(PushBar(push.points, most), row, 1)
            grid.addWidget(points, row, 2, Qt.AlignmentFlag.AlignRight)
