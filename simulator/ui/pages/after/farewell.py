"""The customer at the end: the face, the last words, and a last reading."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from simulator.core.conversation.session import Session
from simulator.core.scenario.pronouns import pronouns_of
from simulator.core.scenario.words import Feeling
from simulator.ui.pages.after.writing_field import WritingField
from simulator.ui.pages.channel_words import CHANNELS
from simulator.ui.pages.conversation.closing import closing_words
from simulator.ui.pages.customer_face import face_description
from simulator.ui.pages.feeling_chips import FeelingChips
from simulator.ui.pages.scenario_words import quoted
from simulator.ui.theme import Space
from simulator.ui.widgets.card import Panel, divider
from simulator.ui.widgets.face import Face
from simulator.ui.widgets.text import label

_LAST = (Feeling.RELIEVED, Feeling.SCEPTICAL, Feeling.CALM, Feeling.FRUSTRATED)
"""The feelings offered first, the same after every contact so that they give nothing away."""


class Farewell(QWidget):
    """Who has gone, and how the trainee thinks they left.

    Signals:
        typed(): the reason changed.
        decided(): another feeling was chosen.
    """

    typed = Signal()
    decided = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = Face("amara", size=142)
        self._title = label(role="h2", wrap=True)
        self._turns = label(role="small", colour="text2", wrap=True)
        self._words = label(role="talk", wrap=True)
        self._question = label(role="small", colour="text2", wrap=True)
        self.chips = FeelingChips(name="How did the customer leave?")
        self.because = WritingField("because", 2)
        self.because.setPlaceholderText("because…")
        self._line = divider()
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._build()
        self.chips.changed.connect(self.decided)
        self.because.textChanged.connect(self.typed)

    def show_session(self, session: Session) -> None:
        """Draw the customer as they left, with the last reading as far as it was given."""
        customer = session.scenario.customer
        they = pronouns_of(customer.pronoun)
        self.face.show_person(face_description(customer.face.model_dump()), name=customer.name)
        self.face.show_feeling(session.line.feeling.value, animate=False)
        self._title.setText(closing_words(session))
        count = len(session.turns)
        self._turns.setText("1 turn" if count == 1 else f"{count} turns")
        self._words.setText(quoted(session.line.text))
        noun = CHANNELS[session.scenario.channel].noun
        self._question.setText(f"How did {they.subject} leave the {noun}, and why?")
        self.chips.show_feelings(_LAST)
        record = session.after
        if record and record.last_feeling:
            self.chips.choose((record.last_feeling,))
        self.because.setPlainText(record.last_because if record else "")

    def set_beside(self, beside: bool) -> None:
        """Set the reading beside the customer, or below."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._parts.setDirection(across if beside else down)
        self._line.setVisible(not beside)

    def _build(self) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(Space.SECTION)
        gone = QVBoxLayout()
        gone.setSpacing(Space.TINY)
        gone.addWidget(self.face, 0, centre)
        gone.addSpacing(Space.MEDIUM)
        for line in (self._title, self._turns):
            line.setAlignment(centre)
            gone.addWidget(line)
        gone.addSpacing(Space.SMALL)
        well = Panel("well", Space.MEDIUM)
        well.body.addWidget(self._words)
        gone.addWidget(well)
        gone.addStretch(1)
        read = QVBoxLayout()
        read.setSpacing(Space.SMALL)
        read.addWidget(label("Your last read", "label", "text2"))
        for part in (self._question, self.chips, self.because):
            read.addWidget(part)
        read.addStretch(1)
        self._parts.addLayout(gone, 1)
        self._parts.addWidget(self._line)
        self._parts.addLayout(read, 1)
