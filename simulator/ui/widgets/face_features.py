"""The parts of a face that move: eyes, brows, crease, nose and mouth."""

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from simulator.ui.widgets.face_data import FaceNumbers

_MIDDLE = 100.0
_EYE_Y = 93.0
_EYE_APART = 18.0
_EYE_HALF = 11.2
_MOUTH_Y = 121.5
_MOUTH_HALF = 14.5
_CLOSED_EYE = 0.14
_CLOSED_MOUTH = 0.06
_TEETH_SHOW = 0.3

Colours = dict[str, QColor]


def draw_features(painter: QPainter, numbers: FaceNumbers, colours: Colours, *, age: int) -> None:
    """Draw the moving parts.

    Args:
        painter: set up for the head's own coordinates.
        numbers: the expression.
        colours: skin, shade, line, brow, lip, eye_white, iris, eye_light, mouth, tongue.
        age: 3 and more adds crow's feet.
    """
    for side in (-1, 1):
        eye = _Eye.of(numbers, side)
        if numbers.eye_open < _CLOSED_EYE:
            _draw_closed_eye(painter, eye, colours)
        else:
            _draw_open_eye(painter, eye, numbers, colours)
        if age >= 3:
            _draw_crows_feet(painter, eye, colours)
        _draw_brow(painter, numbers, side, colours)
    _draw_crease(painter, numbers, colours)
    nose = _curve(QPointF(94.5, 106.5), QPointF(100, 111.5), QPointF(105.5, 106.5))
    _line(painter, nose, colours["shade"], 2.6)
    if numbers.mouth_open < _CLOSED_MOUTH:
        _draw_closed_mouth(painter, numbers, colours)
    else:
        _draw_open_mouth(painter, numbers, colours)


class _Eye(NamedTuple):
    """One eye: its corners and the control points of its lids. ``side`` is -1 left, 1 right."""

    side: int
    centre: float
    inner: QPointF
    outer: QPointF
    upper: QPointF
    lower: QPointF

    @classmethod
    def of(cls, numbers: FaceNumbers, side: int) -> "_Eye":
        centre = _MIDDLE + side * _EYE_APART
        upper_lid = 10.8 * min(max(numbers.eye_open, 0.0), 1.25)
        lower_lid = 7.2 - 4.6 * numbers.lower_lid
        return cls(
            side,
            centre,
            inner=QPointF(centre - side * _EYE_HALF, _EYE_Y + 1 + numbers.brow_angle * 0.07),
            outer=QPointF(centre + side * _EYE_HALF, _EYE_Y + 1 - numbers.brow_angle * 0.045),
            upper=QPointF(centre, _EYE_Y - 2 * upper_lid + 5.5),
            lower=QPointF(centre, _EYE_Y + 2 * lower_lid - 3.2),
        )

    def middle_of(self, control: QPointF) -> float:
        """Give the height of a lid above the centre of the eye."""
        return (self.inner.y() + self.outer.y()) / 4 + control.y() / 2

    def opening(self) -> QPainterPath:
        path = _curve(self.inner, self.upper, self.outer)
        path.quadTo(self.lower, self.inner)
        path.closeSubpath()
        return path


def _curve(start: QPointF, control: QPointF, end: QPointF) -> QPainterPath:
    path = QPainterPath(start)
    path.quadTo(control, end)
    return path


def _line(painter: QPainter, path: QPainterPath, colour: QColor, width: float) -> None:
    pen = QPen(
        colour,
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )
    painter.strokePath(path, pen)


def _draw_closed_eye(painter: QPainter, eye: _Eye, colours: Colours) -> None:
    lid = _curve(eye.inner, QPointF(eye.centre, _EYE_Y + 5), eye.outer)
    _line(painter, lid, colours["line"], 3.0)


def _draw_open_eye(painter: QPainter, eye: _Eye, numbers: FaceNumbers, colours: Colours) -> None:
    top, bottom = eye.middle_of(eye.upper), eye.middle_of(eye.lower)
    wanted = (top + bottom) / 2 + numbers.gaze_y + 0.2
    iris = QPointF(eye.centre + numbers.gaze_x, max(min(wanted, bottom - 2.2), top + 1.8))
    painter.fillPath(eye.opening(), colours["eye_white"])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours["iris"])
    painter.drawEllipse(iris, 5.6, 5.6)
    painter.setBrush(colours["eye_light"])
    painter.drawEllipse(iris + QPointF(1.7, -1.8), 1.5, 1.5)
    _cover_with_lids(painter, eye, colours["skin"])
    _line(painter, _curve(eye.inner, eye.upper, eye.outer), colours["line"], 2.4)
    if numbers.lower_lid > 0.2:
        _draw_raised_cheek(painter, eye, bottom, colours)


def _cover_with_lids(painter: QPainter, eye: _Eye, skin: QColor) -> None:
    for control, reach, widen in ((eye.upper, -11, 1.5), (eye.lower, 12, 0.0)):
        lid = _curve(eye.inner, control, eye.outer)
        lid.lineTo(eye.outer.x() + eye.side * widen, _EYE_Y + reach)
        lid.lineTo(eye.inner.x() - eye.side * widen, _EYE_Y + reach)
        lid.closeSubpath()
        painter.fillPath(lid, skin)


def _draw_raised_cheek(painter: QPainter, eye: _Eye, bottom: float, colours: Colours) -> None:
    inner = eye.inner + QPointF(eye.side * 3, (bottom - eye.inner.y()) * 0.72)
    outer = eye.outer + QPointF(-eye.side * 3, (bottom - eye.outer.y()) * 0.72)
    fold = _curve(inner, eye.lower + QPointF(0, 1), outer)
    _line(painter, fold, colours["shade"], 1.8)


