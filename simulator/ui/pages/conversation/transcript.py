"""What was said so far, as bubbles; the newest stays in view unless somebody scrolled away."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.core.conversation.moment import CustomerLine, Turn
from simulator.core.conversation.session import Session
from simulator.ui.pages.conversation.evidence_spans import spans_of
from simulator.ui.pages.conversation.steady_margin import SteadyMargin
from simulator.ui.pages.customer_face import face_description
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.bubble import CustomerBubble, RepBubble, WaitingBubble
from simulator.ui.widgets.card import scrolling

_WIDEST = 760
_NEAR_END = 8


@dataclass(frozen=True)
class _Entry:
    """One bubble: a line of the customer, or the reply of a turn."""

    turn: int
    said: CustomerLine | Turn


def _entries(session: Session) -> Iterator[_Entry]:
    for turn in session.turns:
        yield _Entry(turn.number, turn.before.line)
        yield _Entry(turn.number, turn)
    yield _Entry(session.turn_number, session.line)


class Transcript(QWidget):
    """The conversation. Only what is new is added; a rewind takes away what it undid.

    Signals:
        evidence_chosen(int, int): turn and number of the evidence clicked.
        line_repeated(str): a line of the customer is to be heard again.
    """

    evidence_chosen = Signal(int, int)
    line_repeated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("What was said")
        self._session: Session | None = None
        self._shown: list[_Entry] = []
        self._bubbles: list[QWidget] = []
        self._keeps_end = True
        self._place = 0
        self._column = QWidget()
        self._lines = QVBoxLayout(self._column)
        self._waiting = WaitingBubble()
        self._waiting.hide()
        self._build()

    @property
    def bubbles(self) -> tuple[QWidget, ...]:
        """The bubbles, oldest first."""
        return tuple(self._bubbles)

    @property
    def is_waiting(self) -> bool:
        """Whether the customer is shown to be answering."""
        return not self._waiting.isHidden()

    def show_session(self, session: Session) -> None:
        """Draw what was said; bubbles that stand as they were are left alone."""
        if self._session is None or _differs(self._session, session):
            self._take_away(0)
        self._session = session
        entries = list(_entries(session))
        self._take_away(self._same_until(entries))
        for entry in entries[len(self._shown) :]:
            self._add(entry, session)

    def set_waiting(self, waiting: bool, sentence: str = "") -> None:
        """Show or hide that the customer is answering."""
        if sentence:
            self._waiting.set_sentence(sentence)
        self._waiting.setVisible(waiting)

    def scroll_by_pages(self, pages: int) -> None:
        """Scroll up (-) or down (+) by what is in view."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    @Slot()
    def follow_theme(self) -> None:
        """Keep lines at a readable width."""
        self._column.setMaximumWidth(round(theme().scaled(_WIDEST)))

    def _build(self) -> None:
        self._lines.setContentsMargins(Space.SECTION, Space.SECTION, Space.SECTION, Space.MEDIUM)
        self._lines.setSpacing(Space.CARD)
        self._lines.addStretch(1)
        self._lines.addWidget(self._waiting)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._column, 1000)
        row.addStretch(1)
        self._area = scrolling(middle)
        SteadyMargin(self._area, self._lines)
        bar = self._area.verticalScrollBar()
        bar.valueChanged.connect(self._note_place)
        bar.rangeChanged.connect(self._stay_at_end)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        theme().changed.connect(self.follow_theme)
        self.follow_theme()

    def _same_until(self, entries: list[_Entry]) -> int:
        pairs = zip(self._shown, entries, strict=False)
        same = 0
        for shown, wanted in pairs:
            if shown.said is not wanted.said and shown != wanted:
                break
            same += 1
        return same

    def _take_away(self, first: int) -> None:
        for bubble in self._bubbles[first:]:
            self._lines.removeWidget(bubble)
            # Hidden now, freed later: its own click may still be on the stack.
            bubble.hide()
            bubble.deleteLater()
        del self._bubbles[first:]
        del self._shown[first:]

    def _add(self, entry: _Entry, session: Session) -> None:
        if isinstance(entry.said, Turn):
            bubble: QWidget = self._reply(entry.said, session)
        else:
            bubble = self._line(entry.turn, entry.said, session)
        self._lines.insertWidget(self._lines.count() - 1, bubble)
        self._shown.append(entry)
        self._bubbles.append(bubble)

    def _line(self, turn: int, line: CustomerLine, session: Session) -> CustomerBubble:
        customer = session.scenario.customer
        bubble = CustomerBubble(
            line.text,
            face_description(customer.face.model_dump()),
            customer.first_name,
            turn,
            feeling=line.feeling.value,
        )
        bubble.play_again.connect(lambda: self.line_repeated.emit(line.text))
        return bubble

    def _reply(self, turn: Turn, session: Session) -> RepBubble:
        rating = turn.assessment.rating
        caption = f"You, turn {turn.number}"
        if not session.is_coached:
            return RepBubble(turn.text, caption=caption)
        scores = tuple(rating.scores.values())
        bubble = RepBubble(turn.text, spans_of(rating), scores, caption=caption)
        bubble.evidence_chosen.connect(
            lambda number: self.evidence_chosen.emit(turn.number, number)
        )
        return bubble

    @Slot(int)
    def _note_place(self, value: int) -> None:
        most = self._area.verticalScrollBar().maximum()
        if value == most < self._place:
            # Pushed here by a layout that was short for a moment; nobody scrolled.
            return
        self._place = value
        self._keeps_end = value >= most - _NEAR_END

    @Slot(int, int)
    def _stay_at_end(self, _least: int, most: int) -> None:
        place = most if self._keeps_end else min(self._place, most)
        self._area.verticalScrollBar().setValue(place)


def _differs(one: Session, other: Session) -> bool:
    """Whether the sessions are not of the same contact."""
    return one.scenario is not other.scenario or one.events[0] is not other.events[0]
