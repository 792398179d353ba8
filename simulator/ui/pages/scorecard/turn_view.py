"""One turn of a scorecard: what was said, why it scored, what came across, what would do better."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from simulator.core.conversation.coach import coaching_of_card
from simulator.core.scenario.pronouns import pronouns_of
from simulator.core.scoring.rubric import SKILLS
from simulator.core.scoring.scorecard import CustomerCard, TurnCard
from simulator.core.scoring.shown import shown
from simulator.ui.pages.coach_points import (
    better_well,
    card_lines_of,
    change_line,
    mark_of,
    marked_change,
    point_line,
    under_heading,
)
from simulator.ui.pages.scorecard.notes import EvidenceNotes, spans_of
from simulator.ui.pages.scorecard.words import (
    SKILL_ROLES,
    action_words,
    how_read,
    mood_tag,
    read_sentence,
    said_words,
    worse_words,
)
from simulator.ui.room import Room
from simulator.ui.theme import Radius, Space, theme
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.card import FlowLayout, Panel, vertical_divider
from simulator.ui.widgets.dial import SkillBar
from simulator.ui.widgets.evidence_text import EvidenceText
from simulator.ui.widgets.icon import IconLabel
from simulator.ui.widgets.notices import announce
from simulator.ui.widgets.painted import Painted
from simulator.ui.widgets.tags import Tag
from simulator.ui.widgets.text import label

_READ_ICONS = {"right": "check", "near": "eye", "other": "eye"}


class ReplyWell(Painted):
    """The trainee's words on the colour of their bubble, as wide as the column."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.MEDIUM, Space.SMALL, Space.MEDIUM, Space.SMALL)
        column.addWidget(content)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = self.painter()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("bubble_rep"))
        painter.drawRoundedRect(QRectF(self.rect()), Radius.CARD, Radius.CARD)
        painter.end()


