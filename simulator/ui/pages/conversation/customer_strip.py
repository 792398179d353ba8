"""The customer above the call, where the window has no room for a column."""

import math

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from simulator.core.conversation.session import Session
from simulator.ui.pages.conversation.customer_view import CustomerView, view_of
from simulator.ui.pages.customer_face import face_description
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.buttons import small
from simulator.ui.widgets.card import Panel, vertical_divider
from simulator.ui.widgets.face import MOOD_NAMES, Face, feeling_glyph
from simulator.ui.widgets.meters import MOOD_FACES, MoodMeter, draw_cell
from simulator.ui.widgets.painted import Painted
from simulator.ui.widgets.tags import KeyCap
from simulator.ui.widgets.text import Run, elided, label

_CELLS = 8
_CELL = 13.0
_CELL_GAP = 5.0
_FACE = 72
_GLYPH = 20
_NARROWEST = 320


class _Cells(Painted):
    """The cells of the meter alone; its words stand above."""

    def __init__(self) -> None:
        super().__init__()
        self._left = self._before = _CELLS
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_left(self, left: int, before: int) -> None:
        """Show how many are left, and how many there were."""
        self._left, self._before = left, before
        self.update()

    def sizeHint(self) -> QSize:
        """Give the scaled room of all cells."""
        width = theme().scaled(_CELLS * _CELL + (_CELLS - 1) * _CELL_GAP)
        return QSize(math.ceil(width), math.ceil(theme().scaled(_CELL)))

    def minimumSizeHint(self) -> QSize:
        """Give the same room."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cells."""
        painter = self.painter()
        edge, step = theme().scaled(_CELL), theme().scaled(_CELL + _CELL_GAP)
        for place in range(_CELLS):
            state = "filled" if place < self._left else "empty"
            if self._left <= place < self._before:
                state = "lost"
            column = _CELLS - 1 - place if self.is_mirrored else place
            draw_cell(painter, QRectF(column * step, 0, edge, edge), state)
        painter.end()


class _Mood(Painted):
    """The face of a mood as a small drawing."""

    def __init__(self) -> None:
        super().__init__()
        self._step = 3
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_step(self, step: int) -> None:
        """Show a mood of 1 to 5."""
        self._step = step
        self.update()

    def sizeHint(self) -> QSize:
        """Give the scaled edge."""
        edge = round(theme().scaled(_GLYPH))
        return QSize(edge, edge)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the face in the mood's colour."""
        painter = self.painter()
        feeling, role = MOOD_FACES[self._step - 1], f"mood{self._step}"
        glyph = feeling_glyph(feeling, self.width(), role, self.devicePixelRatioF())
        painter.drawPixmap(0, 0, glyph)
        painter.end()


class CustomerStrip(Panel):
    """Face, name and meters in a row.

    Signals:
        facts_wanted(): facts and policy are to be shown.
    """

    facts_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", 0, parent)
        self.setAccessibleName("The customer")
        self.face = Face("amara", size=_FACE)
        self._name = elided("", "h3")
        self._where = elided("", "small", "text2")
        self._facts = QWidget()
        self._line_between = vertical_divider()
        self._meter = MoodMeter("Mood")
        self._mood_row = QWidget()
        self._glyph = _Mood()
        self._mood_words = label(role="small")
        self._bears = QWidget()
        self._bears_words = label(role="label")
        self._cells = _Cells()
        self._veil = elided("", "small", "text2")
        self._is_roomy = False
        self._view: CustomerView | None = None
        self._build()

    def show_where(self, sentence: str) -> None:
        """Say where the customer is and for how long."""
        self._where.setText(sentence)

    def show_session(self, session: Session) -> None:
        """Draw the customer as far as the trainee may see."""
        customer = session.scenario.customer
        self._name.setText(customer.name)
        self.face.show_person(face_description(customer.face.model_dump()), name=customer.name)
        self.face.show_feeling(session.line.feeling.value)
        self.face.set_knows_feeling(session.is_coached and not session.must_read)
        self._view = view = view_of(session)
        self._veil.setText("" if session.is_coached else "Exam: mood stays hidden.")
        if view.veil and session.is_coached:
            self._veil.setText(view.veil)
        if not view.veil:
            self._show_meters(view)
        self._show_parts()

    def arrange(self, *, is_roomy: bool, has_facts: bool) -> None:
        """Show the whole meter or the mood in words, with or without the way to the facts."""
        self._is_roomy = is_roomy
        self._facts.setVisible(has_facts)
        self._show_parts()

    def minimumSizeHint(self) -> QSize:
        """Give the room of the short form, so that the strip never keeps a window wide."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), round(theme().scaled(_NARROWEST))), least.height())

    def _show_meters(self, view: CustomerView) -> None:
        self._meter.show_mood(view.mood, view.mood_before)
        name = MOOD_NAMES[view.mood - 1]
        runs = [Run(name, weight=600)]
        if view.mood_before not in (None, view.mood):
            runs.append(Run(f" from {MOOD_NAMES[(view.mood_before or 1) - 1]}", colour="text2"))
        self._mood_words.set_runs(runs)
        self._glyph.show_step(view.mood)
        self._bears_words.set_runs(
            [
                Run("Bears with us ", weight=400, colour="text2"),
                Run(f"{view.cells} of {_CELLS}", weight=600),
            ]
        )
        self._cells.show_left(view.cells, view.cells_before)
        self._bears.setAccessibleName(f"Bears with us, {view.cells} of {_CELLS}")

    def _show_parts(self) -> None:
        is_open = self._view is not None and not self._view.veil
        self._meter.setVisible(is_open and self._is_roomy)
        self._line_between.setVisible(is_open and self._is_roomy)
        self._mood_row.setVisible(is_open and not self._is_roomy)
        self._where.setVisible(self._is_roomy or not is_open)
        self._bears.setVisible(is_open)
        self._veil.setVisible(not is_open)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(Space.SECTION, Space.SMALL, Space.SECTION, Space.SMALL)
        row.setSpacing(Space.CARD)
        row.addWidget(self.face)
        row.addLayout(self._lines(), 3)
        row.addWidget(self._line_between)
        row.addWidget(self._meter, 4)
        row.addWidget(self._veil, 3)
        row.addWidget(self._bears)
        self.body.addLayout(row)
        bears = QVBoxLayout(self._bears)
        bears.setContentsMargins(0, 0, 0, 0)
        bears.addStretch()
        bears.addWidget(self._bears_words)
        bears.addWidget(self._cells)
        bears.addStretch()

    def _lines(self) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(Space.HAIR)
        lines.addStretch()
        lines.addWidget(self._name)
        lines.addWidget(self._where)
        mood = QHBoxLayout(self._mood_row)
        mood.setContentsMargins(0, 0, 0, 0)
        mood.setSpacing(6)
        mood.addWidget(self._glyph)
        mood.addWidget(self._mood_words, 1, Qt.AlignmentFlag.AlignVCenter)
        lines.addWidget(self._mood_row)
        facts = QHBoxLayout(self._facts)
        facts.setContentsMargins(0, Space.TINY, 0, 0)
        button = small("Facts", icon="file")
        button.setAccessibleName("Facts and policy")
        button.clicked.connect(self.facts_wanted)
        facts.addWidget(button)
        facts.addWidget(KeyCap("F3"))
        facts.addStretch()
        lines.addWidget(self._facts)
        lines.addStretch()
        return lines
