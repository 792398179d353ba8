"""The debrief of a shift: how steady the three scales stayed over its contacts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from simulator.core.progress.shift import ShiftDebrief
from simulator.ui.pages.icon_line import IconLine
from simulator.ui.pages.page_scroll import ScrollMargins
from simulator.ui.pages.practice_page import PracticePage
from simulator.ui.pages.progress_words import mode_words
from simulator.ui.pages.shift.cards import ContactsCard, ScaleCard, ThreadsCard
from simulator.ui.pages.shift.words import headline, number_words
from simulator.ui.room import Room
from simulator.ui.theme import Space
from simulator.ui.widgets.buttons import link, primary
from simulator.ui.widgets.card import Panel, scrolling
from simulator.ui.widgets.steps import TopBar
from simulator.ui.widgets.text import label

_ONE_SCORER = "A difference smaller than the scorer’s own error is not called a change."


class ShiftPage(PracticePage):
    """Shows one shift, whole or as far as it came.

    Signals:
        back_wanted(): done here.
        again_wanted(): another shift is wanted.
        attempt_chosen(str): the id of the attempt whose scorecard is wanted.
        agreement_wanted(): the trainee wants to know how good the scores are.
    """

    back_wanted = Signal()
    again_wanted = Signal()
    attempt_chosen = Signal(str)
    agreement_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TopBar("Done", "A shift"), parent)
        self.bar.back_clicked.connect(self.back_wanted)
        self.again = primary("Another shift", "play")
        self.again.clicked.connect(self.again_wanted)
        self.bar.add_right(self.again)
        self.points: list[IconLine] = []
        self.scales: list[ScaleCard] = []
        self.threads: ThreadsCard | None = None
        self.contacts: ContactsCard | None = None
        self._shown: QWidget | None = None
        self._scales_line = self._lower_line = QHBoxLayout()

    def show_debrief(self, debrief: ShiftDebrief) -> None:
        """Show a shift."""
        shift = debrief.shift
        mode = mode_words(shift.plan.mode)
        replies = number_words(shift.plan.most_turns)
        self.bar.set_titles("A shift", f"{mode}, at most {replies} replies each")
        if self._shown is not None:
            # Hidden now, freed later: its own click may still be on the stack.
            self._shown.hide()
            self.frame.removeWidget(self._shown)
            self._shown.deleteLater()
        self._shown = self._built(debrief)
        self.frame.addWidget(self._shown, 1)
        self.arrange_anew()
        if self.isVisible():
            self.take_first_focus()

    def arrange(self, room: Room) -> None:
        """Put the cards beside each other, or below where there is no room."""
        if self._shown is None:
            return
        is_compact = room is Room.COMPACT
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._scales_line.setDirection(below if is_compact else beside)
        self._lower_line.setDirection(beside if room is Room.WIDE else below)
        self._margins.set_margins(room.margin, Space.SECTION, room.margin, Space.PAGE)

    def take_first_focus(self) -> None:
        """Begin at the threads."""
        if self.threads is not None:
            self.threads.chart.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _built(self, debrief: ShiftDebrief) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setSpacing(Space.CARD)
        column.addWidget(self._built_head(debrief))
        self._scales_line = QHBoxLayout()
        self._scales_line.setSpacing(Space.CARD)
        self.scales = [ScaleCard(line) for line in debrief.lines]
        for card in self.scales:
            self._scales_line.addWidget(card, 1)
        column.addLayout(self._scales_line)
        results = debrief.shift.results
        self.threads = ThreadsCard(debrief.lines, results)
        self.contacts = ContactsCard(results)
        self.contacts.attempt_chosen.connect(self.attempt_chosen)
        self._lower_line = QHBoxLayout()
        self._lower_line.setSpacing(Space.CARD)
        self._lower_line.addWidget(self.threads, 600)
        self._lower_line.addWidget(self.contacts, 392)
        column.addLayout(self._lower_line)
        column.addStretch(1)
        area = scrolling(content)
        self._margins = ScrollMargins(area, column)
        return area

    def _built_head(self, debrief: ShiftDebrief) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        column.addWidget(label(headline(debrief.shift), "display", wrap=True))
        well = Panel("well", Space.MEDIUM)
        self.points = [IconLine("note", point, role="body") for point in debrief.points]
        for point in self.points:
            well.body.addWidget(point)
        column.addWidget(well)
        line = QHBoxLayout()
        line.addWidget(label(_ONE_SCORER, "small", "text2", wrap=True), 1)
        agreement = link("How good are these scores?")
        agreement.clicked.connect(self.agreement_wanted)
        line.addWidget(agreement)
        column.addLayout(line)
        return head
