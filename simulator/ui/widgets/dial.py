"""Scores of the three skills: the dial, the small bar, the line of three numbers."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.ui.theme import Duration, theme
from simulator.ui.widgets.icon import draw_icon
from simulator.ui.widgets.moving import MovingNumber
from simulator.ui.widgets.painted import Painted
from simulator.ui.widgets.threads import SKILLS, skill_key, thread_of

__all__ = ["SKILLS", "Dial", "SkillBar", "SkillScores"]

NO_SCORE = "–"
_START, _SPAN = 135.0, 270.0
_RADIUS = 48.0


def spoken_score(skill: str, value: int | None, previous: int | None = None) -> str:
    """Say a score, such as "Courtesy 78 of 100, was 74"."""
    name = thread_of(skill).label
    if value is None:
        return f"{name}: no score yet"
    was = "" if previous is None else f", was {previous}"
    return f"{name} {value} of 100{was}"


class Dial(Painted):
    """A gauge of 270 degrees drawn with the skill's thread; 120 px wide at 100% text."""

    def __init__(
        self,
        skill: str,
        value: int | None = None,
        previous: int | None = None,
        *,
        size: int = 120,
        parent: QWidget | None = None,
    ) -> None:
        """Show a score.

        Args:
            skill: courtesy, patience or helpful.
            value: 0 to 100, or None while there is no score.
            previous: the score before, drawn as a tick outside the gauge.
            size: of the edge, in logical pixels at 100% text.
            parent: the widget this one lies in.
        """
        super().__init__(parent)
        self._skill, self._size = skill_key(skill), size
        self._value: int | None = None
        self._previous: int | None = None
        self._sweep = MovingNumber(self, Duration.DIAL, self.update)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_value(value, previous, animate=False)

    @property
    def value(self) -> int | None:
        """The score shown."""
        return self._value

    def show_value(
        self, value: int | None, previous: int | None = None, *, animate: bool = True
    ) -> None:
        """Show a score, sweeping up to it once."""
        self._value, self._previous = value, previous
        self._sweep.move(0.0, float(value or 0), animate=animate)
        self.setAccessibleName(spoken_score(self._skill, value, previous))

    def sizeHint(self) -> QSize:
        """Give the scaled edge."""
        edge = round(theme().scaled(self._size))
        return QSize(edge, edge)

    def minimumSizeHint(self) -> QSize:
        """Give the scaled edge."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the gauge, the tick, the number and the skill's icon."""
        painter = self.painter()
        edge = min(self.width(), self.height())
        painter.translate((self.width() - edge) / 2, (self.height() - edge) / 2)
        painter.scale(edge / 120, edge / 120)
        self._draw_gauge(painter, self._sweep.value)
        self._draw_previous(painter)
        self._draw_number(painter)
        role = thread_of(self._skill).role
        draw_icon(painter, thread_of(self._skill).icon, role, QRectF(50, 88, 20, 20), 16)
        painter.end()

    def _draw_gauge(self, painter: QPainter, value: float) -> None:
        track = theme().colour(f"{self._skill}_track")
        fill = theme().colour(self._skill)
        match self._skill:
            case "courtesy":
                _draw_arc(painter, _START, _START + _SPAN, track)
                if value > 0:
                    _draw_arc(painter, _START, _START + _SPAN * value / 100, fill)
            case "patience":
                _draw_beads(painter, value, track, fill)
            case _:
                _draw_dashes(painter, value, track, fill)

    def _draw_previous(self, painter: QPainter) -> None:
        if self._previous is None:
            return
        angle = _START + _SPAN * self._previous / 100
        pen = QPen(theme().colour("text2"), 2.2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(_on_circle(angle, _RADIUS + 6.5), _on_circle(angle, _RADIUS + 10.5))

    def _draw_number(self, painter: QPainter) -> None:
        shown = NO_SCORE if self._value is None else str(round(self._sweep.value))
        font = theme().font("numeral")
        font.setPointSizeF(24.0)
        painter.setFont(font)
        painter.setPen(theme().colour("text"))
        painter.drawText(QRectF(0, 0, 120, 120), Qt.AlignmentFlag.AlignCenter, shown)


def _on_circle(degrees: float, radius: float) -> QPointF:
    angle = math.radians(degrees)
    return QPointF(60 + radius * math.cos(angle), 60 + radius * math.sin(angle))


def _draw_arc(
    painter: QPainter,
    start: float,
    end: float,
    colour: QColor,
    cap: Qt.PenCapStyle = Qt.PenCapStyle.RoundCap,
) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 10, Qt.PenStyle.SolidLine, cap))
    box = QRectF(60 - _RADIUS, 60 - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)
    painter.drawArc(box, round(-start * 16), round(-(end - start) * 16))


