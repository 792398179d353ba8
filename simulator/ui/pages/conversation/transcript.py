"""What was said so far, as bubbles; the newest stays in view unless somebody scrolled away."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.core.conversation.debrief import action_of
from simulator.core.conversation.moment import CustomerLine, Moment, Turn
from simulator.core.conversation.session import Session
from simulator.core.scenario.words import Channel
from simulator.ui.pages.action_words import done
from simulator.ui.pages.channel_words import CHANNELS
from simulator.ui.pages.conversation.evidence_spans import spans_of
from simulator.ui.pages.conversation.spoken_line import spoken_line
from simulator.ui.pages.conversation.steady_margin import SteadyMargin
from simulator.ui.pages.customer_face import face_description
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.bubble import CustomerBubble, RepBubble, WaitingBubble
from simulator.ui.widgets.card import scrolling

_WIDEST = 760
_NEAR_END = 8
_APART = Space.CARD - Space.TINY
"""Room above a bubble that begins a line, beside the spacing."""

_SHORTEST_PAUSE_MS, _LONGEST_PAUSE_MS, _PAUSE_A_LETTER_MS = 900, 2_800, 35


@dataclass(frozen=True)
class _Entry:
    """One bubble: a line of the customer or a piece of it, or the reply of a turn."""

    turn: int
    said: CustomerLine | Turn
    piece: int = 0

    def is_same(self, other: "_Entry") -> bool:
        """Whether both are drawn alike; the lines of one session are compared at once."""
        is_it = self.said is other.said and self.piece == other.piece
        return is_it or self == other


def _entries(session: Session) -> Iterator[_Entry]:
    for turn in session.turns:
        yield from _pieces(turn.number, turn.before)
        yield _Entry(turn.number, turn)
    yield from _pieces(session.turn_number, session.moment)


def _pieces(turn: int, moment: Moment) -> Iterator[_Entry]:
    for line in moment.lines:
        for piece in range(len(line.bubbles)):
            yield _Entry(turn, line, piece)


class Transcript(QWidget):
    """The conversation. Only what is new is added; a rewind takes away what it undid.

    A new line in several short messages appears piece by piece, at once with less motion; emails
    lie there together when one comes back.

    Signals:
        caught_up(): the last piece of a line has appeared.
        scrolled(): another part of the conversation is in view.
        evidence_chosen(int, int): turn and number of the evidence clicked.
        line_repeated(str): a line of the customer is to be heard again.
    """

    evidence_chosen = Signal(int, int)
    line_repeated = Signal(str)
    caught_up = Signal()
    scrolled = Signal()

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
        self._coming: list[_Entry] = []
        self._pace = QTimer(self)
        self._pace.setSingleShot(True)
        self._pace.timeout.connect(self.show_next_piece)
        self._waiting = WaitingBubble()
        self._waiting.setContentsMargins(0, _APART, 0, 0)
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
        is_other = self._session is None or _differs(self._session, session)
        if is_other:
            self._take_away(0)
        self._session = session
        entries = list(_entries(session))
        self._take_away(self._same_until(entries))
        fresh = entries[len(self._shown) :]
        is_played = not is_other or len(session.events) == 1
        is_played &= session.scenario.channel is not Channel.EMAIL
        late = _late(fresh, session) if is_played and not theme().less_motion else []
        for entry in fresh[: len(fresh) - len(late)]:
            self._add(entry, session)
        self._let_come(late)

    @property
    def is_catching_up(self) -> bool:
        """Whether pieces of a line are still to appear."""
        return bool(self._coming)

    @Slot()
    def show_next_piece(self) -> None:
        """Let the next short message appear."""
        if self._session is None or not self._coming:
            return
        self._add(self._coming[0], self._session)
        self._let_come(self._coming[1:])
        if not self._coming:
            self.caught_up.emit()

    def set_waiting(self, waiting: bool, sentence: str = "") -> None:
        """Show or hide that the customer is answering."""
        if sentence:
            self._waiting.set_sentence(sentence)
        self._waiting.setVisible(waiting or self.is_catching_up)

    def _let_come(self, late: list[_Entry]) -> None:
        """Keep pieces for later; one that was under way keeps its time."""
        is_on_its_way = bool(late and self._coming and late[0].is_same(self._coming[0]))
        self._coming = late
        if not late or self._session is None:
            self._pace.stop()
            self._waiting.hide()
            return
        name = self._session.scenario.customer.first_name
        self.set_waiting(True, f"{name} is writing")
        if not is_on_its_way:
            self._pace.start(_pause_before(late[0]))

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
        self._lines.setSpacing(Space.TINY)
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
            if not shown.is_same(wanted):
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
            bubble = self._line(entry, entry.said, session)
        bubble.setContentsMargins(0, 0 if entry.piece else _APART, 0, 0)
        self._lines.insertWidget(self._lines.count() - 1, bubble)
        self._shown.append(entry)
        self._bubbles.append(bubble)

    def _line(self, entry: _Entry, line: CustomerLine, session: Session) -> CustomerBubble:
        customer = session.scenario.customer
        is_spoken = CHANNELS[session.scenario.channel].is_spoken
        bubble = CustomerBubble(
            line.bubbles[entry.piece],
            face_description(customer.face.model_dump()),
            customer.first_name,
            entry.turn,
            feeling=line.feeling.value,
            hear="Play again" if is_spoken else "Read aloud",
        )
        if entry.piece + 1 < len(line.bubbles):
            bubble.leave_to_next()
        bubble.play_again.connect(lambda: self.line_repeated.emit(spoken_line(line)))
        return bubble

    def _reply(self, turn: Turn, session: Session) -> RepBubble:
        rating = turn.assessment.rating
        caption = f"You, turn {turn.number}"
        sign = sign_of(session, turn)
        if not session.is_coached:
            return RepBubble(turn.text, caption=caption, sign=sign)
        scores = tuple(rating.scores.values())
        bubble = RepBubble(turn.text, spans_of(rating), scores, caption=caption, sign=sign)
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
        self.scrolled.emit()
        self._keeps_end = value >= most - _NEAR_END

    @Slot(int, int)
    def _stay_at_end(self, _least: int, most: int) -> None:
        place = most if self._keeps_end else min(self._place, most)
        self._area.verticalScrollBar().setValue(place)


def _differs(one: Session, other: Session) -> bool:
    """Whether the sessions are not of the same contact."""
    return one.scenario is not other.scenario or one.events[0] is not other.events[0]


def _late(fresh: list[_Entry], session: Session) -> list[_Entry]:
    """The pieces of the newest line that are to appear one after the other."""
    return [entry for entry in fresh if entry.said is session.line and entry.piece]


def _pause_before(entry: _Entry) -> int:
    """How long a short message takes to write, in milliseconds: calm, not real."""
    line = entry.said
    length = len(line.bubbles[entry.piece]) if isinstance(line, CustomerLine) else 0
    return min(_SHORTEST_PAUSE_MS + length * _PAUSE_A_LETTER_MS, _LONGEST_PAUSE_MS)


def sign_of(session: Session, turn: Turn) -> tuple[str, str] | None:
    """Give words and icon for what a reply did; in an exam only if it was chosen for it."""
    if not session.is_coached and turn.chosen is None:
        return None
    upto = (action_of(session.scenario, each) for each in session.turns[: turn.number])
    actions = [action for action in upto if action is not None]
    return done(actions) if action_of(session.scenario, turn) is not None else None
