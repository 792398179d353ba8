"""What the customer felt towards the firm, the product and this contact: three short lines."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from simulator.core.scoring.scorecard import TowardsCard
from simulator.ui.pages.scorecard.words import SMALLEST_CHANGE
from simulator.ui.room import Room
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.painted import Painted
from simulator.ui.widgets.text import Run, label

_WIDTH, _HEIGHT, _DOT = 64, 18, 4.6
_WORDS = ("cold", "cool", "neither way", "warm", "fond")


def feeling_words(points: int) -> str:
    """Give the word for a feeling of 0 to 100: five steps of twenty points."""
    return _WORDS[min(points // 20, 4)]


def change_words(card: TowardsCard) -> str:
    """Say how a feeling moved; a small change is none."""
    change = card.after - card.before
    if abs(change) < SMALLEST_CHANGE:
        return "as before"
    return "warmer" if change > 0 else "cooler"


class TowardsBar(Painted):
    """A line from cold to fond with an outlined dot at the start and a filled one at the end."""

    def __init__(self, card: TowardsCard) -> None:
        super().__init__()
        self._card = card
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give the scaled line."""
        return QSize(round(theme().scaled(_WIDTH)), round(theme().scaled(_HEIGHT)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, the way between, then both dots."""
        painter = self.painter()
        middle, radius = self.height() / 2, theme().scaled(_DOT)
        painter.setPen(QPen(theme().colour("border_control"), theme().scaled(3)))
        painter.drawLine(QPointF(radius, middle), QPointF(self.width() - radius, middle))
        start, end = self._place(self._card.before), self._place(self._card.after)
        painter.setPen(QPen(theme().colour("text2"), theme().scaled(2)))
        painter.drawLine(QPointF(start, middle), QPointF(end, middle))
        self._draw_dot(painter, start, radius * 0.8, "surface")
        self._draw_dot(painter, end, radius, "text2")
        painter.end()

    def _draw_dot(self, painter: QPainter, place: float, radius: float, ground: str) -> None:
        painter.setPen(QPen(theme().colour("text2"), 1.4))
        painter.setBrush(theme().colour(ground))
        edge = 2 * radius
        painter.drawEllipse(QRectF(place - radius, self.height() / 2 - radius, edge, edge))

    def _place(self, points: int) -> float:
        radius = theme().scaled(_DOT) + 1
        share = (100 - points if self.is_mirrored else points) / 100
        return radius + share * (self.width() - 2 * radius)


class TowardsLines(QWidget):
    """The three feelings, side by side or below each other."""

    def __init__(self, towards: Sequence[TowardsCard], noun: str) -> None:
        """Build the lines.

        Args:
            towards: the feelings, in the order shown.
            noun: what the contact is called, such as "call".
        """
        super().__init__()
        self.setAccessibleName("Felt towards")
        names = {"firm": "The firm", "product": "The product", "contact": f"This {noun}"}
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lines.setContentsMargins(0, Space.TINY, 0, Space.SMALL)
        self._lines.setSpacing(Space.TINY)
        for card in towards:
            self._lines.addWidget(_line(names[card.towards], card), 1)

    def arrange(self, room: Room) -> None:
        """Set the lines below each other where room is short."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._lines.setDirection(across if room is Room.WIDE else down)
        self._lines.setSpacing(Space.MEDIUM if room is Room.WIDE else Space.TINY)


def _line(name: str, card: TowardsCard) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.SMALL)
    words = label("", "small", wrap=True)
    now, change = feeling_words(card.after), change_words(card)
    words.set_runs((Run(f"{name}: "), Run(now, weight=600), Run(f", {change}", colour="text2")))
    row.addWidget(TowardsBar(card), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(words, 1)
    before = feeling_words(card.before)
    holder.setAccessibleName(f"{name}: {now}, was {before}, {change}")
    return holder
