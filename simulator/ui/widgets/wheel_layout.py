"""Where the wedges of the wheel of feelings lie, with their faces and words."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF, QPainterPath

from simulator.ui.theme import theme
from simulator.ui.widgets.face_data import feeling_label

_FAMILY_GAP = 8.0
"""Degrees between two families of feelings, whose neighbours are not alike."""

_GLYPH = 22
_PADDING = 5.0
_TEXT_ROOM = 62
"""Radius of the room in the middle, in logical pixels at 100% text."""

_LEAST_TEXT_ROOM = 50

_SMALL_HOLE, _SMALL_GLYPH = 0.48, 0.6
"""Of a small ring: the hole as a share of the radius, a face as a share of the ring's thickness."""

_BESIDE = 8.0
CHECK = 13
"""Edge of the mark of a chosen feeling, which follows a word that stands beside the ring."""

_EDGE = 6.0
"""What is left free around everything, for the focus ring."""

WORD_ROLE, WORD_WEIGHT = "small", 600
"""The look of the words: measured at the weight of the word pointed at, the widest."""


class Wedge(NamedTuple):
    """One feeling: its face, its word and its part of the ring, at an angle clockwise from the top.

    Attributes:
        feeling: the id of the feeling.
        middle: the angle of its middle, in degrees.
        glyph: the square of the face.
        word: the box of the word, inside the wedge or beside it.
    """

    feeling: str
    middle: float
    glyph: QRectF
    word: QRectF


class WheelLayout(NamedTuple):
    """The whole wheel in its own coordinates.

    Attributes:
        size: of the wheel with everything beside it.
        centre: of the ring.
        inner: radius of the hole.
        outer: radius of the ring.
        span: degrees of a wedge.
        wedges: in the order of the ring.
        has_words_inside: whether the words stand in the wedges, not beside them.
    """

    size: QSizeF
    centre: QPointF
    inner: float
    outer: float
    span: float
    wedges: tuple[Wedge, ...]
    has_words_inside: bool

    def path(self, wedge: Wedge, grow: float = 0.0) -> QPainterPath:
        """Give the outline of a wedge, made larger on all sides if wanted."""
        inner, outer = self.inner - grow, self.outer + grow
        half = self.span / 2 + math.degrees(grow / outer)
        path = QPainterPath()
        # Qt counts angles against the clock, from three o'clock.
        start = 90 - (wedge.middle - half)
        path.arcMoveTo(self._circle(outer), start)
        path.arcTo(self._circle(outer), start, -2 * half)
        path.arcTo(self._circle(inner), start - 2 * half, 2 * half)
        path.closeSubpath()
        return path

    def mark_of(self, wedge: Wedge) -> QPointF:
        """Give the place of a mark for a wedge, where it borders on the hole."""
        return _on_circle(self.centre, wedge.middle, self.inner)

    def wedge_at(self, point: QPointF) -> Wedge | None:
        """Give the wedge at a point, or whose word is there."""
        for wedge in self.wedges:
            if self.path(wedge).contains(point) or wedge.word.contains(point):
                return wedge
        return None

    def _circle(self, radius: float) -> QRectF:
        return QRectF(self.centre.x() - radius, self.centre.y() - radius, 2 * radius, 2 * radius)


def laid_out(families: Sequence[Sequence[str]], room: QSizeF) -> WheelLayout:
    """Lay out a wheel at the text size in force.

    The words stand in the wedges if there is room for that, else beside them.

    Args:
        families: the feelings in the order of the ring, clockwise; between two families there is
            a gap, and the last of them lies at the top.
        room: what the wheel may take up, in logical pixels.
    """
    span = _span(families)
    angles = _angles(families, span)
    inside = _inside(angles, span)
    if inside.size.width() <= room.width() and inside.size.height() <= room.height():
        return inside
    beside = _beside(angles, span, theme().scaled(_TEXT_ROOM))
    excess = max(beside.size.width() - room.width(), beside.size.height() - room.height(), 0.0)
    smallest = theme().scaled(_LEAST_TEXT_ROOM)
    return _beside(angles, span, max(beside.inner - excess / 2, smallest)) if excess else beside


def small_ring(families: Sequence[Sequence[str]], edge: float) -> WheelLayout:
    """Lay out a wheel of a given edge that has faces and no words."""
    span = _span(families)
    outer = edge / 2 - 1
    inner = outer * _SMALL_HOLE
    glyph = (outer - inner) * _SMALL_GLYPH
    centre = QPointF(edge / 2, edge / 2)
    wedges = []
    for feeling, angle in _angles(families, span):
        middle = _on_circle(centre, angle, (inner + outer) / 2)
        face = QRectF(middle.x() - glyph / 2, middle.y() - glyph / 2, glyph, glyph)
        wedges.append(Wedge(feeling, angle, face, QRectF()))
    size = QSizeF(edge, edge)
    return WheelLayout(size, centre, inner, outer, span, tuple(wedges), has_words_inside=False)


def _span(families: Sequence[Sequence[str]]) -> float:
    """Give the degrees of a wedge."""
    return (360 - len(families) * _FAMILY_GAP) / sum(len(family) for family in families)


