"""The customer's mood, and how long she, he or they will bear with us."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.ui.theme import Duration, theme
from simulator.ui.widgets.face_data import MOOD_NAMES
from simulator.ui.widgets.glyph import draw_glyph
from simulator.ui.widgets.moving import MovingNumber
from simulator.ui.widgets.painted import Painted

MOOD_FACES = ("angry", "frustrated", "sceptical", "calm", "pleased")
"""The line face that stands for each step of the mood, worst first."""

_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_GAP = 4.0


class _Meter(Painted):
    """A title, a drawing below it, and a state in words."""

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._title = title
        self._veil = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_title(self, title: str) -> None:
        """Change the title, such as "His mood"."""
        self._title = title
        self.follow_theme()

    def veil(self, sentence: str) -> None:
        """Hide the state and say instead when it will be seen."""
        self._veil = sentence
        self.setAccessibleName(f"{self._title}: {sentence}")
        self.update()

    def draw_line(self, painter: QPainter, top: float, role: str, text: str, colour: str) -> None:
        """Draw a line of words across the meter, shortened if it has to be."""
        font = theme().font(role)
        painter.setFont(font)
        painter.setPen(theme().colour(colour))
        box = QRectF(0, top, self.width(), theme().line_height(role))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        side = Qt.AlignmentFlag.AlignRight if self.is_mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)

    def cell(self, place: float, of: int) -> QRectF:
        """Give the column of a step, full height; fractions lie between two steps."""
        width = (self.width() - (of - 1) * _GAP) / of
        column = of - 1 - place if self.is_mirrored else place
        return QRectF(column * (width + _GAP), 0, width, self.height())


class MoodMeter(_Meter):
    """Five faces over five bars; the present one larger, coloured and named."""

    def __init__(self, title: str = "Her mood", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._step = 3
        self._previous: int | None = None
        self._place = MovingNumber(self, Duration.METER, self.update)
        self.veil("not read yet")

    def show_mood(self, step: int, previous: int | None = None, *, animate: bool = True) -> None:
        """Show a mood from 1 furious to 5 warm, with an arrow from the one before."""
        self._veil = ""
        self._step, self._previous = step, previous
        self._place.move(float(previous or step) - 1, float(step) - 1, animate=animate)
        self.setAccessibleName(
            f"{self._title}: {MOOD_NAMES[step - 1].lower()}{self._was()}; "
            f"{_ORDINALS[step - 1]} of five"
        )

    def sizeHint(self) -> QSize:
        """Give the title line and the room of faces, bars and arrow."""
        height = theme().line_height("body") + 4 + theme().scaled(28 + 6 + 14)
        return QSize(round(theme().scaled(216)), round(height))

    def minimumSizeHint(self) -> QSize:
        """Let the meter get a little narrower."""
        return QSize(round(theme().scaled(180)), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the title and the named mood, then faces, bars and arrow."""
        painter = self.painter()
        self.draw_line(painter, 1, "label", self._title, "text2")
        if self._veil:
            self._draw_state(painter, "", self._veil)
        else:
            before = self._moved_from()
            from_words = f" from {MOOD_NAMES[before - 1]}" if before else ""
            self._draw_state(painter, MOOD_NAMES[self._step - 1], from_words)
        top = theme().line_height("body") + 4
        for step in range(1, 6):
            self._draw_step(painter, step, top)
        if not self._veil and self._moved_from():
            self._draw_arrow(painter, top + theme().scaled(28 + 6 + 7))
        painter.end()

    def _moved_from(self) -> int | None:
        return self._previous if self._previous != self._step else None

    def _was(self) -> str:
        before = self._moved_from()
        return f", was {MOOD_NAMES[before - 1].lower()}" if before else ""

    def _draw_state(self, painter: QPainter, strong: str, rest: str) -> None:
        bold, light = theme().font("small", weight=600), theme().font("small")
        strong_width = QFontMetricsF(bold).horizontalAdvance(strong)
        rest_width = QFontMetricsF(light).horizontalAdvance(rest)
        total = strong_width + rest_width
        left = 0.0 if self.is_mirrored else self.width() - total
        baseline = QFontMetricsF(bold).ascent() + 1
        painter.setFont(bold)
        painter.setPen(theme().colour("text"))
        painter.drawText(QPointF(left, baseline), strong)
        painter.setFont(light)
        painter.setPen(theme().colour("text2"))
        painter.drawText(QPointF(left + strong_width, baseline), rest)

    def _draw_step(self, painter: QPainter, step: int, top: float) -> None:
        column = self.cell(step - 1, 5)
        is_present = step == self._step and not self._veil
        edge = theme().scaled(26 if is_present else 20)
        colour = theme().colour(f"mood{step}" if is_present else "text2")
        middle = QPointF(column.center().x(), top + theme().scaled(14))
        face = QRectF(0, 0, edge, edge)
        face.moveCenter(middle)
        draw_glyph(painter, MOOD_FACES[step - 1], face, colour)
        bar = QRectF(column.left(), top + theme().scaled(30), column.width(), theme().scaled(6))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour if is_present else theme().colour("border_control"))
        painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)

    def _draw_arrow(self, painter: QPainter, y: float) -> None:
        start = self.cell((self._previous or self._step) - 1, 5).center().x()
        end = self.cell(self._place.value, 5).center().x()
        pen = QPen(theme().colour("text2"), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(theme().colour("text2"))
        painter.drawEllipse(QPointF(start, y), 1.6, 1.6)
        painter.drawLine(QPointF(start, y), QPointF(end, y))
        back = -4.5 if end >= start else 4.5
        painter.drawLine(QPointF(end, y), QPointF(end + back, y - 4))
        painter.drawLine(QPointF(end, y), QPointF(end + back, y + 4))


class BearsWithUsMeter(_Meter):
    """Eight cells, filled or outlined; a cell just lost is dashed. The number stands in words."""

    def __init__(
        self, title: str = "How long she’ll bear with us", parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
        self._left, self._of, self._before = 8, 8, 8
        self.show_left(8)

    def show_left(self, left: int, of: int = 8, before: int | None = None) -> None:
        """Show how many cells are left, and how many there were a turn ago."""
        self._veil = ""
        self._left, self._of = left, of
        self._before = left if before is None else before
        self.setAccessibleName(f"{self._title}: {self.sentence}")
        self.update()

    @property
    def sentence(self) -> str:
        """The state in words, such as "4 of 8 left, one fewer than a turn ago"."""
        if self._veil:
            return self._veil
        change = self._left - self._before
        if change == 0:
            return f"{self._left} of {self._of} left"
        amount = "one" if abs(change) == 1 else str(abs(change))
        return (
            f"{self._left} of {self._of} left, {amount} {'more' if change > 0 else 'fewer'}"
            " than a turn ago"
        )

    def sizeHint(self) -> QSize:
        """Give title, cells and sentence."""
        height = theme().line_height("label") + theme().line_height("caption")
        return QSize(round(theme().scaled(216)), round(height + theme().scaled(14) + 12))

    def minimumSizeHint(self) -> QSize:
        """Let the meter get a little narrower."""
        return QSize(round(theme().scaled(180)), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw title, cells and sentence."""
        painter = self.painter()
        self.draw_line(painter, 0, "label", self._title, "text2")
        top = theme().line_height("label") + 6
        for place in range(self._of):
            column = self.cell(place, self._of)
            box = QRectF(column.left(), top, column.width(), theme().scaled(14))
            draw_cell(painter, box, self._state_of(place))
        self.draw_line(painter, top + theme().scaled(14) + 6, "caption", self.sentence, "text2")
        painter.end()

    def _state_of(self, place: int) -> str:
        if self._veil:
            return "empty"
        if place < self._left:
            return "filled"
        return "lost" if place < self._before else "empty"


def draw_cell(painter: QPainter, box: QRectF, state: str) -> None:
    """Draw one cell of the meter: filled, lost (dashed) or empty."""
    box = box.adjusted(0.7, 0.7, -0.7, -0.7)
    radius = min(4.0, box.width() / 2, box.height() / 2)
    if state == "filled":
        painter.setPen(QPen(theme().colour("text2"), 1.4))
        painter.setBrush(theme().colour("text2"))
    else:
        pen = QPen(theme().colour("text2" if state == "lost" else "border_strong"), 1.3)
        if state == "lost":
            pen.setDashPattern([1.8, 1.6])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, radius, radius)