class TurnView(Panel):
    """A card with everything about one turn.

    Signals:
        retry_wanted: the trainee wants to answer this turn again.
        difference_seen: the trainee sees the score of this turn differently.
        comparison_wanted: an earlier try at this turn is to be seen beside it, or put away.
    """

    retry_wanted = Signal()
    difference_seen = Signal()
    comparison_wanted = Signal()

    def __init__(
        self,
        turns: Sequence[TurnCard],
        turn: TurnCard,
        customer: CustomerCard,
        *,
        has_earlier_tries: bool,
    ) -> None:
        """Build the card.

        Args:
            turns: all turns of the attempt, in order.
            turn: the one shown.
            customer: who was answered.
            has_earlier_tries: whether there is something to compare it with.
        """
        super().__init__("card", Space.CARD)
        self._turn, self._customer = turn, customer
        self._said = EvidenceText(turn.reply, spans_of(turn.rating))
        self._said.evidence_chosen.connect(self._point_out)
        self.notes = EvidenceNotes(turn.rating)
        self.body.setContentsMargins(Space.SECTION, Space.MEDIUM, Space.SECTION, Space.MEDIUM)
        self.body.setSpacing(Space.SMALL)
        self.body.addLayout(self._build_head(turns))
        self._columns = QHBoxLayout()
        self._columns.setSpacing(Space.SECTION)
        self._columns.addLayout(self._build_said(), 52)
        self._between = vertical_divider()
        self._columns.addWidget(self._between)
        self._columns.addLayout(self._build_better(), 48)
        self.body.addLayout(self._columns)
        self.body.addWidget(self._build_buttons(has_earlier_tries=has_earlier_tries))
        self.setAccessibleName(f"Turn {turn.number}")

    @property
    def number(self) -> int:
        """The number of the turn shown, from 1."""
        return self._turn.number

    @property
    def reply(self) -> EvidenceText:
        """The trainee's words with their marks."""
        return self._said

    def arrange(self, room: Room) -> None:
        """Put the two columns side by side, or one below the other."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        for layout in (self._head, self._columns):
            layout.setDirection(down if room is Room.COMPACT else across)
        self._between.setVisible(room is not Room.COMPACT)

    def _build_head(self, turns: Sequence[TurnCard]) -> QHBoxLayout:
        title = QHBoxLayout()
        title.setSpacing(Space.SMALL)
        title.addWidget(label(f"Turn {self._turn.number}", "h3"))
        title.addWidget(Tag(*mood_tag(turns, self._turn)))
        action = action_words(turns, self._turn)
        if action is not None:
            title.addWidget(Tag(action[0], icon=action[1]))
        title.addStretch()
        bars = QHBoxLayout()
        bars.setSpacing(Space.WIDE)
        for skill in SKILLS:
            bars.addWidget(SkillBar(SKILL_ROLES[skill], self._turn.rating.of(skill)))
        bars.addStretch()
        self._head = QHBoxLayout()
        self._head.setSpacing(Space.SMALL)
        self._head.addLayout(title, 1)
        self._head.addLayout(bars)
        return self._head

    def _build_said(self) -> QVBoxLayout:
        turn = self._turn
        column = QVBoxLayout()
        column.setSpacing(Space.SMALL)
        asked = said_words(turn, self._customer.first_name)
        column.addWidget(label(asked, "small", "text2", wrap=True))
        column.addWidget(ReplyWell(self._said))
        column.addWidget(self.notes)
        column.addStretch()
        return column

    def _build_better(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(Space.SMALL)
        for part in _coached(self._turn, self._customer):
            column.addWidget(part)
        if self._turn.better:
            column.addWidget(better_well(self._turn.better))
        if self._turn.worse:
            column.addWidget(label(worse_words(self._turn), "small", "text2", wrap=True))
        turn = self._turn
        for line in card_lines_of(turn.used_known, turn.asked_known):
            column.addWidget(line)
        if turn.read is not None:
            words = read_sentence(turn.read, pronouns_of(self._customer.pronoun))
            column.addLayout(_remark(_READ_ICONS[how_read(turn.read)], words))
        if turn.hint_shown:
            column.addLayout(_remark("bulb", "You took a hint before this reply."))
        column.addStretch()
        return column

    def _build_buttons(self, *, has_earlier_tries: bool) -> QWidget:
        holder = QWidget()
        line = FlowLayout(holder)
        self.retry = Button(f"Retry from turn {self._turn.number}", kind="primary", icon="rewind")
        self.retry.setToolTip("R while the turns or this card have the focus")
        self.differ = Button("I see this differently", kind="quiet", icon="flag")
        self.compare = Button("Compare", kind="quiet", icon="branch")
        self.compare.setAccessibleDescription("Shows an earlier try at this turn beside this one")
        self.compare.setVisible(has_earlier_tries)
        self.retry.clicked.connect(self.retry_wanted)
        self.differ.clicked.connect(self.difference_seen)
        self.compare.clicked.connect(self.comparison_wanted)
        for button in (self.retry, self.differ, self.compare):
            line.addWidget(button)
        return holder

    @Slot(int)
    def _point_out(self, number: int) -> None:
        self.notes.point_out(number)
        announce(self, self.notes.rows[number].text)


def _coached(turn: TurnCard, customer: CustomerCard) -> list[QWidget]:
    """What came across and what to change; of a change with a mark the note stands below it."""
    coaching = coaching_of_card(turn, customer)
    if not coaching.points:
        return [label("Nothing to change here.", "small", "text2", wrap=True)]
    told = [point_line(point) for point in coaching.points if point is not coaching.change]
    parts = [under_heading("What came across", *told)] if told else []
    if coaching.change is not None:
        mark = mark_of(coaching.change, shown(turn.rating))
        line = marked_change(coaching.change, mark.number) if mark else change_line(coaching.change)
        parts.append(under_heading("One thing to change", line))
    return parts


def _remark(icon: str, words: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(Space.SMALL)
    line.addWidget(IconLabel(icon, "text2", 16), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(words, "small", "text2", wrap=True), 1)
    return line
