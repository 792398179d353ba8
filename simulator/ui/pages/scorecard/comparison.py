"""An earlier try at a turn beside the one that counts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from simulator.core.conversation.customer import mood_step
from simulator.core.scoring.rubric import SKILLS
from simulator.core.scoring.scorecard import CustomerCard, Scorecard, TurnCard
from simulator.ui.pages.scorecard.notes import spans_of
from simulator.ui.pages.scorecard.turn_view import ReplyWell
from simulator.ui.room import Room
from simulator.ui.theme import Space
from simulator.ui.widgets.buttons import icon_button
from simulator.ui.widgets.card import Panel
from simulator.ui.widgets.dial import SkillScores
from simulator.ui.widgets.evidence_text import EvidenceSpan, EvidenceText
from simulator.ui.widgets.notices import announce
from simulator.ui.widgets.text import Label, label


def earlier_tries(card: Scorecard, now: TurnCard) -> tuple[TurnCard, ...]:
    """Give the replies left behind at a turn, oldest first.

    A branch holds the turns before the rewind as well; those that still count are left out.
    """
    tries = [turn for branch in card.branches for turn in branch if turn.number == now.number]
    return tuple(turn for turn in dict.fromkeys(tries) if turn != now)


class Comparison(Panel):
    """Two columns: before and now. Of several earlier tries the latest is shown first."""

    def __init__(self, tries: Sequence[TurnCard], now: TurnCard, customer: CustomerCard) -> None:
        super().__init__("card", Space.SECTION)
        self._tries, self._customer = tuple(tries), customer
        self._shown = len(self._tries) - 1
        self.body.setSpacing(Space.MEDIUM)
        self.body.addLayout(self._build_head(now.number))
        self._columns = QHBoxLayout()
        self._columns.setSpacing(Space.SECTION)
        self._before: QWidget = QWidget()
        self._columns.addWidget(self._before, 1)
        self._columns.addWidget(_side("Now", now, customer), 1)
        self.body.addLayout(self._columns)
        self._show_try()

    def arrange(self, room: Room) -> None:
        """Put before and now side by side, or one below the other."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(down if room is Room.COMPACT else across)

    def _build_head(self, number: int) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(Space.SMALL)
        head.addWidget(label(f"Turn {number}, before and now", "h3"))
        head.addStretch()
        self._place: Label = label("", "small", "text2")
        self.previous = icon_button("left", "Earlier try", kind="quiet")
        self.next = icon_button("right", "Later try", kind="quiet")
        self.previous.clicked.connect(self._step_back)
        self.next.clicked.connect(self._step_on)
        for widget in (self._place, self.previous, self.next):
            widget.setVisible(len(self._tries) > 1)
            head.addWidget(widget)
        return head

    @Slot()
    def _step_back(self) -> None:
        self._shown -= 1
        self._show_try()

    @Slot()
    def _step_on(self) -> None:
        self._shown += 1
        self._show_try()

    def _show_try(self) -> None:
        fresh = _side("Before", self._tries[self._shown], self._customer)
        self._columns.replaceWidget(self._before, fresh)
        self._before.hide()
        self._before.deleteLater()
        self._before = fresh
        self._place.setText(f"Try {self._shown + 1} of {len(self._tries)}")
        announce(self, f"{self._place.text()}: {self._tries[self._shown].reply}")
        self.previous.setEnabled(self._shown > 0)
        self.next.setEnabled(self._shown < len(self._tries) - 1)


def _side(title: str, turn: TurnCard, customer: CustomerCard) -> QWidget:
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.SMALL)
    head = QHBoxLayout()
    head.addWidget(label(title, "label", "text2"))
    head.addStretch()
    head.addWidget(SkillScores([turn.rating.of(skill) for skill in SKILLS]))
    column.addLayout(head)
    spans = [EvidenceSpan(span.start, span.end, span.kind) for span in spans_of(turn.rating)]
    column.addWidget(ReplyWell(EvidenceText(turn.reply, spans)))
    mood = mood_step(turn.mood_after).label.lower()
    answer = f"{customer.first_name}, {mood}: “{turn.customer_answered}”"
    column.addWidget(label(answer, "small", "text2", wrap=True), 0, Qt.AlignmentFlag.AlignTop)
    column.addStretch()
    return side
