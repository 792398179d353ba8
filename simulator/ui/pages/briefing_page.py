"""Before: who is calling, what one knows, and how to practise."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.core.scenario.model import Scenario
from simulator.ui.pages.briefing.card_watch import CardWatch
from simulator.ui.pages.briefing.first_read import FirstRead
from simulator.ui.pages.briefing.known import GoodCallLines, Known
from simulator.ui.pages.briefing.person_card import PersonCard
from simulator.ui.pages.briefing.set_up_panel import SetUpPanel
from simulator.ui.pages.channel_words import CHANNELS
from simulator.ui.pages.practice_page import PracticePage
from simulator.ui.pages.scenario_words import minutes_and_turns, subtitle
from simulator.ui.pages.set_up import SetUp
from simulator.ui.room import Room
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.buttons import large
from simulator.ui.widgets.card import Panel, divider, scrolling
from simulator.ui.widgets.steps import TopBar
from simulator.ui.widgets.text import label

_PERSON_WIDTH = 344
_SET_UP_WIDTH = 316


class BriefingPage(PracticePage):
    """Shows a scenario before it begins; nothing the trainee is to find out stands here.

    Signals:
        back_wanted(): back to the scenarios.
        start_wanted(SetUp): the contact is to begin like this.
    """

    back_wanted = Signal()
    start_wanted = Signal(SetUp)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TopBar("Scenarios", step=0), parent)
        self.bar.back_clicked.connect(self.back_wanted)
        self._person: PersonCard | None = None
        self._known: Known | None = None
        self.first_read: FirstRead | None = None
        self.set_up = SetUpPanel()
        self.card_watch = CardWatch(self, self._shows_card)
        self.start = large("Pick up the phone", icon="phone", hint="Enter")
        self.start.clicked.connect(self._start)
        self._length = label(role="small", colour="text2", wrap=True)
        self._build_columns()

    @Slot(Scenario)
    def show_scenario(self, scenario: Scenario) -> None:
        """Draw the briefing of a scenario."""
        words = CHANNELS[scenario.channel]
        self.bar.set_titles(scenario.title, subtitle(scenario))
        self.set_up.show_scenario(scenario)
        self.start.setText(words.start)
        self.start.set_icon(words.icon)
        self._length.setText(f"{minutes_and_turns(scenario)} Pause whenever you need to.")
        self._fill(scenario)
        self.card_watch.begin()
        self.arrange_anew()
        self.take_first_focus()

    def arrange(self, room: Room) -> None:
        """Three columns; two with the person above the facts; or one."""
        if self._person is None or self._known is None:
            return
        is_wide, is_compact = room is Room.WIDE, room is Room.COMPACT
        (self._left if is_wide else self._top).addWidget(self._person)
        self._left_area.setVisible(is_wide)
        (self._below if is_compact else self._right_content).addWidget(self.set_up)
        self._right.setVisible(not is_compact)
        (self._foot.body if is_compact else self._right.body).addWidget(self._start_block)
        self._foot.setVisible(is_compact)
        self._known.set_columns(2 if is_wide else 1)
        self._middle_layout.setContentsMargins(room.margin, 24, room.margin, 24)
        self._set_widths(room)

    def take_first_focus(self) -> None:
        """Put the focus where Enter begins the contact."""
        self.start.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin with Enter from anywhere but the back button, go back with Esc."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not self.bar.back.hasFocus():
            self._start()
        elif is_enter or event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _build_columns(self) -> None:
        content = QWidget()
        self._left = QVBoxLayout(content)
        self._left.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.SECTION)
        self._left_area = Panel("surface", 0)
        self._left_area.body.addWidget(scrolling(content))
        self._middle = QWidget()
        self._middle_layout = middle = QVBoxLayout(self._middle)
        middle.setSpacing(Space.SECTION)
        self._top, self._facts, self._below = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for part in (self._top, self._facts, self._below):
            part.setSpacing(Space.SECTION)
            middle.addLayout(part)
        middle.addStretch()
        self._build_right()
        columns = QHBoxLayout()
        columns.setSpacing(0)
        self._edges = [_edge(), _edge()]
        columns.addWidget(self._left_area)
        columns.addWidget(self._edges[0])
        columns.addWidget(scrolling(self._middle), 1)
        columns.addWidget(self._edges[1])
        columns.addWidget(self._right)
        self.frame.addLayout(columns, 1)
        self._foot = Panel("surface", Space.MEDIUM)
        self.frame.addWidget(self._foot)

    def _build_right(self) -> None:
        self._right = Panel("side", 0)
        content = QWidget()
        outer = QVBoxLayout(content)
        outer.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.SMALL)
        self._right_content = QVBoxLayout()
        outer.addLayout(self._right_content)
        outer.addStretch()
        self._right.body.addWidget(scrolling(content), 1)
        self._start_block = QWidget()
        block = QVBoxLayout(self._start_block)
        block.setContentsMargins(Space.WIDE, Space.TINY, Space.WIDE, Space.SECTION)
        block.setSpacing(Space.MEDIUM)
        block.addWidget(self.start)
        block.addWidget(self._length)

    def _fill(self, scenario: Scenario) -> None:
        for old in (self._person, self._known, self.first_read):
            if old is not None:
                old.hide()
                old.deleteLater()
        while self._facts.count():
            item = self._facts.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._person = PersonCard(scenario)
        self._known = Known(scenario)
        self.first_read = FirstRead(scenario)
        for part in (self._known, divider(), GoodCallLines(scenario), self.first_read):
            self._facts.addWidget(part)

    def _set_widths(self, room: Room) -> None:
        self._left_area.setFixedWidth(round(theme().scaled(_PERSON_WIDTH)))
        self._right.setFixedWidth(round(theme().scaled(_SET_UP_WIDTH)))
        self._edges[0].setVisible(room is Room.WIDE)
        self._edges[1].setVisible(room is not Room.COMPACT)

    @Slot()
    def _start(self) -> None:
        read = self.first_read
        self.start_wanted.emit(
            SetUp(
                mode=self.set_up.mode,
                answer_by=self.set_up.answer_by,
                predicted=read.chips.chosen if read else (),
                predicted_because=read.because.text().strip() if read else "",
                reads_aloud=self.set_up.reads_aloud,
                speaks_up=self.set_up.speaks_up,
                card_read=self.card_watch.was_read if self._has_card() else None,
            )
        )

    def _has_card(self) -> bool:
        return self._person is not None and self._person.has_history

    def _shows_card(self) -> bool:
        return self._person is not None and self._person.is_in_view


def _edge() -> Panel:
    edge = Panel("edge", 0)
    edge.setFixedWidth(1)
    return edge
