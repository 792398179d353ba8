"""A reply with its evidence: tinted, threaded and numbered spans that can be chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import cast

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextLine,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.ui.theme import theme
from simulator.ui.widgets.icon import draw_number_disc
from simulator.ui.widgets.painted import Painted
from simulator.ui.widgets.text_lines import UNBOUNDED, TextLines, lay_out, qt_length
from simulator.ui.widgets.threads import draw_thread, thread_of

_SIDE = 4.0
_DISC_ROOM = "\u00a0" * 4
"""Unbreakable spaces that make room for the numbered disc after a span."""

_NEXT = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_PREVIOUS = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True)
class EvidenceSpan:
    """Words that count for a skill or as a slip.

    Attributes:
        start: the first character, counted in code points from 0.
        end: one past the last character.
        kind: courtesy, patience, helpful (or helpfulness), slip.
        number: shown in the disc and sent when the span is chosen; None shows no disc.
    """

    start: int
    end: int
    kind: str
    number: int | None = None


@dataclass(frozen=True)
class _Piece:
    """The part of a span that lies on one line."""

    span: int
    box: QRectF
    thread_y: float


class EvidenceText(Painted):
    """Plain text with numbered evidence.

    With spans it is one stop in the tab order; arrows move between spans.

    Signals:
        evidence_chosen(int): the number of the span clicked or entered.
    """

    evidence_chosen = Signal(int)

    def __init__(
        self,
        text: str = "",
        spans: Sequence[EvidenceSpan] = (),
        *,
        role: str = "talk",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._current = 0
        self._lines: TextLines | None = None
        self._lines_width = -1
        self._pieces: list[_Piece] = []
        self._discs: list[tuple[int, QRectF]] = []
        self.setMouseTracking(True)
        self.setProperty("draws_focus", True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_text(text, spans)

    def set_text(self, text: str, spans: Sequence[EvidenceSpan] = ()) -> None:
        """Show a text with its evidence; spans beyond the text are cut to it, empty ones dropped.

        Raises:
            KeyError: a span is of an unknown kind.
        """
        self._text = text
        self._spans = _usable(spans, len(text))
        self._current = 0
        self._prepare_text()
        self.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus if self._numbered() else Qt.FocusPolicy.NoFocus
        )
        self.setAccessibleName(text)
        self.setAccessibleDescription(". ".join(self._spoken(span) for span in self._spans))
        self.follow_theme()

    @property
    def text(self) -> str:
        """The text shown, without the discs."""
        return self._text

    @Slot()
    def follow_theme(self) -> None:
        """Lay out again with the fonts in force."""
        self._lines = None
        super().follow_theme()

    def hasHeightForWidth(self) -> bool:
        """Narrower text is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the text at a width."""
        return ceil(self._laid_out(width - 2 * _SIDE).height) + 2

    def sizeHint(self) -> QSize:
        """Give one line, or a paragraph 62 characters wide."""
        metrics_width = self.fontMetrics().averageCharWidth() * 62
        whole = self._laid_out(UNBOUNDED).width + 2 * _SIDE + 2
        width = ceil(min(whole, theme().scaled(metrics_width)))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Give room for a few words."""
        height = self._lay_out_now().height if self._text else theme().line_height(self._role)
        return QSize(round(theme().scaled(80)), ceil(height) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height the new width needs, also where a layout does not ask."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def span_at(self, position: QPointF) -> int | None:
        """Give the number of the numbered span at a place, or None."""
        self._lay_out_now()
        for piece in self._pieces:
            if piece.box.contains(position):
                return self._spans[piece.span].number
        return None

    def boxes_of(self, number: int) -> list[QRectF]:
        """Give where a numbered span lies, one box a line."""
        self._lay_out_now()
        return [piece.box for piece in self._pieces if self._spans[piece.span].number == number]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint all tints, then all threads, then the words: a tint must not hide a thread."""
        lines = self._lay_out_now()
        painter = self.painter()
        painter.setPen(Qt.PenStyle.NoPen)
        for piece in self._pieces:
            role = thread_of(self._spans[piece.span].kind).role
            painter.setBrush(theme().colour(f"{role}_tint"))
            painter.drawRoundedRect(piece.box, 4, 4)
        for piece in self._pieces:
            self._draw_thread(painter, piece)
        painter.setPen(theme().colour("text"))
        lines.layout.draw(painter, QPointF(_SIDE, 0))
        for span, box in self._discs:
            draw_number_disc(
                painter,
                box,
                self._spans[span].number or 0,
                thread_of(self._spans[span].kind).role,
            )
        self._draw_focus(painter)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over evidence."""
        over = self.span_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the span under the pointer."""
        number = self.span_at(event.position())
        if number is not None and event.button() == Qt.MouseButton.LeftButton:
            self._current = self._numbered().index(number)
            self.update()
            self.evidence_chosen.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between spans with the arrows, choose with Enter or Space."""
        numbers = self._numbered()
        key = Qt.Key(event.key())
        if numbers and key in _CHOOSE:
            self.evidence_chosen.emit(numbers[self._current])
        elif numbers and key in _NEXT + _PREVIOUS:
            step = 1 if key in _NEXT else -1
            self._current = min(max(self._current + step, 0), len(numbers) - 1)
            self.update()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which span Enter would choose."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Lay out again when the direction changed."""
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.follow_theme()
        super().changeEvent(event)

    def _numbered(self) -> list[int]:
        return [span.number for span in self._spans if span.number is not None]

    def _spoken(self, span: EvidenceSpan) -> str:
        number = "" if span.number is None else f" {span.number}"
        words = self._text[span.start : span.end]
        return f"Evidence{number}, {thread_of(span.kind).label.lower()}: {words}"

    def _prepare_text(self) -> None:
        """Weave room for the discs into the text and note the spans in Qt's own counting."""
        pieces: list[str] = []
        self._qt_spans: list[tuple[int, int, int]] = []
        at = 0
        woven = 0
        for span in self._spans:
            before, words = self._text[at : span.start], self._text[span.start : span.end]
            room = _DISC_ROOM if span.number is not None else ""
            start = woven + qt_length(before)
            end = start + qt_length(words)
            self._qt_spans.append((start, end, end + qt_length(room)))
            pieces += [before, words, room]
            woven = end + qt_length(room)
            at = span.end
        self._woven = "".join([*pieces, self._text[at:]])
        self._utf16 = self._woven.encode("utf-16-le", "surrogatepass")

    def _laid_out(self, width: float) -> TextLines:
        font = theme().font(self._role)
        return lay_out(self._woven, font, theme().line_height(self._role), width)

    def _lay_out_now(self) -> TextLines:
        if self._lines is None or self._lines_width != self.width():
            self._lines = self._laid_out(self.width() - 2 * _SIDE)
            self._lines_width = self.width()
            self._place_pieces(self._lines)
        return self._lines

    def _place_pieces(self, lines: TextLines) -> None:
        self._pieces, self._discs = [], []
        for index, (start, end, with_disc) in enumerate(self._qt_spans):
            for place in range(lines.layout.lineCount()):
                self._place_on_line(lines, place, index, start, with_disc)
            if with_disc > end and self._pieces and self._pieces[-1].span == index:
                self._discs.append((index, self._disc_box(lines, end, with_disc)))

    def _place_on_line(
        self, lines: TextLines, place: int, index: int, start: int, end: int
    ) -> None:
        line = lines.layout.lineAt(place)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        while last > first and self._utf16[2 * last - 2 : 2 * last] == b" \0":
            last -= 1
        if first >= last:
            return
        left, right = sorted((_x_of(line, first), _x_of(line, last)))
        top = place * lines.line_height
        box = QRectF(_SIDE + left - 2, top + 1, right - left + 4, lines.line_height - 2)
        self._pieces.append(_Piece(index, box, line.y() + line.ascent() + 4.5))

    def _disc_box(self, lines: TextLines, start: int, end: int) -> QRectF:
        line = lines.layout.lineForTextPosition(max(end - 1, start))
        left, right = sorted((_x_of(line, start), _x_of(line, end)))
        edge = theme().scaled(15)
        box = QRectF(0, 0, edge, edge)
        middle = line.y() + line.ascent() - theme().scaled(5)
        box.moveCenter(QPointF(_SIDE + (left + right) / 2, middle))
        return box

    def _draw_thread(self, painter: QPainter, piece: _Piece) -> None:
        span = self._spans[piece.span]
        end = piece.box.right() - 2
        for disc_span, disc in self._discs:
            if disc_span == piece.span and piece.box.contains(disc.center()):
                end = disc.left() - 2 if disc.center().x() > piece.box.center().x() else end
        draw_thread(
            painter,
            span.kind,
            QPointF(piece.box.left() + 2, piece.thread_y),
            QPointF(max(end, piece.box.left() + 2), piece.thread_y),
            colour=theme().colour(thread_of(span.kind).role),
            width=theme().thread_px,
        )

    def _draw_focus(self, painter: QPainter) -> None:
        numbers = self._numbered()
        if not self.hasFocus() or not numbers:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().colour("focus"), theme().focus_px))
        for box in self.boxes_of(numbers[self._current]):
            painter.drawRoundedRect(box.adjusted(-1, 0, 1, 0), 5, 5)


def _x_of(line: QTextLine, position: int) -> float:
    # PySide gives the place together with the position, the stub says "object".
    place, _position = cast(tuple[float, int], line.cursorToX(position))
    return place


def _usable(spans: Sequence[EvidenceSpan], length: int) -> list[EvidenceSpan]:
    """Sort the spans and cut them to the text and to each other, so that they can be woven in."""
    usable: list[EvidenceSpan] = []
    at = 0
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        thread_of(span.kind)
        start, end = max(span.start, at, 0), min(span.end, length)
        if start < end:
            usable.append(EvidenceSpan(start, end, span.kind, span.number))
            at = end
    return usable
