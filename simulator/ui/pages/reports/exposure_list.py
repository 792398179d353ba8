"""The conversations that would have gone public, each a way to its review."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from simulator.core.progress.exposure import Exposure
from simulator.ui.pages.icon_line import with_icon
from simulator.ui.pages.reports.words import (
    spoken_exposure,
    where_words,
    whose_words,
    why_sentence,
)
from simulator.ui.pages.scorecard.consequence_lines import PublicPost
from simulator.ui.theme import Space
from simulator.ui.widgets.buttons import small
from simulator.ui.widgets.card import Card
from simulator.ui.widgets.icon import IconLabel
from simulator.ui.widgets.initials import Initials
from simulator.ui.widgets.text import label

AT_ONCE = 20
"""Rows shown before more are asked for."""


class ExposureCard(Card):
    """One conversation: who practised, what would have been posted, who read it, and why.

    Signals:
        chosen(str): the attempt's id.
    """

    chosen = Signal(str)

    def __init__(self, row: Exposure, today: date) -> None:
        super().__init__()
        self.row = row
        self.body.setSpacing(Space.MEDIUM)
        self._halves = QHBoxLayout()
        self._halves.addLayout(self._build_words(today), 42)
        self._halves.addWidget(self._build_post(), 58)
        self.body.addLayout(self._halves)
        self.body.addLayout(self._build_foot())
        self.setAccessibleName(spoken_exposure(row, today))
        self.clicked.connect(self._choose)

    def arrange(self, *, across: bool) -> None:
        """Put the post beside the words about it, or below them."""
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(beside if across else below)
        self._halves.setSpacing(Space.SECTION if across else Space.MEDIUM)

    def _build_words(self, today: date) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(Space.MEDIUM)
        words.addLayout(self._build_head(today))
        words.addLayout(with_icon("flag", label(why_sentence(self.row), "small", wrap=True)))
        words.addStretch(1)
        return words

    def _build_post(self) -> QWidget:
        post = PublicPost(self.row.post, self.row.contacts_lost)
        # Below the text, before who read it.
        post.body.insertWidget(2, label(whose_words(self.row), "caption", "text2", wrap=True))
        post.body.addStretch(1)
        return post

    def _build_head(self, today: date) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(Space.MEDIUM)
        head.addWidget(Initials(self.row.trainee, 32), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        who = label(self.row.trainee, "body", wrap=True)
        who.set_weight(600)
        words.addWidget(who)
        words.addWidget(label(where_words(self.row, today), "small", "text2", wrap=True))
        head.addLayout(words, 1)
        return head

    def _build_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(Space.TINY)
        foot.addWidget(label(self.row.label, "caption", "text2", wrap=True), 1)
        opens = label("Open the review", "small", "accent")
        opens.set_weight(500)
        foot.addWidget(opens)
        foot.addWidget(IconLabel("right", "accent", 16))
        return foot

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.row.attempt_id)


class ExposureList(QWidget):
    """The rows, the one that costs most first; twenty, and more on request.

    Signals:
        attempt_chosen(str): the id of the attempt to review.
    """

    attempt_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self.cards: list[ExposureCard] = []
        self._rows: tuple[Exposure, ...] = ()
        self._today = date.min
        self._across = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MEDIUM)
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.MEDIUM)
        self.more_button = small("")
        self.more_button.clicked.connect(self._show_more)
        column.addLayout(self._list)
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)

    @property
    def order(self) -> tuple[str, ...]:
        """The ids of all attempts, also of those not shown yet."""
        return tuple(row.attempt_id for row in self._rows)

    def show_rows(self, rows: Sequence[Exposure], today: date) -> None:
        """Show conversations; the card with the focus keeps it if it is still there."""
        if (tuple(rows), today) == (self._rows, self._today):
            return
        focused = next((card.row.attempt_id for card in self.cards if card.hasFocus()), "")
        self._rows, self._today = tuple(rows), today
        self._clear()
        place = self.order.index(focused) + 1 if focused in self.order else 0
        self._add(max(AT_ONCE, place))
        if (card := self.card(focused)) is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def card(self, attempt_id: str) -> ExposureCard | None:
        """Give the card of an attempt; None where it is not shown."""
        return next((card for card in self.cards if card.row.attempt_id == attempt_id), None)

    def arrange(self, *, across: bool) -> None:
        """Put the posts beside the words about them, or below them."""
        self._across = across
        for card in self.cards:
            card.arrange(across=across)

    def _clear(self) -> None:
        for card in self.cards:
            self._list.removeWidget(card)
            # Hidden now, freed later: its own click may still be on the stack.
            card.hide()
            card.deleteLater()
        self.cards = []

    def _add(self, count: int) -> None:
        shown = len(self.cards)
        for row in self._rows[shown : shown + count]:
            card = ExposureCard(row, self._today)
            card.arrange(across=self._across)
            card.chosen.connect(self.attempt_chosen)
            self._list.addWidget(card)
            # At once: what is not shown yet takes no focus.
            card.show()
            self.cards.append(card)
            # Else the button, which was made first, would come before its list.
            QWidget.setTabOrder(card, self.more_button)
        left = len(self._rows) - len(self.cards)
        self.more_button.setText(f"Show {min(left, AT_ONCE)} more of {len(self._rows)}")
        self.more_button.setVisible(left > 0)

    @Slot()
    def _show_more(self) -> None:
        first = len(self.cards)
        self._add(AT_ONCE)
        self.cards[first].setFocus(Qt.FocusReason.TabFocusReason)
