"""The customer beside the call: face, meters, and what they have told."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.core.conversation.session import Session
from simulator.core.scenario.pronouns import pronouns_of
from simulator.ui.pages.conversation.customer_view import view_of
from simulator.ui.pages.conversation.thought import Thought
from simulator.ui.pages.customer_face import face_description
from simulator.ui.pages.icon_line import IconLine
from simulator.ui.theme import Space
from simulator.ui.widgets.buttons import plain
from simulator.ui.widgets.card import Panel, divider, scrolling
from simulator.ui.widgets.face import Face
from simulator.ui.widgets.meters import BearsWithUsMeter, MoodMeter
from simulator.ui.widgets.tags import KeyCap
from simulator.ui.widgets.text import label

TOLD_ICONS = {"can": "ok", "time": "clock", "info": "note"}
"""The icon of a fact the customer told, by its kind."""


class CustomerPanel(Panel):
    """The customer in a column.

    Signals:
        facts_wanted(): facts and policy are to be shown.
        thought_wanted(): what the customer may be thinking is to be shown.
    """

    facts_wanted = Signal()
    thought_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", 0, parent)
        self.setAccessibleName("The customer")
        self.face = Face("amara")
        self.thought = Thought()
        self.thought.wanted.connect(self.thought_wanted)
        self._name = label(role="h2", wrap=True)
        self._where = label(role="small", colour="text2", wrap=True)
        self.mood = MoodMeter()
        self.bears = BearsWithUsMeter()
        self._veil = Panel("well", Space.MEDIUM)
        self._veil_line = IconLine("eye", "", colour="text2")
        self._veil.body.addWidget(self._veil_line)
        self._told_title = label(role="label", colour="text2")
        self._told = QVBoxLayout()
        self._told_ids: tuple[str, ...] = ()
        self.facts = plain("Facts and policy", icon="file")
        self.facts.clicked.connect(self.facts_wanted)
        self._build()

    def show_where(self, sentence: str) -> None:
        """Say where the customer is and for how long."""
        self._where.setText(sentence)

    def show_session(self, session: Session) -> None:
        """Draw the customer as far as the trainee may see."""
        customer = session.scenario.customer
        they = pronouns_of(customer.pronoun)
        self._name.setText(customer.name)
        self.face.show_person(face_description(customer.face.model_dump()), name=customer.name)
        self.face.show_feeling(session.line.feeling.value)
        self.face.set_knows_feeling(session.is_coached and not session.must_read)
        self.mood.set_title(f"{they.opening_possessive} mood")
        self.bears.set_title(f"How long {they.subject}’ll bear with us")
        self.thought.show_session(session)
        self._show_meters(session)
        self._told_title.setText(f"{they.opening} {they.has} told you")
        self._show_told(session)

    def _show_meters(self, session: Session) -> None:
        view = view_of(session)
        is_exam = not session.is_coached
        self._veil.setVisible(is_exam)
        self.mood.setVisible(not is_exam)
        self.bears.setVisible(not is_exam)
        if view.veil:
            self._veil_line.text.setText(view.veil)
            they = pronouns_of(session.scenario.customer.pronoun)
            self.mood.veil(f"read {they.object} first")
            self.bears.veil("Shown once you have read the line.")
        else:
            self.mood.show_mood(view.mood, view.mood_before)
            self.bears.show_left(view.cells, before=view.cells_before)

    def _show_told(self, session: Session) -> None:
        facts = session.facts_told
        ids = tuple(fact.id for fact in facts)
        self._told_title.setVisible(bool(facts))
        if ids == self._told_ids:
            return
        self._told_ids = ids
        while item := self._told.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for fact in facts:
            self._told.addWidget(IconLine(TOLD_ICONS[fact.kind], fact.says))

    def _build(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(Space.WIDE, 22, Space.WIDE, Space.CARD)
        column.setSpacing(Space.TINY)
        column.addWidget(self.face, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.thought)
        column.addSpacing(Space.SMALL)
        for line in (self._name, self._where):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(line)
        column.addSpacing(Space.MEDIUM)
        column.addWidget(self._veil)
        column.addWidget(self.mood)
        column.addSpacing(Space.SMALL)
        column.addWidget(self.bears)
        column.addSpacing(Space.MEDIUM)
        column.addWidget(divider())
        column.addSpacing(Space.MEDIUM)
        column.addWidget(self._told_title)
        self._told.setSpacing(Space.SMALL)
        column.addLayout(self._told)
        column.addStretch(1)
        self.body.setSpacing(0)
        self.body.addWidget(scrolling(content), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.WIDE, Space.SMALL, Space.SMALL, 18)
        foot.setSpacing(Space.SMALL)
        foot.addWidget(self.facts)
        foot.addWidget(KeyCap("F3"))
        foot.addStretch()
        self.body.addLayout(foot)
