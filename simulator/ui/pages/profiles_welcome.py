"""The left half of the first page: what Rapport is, in three faces."""

from PySide6.QtCore import QPointF, QSize, Qt, Slot
from PySide6.QtGui import QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from simulator.ui.theme import Space, theme
from simulator.ui.widgets.card import Panel
from simulator.ui.widgets.face import Face
from simulator.ui.widgets.icon import IconLabel, Logo
from simulator.ui.widgets.painted import Painted
from simulator.ui.widgets.text import label

_STEPS = (
    ("frustrated", "Read the feeling", "What is she feeling right now?"),
    ("sceptical", "Find the reason", "What happened to cause it?"),
    ("relieved", "Answer both", "The person, then the problem."),
)

_STUDY = (
    "Asked in a survey, half of customers would leave after one bad experience, "
    "93 in 100 after three."
)
"""Stated intentions, not behaviour: AchieveGlobal, 5,500 consumers in six countries, 2012."""


class Welcome(Panel):
    """Logo, promise, the three steps of an answer, and why it matters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sidebar", 0, parent)
        self.body.setSpacing(0)
        self.body.addLayout(logo_line())
        self.body.addStretch(4)
        self._hero = label("Practise the conversations that decide who stays.", "hero", wrap=True)
        self.body.addWidget(self._hero)
        self.body.addSpacing(Space.MEDIUM)
        lead = (
            "Rapport plays the customer. You read how they feel, find out why, and answer both. "
            "Rewind and try again as often as you like."
        )
        self._lead = label(lead, "lead", "text2", wrap=True)
        self.body.addWidget(self._lead)
        self.body.addSpacing(36)
        self.body.addLayout(_three_steps())
        self.body.addStretch(5)
        self.body.addLayout(_study())
        theme().changed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give up some of the margin where room is short."""
        super().resizeEvent(event)
        side = 48 if self.width() >= theme().scaled(540) else 30
        self.body.setContentsMargins(side, 46, side, 40)

    @Slot()
    def _fit(self) -> None:
        """Keep the lines short enough to be read at a glance."""
        self._hero.setMaximumWidth(round(theme().scaled(440)))
        self._lead.setMaximumWidth(round(theme().scaled(456)))


def logo_line() -> QHBoxLayout:
    """Make the logo with the name beside it."""
    line = QHBoxLayout()
    line.setSpacing(Space.MEDIUM)
    line.addWidget(Logo(34))
    line.addWidget(label("Rapport", "h1"))
    line.addStretch(1)
    return line


def _three_steps() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.SMALL)
    grid.setVerticalSpacing(0)
    grid.setRowMinimumHeight(1, 10)
    for place, (feeling, title, words) in enumerate(_STEPS):
        column = 2 * place
        face = Face("amara", feeling, 112)
        grid.addWidget(face, 0, column, Qt.AlignmentFlag.AlignLeading)
        grid.addWidget(label(title, "h3", wrap=True), 2, column, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(words, "small", "text2", wrap=True), 3, column)
        grid.setColumnStretch(column, 1)
        if place:
            grid.addWidget(
                IconLabel("arrowright", "text3", 18), 0, column - 1, Qt.AlignmentFlag.AlignCenter
            )
    return grid


def _study() -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(14)
    line.addWidget(_Dots(), 0, Qt.AlignmentFlag.AlignVCenter)
    study = label(_STUDY, "small", "text2", wrap=True)
    study.setMaximumWidth(round(theme().scaled(400)))
    line.addWidget(study, 1)
    line.addStretch()
    return line


class _Dots(Painted):
    """Ten customers as dots, of whom five have left."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("5 in 10")

    def sizeHint(self) -> QSize:
        """Give the scaled size of two rows of five."""
        return QSize(round(theme().scaled(69)), round(theme().scaled(31)))

    def minimumSizeHint(self) -> QSize:
        """Give the same room."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a filled row above an outlined one."""
        painter = self.painter()
        painter.scale(theme().text_scale, theme().text_scale)
        painter.setPen(QPen(theme().colour("text2"), 1.4))
        for place in range(10):
            row, column = divmod(place, 5)
            painter.setBrush(theme().colour("text2" if row == 0 else "sidebar"))
            painter.drawEllipse(QPointF(6.5 + 14 * column, 6.5 + 17.5 * row), 5.3, 5.3)
        painter.end()
