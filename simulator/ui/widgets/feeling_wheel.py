"""The wheel of feelings: which of them lie near each other, and one or several to choose."""

import math
from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.ui.theme import theme
from simulator.ui.widgets.face_data import feeling_label
from simulator.ui.widgets.glyph import draw_glyph
from simulator.ui.widgets.icon import draw_icon
from simulator.ui.widgets.notices import announce
from simulator.ui.widgets.painted import Painted
from simulator.ui.widgets.text_lines import Run, TextLines, formats_of, lay_out
from simulator.ui.widgets.wheel_layout import (
    CHECK,
    WORD_ROLE,
    WORD_WEIGHT,
    Wedge,
    WheelLayout,
    laid_out,
)

_FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_CHOOSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_DOT = 3.5
_MIDDLE_WIDTH = 0.82
"""How much of the radius of the hole the words in it may take to each side."""

_UNBOUNDED = 10_000
_HINT = "Feelings that lie close are easily mixed up."


class FeelingWheel(Painted):
    """The feelings in a ring, with one pointed at and those near it marked.

    At first none is pointed at, so that none is put into anybody's mouth. One stop in the tab
    order: the arrows move round the ring, Home and End go to its first and last feeling, Enter and
    Space choose. Which feeling is pointed at is announced.

    Signals:
        chosen(str): the id of the feeling the person chose.
    """

    chosen = Signal(str)

    def __init__(
        self,
        families: Sequence[Sequence[str]],
        near: Mapping[str, Collection[str]],
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """Build a wheel on which nothing is chosen.

        Args:
            families: the ids of the feelings in the order of the ring; see ``laid_out``.
            near: which feelings are easily taken for each other.
            name: what is asked, for screen readers.
            parent: the widget this one lies in.
        """
        super().__init__(parent)
        self._families, self._near = families, near
        self._ring = tuple(feeling for family in families for feeling in family)
        self._place: int | None = None
        self._chosen: frozenset[str] = frozenset()
        self._pressed: str | None = None
        self._uses_keyboard = True
        self._room = QSize(_UNBOUNDED, _UNBOUNDED)
        self._layout: WheelLayout | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("draws_focus", True)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._describe()

    @property
    def pointed_at(self) -> str | None:
        """The id of the feeling pointed at, None while there is none."""
        return None if self._place is None else self._ring[self._place]

    @property
    def wedges(self) -> WheelLayout:
        """Where everything lies, in the middle of the widget."""
        if self._layout is None:
            self._layout = laid_out(self._families, QSizeF(self._room))
        return self._layout

    def show_chosen(self, feelings: Collection[str]) -> None:
        """Show these feelings as chosen, and no others."""
        self._chosen = frozenset(feelings)
        self._describe()
        self.update()

    def point_at(self, feeling: str) -> None:
        """Point at a feeling, without announcing it.

        Raises:
            ValueError: it is not on the wheel.
        """
        self._place = self._ring.index(feeling)
        self._describe()
        self.update()

    def fit(self, room: QSize) -> None:
        """Put the words into the wedges where there is room for that, else beside them."""
        self._room, self._layout = room, None
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the room of the ring and of the words beside it."""
        size = self.wedges.size
        return QSize(math.ceil(size.width()), math.ceil(size.height()))

    def minimumSizeHint(self) -> QSize:
        """Give the same room."""
        return self.sizeHint()

    def follow_theme(self) -> None:
        """Lay out again at the new text size."""
        self._layout = None
        super().follow_theme()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move round the ring, or choose."""
        key = event.key()
        self._uses_keyboard = True
        if key in _FORWARD:
            self._move_to(0 if self._place is None else self._place + 1)
        elif key in _BACK:
            self._move_to(-1 if self._place is None else self._place - 1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._move_to(0 if key == Qt.Key.Key_Home else -1)
        elif key in _CHOOSES and self.pointed_at is not None:
            self.chosen.emit(self.pointed_at)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at what lies below the pointer."""
        wedge = self.wedges.wedge_at(event.position())
        self._uses_keyboard = False
        over = Qt.CursorShape.PointingHandCursor if wedge else Qt.CursorShape.ArrowCursor
        self.setCursor(over)
        if wedge is not None:
            self.point_at(wedge.feeling)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hold a feeling down; beside the ring nothing is held."""
        wedge = self.wedges.wedge_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and wedge is not None:
            self._pressed = wedge.feeling
            self.point_at(wedge.feeling)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose a feeling if it is let go where it was pressed."""
        wedge, pressed = self.wedges.wedge_at(event.position()), self._pressed
        self._pressed = None
        self.update()
        if wedge is not None and wedge.feeling == pressed:
            self.chosen.emit(wedge.feeling)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Announce where on the ring the focus is, or how to move there."""
        super().focusInEvent(event)
        self._uses_keyboard = True
        self.update()
        announce(self, self._spoken())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Draw the ring of the focus no longer."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the wedges, then the words of the one pointed at into the middle."""
        painter = self.painter()
        for wedge in self.wedges.wedges:
            self._draw_ground(painter, wedge)
        for wedge in self.wedges.wedges:
            self._draw_contents(painter, wedge)
        if self.hasFocus() and self._uses_keyboard:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().colour("focus"), theme().focus_px))
            painter.drawPath(self._focus_path())
        self._draw_middle(painter)
        painter.end()

    def _move_to(self, place: int) -> None:
        self._place = place % len(self._ring)
        self._describe()
        self.update()
        announce(self, self._spoken())

    def _focus_path(self) -> QPainterPath:
        if self._place is not None:
            return self.wedges.path(self.wedges.wedges[self._place], 4.0)
        hole = QPainterPath()
        radius = self.wedges.inner - 4.0
        hole.addEllipse(self.wedges.centre, radius, radius)
        return hole

    def _is_near(self, feeling: str) -> bool:
        return self.pointed_at is not None and feeling in self._near.get(self.pointed_at, ())

    def _near_names(self) -> str:
        return ", ".join(feeling_label(it).lower() for it in self._ring if self._is_near(it))

    def _spoken(self) -> str:
        if self._place is None:
            return f"{len(self._ring)} feelings in a ring; the arrow keys move round it. {_HINT}"
        feeling = self._ring[self._place]
        chosen = ", chosen" if feeling in self._chosen else ""
        number = f"{self._place + 1} of {len(self._ring)}"
        return f"{feeling_label(feeling)}{chosen}, {number}. Near: {self._near_names()}."

    def _describe(self) -> None:
        self.setAccessibleDescription(self._spoken())

    def _colours(self, feeling: str) -> tuple[str, str]:
        """Ground and ink of a wedge."""
        if feeling == self.pointed_at:
            return "accent_press" if feeling == self._pressed else "accent", "on_accent"
        return "accent_tint" if self._is_near(feeling) else "sunken", "text"

    def _draw_ground(self, painter: QPainter, wedge: Wedge) -> None:
        ground, _ = self._colours(wedge.feeling)
        painter.setBrush(theme().colour(ground))
        painter.setPen(QPen(theme().colour("raised"), 2.0))
        painter.drawPath(self.wedges.path(wedge))

    def _draw_contents(self, painter: QPainter, wedge: Wedge) -> None:
        _, ink = self._colours(wedge.feeling)
        is_chosen = wedge.feeling in self._chosen
        if is_chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().colour("accent"), 2.0))
            painter.drawPath(self.wedges.path(wedge, -2.0))
        if self._is_near(wedge.feeling):
            self._draw_dot(painter, wedge)
        draw_glyph(painter, wedge.feeling, wedge.glyph, theme().colour(ink))
        self._draw_word(painter, wedge, ink)
        if is_chosen:
            self._draw_check(painter, wedge, ink)

    def _draw_word(self, painter: QPainter, wedge: Wedge, ink: str) -> None:
        is_strong = wedge.feeling == self.pointed_at or wedge.feeling in self._chosen
        painter.setFont(theme().font(WORD_ROLE, weight=WORD_WEIGHT if is_strong else None))
        beside = "accent" if wedge.feeling == self.pointed_at else "text"
        painter.setPen(theme().colour(ink if self.wedges.has_words_inside else beside))
        painter.drawText(wedge.word, Qt.AlignmentFlag.AlignCenter, feeling_label(wedge.feeling))

    def _draw_dot(self, painter: QPainter, wedge: Wedge) -> None:
        """Mark a feeling near the one pointed at."""
        radius = theme().scaled(_DOT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("accent"))
        painter.drawEllipse(self.wedges.mark_of(wedge), radius, radius)

    def _draw_check(self, painter: QPainter, wedge: Wedge, ink: str) -> None:
        edge = theme().scaled(CHECK)
        box = QRectF(wedge.glyph.right(), wedge.glyph.top() - edge / 4, edge, edge)
        if not self.wedges.has_words_inside:
            ink = "text"
            is_right = wedge.word.center().x() > self.wedges.centre.x()
            left = wedge.word.right() if is_right else wedge.word.left() - edge
            box = QRectF(left, wedge.word.center().y() - edge / 2, edge, edge)
        draw_icon(painter, "check", ink, box, edge)

    def _draw_middle(self, painter: QPainter) -> None:
        width = 2 * self.wedges.inner * _MIDDLE_WIDTH
        parts = [self._middle_note(width)]
        if self.pointed_at is not None:
            parts.insert(0, self._middle_name(feeling_label(self.pointed_at), width))
        left = self.wedges.centre.x() - width / 2
        top = self.wedges.centre.y() - sum(part.height for part in parts) / 2
        painter.setPen(theme().colour("text"))
        for part in parts:
            part.layout.draw(painter, QPointF(left, top))
            top += part.height

    def _middle_name(self, name: str, width: float) -> TextLines:
        role, font = "h3", theme().font("h3")
        if QFontMetricsF(font).horizontalAdvance(name) > width:
            role, font = "small", theme().font("small", weight=600)
        centred = Qt.AlignmentFlag.AlignHCenter
        return lay_out(name, font, theme().line_height(role), width, alignment=centred)

    def _middle_note(self, width: float) -> TextLines:
        font = theme().font("caption")
        runs = [Run(_HINT, colour="text2")]
        if self.pointed_at is not None:
            runs = [Run("Near: ", colour="text2"), Run(self._near_names(), colour="text")]
        return lay_out(
            "".join(run.text for run in runs),
            font,
            theme().line_height("caption"),
            width,
            alignment=Qt.AlignmentFlag.AlignHCenter,
            formats=formats_of(runs, font),
        )
