"""Painting a person: still parts from shapes, moving parts from the fourteen numbers.

Everything is drawn in the 200 x 200 box of the face data.
"""

import math
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from simulator.ui.widgets.face_data import FaceNumbers, Person, shapes
from simulator.ui.widgets.face_features import draw_features

_DARK_DISC_SHARE = 0.34
"""How far discs step back towards the surface in the dark scheme, so that faces do not glare."""

_COMMAND = re.compile(r"([MLCQZ])([^MLCQZ]*)")
_NUMBER = re.compile(r"-?\d*\.?\d+")
_BIG_BEARDS = ("full", "long", "grey")


def mix(first: QColor | str, second: QColor | str, share: float) -> QColor:
    """Give the colour a share of the way (0 to 1) from the first to the second."""
    a, b = QColor(first), QColor(second)
    return QColor(
        *(
            round(one + (two - one) * share)
            for one, two in (
                (a.red(), b.red()),
                (a.green(), b.green()),
                (a.blue(), b.blue()),
            )
        )
    )


def ink(name: str) -> QColor:
    """Give a colour all faces share, such as the white of the eye."""
    return QColor(shapes()["inks"][name])


def darker(colour: QColor | str, share: float) -> QColor:
    """Give a colour in shadow."""
    return mix(colour, ink("shade"), share)


@cache
def _path(description: str) -> QPainterPath:
    path = QPainterPath()
    for command, numbers in _COMMAND.findall(description):
        values = [float(number) for number in _NUMBER.findall(numbers)]
        points = [QPointF(x, y) for x, y in zip(values[::2], values[1::2], strict=True)]
        _extend(path, command, points)
    path.setFillRule(Qt.FillRule.OddEvenFill)
    return path


def _extend(path: QPainterPath, command: str, points: list[QPointF]) -> None:
    match command:
        case "M":
            path.moveTo(points[0])
        case "L":
            path.lineTo(points[0])
        case "C":
            path.cubicTo(points[0], points[1], points[2])
        case "Q":
            path.quadTo(points[0], points[1])
        case _:
            path.closeSubpath()


def draw_person(
    painter: QPainter, box: QRectF, person: Person, numbers: FaceNumbers, *, dark: bool
) -> None:
    """Draw a person on their disc into a square box.

    Args:
        painter: smooth lines are switched on by the caller.
        box: where to draw.
        person: who.
        numbers: the expression.
        dark: whether the dark scheme is in force.
    """
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(box.width() / 200, box.height() / 200)
    disc = mix(person.disc, ink("dark_disc"), _DARK_DISC_SHARE) if dark else QColor(person.disc)
    _fill(painter, disc)
    painter.drawEllipse(QPointF(100, 100), 96, 96)
    _fill(painter, QColor(person.top))
    painter.drawPath(_path(shapes()["parts"]["shoulders"]))
    painter.translate(100, 113)
    painter.scale(1.15, 1.15)
    painter.translate(-100, -108)
    _tilted(painter, numbers.tilt, lambda: _draw_hair(painter, person, "back"))
    _draw_neck(painter, person)
    _tilted(painter, numbers.tilt, lambda: _draw_head(painter, person, numbers))
    painter.restore()


def _tilted(painter: QPainter, degrees: float, draw: Callable[[], None]) -> None:
    painter.save()
    painter.translate(100, 140)
    painter.rotate(degrees)
    painter.translate(-100, -140)
    draw()
    painter.restore()


def _fill(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)


def _stroke(painter: QPainter, colour: QColor, width: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))


def _draw_hair(painter: QPainter, person: Person, side: str) -> None:
    colours = {
        "hair": QColor(person.hair),
        "hair_dark": darker(person.hair, 0.3),
        "hair_fold": darker(person.hair, 0.14),
        "hair_light": mix(person.hair, ink("highlight"), 0.16),
        "hair_fade": mix(person.hair, person.skin, 0.45),
        "wrap": QColor(person.wrap or person.hair),
        "wrap_dark": darker(person.wrap or person.hair, 0.28),
    }
    for shape in shapes()["styles"][person.style][side]:
        _draw_shape(painter, shape, colours)


def _draw_shape(painter: QPainter, shape: Mapping[str, Any], colours: dict[str, QColor]) -> None:
    painter.setOpacity(shape.get("opacity", 1.0))
    if "stroke" in shape:
        _stroke(painter, colours[shape["stroke"]], shape["width"])
    else:
        _fill(painter, colours[shape["fill"]])
    for x, y, radius in shape.get("circles", ()):
        painter.drawEllipse(QPointF(x, y), radius, radius)
    if "path" in shape:
        painter.drawPath(_path(shape["path"]))
    painter.setOpacity(1.0)


def _draw_neck(painter: QPainter, person: Person) -> None:
    parts = shapes()["parts"]
    _fill(painter, darker(person.skin, 0.16))
    painter.drawPath(_path(parts["neck"]))
    _stroke(painter, darker(person.top, 0.2), 4.5)
    painter.drawPath(_path(parts["collar"]))


