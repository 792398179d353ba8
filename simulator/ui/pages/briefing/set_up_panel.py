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
        self._build()

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

    def show_scenario(self, scenario: Scenario) -> None:
        """Word the choices for this customer; what was chosen before stays chosen."""
        whose = pronouns_of(scenario.customer.pronoun).possessive
        words = f"Read {whose} lines aloud"
        self._aloud_words.setText(words)
        self._aloud.setAccessibleName(words)
        self._note.setText(f"You can switch during the {CHANNELS[scenario.channel].noun}.")
        self._aloud.setChecked(CHANNELS[scenario.channel].is_spoken)

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