def _draw_beads(painter: QPainter, value: float, track: QColor, fill: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for bead in range(20):
        is_lit = value >= (bead + 0.5) * 5
        radius = 4.7 if is_lit else 4.2
        painter.setBrush(fill if is_lit else track)
        painter.drawEllipse(_on_circle(_START + _SPAN * (bead + 0.5) / 20, _RADIUS), radius, radius)


def _draw_dashes(painter: QPainter, value: float, track: QColor, fill: QColor) -> None:
    flat = Qt.PenCapStyle.FlatCap
    for dash in range(10):
        start = _START + _SPAN * dash / 10 + 2.6
        end = _START + _SPAN * (dash + 1) / 10 - 2.6
        _draw_arc(painter, start, end, track, flat)
        share = min(max((value - dash * 10) / 10, 0.0), 1.0)
        if share > 0:
            _draw_arc(painter, start, start + (end - start) * share, fill, flat)


class SkillBar(Painted):
    """A small bar in the skill's thread with its number, under the skill's name if wanted."""

    def __init__(
        self,
        skill: str,
        value: int | None = None,
        *,
        width: int = 54,
        with_name: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._skill, self._bar, self._with_name = skill_key(skill), width, with_name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_value(value)

    def show_value(self, value: int | None) -> None:
        """Show a score of 0 to 100, or None for no score."""
        self._value = value
        self.setAccessibleName(spoken_score(self._skill, value))
        self.update()

    def sizeHint(self) -> QSize:
        """Give the room of name, bar and number."""
        number = QFontMetricsF(self._number_font()).horizontalAdvance("100")
        width = theme().scaled(self._bar) + 6 + number
        height = theme().line_height("small")
        if self._with_name:
            name = QFontMetricsF(theme().font("label")).horizontalAdvance(
                thread_of(self._skill).label
            )
            width = max(width, theme().scaled(14) + 6 + name)
            height += theme().line_height("label") + 4
        return QSize(math.ceil(width) + 2, math.ceil(height))

    def minimumSizeHint(self) -> QSize:
        """Give the same room."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the name, then the bar and the number."""
        painter = self.painter()
        top = 0.0
        if self._with_name:
            self._draw_name(painter)
            top = theme().line_height("label") + 4
        height = theme().line_height("small")
        bar_width, bar_height = theme().scaled(self._bar), theme().scaled(6)
        bar = QRectF(0, top + (height - bar_height) / 2, bar_width, bar_height)
        number = QRectF(bar_width + 6, top, self.width() - bar_width - 6, height)
        draw_skill_bar(painter, self._skill, self._mirrored(bar), self._value)
        painter.setFont(self._number_font())
        painter.setPen(theme().colour("text"))
        side = Qt.AlignmentFlag.AlignRight if self.is_mirrored else Qt.AlignmentFlag.AlignLeft
        shown = NO_SCORE if self._value is None else str(self._value)
        painter.drawText(self._mirrored(number), side | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()

    def _number_font(self) -> QFont:
        return theme().font("small", weight=600, tabular=True)

    def _draw_name(self, painter: QPainter) -> None:
        thread = thread_of(self._skill)
        edge = theme().scaled(14)
        height = theme().line_height("label")
        icon = self._mirrored(QRectF(0, 0, edge, height))
        draw_icon(painter, thread.icon, thread.role, icon, edge)
        painter.setFont(theme().font("label"))
        painter.setPen(theme().colour(thread.role))
        box = self._mirrored(QRectF(edge + 6, 0, self.width() - edge - 6, height))
        side = Qt.AlignmentFlag.AlignRight if self.is_mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, thread.label)

    def _mirrored(self, box: QRectF) -> QRectF:
        if self.is_mirrored:
            box.moveLeft(self.width() - box.right())
        return box


def draw_skill_bar(painter: QPainter, skill: str, bar: QRectF, value: int | None) -> None:
    """Draw a bar of 0 to 100: solid, ten beads or ten dashes."""
    track, fill = theme().colour(f"{skill}_track"), theme().colour(skill)
    share = (value or 0) / 100
    painter.setPen(Qt.PenStyle.NoPen)
    if skill == "courtesy":
        painter.setBrush(track)
        painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
        painter.setBrush(fill)
        if share > 0:
            filled = QRectF(bar.left(), bar.top(), bar.width() * share, bar.height())
            painter.drawRoundedRect(filled, bar.height() / 2, bar.height() / 2)
        return
    for place in range(10):
        cell = bar.width() / 10
        left = bar.left() + place * cell
        lit = min(max(share * 10 - place, 0.0), 1.0)
        if skill == "patience":
            radius = min(cell * 0.42, bar.height() * 0.42)
            painter.setBrush(fill if lit >= 0.5 else track)
            painter.drawEllipse(QPointF(left + cell / 2, bar.center().y()), radius, radius)
        else:
            dash = QRectF(left, bar.top(), cell * 0.72, bar.height())
            painter.fillRect(dash, track)
            painter.fillRect(
                QRectF(dash.topLeft(), dash.size()).adjusted(0, 0, -dash.width() * (1 - lit), 0),
                fill,
            )


class SkillScores(Painted):
    """Three numbers in a line, each with its skill's icon."""

    def __init__(
        self,
        scores: Sequence[int | None],
        *,
        with_icons: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Show the scores.

        Args:
            scores: courtesy, patience, helpfulness; None for no score.
            with_icons: leave out where a header above already shows the icons.
            parent: the widget this one lies in.
        """
        super().__init__(parent)
        self._with_icons = with_icons
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_scores(scores)

    def show_scores(self, scores: Sequence[int | None]) -> None:
        """Show other scores."""
        self._scores = tuple(scores)
        pairs = zip(SKILLS, self._scores, strict=True)
        self.setAccessibleName(", ".join(spoken_score(skill, value) for skill, value in pairs))
        self.follow_theme()

    def sizeHint(self) -> QSize:
        """Give the room of all three."""
        return QSize(math.ceil(3 * self._cell() - 8), math.ceil(theme().line_height("label")))

    def minimumSizeHint(self) -> QSize:
        """Give the same room."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon and number of each skill."""
        painter = self.painter()
        painter.setFont(theme().font("label", tabular=True))
        icon = self._icon_room()
        for place, (skill, value) in enumerate(zip(SKILLS, self._scores, strict=True)):
            column = 2 - place if self.is_mirrored else place
            left = column * self._cell()
            if self._with_icons:
                box = QRectF(left, 0, icon - 4, self.height())
                draw_icon(painter, thread_of(skill).icon, skill, box, theme().scaled(14))
            painter.setPen(theme().colour(skill))
            text = QRectF(left + icon, 0, self._cell() - icon, self.height())
            shown = NO_SCORE if value is None else str(value)
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()

    def _icon_room(self) -> float:
        return theme().scaled(14) + 4 if self._with_icons else 0.0

    def _cell(self) -> float:
        digits = QFontMetricsF(theme().font("label", tabular=True)).horizontalAdvance("00")
        return self._icon_room() + digits + 10
