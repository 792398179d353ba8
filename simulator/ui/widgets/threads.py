"""The three skills and the slip: their names, icons, and the thread each is drawn with."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

SKILLS = ("courtesy", "patience", "helpful")
"""The skills in the order they are always shown; also their colour roles and icon names."""


@dataclass(frozen=True)
class Thread:
    """How a kind of evidence is named and drawn.

    Attributes:
        label: the word shown.
        role: its colour role; the tint's role ends in ``_tint``.
        icon: its icon.
    """

    label: str
    role: str
    icon: str


THREADS = {
    "courtesy": Thread("Courtesy", "courtesy", "courtesy"),
    "patience": Thread("Patience", "patience", "patience"),
    "helpful": Thread("Helpfulness", "helpful", "helpful"),
    "slip": Thread("Slip", "negative", "warn"),
}

_OTHER_NAMES = {"helpfulness": "helpful"}


def thread_of(kind: str) -> Thread:
    """Give the thread of courtesy, patience, helpful (or helpfulness) or slip.

    Raises:
        KeyError: there is no such kind.
    """
    return THREADS[skill_key(kind)]


def skill_key(kind: str) -> str:
    """Give the colour role name of a kind: ``helpfulness`` is ``helpful`` in the tokens."""
    return _OTHER_NAMES.get(kind, kind)


def thread_pen(kind: str, colour: QColor, width: float) -> QPen:
    """Give the pen of a skill's thread: solid, beads or dashes.

    Args:
        kind: courtesy, patience or helpful.
        colour: of the thread.
        width: in logical pixels; beads are a little thicker.
    """
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    match skill_key(kind):
        case "patience":
            pen.setWidthF(width * 1.25)
            pen.setDashPattern([0.05, 1.9])
        case "helpful":
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([3.4, 1.9])
    return pen


def wave(start: float, end: float, y: float, amplitude: float = 1.6) -> QPainterPath:
    """Give the slip's wave, 6 px a period, from start to end."""
    path = QPainterPath(QPointF(start, y))
    x, side = start, -1
    while x < end - 0.1:
        step = min(3.0, end - x)
        path.quadTo(x + step / 2, y + side * amplitude * 2, x + step, y)
        x, side = x + step, -side
    return path


def draw_thread(
    painter: QPainter, kind: str, start: QPointF, end: QPointF, *, colour: QColor, width: float
) -> None:
    """Draw a thread along a line of text."""
    if kind == "slip":
        painter.strokePath(wave(start.x(), end.x(), start.y()), QPen(colour, width * 0.75))
    else:
        painter.setPen(thread_pen(kind, colour, width))
        painter.drawLine(start, end)


def draw_marker(
    painter: QPainter, kind: str, centre: QPointF, radius: float, colour: QColor
) -> None:
    """Draw a skill's chart marker: circle, diamond or triangle."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    corners: tuple[tuple[float, float], ...]
    match skill_key(kind):
        case "patience":
            reach = radius * 1.25
            corners = ((0, -reach), (reach, 0), (0, reach), (-reach, 0))
        case "helpful":
            reach = radius * 1.2
            corners = ((0, -reach), (reach, reach * 0.85), (-reach, reach * 0.85))
        case _:
            painter.drawEllipse(centre, radius, radius)
            return
    painter.drawPolygon(QPolygonF([centre + QPointF(x, y) for x, y in corners]))
