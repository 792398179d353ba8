"""A breath between two contacts of a shift: what was, and who comes next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.core.progress.shift import Shift
from simulator.core.scenario.model import Scenario
from simulator.ui.pages.briefing.known import Known
from simulator.ui.pages.channel_words import CHANNELS
from simulator.ui.pages.icon_line import IconLine
from simulator.ui.pages.person_head import PersonHead
from simulator.ui.pages.practice_page import PracticePage
from simulator.ui.pages.scenario_words import subtitle
from simulator.ui.pages.shift.shift_line import ShiftLine
from simulator.ui.room import Room
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.buttons import large, quiet
from simulator.ui.widgets.card import Panel, divider, scrolling
from simulator.ui.widgets.notices import announce
from simulator.ui.widgets.steps import TopBar

_WIDTH = 760
_SCORES_WAIT = "Your scores wait until the end."


class BreatherPage(PracticePage):
    """Says that a contact is done, and briefs for the next. Nothing here runs out of time.

    Signals:
        back_wanted(): leave; the shift is kept.
        go_on_wanted(): the next contact is to begin.
        end_wanted(): the shift is to end here.
    """

    back_wanted = Signal()
    go_on_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TopBar("Leave", "A shift"), parent)
        self.bar.back_clicked.connect(self.back_wanted)
        self.line = ShiftLine()
        self.frame.addWidget(self.line)
        self.done = IconLine("ok", "", icon_role="positive", role="body")
        self.go_on = large("Go on", hint="Enter")
        self.end = quiet("End the shift here")
        self._known: Known | None = None
        self._done_well = Panel("well", Space.MEDIUM)
        self._done_well.body.addWidget(self.done)
        self._build()
        self.go_on.clicked.connect(self.go_on_wanted)
        self.end.clicked.connect(self.end_wanted)

    def show_next(self, shift: Shift, scenario: Scenario, line: str = "") -> None:
        """Show the contact that comes next.

        Args:
            shift: as far as it has come.
            scenario: of the next contact.
            line: the one thing said about the contact before, in Coach.
        """
        number = shift.number or shift.length
        self.line.show_place(number, shift.length)
        self._show_done(shift, line)
        self._show_person(scenario)
        words = CHANNELS[scenario.channel]
        self.go_on.setText(words.start)
        self.go_on.set_icon(words.icon)
        self.end.setVisible(bool(shift.results))
        self.arrange_anew()
        self._area.verticalScrollBar().setValue(0)
        if self.isVisible():
            self.take_first_focus()
        announce(self, f"{self.done.text.text()} Next: {scenario.customer.name}".strip())

    def arrange(self, room: Room) -> None:
        """Keep the words in the middle, as wide as they are comfortable to read."""
        self._middle.setContentsMargins(room.margin, Space.WIDE, room.margin, Space.WIDE)
        self._column_holder.setMaximumWidth(round(theme().scaled(_WIDTH)))
        if self._known is not None:
            self._known.set_columns(2 if room is not Room.COMPACT else 1)

    def take_first_focus(self) -> None:
        """Put the focus where Enter goes on."""
        self.go_on.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter from anywhere but another button, leave with Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            buttons = (self.end, self.bar.back)
            next((it for it in buttons if it.hasFocus()), self.go_on).click()
        elif event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _show_done(self, shift: Shift, line: str) -> None:
        last = shift.results[-1] if shift.results else None
        if last is not None:
            note = line if shift.plan.mode == "coach" else _SCORES_WAIT
            done = f"The contact with {last.customer_name} is done. Take a breath."
            self.done.show_line("ok", "positive", done, note)
        self._done_well.setVisible(last is not None)

    def _show_person(self, scenario: Scenario) -> None:
        while self._person.count():
            item = self._person.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._known = Known(scenario)
        goal = IconLine("target", scenario.briefing.goal, role="body")
        customer, task = scenario.customer, scenario.briefing.role
        head = PersonHead(customer, (subtitle(scenario),), task)
        for part in (head, goal, divider(), self._known):
            self._person.addWidget(part)

    def _build(self) -> None:
        self._column_holder = QWidget()
        column = QVBoxLayout(self._column_holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SECTION)
        column.addWidget(self._done_well)
        self._person = QVBoxLayout()
        self._person.setSpacing(Space.SECTION)
        column.addLayout(self._person)
        column.addStretch()
        content = QWidget()
        self._middle = QHBoxLayout(content)
        self._middle.addStretch()
        self._middle.addWidget(self._column_holder, 100)
        self._middle.addStretch()
        self._area = scrolling(content)
        self.frame.addWidget(self._area, 1)
        foot = Panel("surface", Space.MEDIUM)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.MEDIUM)
        buttons.addStretch()
        buttons.addWidget(self.end)
        buttons.addWidget(self.go_on)
        buttons.addStretch()
        foot.body.addLayout(buttons)
        self.frame.addWidget(foot)
