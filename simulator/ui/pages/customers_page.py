"""Your customers: who remembers this trainee, and what they feel about being served here."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from simulator.core.conversation.memory import FIRST_RELATIONSHIP
from simulator.core.progress.people import Person
from simulator.core.scenario.words import EndingKind
from simulator.core.scoring.scorecard import TowardsCard
from simulator.ui.pages.customer_face import face_description
from simulator.ui.pages.scorecard.towards import TowardsBar, feeling_words
from simulator.ui.theme import Space
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.card import Panel, scrolling
from simulator.ui.widgets.face import Face
from simulator.ui.widgets.initials import Initials
from simulator.ui.widgets.notices import EmptyState
from simulator.ui.widgets.text import label

_ENDED = {
    EndingKind.GOOD: "The last contact ended well.",
    EndingKind.MEDIUM: "The last contact ended so-so.",
    EndingKind.BAD: "The last contact ended badly.",
}


def remembered_sentence(person: Person) -> str:
    """Say how often a customer was served, and how it went last."""
    count = len(person.contacts)
    served = "Served once." if count == 1 else f"Served {count} times."
    last = person.memory.last_ended
    words = [served, _ENDED[last] if last else ""]
    if person.memory.streak > 1:
        words.append(f"{person.memory.streak} good contacts in a row.")
    return " ".join(filter(None, words))


def standing_words(person: Person) -> str:
    """Say in a few words how a customer stands."""
    memory = person.memory
    if memory.is_lost:
        return "Lost"
    if memory.is_advocate:
        return "Sends others"
    if memory.relationship >= 65:
        return "Likes being served here"
    return "Wary" if memory.relationship < 40 else "Neutral"


def _relationship(person: Person) -> QHBoxLayout:
    """How the customer feels about being served here, from where everybody begins."""
    now = person.memory.relationship
    bar = TowardsBar(TowardsCard(towards="firm", before=FIRST_RELATIONSHIP, after=now))
    bar.setAccessibleName(f"Relationship: {now} of 100")
    line = QHBoxLayout()
    line.setSpacing(Space.SMALL)
    line.addWidget(bar)
    line.addWidget(label(feeling_words(now).capitalize(), "small"), 1)
    return line


def _portrait(person: Person) -> QWidget:
    if not person.face:
        return Initials(person.name)
    return Face(face_description(person.face), size=60, name=person.name)


class PersonCard(Panel):
    """One customer: how they stand, what they remember, and a fresh start for one who is lost.

    Signals:
        fresh_start_wanted(str): the customer with this id is to forget what was before.
    """

    fresh_start_wanted = Signal(str)

    def __init__(self, person: Person) -> None:
        super().__init__()
        self._persona = person.persona
        row = QHBoxLayout()
        row.setSpacing(Space.MEDIUM)
        row.addWidget(_portrait(person), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(Space.TINY)
        words.addWidget(label(person.name, "h2", wrap=True))
        words.addWidget(label(standing_words(person), "label", "text2", wrap=True))
        words.addLayout(_relationship(person))
        words.addWidget(label(remembered_sentence(person), "small", "text2", wrap=True))
        if person.sends_word:
            words.addWidget(label(person.sends_word, "small", wrap=True))
        self.fresh_start = Button("Begin afresh", size="small")
        self.fresh_start.setAccessibleDescription(f"{person.name} forgets what was before")
        self.fresh_start.clicked.connect(self._ask_for_fresh_start)
        self.fresh_start.setVisible(person.memory.is_lost)
        words.addWidget(self.fresh_start, 0, Qt.AlignmentFlag.AlignLeading)
        row.addLayout(words, 1)
        self.body.addLayout(row)

    @Slot()
    def _ask_for_fresh_start(self) -> None:
        self.fresh_start_wanted.emit(self._persona)


class CustomersPage(QWidget):
    """The customers a trainee has served, the one served last first.

    Signals:
        fresh_start_wanted(str): the customer with this id is to forget what was before.
        practise_wanted: scenarios are wanted.
    """

    fresh_start_wanted = Signal(str)
    practise_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.cards: list[PersonCard] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.SECTION, Space.WIDE, 0)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(label("Your customers", "display"))
        note = "They remember how you served them. A teaching model, not a forecast."
        column.addWidget(label(note, "body", "text2", wrap=True))
        self._body = QStackedWidget()
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 0, Space.WIDE)
        self._list.setSpacing(Space.MEDIUM)
        self._body.addWidget(scrolling(inside))
        self._body.addWidget(self._build_empty())
        column.addWidget(self._body, 1)
        self.show_people(())

    def _build_empty(self) -> QWidget:
        practise = Button("Choose a scenario", kind="primary")
        practise.clicked.connect(self.practise_wanted)
        sentence = "Whoever you serve to the end of a contact stands here and remembers it."
        return EmptyState("people", "Nobody knows you yet", sentence, (practise,))

    def show_people(self, people: Sequence[Person]) -> None:
        """Show customers, in this order."""
        for card in self.cards:
            # Hidden now, freed later: its own click may still be on the stack.
            card.hide()
            self._list.removeWidget(card)
            card.deleteLater()
        self.cards = [PersonCard(person) for person in people]
        while self._list.count():
            self._list.takeAt(0)
        for card in self.cards:
            card.fresh_start_wanted.connect(self.fresh_start_wanted)
            self._list.addWidget(card)
        self._list.addStretch()
        self._body.setCurrentIndex(0 if people else 1)
