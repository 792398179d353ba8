"""The whole contact as bubbles, with the reasons for each reply's scores below it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.core.scoring.rubric import SKILLS
from simulator.core.scoring.scorecard import CustomerCard, Scorecard, TurnCard
from simulator.ui.pages.customer_face import face_description
from simulator.ui.pages.scorecard.notes import AllNotes, MissedNotes, spans_of
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.bubble import CustomerBubble, RepBubble
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.card import Panel
from simulator.ui.widgets.text import label

_WIDEST_NOTES = 540


class ReviewTurn(QWidget):
    """A line of the customer and the reply to it; the notes open below.

    Signals:
        notes_opened: the notes were asked for.
    """

    notes_opened = Signal()

    def __init__(self, turn: TurnCard, customer: CustomerCard, trainee: str) -> None:
        super().__init__()
        self.turn = turn
        pieces = turn.customer_lines or (turn.customer_said,)
        asked = [
            CustomerBubble(
                piece,
                face_description(customer.face),
                customer.first_name,
                turn.number,
                feeling=turn.feeling_before,
                hear="",
            )
            for piece in pieces
        ]
        for followed in asked[:-1]:
            followed.leave_to_next()
        scores = [turn.rating.of(skill) for skill in SKILLS]
        caption = f"{trainee}, turn {turn.number}"
        self.bubble = RepBubble(turn.reply, spans_of(turn.rating), scores, caption=caption)
        self.bubble.evidence_chosen.connect(self._open)
        self.bubble.words.installEventFilter(self)
        self.toggle = Button("Why these scores", kind="quiet", size="small", icon="down")
        self.toggle.setCheckable(True)
        self.toggle.setAccessibleName(f"Why these scores, turn {turn.number}")
        self.toggle.toggled.connect(self.show_notes)
        self.notes: Panel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.SMALL)
        for bubble in asked:
            self._column.addWidget(bubble)
        self._column.addWidget(self.bubble)
        self._column.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignRight)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the notes with a click anywhere on the reply."""
        is_click = (
            event.type() == QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and event.button() == Qt.MouseButton.LeftButton
        )
        if is_click:
            self._open()
        return super().eventFilter(watched, event)

    @Slot(bool)
    def show_notes(self, shown: bool) -> None:
        """Open or close the notes."""
        self.toggle.setChecked(shown)
        self.toggle.set_icon("up" if shown else "down")
        if shown and self.notes is None:
            self.notes = self._build_notes()
            line = QHBoxLayout()
            line.addStretch(1)
            line.addWidget(self.notes, 100)
            self._column.addLayout(line)
        if self.notes is not None:
            self.notes.setVisible(shown)
        if shown:
            self.notes_opened.emit()

    def _build_notes(self) -> Panel:
        panel = Panel("card", Space.MEDIUM)
        panel.setProperty("accented", True)
        panel.setMaximumWidth(round(theme().scaled(_WIDEST_NOTES)))
        panel.body.addWidget(AllNotes(self.turn.rating))
        if self.turn.missed:
            panel.body.addWidget(
                label("What this step asked for and did not get", "label", "text2", wrap=True)
            )
            panel.body.addWidget(MissedNotes(self.turn))
        return panel

    @Slot()
    def _open(self) -> None:
        self.show_notes(True)


class Transcript(QWidget):
    """All turns of an attempt."""

    def __init__(self, card: Scorecard, trainee: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(28, Space.CARD, 28, Space.WIDE)
        column.setSpacing(Space.SMALL)
        self.turns = [ReviewTurn(turn, card.customer, trainee) for turn in card.turns]
        for turn in self.turns:
            column.addWidget(turn)
        column.addWidget(_last_words(card))
        column.addStretch()


def _last_words(card: Scorecard) -> QWidget:
    feeling = card.turns[-1].feeling_after if card.turns else card.first_feeling
    return CustomerBubble(
        card.last_words,
        face_description(card.customer.face),
        card.customer.first_name,
        len(card.turns) + 1,
        feeling=feeling,
        hear="",
    )
