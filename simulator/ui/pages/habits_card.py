"""Habits on the progress page: what comes up across a person's own replies, with quotes."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from simulator.core.progress.habits import Change, Habit, HabitQuote
from simulator.ui.pages.habit_words import count_words, where_words
from simulator.ui.pages.icon_line import IconLine
from simulator.ui.pages.scenario_words import quoted
from simulator.ui.theme import Space
from simulator.ui.widgets.card import Panel, Row, divider
from simulator.ui.widgets.tags import Tag
from simulator.ui.widgets.text import label

MOST_HABITS = 3
"""Habits shown, at most: two or three points, not ten."""

_TAGS = {
    Change.FADING: ("Fading", "positive", "arrowdown"),
    Change.GROWING: ("More often lately", "caution", "arrowup"),
}


class HabitsCard(Panel):
    """The weightiest habits; hidden while there are none.

    Signals:
        attempt_chosen(str): the id of the attempt whose scorecard is wanted.
    """

    attempt_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", 0, parent)
        self.setProperty("panel", True)
        self.setAccessibleName("Habits")
        self.body.setContentsMargins(18, 14, 18, Space.MEDIUM)
        self.body.setSpacing(Space.SMALL)
        self._across = True
        self.parts: list[HabitPart] = []
        self.body.addWidget(label("Habits", "h3"))
        words = "What comes up across your own replies. Habits never change a score."
        self.body.addWidget(label(words, "small", "text2", wrap=True))
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.MEDIUM)
        self.body.addLayout(self._list)
        self.hide()

    def show_habits(self, habits: Sequence[Habit], today: date) -> None:
        """Show habits, those that weigh most first.

        Args:
            habits: three are shown at most.
            today: the day from which "Yesterday" is counted.
        """
        for part in self.parts:
            self._list.removeWidget(part)
            # Hidden now, freed later: its own click may still be on the stack.
            part.hide()
            part.deleteLater()
        self.parts = [HabitPart(habit, today) for habit in habits[:MOST_HABITS]]
        for part in self.parts:
            part.attempt_chosen.connect(self.attempt_chosen)
            part.arrange(across=self._across)
            self._list.addWidget(part)
            part.show()
        self.setVisible(bool(self.parts))

    def arrange(self, *, across: bool) -> None:
        """Put the quotes beside the habit, or below it."""
        self._across = across
        for part in self.parts:
            part.arrange(across=across)


class HabitPart(QWidget):
    """One habit: its name, how often, whether it changes, one advice, and quotes.

    Signals:
        attempt_chosen(str): the id of the attempt a quote is from.
    """

    attempt_chosen = Signal(str)

    def __init__(self, habit: Habit, today: date) -> None:
        super().__init__()
        self.habit = habit
        self._line = QHBoxLayout()
        self._line.setSpacing(Space.SECTION)
        self._line.addLayout(self._build_words(habit, today), 42)
        self._line.addLayout(self._build_quotes(habit, today), 58)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(divider())
        column.addLayout(self._line)

    def arrange(self, *, across: bool) -> None:
        """Put the quotes beside the words, or below them."""
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(beside if across else below)
        self._line.setSpacing(Space.SECTION if across else Space.SMALL)

    def _build_words(self, habit: Habit, today: date) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(Space.TINY)
        name = label(habit.kind.label, "body", wrap=True)
        name.set_weight(600)
        words.addWidget(name)
        words.addWidget(label(count_words(habit, today), "small", "text2", wrap=True))
        if habit.change in _TAGS:
            tag = Tag(*_TAGS[habit.change])
            tag.setToolTip("Your last five contacts, compared with those before")
            words.addWidget(tag, 0, Qt.AlignmentFlag.AlignLeading)
        words.addWidget(IconLine("bulb", habit.kind.advice, icon_role="accent"))
        words.addStretch()
        return words

    def _build_quotes(self, habit: Habit, today: date) -> QVBoxLayout:
        quotes = QVBoxLayout()
        quotes.setSpacing(0)
        self.quotes = [QuoteRow(quote, today) for quote in habit.quotes]
        for row in self.quotes:
            row.chosen.connect(self.attempt_chosen)
            quotes.addWidget(row)
        quotes.addStretch()
        return quotes


class QuoteRow(Row):
    """Words of a reply and where they were said; a way to that scorecard.

    Signals:
        chosen(str): the attempt's id.
    """

    chosen = Signal(str)

    def __init__(self, quote: HabitQuote, today: date) -> None:
        super().__init__()
        self._attempt_id = quote.attempt_id
        self.line.setContentsMargins(Space.SMALL, 6, Space.SMALL, 6)
        where = where_words(quote, today)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(quoted(quote.text), "small", wrap=True))
        words.addWidget(label(where, "caption", "text2", wrap=True))
        self.line.addLayout(words, 1)
        self.setAccessibleName(f"{quoted(quote.text)}, {where}. Opens the scorecard.")
        self.clicked.connect(self._choose)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self._attempt_id)
