"""Where the parts of the conversation stand in a wide, a medium and a compact window."""

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.core.conversation.session import Session
from simulator.ui.pages.channel_words import CHANNELS
from simulator.ui.pages.conversation.call_tabs import CallTabs
from simulator.ui.pages.conversation.closing import Closing
from simulator.ui.pages.conversation.coach_column import CoachColumn
from simulator.ui.pages.conversation.composer import Composer
from simulator.ui.pages.conversation.customer_panel import CustomerPanel
from simulator.ui.pages.conversation.customer_strip import CustomerStrip
from simulator.ui.pages.conversation.facts_panel import FactsPanel
from simulator.ui.pages.conversation.transcript import Transcript
from simulator.ui.room import Room
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.card import Panel

_CUSTOMER_WIDTH = 264
_COACH_WIDTH = {Room.WIDE: 360, Room.MEDIUM: 332}
_FACTS_WIDTH, _MOST_FACTS_HEIGHT = 400, 520
_ROOMY_STRIP = 600


class CallBody(QWidget):
    """The customer, the call and the coach.

    Wide has three columns; medium puts the customer above the call; compact shows one part at a
    time. Facts and policy lie over the call, in compact they are a tab.

    Signals:
        facts_toggled(bool): facts and policy are shown or put away.
    """

    facts_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.customer, self.strip = CustomerPanel(), CustomerStrip()
        self.transcript, self.composer, self.closing = Transcript(), Composer(), Closing()
        self.coach, self.facts, self.tabs = CoachColumn(), FactsPanel(self), CallTabs()
        self.notices = QWidget()
        self._room, self._words_said = Room.WIDE, 0
        self._is_coached, self._is_over, self._shows_coach = True, False, True
        self._build()
        for part in (self.customer, self.strip):
            part.facts_wanted.connect(self.toggle_facts)
        self.facts.closed.connect(self.put_facts_away)
        self.tabs.chosen.connect(self._show_parts)
        self.transcript.evidence_chosen.connect(self._show_note)

    @property
    def shows_facts(self) -> bool:
        """Whether facts and policy can be seen."""
        return not self.facts.isHidden()

    @property
    def words_to_read(self) -> int:
        """How many words the customer and the coach have last said."""
        return self._words_said + self.coach.feedback.word_count

    def show_session(self, session: Session) -> None:
        """Draw all parts."""
        self._words_said = len(session.line.text.split())
        self._is_coached, self._is_over = session.is_coached, session.is_over
        for part in (
            self.customer, self.strip, self.transcript, self.composer, self.closing,
            self.coach, self.facts,
        ):  # fmt: skip
            part.show_session(session)
        notes = self.coach.feedback.note_count + self.coach.read.is_asking
        noun = CHANNELS[session.scenario.channel].noun
        self.tabs.show_tabs(noun, has_coach=session.is_coached, notes=notes)
        self._show_parts()
        self._limit_choices()

    def arrange(self, room: Room) -> None:
        """Put the parts where this much room wants them."""
        self._room = room
        self.composer.set_room(room)
        self.coach.set_has_thought(room is not Room.WIDE)
        self.customer.setFixedWidth(round(theme().scaled(_CUSTOMER_WIDTH)))
        if room is Room.COMPACT:
            self._call.insertWidget(self._call.indexOf(self.transcript), self.coach, 1)
            self.coach.setMinimumWidth(0)
            self.coach.setMaximumWidth(16_777_215)
            self._call.insertWidget(self._call.indexOf(self.transcript), self.facts, 1)
        else:
            self._columns.addWidget(self.coach)
            self.coach.setFixedWidth(round(theme().scaled(_COACH_WIDTH[room])))
            self._call.removeWidget(self.facts)
            self.facts.setParent(self)
            self.facts.hide()
        self._show_parts()

    def add_notice(self, notice: QWidget) -> None:
        """Keep a place above the composer for a notice; it is hidden until it is shown."""
        notice.hide()
        layout = self.notices.layout()
        if layout is not None:
            layout.addWidget(notice)

    def show_notice(self, notice: QWidget, shown: bool) -> None:
        """Show a notice above the composer, or put it away."""
        notice.setVisible(shown)
        others = self.notices.findChildren(type(notice))
        self.notices.setVisible(any(not each.isHidden() for each in others))

    def set_coach_shown(self, shown: bool) -> None:
        """Show or put away the coach's column, to give the call more room."""
        self._shows_coach = shown
        self._show_parts()

    @Slot()
    def toggle_facts(self) -> None:
        """Show facts and policy, or put them away."""
        if self._room is Room.COMPACT:
            self.tabs.choose("call" if self.tabs.key == "facts" else "facts")
        elif self.shows_facts:
            self.put_facts_away()
        else:
            self.facts.show()
            self._place_facts()
            self.facts.raise_()
            self.facts.close_button.setFocus(Qt.FocusReason.TabFocusReason)
            self.facts_toggled.emit(True)

    @Slot()
    def put_facts_away(self) -> None:
        """Go back to the call."""
        if self._room is Room.COMPACT:
            self.tabs.choose("call")
        self.facts.setHidden(True)
        self.facts_toggled.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what depends on the size in step."""
        super().resizeEvent(event)
        self._place_facts()
        self._show_strip()
        self._limit_choices()

    def _build(self) -> None:
        self.facts.hide()
        self._edges = (_edge(vertical=True), _edge(vertical=True))
        self._strip_edge, self._foot_edge = _edge(vertical=False), _edge(vertical=False)
        self._call = QVBoxLayout()
        self._call.setSpacing(0)
        notices = QVBoxLayout(self.notices)
        notices.setContentsMargins(Space.SECTION, Space.TINY, Space.SECTION, Space.SMALL)
        self.notices.hide()
        for part in (self.strip, self._strip_edge, self.tabs):
            self._call.addWidget(part)
        self._call.addWidget(self.transcript, 1)
        self._call.addWidget(self.notices)
        for part in (self._foot_edge, self.composer, self.closing):
            self._call.addWidget(part)
        self._columns = QHBoxLayout(self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._columns.addWidget(self.customer)
        self._columns.addWidget(self._edges[0])
        self._columns.addLayout(self._call, 1)
        self._columns.addWidget(self._edges[1])
        self._columns.addWidget(self.coach)

    @Slot()
    def _show_parts(self) -> None:
        is_wide, is_compact = self._room is Room.WIDE, self._room is Room.COMPACT
        front = self.tabs.key if is_compact else "call"
        has_coach = self._is_coached and (front == "coach" if is_compact else self._shows_coach)
        self.customer.setVisible(is_wide)
        self._edges[0].setVisible(is_wide)
        self.strip.setVisible(not is_wide)
        self._strip_edge.setVisible(not is_wide)
        self.tabs.setVisible(is_compact)
        self.coach.setVisible(has_coach)
        self._edges[1].setVisible(has_coach and not is_compact)
        self.transcript.setVisible(front == "call")
        self._foot_edge.setVisible(front == "call")
        self.composer.setVisible(front == "call" and not self._is_over)
        self.closing.setVisible(front == "call" and self._is_over)
        self.facts.close_button.setVisible(not is_compact)
        if is_compact:
            self.facts.setVisible(front == "facts")
        self._show_strip()

    def _show_strip(self) -> None:
        if self._room is Room.WIDE:
            return
        is_compact = self._room is Room.COMPACT
        coach = 0 if is_compact or self.coach.isHidden() else self.coach.maximumWidth()
        is_roomy = not is_compact and self.width() - coach >= theme().scaled(_ROOMY_STRIP)
        self.strip.arrange(is_roomy=is_roomy, has_facts=not is_compact)

    def _limit_choices(self) -> None:
        self.composer.limit_choices(self.height())

    @Slot(int, int)
    def _show_note(self, turn: int, number: int) -> None:
        if self._room is Room.COMPACT:
            self.tabs.choose("coach")
        self.coach.highlight(turn, number)

    def _place_facts(self) -> None:
        if self._room is Room.COMPACT or self.facts.isHidden():
            return
        margin = Space.MEDIUM
        width = min(round(theme().scaled(_FACTS_WIDTH)), self.width() - 2 * margin)
        self.facts.resize(width, self.facts.height())
        most = min(round(theme().scaled(_MOST_FACTS_HEIGHT)), self.height() - 2 * margin)
        height = min(self.facts.wanted_height, most)
        below = self.height() - height - margin - 56 if self._room is Room.WIDE else margin
        place = QRect(margin, max(below, margin), width, height)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveRight(self.width() - margin)
        self.facts.setGeometry(place)


def _edge(*, vertical: bool) -> Panel:
    edge = Panel("edge", 0)
    if vertical:
        edge.setFixedWidth(1)
    else:
        edge.setFixedHeight(1)
    return edge
