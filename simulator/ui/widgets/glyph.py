"""Line faces for chips, meters and charts, on a grid of 24."""

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.ui.theme import theme
from simulator.ui.widgets.face_data import FaceNumbers, face_numbers, feeling_id, feeling_label
from simulator.ui.widgets.painted import Painted


def draw_glyph(
    painter: QPainter, feeling: str, box: QRectF, colour: QColor, ground: QColor | None = None
) -> None:
    """Draw a line face into a square box, on a filled disc if a ground is given.

    Raises:
        KeyError: no such feeling.
    """
    numbers = face_numbers(feeling)
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(box.width() / 24, box.height() / 24)
    painter.setPen(_pen(colour, 1.7))
    painter.setBrush(ground or QColor(Qt.GlobalColor.transparent))
    painter.drawEllipse(QPointF(12, 12), 10, 10)
    for side in (-1, 1):
        _draw_eye(painter, feeling_id(feeling), numbers, side, colour)
        _draw_brow(painter, numbers, side, colour)
    _draw_mouth(painter, numbers, colour)
    painter.restore()


@lru_cache(maxsize=256)
def _drawn(feeling: str, pixels: int, colour: str, ratio: float) -> QPixmap:
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_glyph(painter, feeling, QRectF(0, 0, pixels, pixels), QColor(colour))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def feeling_glyph(
    feeling: str, size: float = 20, role: str = "text2", ratio: float = 1.0
) -> QPixmap:
    """Give the line face of a feeling as a picture, cached.

    Args:
        feeling: one of the twelve.
        size: of the edge, in logical pixels.
        role: the colour role.
        ratio: device pixels a logical pixel.

    Raises:
        KeyError: no such feeling or role.
    """
    colour = theme().colour(role).name()
    return _drawn(feeling_id(feeling), round(size * ratio), colour, ratio)


class GlyphLabel(Painted):
    """A feeling's line face that grows with the text."""

    def __init__(
        self, feeling: str, size: int = 20, role: str = "text2", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._feeling, self._size, self._role = feeling, size, role
        self.setAccessibleName(feeling_label(feeling))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give the scaled edge."""
        edge = round(theme().scaled(self._size))
        return QSize(edge, edge)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the face."""
        painter = self.painter()
        draw_glyph(painter, self._feeling, QRectF(self.rect()), theme().colour(self._role))
        painter.end()


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(
        colour,
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )


def _draw_eye(
    painter: QPainter, feeling: str, numbers: FaceNumbers, side: int, colour: QColor
) -> None:
    x = 12 + side * 3.6
    arcs = {"delighted": (10.9, 9.1), "relieved": (10.1, 11.7)}
    if feeling in arcs:
        ends, middle = arcs[feeling]
        arc = QPainterPath(QPointF(x - 1.4, ends))
        arc.quadTo(x, middle, x + 1.4, ends)
        painter.strokePath(arc, _pen(colour, 1.5))
        return
    height = max(0.25, 1.35 * min(numbers.eye_open, 1.15) - 0.35 * numbers.lower_lid)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    centre = QPointF(x + numbers.gaze_x * 0.25, 10.6 + numbers.gaze_y * 0.22)
    painter.drawEllipse(centre, 1.2, height)


def _draw_brow(painter: QPainter, numbers: FaceNumbers, side: int, colour: QColor) -> None:
    if abs(numbers.brow_angle) <= 5 and numbers.brow_asym <= 3:
        return
    x, angle, half = 12 + side * 3.6, math.radians(numbers.brow_angle * 1.15), 1.9
    y = 7.5 - numbers.brow_height * 0.13 - (numbers.brow_asym * 0.2 if side == 1 else 0)
    across, down = half * math.cos(angle), half * math.sin(angle)
    painter.setPen(_pen(colour, 1.5))
    painter.drawLine(QPointF(x - side * across, y + down), QPointF(x + side * across, y - down))


def _draw_mouth(painter: QPainter, numbers: FaceNumbers, colour: QColor) -> None:
    half, curve = 3.6 * numbers.mouth_width, numbers.mouth_curve
    if numbers.mouth_open >= 0.3:
        ends, upper, lower = (14.2, 15.0, 20.6) if curve > 0 else (17.6, 11.6, 16.6)
        mouth = QPainterPath(QPointF(12 - half, ends))
        mouth.quadTo(12, upper, 12 + half, ends)
        mouth.quadTo(12, lower, 12 - half, ends)
        painter.fillPath(mouth, colour)
        painter.strokePath(mouth, _pen(colour, 1.0))
        return
    skew = numbers.mouth_skew * 0.7
    mouth = QPainterPath(QPointF(12 - half, 15.6 - curve * 1.3 + skew))
    mouth.quadTo(12, 15.6 + curve * 2.9, 12 + half, 15.6 - curve * 1.3 - skew)
    painter.strokePath(mouth, _pen(colour, 1.6))
