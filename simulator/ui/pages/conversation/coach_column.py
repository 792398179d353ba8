"""The coach beside the call: the reading, the hint asked for, the feedback on the last reply."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.core.conversation.session import Session
from simulator.core.scenario.words import Feeling
from simulator.ui.pages.conversation.coach_card import CoachCard
from simulator.ui.pages.conversation.read_card import ReadCard
from simulator.ui.pages.conversation.steady_margin import SteadyMargin
from simulator.ui.pages.conversation.thought import Thought
from simulator.ui.pages.conversation.topics_card import TopicsCard
from simulator.ui.pages.icon_line import IconLine
from simulator.ui.theme import Space
from simulator.ui.widgets.card import Panel, scrolling
from simulator.ui.widgets.icon import IconLabel
from simulator.ui.widgets.text import label


class _NoteCard(Panel):
    """A few words under a heading."""

    def __init__(self, title: str, icon: str) -> None:
        super().__init__("card", Space.CARD)
        self.setAccessibleName(title)
        head = QHBoxLayout()
        head.setSpacing(Space.SMALL)
        head.addWidget(IconLabel(icon, "accent", 18))
        head.addWidget(label(title, "h3"), 1)
        self.body.addLayout(head)
        self.text = label(role="small", wrap=True)
        self.body.addWidget(self.text)

    def show_words(self, words: str) -> None:
        """Show the words; without any the card is not there."""
        self.text.setText(words)
        self.setVisible(bool(words))


def _hint(session: Session) -> str:
    """The hint, if it was asked for at this moment."""
    step = session.step
    return step.hint if step and session.is_coached and session.moment.hint_shown else ""


def _guide(session: Session) -> str:
    """How the program is used at this moment, where the scenario teaches that."""
    step = session.step
    return step.guide or "" if step and session.is_coached else ""


class CoachColumn(Panel):
    """Everything the coach says; empty in an exam.

    Signals:
        read_given(Feeling, str, object): see ``ReadCard``.
        read_skipped(): see ``ReadCard``.
        rewind_wanted(int): see ``CoachCard``.
        closed(): the feedback was read; on with the call.
        thought_wanted(): what the customer may be thinking is to be shown.
        scrolled(): another part of the column is in view.
    """

    read_given = Signal(Feeling, str, object)
    read_skipped = Signal()
    rewind_wanted = Signal(int)
    closed = Signal()
    thought_wanted = Signal()
    scrolled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("side", 0, parent)
        self.setAccessibleName("Coach")
        self._has_thought = False
        self.read = ReadCard()
        self.guide = _NoteCard("How this works", "info")
        self.hint = _NoteCard("Hint", "target")
        self.topics = TopicsCard()
        self.thought = Thought()
        self._thought_place = Panel("side", 0)
        self._thought_place.body.addWidget(self.thought)
        self.feedback = CoachCard()
        self.thought.wanted.connect(self.thought_wanted)
        self.read.read_given.connect(self.read_given)
        self.read.read_skipped.connect(self.read_skipped)
        self.feedback.rewind_wanted.connect(self.rewind_wanted)
        self.feedback.closed.connect(self.closed)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(Space.CARD, Space.CARD, Space.CARD, Space.CARD)
        column.setSpacing(Space.MEDIUM)
        cards = (self.guide, self._thought_place, self.read, self.hint, self.topics, self.feedback)
        for card in cards:
            column.addWidget(card)
        footnote = IconLine(
            "info", "Coach replies in a second or two, on this computer.", colour="text2"
        )
        column.addWidget(footnote)
        column.addStretch(1)
        self._area = scrolling(content)
        SteadyMargin(self._area, column)
        self._area.verticalScrollBar().valueChanged.connect(self.scrolled)
        self.body.addWidget(self._area)

    def show_session(self, session: Session) -> None:
        """Show what the coach has to say now."""
        self.read.show_session(session)
        self.guide.show_words(_guide(session))
        self.hint.show_words(_hint(session))
        self.topics.show_session(session)
        self.thought.show_session(session)
        self._show_thought()
        self.feedback.show_session(session)
        self._area.verticalScrollBar().setValue(0)

    def set_has_thought(self, has_thought: bool) -> None:
        """Have a place for the thought here, where the customer has no column of their own."""
        self._has_thought = has_thought
        self._show_thought()

    def _show_thought(self) -> None:
        self._thought_place.setVisible(self._has_thought and not self.thought.isHidden())

    @Slot(int, int)
    def highlight(self, turn: int, number: int) -> None:
        """Point at the note of a mark, and bring it into view."""
        self.feedback.highlight(turn, number)
        note = self.feedback.note(number)
        if note is not None:
            self._area.ensureWidgetVisible(note, 0, Space.WIDE)
