"""What happens next: a teaching model beside the scores."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from simulator.core.scenario.pronouns import Pronouns, pronouns_of
from simulator.core.scoring.scorecard import NextCard, Scorecard
from simulator.ui.pages.scorecard.consequence_lines import (
    PublicPost,
    colleague_lines,
    further_lines,
    told_line,
)
from simulator.ui.pages.scorecard.moved import MovedList
from simulator.ui.pages.scorecard.record import Record
from simulator.ui.pages.scorecard.words import (
    first_read_sentence,
    reading_sentence,
    stays_words,
)
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.card import FlowLayout, divider
from simulator.ui.widgets.painted import Painted
from simulator.ui.widgets.people_row import PeopleRow
from simulator.ui.widgets.text import label

_OUT_OF = 5


class OutOfFive(Painted):
    """A rating as five dots of which some are filled."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give the scaled row of dots."""
        return QSize(round(theme().scaled(13 * _OUT_OF)), round(theme().scaled(14)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dots, filled ones first."""
        painter = self.painter()
        step, radius = self.width() / _OUT_OF, theme().scaled(4.2)
        painter.setPen(QPen(theme().colour("text2"), 1.3))
        for dot in range(_OUT_OF):
            column = _OUT_OF - 1 - dot if self.is_mirrored else dot
            filled = dot < self._count
            painter.setBrush(theme().colour("text2") if filled else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF((column + 0.5) * step, self.height() / 2), radius, radius)
        painter.end()


class Consequences(QWidget):
    """The chance that the customer stays, what moved it, and how the record compares."""

    def __init__(self, card: Scorecard) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(Space.MEDIUM)
        self._column.addWidget(label("What happens next", "h2"))
        pronouns = pronouns_of(card.customer.pronoun)
        if card.next is None:
            name = card.customer.first_name
            words = (
                f"You stopped before the end, so {name} has not made up {pronouns.possessive} mind."
            )
            self._column.addWidget(label(words, "body", "text2", wrap=True))
        else:
            self._add_ending(card.next, pronouns)
        if card.moved:
            self._begin("What moved it")
            self._column.addWidget(MovedList(card.moved))
        self._begin("First read")
        self._column.addWidget(label(first_read_sentence(card), "small", wrap=True))
        if card.reading is not None:
            self._column.addWidget(label(reading_sentence(card), "small", "text2", wrap=True))
        record = Record(card)
        if card.turns and record.has_content:
            self._column.addWidget(divider())
            self._column.addWidget(record)
        self._column.addStretch()

    def set_margin(self, margin: int) -> None:
        """Leave this much room at both sides, in logical pixels."""
        self._column.setContentsMargins(margin, Space.WIDE, margin, Space.CARD)

    def _begin(self, title: str) -> None:
        self._column.addWidget(divider())
        self._column.addWidget(label(title, "label", "text2"))

    def _add_ending(self, ending: NextCard, pronouns: Pronouns) -> None:
        if ending.internal is None:
            self._add_chance(ending, pronouns)
        else:
            for line in colleague_lines(ending.internal, pronouns):
                self._column.addLayout(line)
        self._column.addLayout(told_line(ending, pronouns))
        for line in further_lines(ending, pronouns):
            self._column.addLayout(line)
        if ending.post is not None:
            self._column.addWidget(PublicPost(ending.post, ending.contacts_lost))
        self._add_ratings(ending, pronouns)

    def _add_chance(self, ending: NextCard, pronouns: Pronouns) -> None:
        chance = QHBoxLayout()
        chance.setSpacing(Space.SMALL)
        chance.addWidget(label(f"{ending.stays_in_10} in 10", "hero"))
        stays = label(stays_words(pronouns), "body", "text2")
        chance.addWidget(stays, 1, Qt.AlignmentFlag.AlignBottom)
        self._column.addLayout(chance)
        self._column.addWidget(PeopleRow(ending.stays_in_10))

    def _add_ratings(self, ending: NextCard, pronouns: Pronouns) -> None:
        self._begin(f"{pronouns.opening_possessive} rating")
        for who, count in (("The firm", ending.firm), ("You", ending.rep)):
            line = QHBoxLayout()
            line.setSpacing(Space.SMALL)
            line.addWidget(label(who, "small"))
            line.addStretch()
            line.addWidget(OutOfFive(count))
            number = label(f"{count} of {_OUT_OF}", "small")
            number.set_weight(600)
            line.addWidget(number)
            self._column.addLayout(line)


class NextSteps(QWidget):
    """The two ways on, and what the numbers above them are.

    Signals:
        review_asked: the trainee wants a trainer's word.
        next_wanted: the trainee wants another scenario.
        explanation_wanted: the trainee wants to know how the model works.
        agreement_wanted: the trainee wants to know how good the scores are.
    """

    review_asked = Signal()
    next_wanted = Signal()
    explanation_wanted = Signal()
    agreement_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.ask = Button("Ask for a review", icon="review")
        self.next = Button("Next scenario")
        self.how = Button("How it works", kind="link", size="small")
        self.ask.clicked.connect(self.review_asked)
        self.next.clicked.connect(self.next_wanted)
        self.how.clicked.connect(self.explanation_wanted)
        self.agreement_link = Button("How good are these scores?", kind="link", size="small")
        self.agreement_link.clicked.connect(self.agreement_wanted)
        column = self._column = QVBoxLayout(self)
        column.setSpacing(Space.SMALL)
        column.addWidget(_flowing(self.ask, self.next))
        model = QHBoxLayout()
        model.setSpacing(Space.TINY)
        words = label("A teaching model, not a forecast.", "caption", "text2", wrap=True)
        model.addWidget(words, 1)
        model.addWidget(self.how)
        column.addLayout(model)
        column.addWidget(self.agreement_link, 0, Qt.AlignmentFlag.AlignTrailing)

    def set_margin(self, margin: int) -> None:
        """Leave this much room at both sides, in logical pixels."""
        self._column.setContentsMargins(margin, Space.MEDIUM, margin, Space.MEDIUM)

    def set_possible(self, possible: bool) -> None:
        """Offer to ask for a review, or leave it out where nothing is kept to look at."""
        self.ask.setVisible(possible)

    def set_asked(self, asked: bool) -> None:
        """Show whether a review has been asked for."""
        self.ask.setText("Asked" if asked else "Ask for a review")
        self.ask.set_icon("check" if asked else "review")
        self.ask.setEnabled(not asked)
        self.ask.setAccessibleDescription("A trainer will look at this scorecard" if asked else "")


def _flowing(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder)
    for widget in widgets:
        flow.addWidget(widget)
    return holder