def _draw_head(painter: QPainter, person: Person, numbers: FaceNumbers) -> None:
    if not shapes()["styles"][person.style].get("covers_ears"):
        _draw_ears(painter, person)
    _fill(painter, QColor(person.skin))
    painter.drawPath(_path(shapes()["parts"]["head"]))
    _draw_cheeks(painter, person, numbers)
    _draw_beard(painter, person, numbers)
    draw_features(painter, numbers, _feature_colours(person), age=person.age)
    _draw_lines_of_age(painter, person)
    _draw_hair(painter, person, "front")
    _draw_worn(painter, person)


def _draw_ears(painter: QPainter, person: Person) -> None:
    for side in (-1, 1):
        _fill(painter, QColor(person.skin))
        painter.drawEllipse(QPointF(100 + side * 39, 97), 7.5, 10)
        fold = QPainterPath(QPointF(100 + side * 41, 92))
        fold.quadTo(100 + side * 37, 96, 100 + side * 40, 101)
        _stroke(painter, darker(person.skin, 0.16), 1.8)
        painter.drawPath(fold)
        if person.earring:
            _fill(painter, QColor(person.earring))
            painter.drawEllipse(QPointF(100 + side * 40, 110), 3.2, 3.2)


def _draw_cheeks(painter: QPainter, person: Person, numbers: FaceNumbers) -> None:
    if numbers.blush > 0:
        _fill(painter, mix(person.skin, ink("blush"), 0.2 + 0.22 * numbers.blush))
        painter.setOpacity(0.3 + 0.4 * numbers.blush)
        for x in (76, 124):
            painter.drawEllipse(QPointF(x, 110), 9.5, 6)
    if person.freckles:
        _fill(painter, darker(person.skin, 0.3))
        painter.setOpacity(0.6)
        for x, y in shapes()["parts"]["freckles"]:
            painter.drawEllipse(QPointF(x, y), 1.1, 1.1)
    painter.setOpacity(1.0)


def _beard_colour(person: Person) -> QColor:
    if person.beard == "stubble":
        return mix(person.skin, person.hair, 0.45)
    return ink("beard_grey") if person.beard == "grey" else QColor(person.hair)


def _draw_beard(painter: QPainter, person: Person, numbers: FaceNumbers) -> None:
    if not person.beard:
        return
    colour = _beard_colour(person)
    _fill(painter, colour)
    painter.drawPath(_path(shapes()["beards"][person.beard]))
    if person.beard in _BIG_BEARDS:
        _fill(painter, mix(person.skin, colour, 0.32))
        painter.setOpacity(0.9)
        centre = QPointF(100, 121.5 + numbers.mouth_open * 5)
        painter.drawEllipse(centre, 11.5 * numbers.mouth_width + 3, 5 + numbers.mouth_open * 6)
        painter.setOpacity(1.0)


def _draw_lines_of_age(painter: QPainter, person: Person) -> None:
    shade = darker(person.skin, 0.22)
    if person.age >= 2 and person.beard not in _BIG_BEARDS:
        _stroke(painter, shade, 1.6)
        painter.drawPath(_path(shapes()["parts"]["smile_folds"]))
    if person.age >= 3:
        _stroke(painter, shade, 1.5)
        painter.drawPath(_path(shapes()["parts"]["forehead"]))


def _draw_worn(painter: QPainter, person: Person) -> None:
    if person.glasses:
        _stroke(painter, QColor(person.glasses), 2.8)
        for left in (68.5, 104.5):
            painter.drawRoundedRect(QRectF(left, 82, 27, 22), 10, 10)
        painter.drawPath(_path(shapes()["parts"]["bridge"]))
    if person.aid:
        _stroke(painter, QColor(person.aid), 4)
        painter.drawPath(_path(shapes()["parts"]["aid"]))


def _feature_colours(person: Person) -> dict[str, QColor]:
    skin = QColor(person.skin)
    if person.beard in _BIG_BEARDS:
        lip = mix(darker(skin, 0.3), ink("lip_beard"), 0.5)
    elif _luminance(skin) > 0.2:
        lip = mix(darker(skin, 0.45), ink("lip_warm"), 0.35)
    else:
        lip = mix(ink("lip_deep"), skin, 0.06)
    return {
        "skin": skin,
        "shade": darker(skin, 0.22),
        "line": darker(skin, 0.62),
        "brow": QColor(person.brow),
        "lip": lip,
        **{name: ink(name) for name in ("eye_white", "iris", "eye_light", "mouth", "tongue")},
    }


def _luminance(colour: QColor) -> float:
    def linear(share: float) -> float:
        return share / 12.92 if share <= 0.03928 else math.pow((share + 0.055) / 1.055, 2.4)

    return (
        0.2126 * linear(colour.redF())
        + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF())
    )
