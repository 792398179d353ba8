"""How conversations went by what lay behind them, and how often it was noted."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from simulator.core.progress.causes import CauseLine
from simulator.ui.pages.icon_line import with_icon
from simulator.ui.pages.library_words import SKILL_ICONS
from simulator.ui.pages.progress_cards import clear
from simulator.ui.pages.reports.words import (
    CAUSE_NAMES,
    CAUSES_NOTE,
    about_cause,
    endings_sentence,
    noted_sentence,
    spoken_cause,
)
from simulator.ui.theme import Space
from simulator.ui.widgets.card import FlowLayout, Panel, divider
from simulator.ui.widgets.dial import SkillBar
from simulator.ui.widgets.text import label

_INSET = Space.SMALL
"""Room inside a part, so that the focus ring keeps away from its words."""


class CausesCard(Panel):
    """Every cause, with what is known of the conversations that had it."""

    def __init__(self) -> None:
        super().__init__("card", 0)
        self.setProperty("panel", True)
        self.body.setContentsMargins(10, 14, 10, Space.SMALL)
        self.body.setSpacing(Space.SMALL)
        self._across = True
        self.parts: list[CausePart] = []
        head = QVBoxLayout()
        head.setContentsMargins(_INSET, 0, _INSET, 0)
        head.setSpacing(Space.SMALL)
        head.addWidget(label("What lay behind it", "h3", wrap=True))
        head.addWidget(label(CAUSES_NOTE, "small", "text2", wrap=True))
        self.body.addLayout(head)
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.TINY)
        self.body.addLayout(self._list)

    def show_lines(self, lines: Sequence[CauseLine]) -> None:
        """Show causes, in this order; where nothing changed, the part with the focus keeps it."""
        if list(lines) == [part.line for part in self.parts]:
            return
        clear(self._list)
        self.parts = [CausePart(line) for line in lines]
        for part in self.parts:
            part.arrange(across=self._across)
            self._list.addWidget(divider())
            self._list.addWidget(part)

    def arrange(self, *, across: bool) -> None:
        """Put the figures beside the cause, or below it."""
        self._across = across
        for part in self.parts:
            part.arrange(across=across)


class CausePart(QWidget):
    """One cause: three averages, whether it was noted, and the endings.

    Nothing can be chosen here, but by keyboard it is to be read and scrolled to.
    """

    def __init__(self, line: CauseLine) -> None:
        super().__init__()
        self.line = line
        self._halves = QHBoxLayout()
        self._halves.addLayout(self._build_words(), 38)
        self._halves.addLayout(self._build_figures(), 62)
        self.setLayout(self._halves)
        self._halves.setContentsMargins(_INSET, _INSET, _INSET, _INSET)
        self.setAccessibleName(spoken_cause(line))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along the causes with Up and Down."""
        if event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def arrange(self, *, across: bool) -> None:
        """Put the figures beside the words, or below them."""
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(beside if across else below)
        self._halves.setSpacing(Space.SECTION if across else Space.MEDIUM)

    def _build_words(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(Space.TINY)
        name = label(CAUSE_NAMES[self.line.cause], "body", wrap=True)
        name.set_weight(600)
        words.addWidget(name)
        words.addWidget(label(about_cause(self.line), "small", "text2", wrap=True))
        words.addStretch(1)
        return words

    def _build_figures(self) -> QVBoxLayout:
        figures = QVBoxLayout()
        figures.setSpacing(Space.SMALL)
        if self.line.contacts:
            figures.addWidget(self._build_bars())
        told = (("note", noted_sentence(self.line)), ("flag", endings_sentence(self.line)))
        for icon, sentence in told:
            if sentence:
                figures.addLayout(with_icon(icon, label(sentence, "small", wrap=True)))
        figures.addStretch(1)
        return figures

    def _build_bars(self) -> QWidget:
        holder = QWidget()
        bars = FlowLayout(holder, spacing=Space.WIDE)
        for skill, mean in self.line.means.items():
            value = None if mean is None else round(mean)
            bars.addWidget(SkillBar(SKILL_ICONS[skill.value], value, width=72))
        return holder
