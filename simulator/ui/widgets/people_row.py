"""A chance, told as people: seven in ten."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.ui.theme import theme
from simulator.ui.widgets.painted import Painted

_WIDTH, _HEIGHT, _GAP = 18.0, 26.0, 7.0


class PeopleRow(Painted):
    """A row of people of whom some are filled and the rest dashed."""

    def __init__(self, count: int, of: int = 10, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_count(count, of)

    def show_count(self, count: int, of: int = 10) -> None:
        """Show ``count`` people of ``of`` as filled."""
        self._count, self._of = count, of
        self.setAccessibleName(f"{count} in {of}")
        self.follow_theme()

    def sizeHint(self) -> QSize:
        """Give the scaled row."""
        width = self._of * (_WIDTH + _GAP) - _GAP
        return QSize(round(theme().scaled(width) + 2), round(theme().scaled(_HEIGHT) + 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the people, filled ones first."""
        painter = self.painter()
        painter.translate(1, 1)
        painter.scale(theme().text_scale, theme().text_scale)
        for place in range(self._of):
            column = self._of - 1 - place if self.is_mirrored else place
            self._draw_one(painter, column * (_WIDTH + _GAP), filled=place < self._count)
        painter.end()

    def _draw_one(self, painter: QPainter, left: float, *, filled: bool) -> None:
        shape = QPainterPath()
        shape.addEllipse(QPointF(left + _WIDTH / 2, 5.5), 4.8, 5.0)
        body = QPainterPath(QPointF(left + 0.8, _HEIGHT - 1))
        body.lineTo(left + 0.8, 20)
        body.arcTo(QRectF(left + 0.8, 12.5, _WIDTH - 1.6, 15), 180, -180)
        body.lineTo(left + _WIDTH - 0.8, _HEIGHT - 1)
        body.closeSubpath()
        shape.addPath(body)
        if filled:
            painter.fillPath(shape, theme().colour("text2"))
        else:
            pen = QPen(theme().colour("border_strong"), 1.2, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([2.0, 2.0])
            painter.strokePath(shape, pen)
