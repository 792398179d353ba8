"""How to practise: with or without a coach, typing or choosing, heard or read."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from simulator.core.conversation.events import AnswerBy, Mode
from simulator.core.scenario.model import Scenario
from simulator.core.scenario.pronouns import pronouns_of
from simulator.ui.pages.channel_words import CHANNELS
from simulator.ui.pages.conversation.silence import speaks_to_silence
from simulator.ui.theme import Radius, Space, theme
from simulator.ui.widgets.choices import Segments, Switch
from simulator.ui.widgets.painted import set_property
from simulator.ui.widgets.text import label

_MODES: tuple[tuple[Mode, str, str], ...] = (
    ("coach", "Coach", "Feedback after each reply. Rewind any time."),
    ("exam", "Exam", "No feedback until the scorecard. No rewind."),
)


class _ModeChoice(QFrame):
    """One mode with what it means; the whole card chooses it."""

    def __init__(self, title: str, says: str) -> None:
        super().__init__()
        self.setProperty("kind", "choice")
        self.setProperty("focus_radius", Radius.CARD)
        self.radio = QRadioButton(title)
        self.radio.setProperty("rings_parent", True)
        self.radio.setAccessibleDescription(says)
        self.radio.toggled.connect(self._show_chosen)
        theme().changed.connect(self._take_font)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 10)
        column.setSpacing(0)
        column.addWidget(self.radio)
        line = QHBoxLayout()
        line.setContentsMargins(26, 0, 0, 0)
        line.addWidget(label(says, "small", "text2", wrap=True))
        column.addLayout(line)
        self._take_font()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose this mode wherever the card is clicked."""
        if self.rect().contains(event.position().toPoint()):
            self.radio.setChecked(True)
        super().mouseReleaseEvent(event)

    @Slot(bool)
    def _show_chosen(self, chosen: bool) -> None:
        set_property(self, "selected", chosen)

    @Slot()
    def _take_font(self) -> None:
        self.radio.setFont(theme().font("h3"))


class SetUpPanel(QWidget):
    """The choices of how to practise.

    Signals:
        accepted(): Enter was pressed on a choice.
    """

    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("How you’ll practise")
        self._modes: dict[Mode, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self._note = label(role="small", colour="text2", wrap=True)
        self._answer_by = Segments(
            (("type", "Type", "type"), ("choose", "Choose", "choose")), "Answer by"
        )
        self._answer_by.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._aloud_words = label(wrap=True)
        self._aloud = Switch("Read the lines aloud")
        self._speaks_up_row = QWidget()
        self._speaks_up_words = label(wrap=True)
        self._speaks_up_note = label(role="caption", colour="text2", wrap=True)
        self._speaks_up = Switch("Customers speak up when I am silent")
        self._build()
        self._is_by_hand = False
        self._speaks_up.clicked.connect(self._keep_by_hand)
        self._modes["coach"].toggled.connect(self._follow_mode)

    @property
    def mode(self) -> Mode:
        """Coach or exam."""
        return next(mode for mode, radio in self._modes.items() if radio.isChecked())

    @property
    def answer_by(self) -> AnswerBy:
        """Typing or choosing."""
        return "choose" if self._answer_by.key == "choose" else "type"

    @property
    def reads_aloud(self) -> bool:
        """Whether the customer's lines are to be heard."""
        return self._aloud.isChecked()

    @property
    def speaks_up(self) -> bool:
        """Whether the customer may say something when the trainee is silent for long."""
        return self._speaks_up.isChecked()

    def show_scenario(self, scenario: Scenario) -> None:
        """Word the choices for this customer; what was chosen before stays chosen."""
        whose = pronouns_of(scenario.customer.pronoun).possessive
        words = f"Read {whose} lines aloud"
        self._aloud_words.setText(words)
        self._aloud.setAccessibleName(words)
        self._note.setText(f"You can switch during the {CHANNELS[scenario.channel].noun}.")
        self._aloud.setChecked(CHANNELS[scenario.channel].is_spoken)
        self._show_speaks_up(scenario)

    def _show_speaks_up(self, scenario: Scenario) -> None:
        they = pronouns_of(scenario.customer.pronoun)
        words = f"{they.opening} may speak up when I am silent"
        self._speaks_up_words.setText(words)
        self._speaks_up.setAccessibleName(words)
        waits = they.verb("waits", "wait")
        note = f"Off: {they.subject} {waits} while you think. It never counts."
        self._speaks_up_note.setText(note)
        self._speaks_up.setAccessibleDescription(note)
        self._speaks_up_row.setVisible(speaks_to_silence(scenario))
        self._is_by_hand = False
        self._speaks_up.setChecked(self.mode == "coach")

    @Slot(bool)
    def _follow_mode(self, is_coach: bool) -> None:
        """On in Coach and off in an exam, until it is turned by hand."""
        if not self._is_by_hand:
            self._speaks_up.setChecked(is_coach)

    @Slot()
    def _keep_by_hand(self) -> None:
        self._is_by_hand = True

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        column.addWidget(label("How you’ll practise", "h2"))
        column.addSpacing(Space.TINY)
        for mode, title, says in _MODES:
            choice = _ModeChoice(title, says)
            self._group.addButton(choice.radio)
            self._modes[mode] = choice.radio
            column.addWidget(choice)
        self._modes["coach"].setChecked(True)
        column.addSpacing(Space.SMALL)
        column.addWidget(label("Answer by", "label", "text2"))
        column.addWidget(self._answer_by)
        column.addWidget(self._note)
        column.addSpacing(Space.SMALL)
        switch = QHBoxLayout()
        switch.addWidget(self._aloud_words, 1)
        switch.addWidget(self._aloud)
        column.addLayout(switch)
        row = QHBoxLayout(self._speaks_up_row)
        row.setContentsMargins(0, Space.TINY, 0, 0)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._speaks_up_words)
        texts.addWidget(self._speaks_up_note)
        row.addLayout(texts, 1)
        row.addWidget(self._speaks_up)
        column.addWidget(self._speaks_up_row)
