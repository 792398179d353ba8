"""How the customer felt, turn by turn: a line of faces on five named steps."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.ui.theme import Radius, theme
from simulator.ui.widgets.face_data import MOOD_NAMES, feeling_label, mood_step
from simulator.ui.widgets.glyph import draw_glyph
from simulator.ui.widgets.icon import draw_icon
from simulator.ui.widgets.meters import MOOD_FACES, draw_cell
from simulator.ui.widgets.painted import Painted

_CELLS = 8
_NARROW_COLUMN = 64.0


@dataclass(frozen=True)
class TimelineTurn:
    """One point of the timeline.

    Attributes:
        name: such as "Start" or "Turn 2".
        feeling: of the customer then.
        read: how the trainee read it: "right", "near", "other", or "" for no read.
        bears_with_us: cells left, 0 to 8.
        mood: the step 1 furious to 5 warm, or None to follow the feeling.
    """

    name: str
    feeling: str
    read: str = ""
    bears_with_us: int = _CELLS
    mood: int | None = None

    @property
    def step(self) -> int:
        """The step of the mood the face stands on."""
        return self.mood or mood_step(self.feeling)


class FeelingTimeline(Painted):
    """The mood line with the rows "Your read" and "Bears with us" below.

    One stop in the tab order; Left and Right move the selected turn, and time runs from left to
    right in every language.

    Signals:
        turn_chosen(int): the index of the turn the person selected; not sent by ``select``.
    """

    turn_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._turns: tuple[TimelineTurn, ...] = ()
        self._selected = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focus_radius", Radius.CONTROL)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_turns(self, turns: Sequence[TimelineTurn], selected: int = 0) -> None:
        """Show the turns, the first of them usually the start."""
        self._turns = tuple(turns)
        self.setAccessibleName(self._sentence())
        self.select(selected)
        self.updateGeometry()

    @property
    def selected(self) -> int:
        """The index of the selected turn."""
        return self._selected

    def select(self, index: int) -> None:
        """Highlight a turn without telling anyone."""
        self._selected = min(max(index, 0), max(len(self._turns) - 1, 0))
        if self._turns:
            self.setAccessibleDescription(self._spoken(self._turns[self._selected]))
        self.update()

    def table(self) -> list[list[str]]:
        """Give the timeline as rows of text, the header first."""
        header = ["Turn", "Mood", "Feeling", "Your read", "Bears with us"]
        return [header] + [
            [
                turn.name,
                MOOD_NAMES[turn.step - 1],
                feeling_label(turn.feeling),
                turn.read or "–",
                f"{turn.bears_with_us} of {_CELLS}",
            ]
            for turn in self._turns
        ]

    def sizeHint(self) -> QSize:
        """Give five steps, two rows and the names."""
        columns = max(len(self._turns), 3) * 92 + 120
        return QSize(round(theme().scaled(columns)), round(self._names_top() + self._row() + 6))

    def minimumSizeHint(self) -> QSize:
        """Give the least width at which the faces stand apart."""
        columns = max(len(self._turns), 3) * 34 + 110
        return QSize(round(theme().scaled(columns)), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the selected turn."""
        steps = {
            Qt.Key.Key_Left: self._selected - 1,
            Qt.Key.Key_Right: self._selected + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._turns) - 1,
        }
        wanted = steps.get(Qt.Key(event.key()))
        if wanted is None:
            super().keyPressEvent(event)
        else:
            self._choose(wanted)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select the turn under the pointer."""
        for index in range(len(self._turns)):
            if self._column(index).contains(event.position()):
                self._choose(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the selected column, the grid, the line, the faces and the rows."""
        painter = self.painter()
        self._draw_selected(painter)
        self._draw_grid(painter)
        self._draw_mood_line(painter)
        for index, turn in enumerate(self._turns):
            self._draw_face(painter, index, turn)
            self._draw_read(painter, index, turn)
            self._draw_cells(painter, index, turn)
            self._draw_turn_name(painter, index, turn)
        painter.end()

    def _choose(self, index: int) -> None:
        before = self._selected
        self.select(index)
        if self._selected != before:
            self.turn_chosen.emit(self._selected)

    def _sentence(self) -> str:
        if not self._turns:
            return "How the customer felt, nothing to show yet"
        first, last = self._turns[0], self._turns[-1]
        return (
            f"How the customer felt over {len(self._turns)} points: from "
            f"{MOOD_NAMES[first.step - 1].lower()} to {MOOD_NAMES[last.step - 1].lower()}"
        )

    def _spoken(self, turn: TimelineTurn) -> str:
        read = f", your read {turn.read}" if turn.read else ""
        return (
            f"{turn.name}: {MOOD_NAMES[turn.step - 1].lower()}, "
            f"{feeling_label(turn.feeling).lower()}{read}, "
            f"bears with us {turn.bears_with_us} of {_CELLS}"
        )

    def _row(self) -> float:
        return max(theme().scaled(21), theme().line_height("caption") + 3)

    def _grid_top(self) -> float:
        return theme().scaled(18)

    def _names_top(self) -> float:
        return self._row_y(2) - self._row() / 2

    def _label_room(self) -> float:
        metrics = QFontMetricsF(theme().font("caption", weight=500))
        words = [*MOOD_NAMES, "Your read", "Bears with us"]
        return max(metrics.horizontalAdvance(word) for word in words) + 12

    def _column(self, index: int) -> QRectF:
        room = self._label_room()
        width = (self.width() - room - 4) / max(len(self._turns), 1)
        return QRectF(room + index * width, 0, width, self.height())

    def _step_y(self, step: int) -> float:
        return self._grid_top() + (5 - step) * self._row()

    def _draw_selected(self, painter: QPainter) -> None:
        if not self._turns:
            return
        box = self._column(self._selected).adjusted(2, 0, -2, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("selected"))
        painter.drawRoundedRect(box, Radius.TAG, Radius.TAG)

    def _draw_grid(self, painter: QPainter) -> None:
        painter.setFont(theme().font("caption", weight=500))
        room = self._label_room()
        for step, name in enumerate(MOOD_NAMES, 1):
            y = round(self._step_y(step)) + 0.5
            painter.setPen(QPen(theme().colour("divider"), 1.0))
            painter.drawLine(QPointF(room + 8, y), QPointF(self.width() - 4, y))
            self._draw_row_name(painter, name, y)
        self._draw_row_name(painter, "Your read", self._row_y(0))
        self._draw_row_name(painter, "Bears with us", self._row_y(1))

    def _row_y(self, row: int) -> float:
        return self._step_y(1) + (row + 1) * self._row() + theme().scaled(4)

    def _draw_row_name(self, painter: QPainter, name: str, y: float) -> None:
        painter.setPen(theme().colour("text2"))
        height = self._row()
        box = QRectF(0, y - height / 2, self._label_room() - 12, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, name)

    def _face_centre(self, index: int, turn: TimelineTurn) -> QPointF:
        return QPointF(self._column(index).center().x(), self._step_y(turn.step))

    def _draw_mood_line(self, painter: QPainter) -> None:
        points = [self._face_centre(index, turn) for index, turn in enumerate(self._turns)]
        painter.setPen(QPen(theme().colour("text2"), 2.0))
        if len(points) > 1:
            painter.drawPolyline(points)

    def _draw_face(self, painter: QPainter, index: int, turn: TimelineTurn) -> None:
        edge = theme().scaled(22)
        box = QRectF(0, 0, edge, edge)
        box.moveCenter(self._face_centre(index, turn))
        ground = theme().colour("selected" if index == self._selected else "surface")
        colour = theme().colour(f"mood{turn.step}")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawEllipse(box.adjusted(-1, -1, 1, 1))
        draw_glyph(painter, MOOD_FACES[turn.step - 1], box, colour, ground)

    def _draw_read(self, painter: QPainter, index: int, turn: TimelineTurn) -> None:
        column = self._column(index)
        height = self._row()
        box = QRectF(column.left(), self._row_y(0) - height / 2, column.width(), height)
        if turn.read == "right":
            draw_icon(painter, "check", "positive", box, theme().scaled(16))
        elif turn.read:
            painter.setFont(theme().font("caption"))
            painter.setPen(theme().colour("text2"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, turn.read)

    def _draw_cells(self, painter: QPainter, index: int, turn: TimelineTurn) -> None:
        column = self._column(index)
        y = self._row_y(1)
        if column.width() < theme().scaled(_NARROW_COLUMN):
            painter.setFont(theme().font("caption", tabular=True))
            painter.setPen(theme().colour("text2"))
            box = QRectF(column.left(), y - self._row() / 2, column.width(), self._row())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(turn.bears_with_us))
            return
        width, height, gap = theme().scaled(5.4), theme().scaled(9), theme().scaled(1)
        left = column.center().x() - (_CELLS * (width + gap) - gap) / 2
        for cell in range(_CELLS):
            box = QRectF(left + cell * (width + gap), y - height / 2, width, height)
            draw_cell(painter, box, "filled" if cell < turn.bears_with_us else "empty")

    def _draw_turn_name(self, painter: QPainter, index: int, turn: TimelineTurn) -> None:
        is_selected = index == self._selected
        painter.setFont(theme().font("caption", weight=600 if is_selected else 500))
        painter.setPen(theme().colour("accent" if is_selected else "text2"))
        column = self._column(index)
        narrow = column.width() < theme().scaled(_NARROW_COLUMN)
        words = turn.name.split()[-1] if narrow and turn.name[-1:].isdigit() else turn.name
        box = QRectF(column.left(), self._names_top() - 2, column.width(), self._row())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
