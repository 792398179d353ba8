"""The left part of the scorecard: outcome, three skills, timeline and the selected turn."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.core.progress.review import Review
from simulator.core.scenario.pronouns import pronouns_of
from simulator.core.scenario.words import Channel
from simulator.core.scoring.rubric import Skill
from simulator.core.scoring.scorecard import Scorecard, TurnCard
from simulator.ui.pages.channel_words import CHANNELS
from simulator.ui.pages.icon_line import IconLine
from simulator.ui.pages.scorecard.comparison import Comparison, earlier_tries
from simulator.ui.pages.scorecard.skill_row import SkillRow
from simulator.ui.pages.scorecard.towards import TowardsLines
from simulator.ui.pages.scorecard.turn_points import timeline_turns
from simulator.ui.pages.scorecard.turn_view import TurnView
from simulator.ui.pages.scorecard.words import first_name, flag_sentence, moment_words
from simulator.ui.room import Room
from simulator.ui.theme import Space
from simulator.ui.widgets.card import Panel
from simulator.ui.widgets.initials import Initials
from simulator.ui.widgets.notices import Banner, announce
from simulator.ui.widgets.tags import KeyCap
from simulator.ui.widgets.text import label
from simulator.ui.widgets.timeline import FeelingTimeline


def column_margin(room: Room) -> int:
    """Give the room left at both sides of the column, in logical pixels."""
    return {Room.WIDE: 28, Room.MEDIUM: Space.SECTION, Room.COMPACT: Space.MEDIUM}[room]


class ScoreColumn(QWidget):
    """Everything about one attempt but its consequences.

    Signals:
        retry_wanted(int): the turn to answer again.
        difference_seen(int): the turn whose score the trainee sees differently.
    """

    retry_wanted = Signal(int)
    difference_seen = Signal(int)

    def __init__(
        self, card: Scorecard, review: Review | None, changes: dict[Skill, int | None]
    ) -> None:
        super().__init__()
        self._card = card
        self._room = Room.WIDE
        self._turn: TurnView | None = None
        self._comparison: Comparison | None = None
        self.skills = SkillRow(card, review, changes)
        self.timeline = FeelingTimeline()
        self.towards: TowardsLines | None = None
        self._column = QVBoxLayout(self)
        self._column.setSpacing(10)
        self._build_head(card)
        self._column.addWidget(self.skills)
        self.habit = IconLine("info", "")
        self.habit.hide()
        self._column.addWidget(self.habit)
        if review is not None and review.comment:
            self._column.addWidget(_comment_card(review))
        if card.turns:
            self._build_timeline()
        else:
            self._column.addWidget(_nothing_said())
        self._column.addStretch()
        if card.weakest_turn is not None:
            self.show_turn(card.weakest_turn)

    @property
    def turn_view(self) -> TurnView | None:
        """The card of the selected turn; None without turns."""
        return self._turn

    @property
    def comparison(self) -> Comparison | None:
        """The earlier try beside the selected turn, if it is shown."""
        return self._comparison

    @property
    def selected(self) -> TurnCard | None:
        """The selected turn; None without turns."""
        if not self._card.turns:
            return None
        return self._card.turns[max(self.timeline.selected - 1, 0)]

    def show_turn(self, number: int) -> None:
        """Select a turn by its number."""
        numbers = [turn.number for turn in self._card.turns]
        self.timeline.select(numbers.index(number) + 1)
        self._show_selected()

    def show_habit(self, words: str) -> None:
        """Tell of a habit that showed in this attempt; no words tell of none."""
        self.habit.show_line("info", "text2", words)
        self.habit.setVisible(bool(words))

    def arrange(self, room: Room) -> None:
        """Take the room there is."""
        self._room = room
        margin = column_margin(room)
        self._column.setContentsMargins(margin, Space.CARD, margin, Space.MEDIUM)
        self.skills.arrange(room)
        if self.towards is not None:
            self.towards.arrange(room)
        if self._turn is not None:
            self._turn.arrange(room)
        if self._comparison is not None:
            self._comparison.arrange(room)

    def _build_head(self, card: Scorecard) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(label(card.headline, "display", wrap=True))
        titles.addWidget(label(card.summary, "body", "text2", wrap=True))
        self._column.addLayout(titles)
        if card.card_read is False:
            whose = pronouns_of(card.customer.pronoun).possessive
            words = f"You began without looking at {whose} card."
            self._column.addWidget(IconLine("file", words, colour="text2"))
        for flag in card.flags:
            self._column.addWidget(Banner(flag_sentence(card, flag), "negative"))

    def _build_timeline(self) -> None:
        panel = Panel("card", Space.CARD)
        panel.body.setContentsMargins(Space.CARD, Space.MEDIUM, Space.CARD, Space.TINY)
        panel.body.setSpacing(Space.TINY)
        head = QHBoxLayout()
        head.setSpacing(Space.SMALL)
        pronouns = pronouns_of(self._card.customer.pronoun)
        head.addWidget(label(f"How {pronouns.subject} felt, turn by turn", "h3", wrap=True), 1)
        for hint in (KeyCap("←"), KeyCap("→"), label("move between turns", "caption", "text2")):
            head.addWidget(hint)
        panel.body.addLayout(head)
        panel.body.addWidget(self.timeline)
        self.timeline.show_turns(timeline_turns(self._card))
        self.timeline.turn_chosen.connect(self._show_chosen)
        if self._card.towards:
            noun = CHANNELS[Channel(self._card.channel)].noun
            self.towards = TowardsLines(self._card.towards, noun)
            panel.body.addWidget(self.towards)
        self._column.addWidget(panel)

    @Slot(int)
    def _show_chosen(self, index: int) -> None:
        # The start has no reply of its own; its answer is the first turn.
        if index == 0:
            self.timeline.select(1)
        self._show_selected()
        turn = self.selected
        if turn is not None:
            announce(self, f"Turn {turn.number}. You said: {turn.reply}")

    def _show_selected(self) -> None:
        turn = self.selected
        if turn is None or (self._turn is not None and self._turn.number == turn.number):
            return
        self._put_away_comparison()
        tries = earlier_tries(self._card, turn)
        customer = self._card.customer
        view = TurnView(self._card.turns, turn, customer, has_earlier_tries=bool(tries))
        view.retry_wanted.connect(self.retry)
        view.difference_seen.connect(self._differ)
        view.comparison_wanted.connect(self._turn_comparison)
        self._swap(self._turn, view)
        self._turn = view
        view.show()
        self.arrange(self._room)

    def _swap(self, old: QWidget | None, new: QWidget) -> None:
        if old is None:
            self._column.insertWidget(self._column.count() - 1, new)
            return
        self._column.replaceWidget(old, new)
        # Hidden now, freed later: its own click may still be on the stack.
        old.hide()
        old.deleteLater()

    @Slot()
    def retry(self) -> None:
        """Ask for the selected turn again."""
        turn = self.selected
        if turn is not None:
            self.retry_wanted.emit(turn.number)

    @Slot()
    def _differ(self) -> None:
        turn = self.selected
        if turn is not None:
            self.difference_seen.emit(turn.number)

    @Slot()
    def _turn_comparison(self) -> None:
        turn = self.selected
        if self._comparison is not None or turn is None:
            self._put_away_comparison()
            return
        tries = earlier_tries(self._card, turn)
        self._comparison = Comparison(tries, turn, self._card.customer)
        self._column.insertWidget(self._column.count() - 1, self._comparison)
        self._comparison.arrange(self._room)

    def _put_away_comparison(self) -> None:
        if self._comparison is not None:
            self._column.removeWidget(self._comparison)
            self._comparison.hide()
            self._comparison.deleteLater()
            self._comparison = None


def _comment_card(review: Review) -> Panel:
    panel = Panel("card", Space.CARD)
    line = QHBoxLayout()
    line.setSpacing(Space.MEDIUM)
    line.addWidget(Initials(review.trainer_name, 32))
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(label(review.comment, wrap=True))
    who = f"{first_name(review.trainer_name)}, {moment_words(review.at)}"
    words.addWidget(label(who, "caption", "text2"))
    line.addLayout(words, 1)
    panel.body.addLayout(line)
    panel.setAccessibleName(f"{review.trainer_name} wrote: {review.comment}")
    return panel


def _nothing_said() -> Panel:
    panel = Panel("card", Space.SECTION)
    panel.body.addWidget(label("No reply yet", "h3"))
    words = (
        "You stopped before the first reply, so there is nothing to rate. "
        "Take it up whenever you like."
    )
    panel.body.addWidget(label(words, "body", "text2", wrap=True))
    return panel