def _angles(families: Sequence[Sequence[str]], span: float) -> list[tuple[str, float]]:
    """Give the middle of every wedge, in degrees clockwise from the top."""
    angles = []
    at = len(families[-1]) * span / 2 + _FAMILY_GAP
    for family in families:
        for feeling in family:
            angles.append((feeling, at + span / 2))
            at += span
        at += _FAMILY_GAP
    return angles


def _word_size(feeling: str) -> QSizeF:
    metrics = QFontMetricsF(theme().font(WORD_ROLE, weight=WORD_WEIGHT))
    width = math.ceil(metrics.horizontalAdvance(feeling_label(feeling)))
    return QSizeF(width, theme().line_height(WORD_ROLE))


class _Block(NamedTuple):
    """A face over its word, to be put into a wedge so far from the centre."""

    feeling: str
    angle: float
    half_width: float
    half_height: float
    at: float = 0.0

    def reach(self, degrees: float) -> float:
        """How far the block reaches from its middle into a direction."""
        angle = math.radians(degrees)
        return self.half_width * abs(math.sin(angle)) + self.half_height * abs(math.cos(angle))

    @property
    def nearest(self) -> float:
        """How far from the centre its nearest edge lies."""
        return self.at - self.reach(self.angle)

    @property
    def farthest(self) -> float:
        """How far from the centre its farthest corner lies."""
        angle = math.radians(self.angle)
        across = self.at * abs(math.sin(angle)) + self.half_width
        up = self.at * abs(math.cos(angle)) + self.half_height
        return math.hypot(across, up)

    def clear_of_sides(self, span: float, padding: float) -> "_Block":
        """Move so far out that it touches neither side of its wedge."""
        reaches = [self.reach(self.angle + side * span / 2 + 90) for side in (-1, 1)]
        return self._replace(at=(max(reaches) + padding) / math.sin(math.radians(span / 2)))

    def wedge(self, centre: QPointF, spare: float) -> Wedge:
        """Give the wedge, in the middle between where it may begin and where it has to end."""
        glyph, word = theme().scaled(_GLYPH), _word_size(self.feeling)
        middle = _on_circle(centre, self.angle, self.at + spare / 2)
        top = middle.y() - self.half_height
        face = QRectF(middle.x() - glyph / 2, top, glyph, glyph)
        box = QRectF(middle.x() - word.width() / 2, top + glyph, word.width(), word.height())
        return Wedge(self.feeling, self.angle, face, box)


def _block(feeling: str, angle: float) -> _Block:
    glyph, word = theme().scaled(_GLYPH), _word_size(feeling)
    return _Block(feeling, angle, max(word.width(), glyph) / 2, (glyph + word.height()) / 2)


def _inside(angles: Sequence[tuple[str, float]], span: float) -> WheelLayout:
    padding = theme().scaled(_PADDING)
    blocks = [_block(*it).clear_of_sides(span, padding) for it in angles]
    inner = max(theme().scaled(_TEXT_ROOM), min(it.nearest for it in blocks) - padding)
    blocks = [it._replace(at=max(it.at, inner + it.reach(it.angle) + padding)) for it in blocks]
    outer = max(it.farthest for it in blocks) + padding
    edge = outer + _EDGE
    centre = QPointF(edge, edge)
    wedges = tuple(it.wedge(centre, outer - padding - it.farthest) for it in blocks)
    size = QSizeF(2 * edge, 2 * edge)
    return WheelLayout(size, centre, inner, outer, span, wedges, has_words_inside=True)


def _beside(angles: Sequence[tuple[str, float]], span: float, inner: float) -> WheelLayout:
    glyph = theme().scaled(_GLYPH)
    outer = inner + glyph + 2 * theme().scaled(_PADDING)
    around = QPointF(0, 0)
    wedges = []
    for feeling, angle in angles:
        middle = _on_circle(around, angle, (inner + outer) / 2)
        face = QRectF(middle.x() - glyph / 2, middle.y() - glyph / 2, glyph, glyph)
        wedges.append(Wedge(feeling, angle, face, _word_beside(feeling, angle, outer)))
    reach = max(max(-it.word.left(), it.word.right()) for it in wedges)
    half_width = max(reach + theme().scaled(CHECK), outer) + _EDGE
    half_height = max(max(-it.word.top(), it.word.bottom(), outer) for it in wedges) + _EDGE
    centre = QPointF(half_width, half_height)
    moved = tuple(
        Wedge(it.feeling, it.middle, it.glyph.translated(centre), it.word.translated(centre))
        for it in wedges
    )
    size = QSizeF(2 * half_width, 2 * half_height)
    return WheelLayout(size, centre, inner, outer, span, moved, has_words_inside=False)


def _word_beside(feeling: str, degrees: float, outer: float) -> QRectF:
    """Put a word outside the ring, so far out that no corner of it touches the ring."""
    size, angle = _word_size(feeling), math.radians(degrees)
    clear = outer + theme().scaled(_BESIDE) + size.height() / 2 * abs(math.cos(angle))
    at = _on_circle(QPointF(0, 0), degrees, clear)
    left = at.x() if math.sin(angle) > 0 else at.x() - size.width()
    return QRectF(left, at.y() - size.height() / 2, size.width(), size.height())


def _on_circle(centre: QPointF, degrees: float, radius: float) -> QPointF:
    angle = math.radians(degrees)
    return centre + QPointF(radius * math.sin(angle), -radius * math.cos(angle))