def _draw_crows_feet(painter: QPainter, eye: _Eye, colours: Colours) -> None:
    lines = QPainterPath()
    start = eye.outer.x() + eye.side * 2.5
    for drop, reach, fall in ((3.5, 5.0, 2.5), (-0.5, 5.5, -0.5)):
        lines.moveTo(start, _EYE_Y + drop)
        lines.lineTo(start + eye.side * reach, _EYE_Y + drop + fall)
    _line(painter, lines, colours["shade"], 1.4)


def _draw_brow(painter: QPainter, numbers: FaceNumbers, side: int, colours: Colours) -> None:
    centre = _MIDDLE + side * _EYE_APART
    raised = numbers.brow_asym if side == 1 else -numbers.brow_asym * 0.25
    height = 76.5 - numbers.brow_height - raised
    angle, half = math.radians(numbers.brow_angle), 11.5
    inner = QPointF(centre - side * (half + 0.5) * math.cos(angle), height + half * math.sin(angle))
    outer = QPointF(
        centre + side * (half + 1) * math.cos(angle),
        height - half * math.sin(angle) * 0.75 + 1.2,
    )
    lifted = 1.0 if side == 1 and numbers.brow_asym > 3 else 0.0
    arch = 4.4 - abs(numbers.brow_angle) * 0.1 + lifted
    crown = QPointF(centre + side * 1.5, (inner.y() + outer.y()) / 2 - arch)
    brow = _curve(inner, crown + QPointF(0, -1.5), outer)
    brow.quadTo(crown + QPointF(0, 3.2), inner + QPointF(0, 3.4))
    brow.closeSubpath()
    painter.fillPath(brow, colours["brow"])
    _line(painter, brow, colours["brow"], 1.8)


def _draw_crease(painter: QPainter, numbers: FaceNumbers, colours: Colours) -> None:
    if numbers.crease <= 0:
        return
    lines = QPainterPath()
    for side in (-1, 1):
        top = QPointF(_MIDDLE + side * 3.2, 82 - 5 * numbers.crease)
        lines.moveTo(top)
        lines.lineTo(top + QPointF(-side * 0.8, 6 * numbers.crease))
    _line(painter, lines, colours["shade"], 1.8)


def _mouth_corners(numbers: FaceNumbers) -> tuple[QPointF, QPointF]:
    half = _MOUTH_HALF * numbers.mouth_width
    height, skew = _MOUTH_Y - numbers.mouth_curve * 5, numbers.mouth_skew * 3.2
    return QPointF(_MIDDLE - half, height + skew), QPointF(_MIDDLE + half, height - skew)


def _draw_closed_mouth(painter: QPainter, numbers: FaceNumbers, colours: Colours) -> None:
    left, right = _mouth_corners(numbers)
    middle = QPointF(_MIDDLE, _MOUTH_Y + numbers.mouth_curve * 9.5)
    _line(painter, _curve(left, middle, right), colours["lip"], 3.4)


def _draw_open_mouth(painter: QPainter, numbers: FaceNumbers, colours: Colours) -> None:
    left, right = _mouth_corners(numbers)
    curve, opening = numbers.mouth_curve, numbers.mouth_open
    smiles = curve >= 0
    if smiles:
        upper = _MOUTH_Y + curve * 3.5 - opening * 2
        lower = _MOUTH_Y + curve * 12 + opening * 25
    else:
        upper = _MOUTH_Y + curve * 13 - opening * 9
        lower = _MOUTH_Y + curve * 2 + opening * 21
    mouth = _curve(left, QPointF(_MIDDLE, upper), right)
    if smiles:
        mouth.quadTo(QPointF(_MIDDLE, lower), left)
    else:
        reach = (right.x() - _MIDDLE) * 0.9
        chin = QPointF(_MIDDLE, (lower + _MOUTH_Y) / 2 + opening * 4)
        mouth.quadTo(QPointF(_MIDDLE + reach, lower), chin)
        mouth.quadTo(QPointF(_MIDDLE - reach, lower), left)
    mouth.closeSubpath()
    painter.fillPath(mouth, colours["mouth"])
    _line(painter, mouth, colours["lip"], 2.6)
    if opening > _TEETH_SHOW:
        _draw_teeth(painter, left, right, upper, 4.6 if smiles else 4.2, colours)
        if smiles:
            middle = (left.y() + right.y()) / 4 + lower / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours["tongue"])
            painter.drawEllipse(QPointF(_MIDDLE, middle - 3.6), (right.x() - _MIDDLE) * 0.42, 2.6)


def _draw_teeth(
    painter: QPainter,
    left: QPointF,
    right: QPointF,
    upper: float,
    depth: float,
    colours: Colours,
) -> None:
    """Draw the band of teeth that hangs from the upper lip between its corners."""

    def lip(share: float) -> float:
        rest = 1 - share
        return rest * rest * left.y() + 2 * share * rest * upper + share * share * right.y()

    inset = 0.16
    width = right.x() - left.x()
    start, end = left.x() + width * inset, right.x() - width * inset
    sag = 2 * lip(0.5) - (lip(inset) + lip(1 - inset)) / 2
    teeth = _curve(
        QPointF(start, lip(inset) + 0.9),
        QPointF(_MIDDLE, sag + 1.1),
        QPointF(end, lip(1 - inset) + 0.9),
    )
    teeth.lineTo(end - 2.4, lip(1 - inset) + depth * 0.85)
    teeth.quadTo(
        QPointF(_MIDDLE, sag + depth * 1.3), QPointF(start + 2.4, lip(inset) + depth * 0.85)
    )
    teeth.closeSubpath()
    painter.fillPath(teeth, colours["eye_white"])
