"""*Read the customer*: name the feeling and what is behind it, before anything gives it away."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.core.conversation.session import Session
from simulator.core.scenario.pronouns import pronouns_of
from simulator.core.scenario.words import Feeling
from simulator.ui.pages.because_field import BecauseField
from simulator.ui.pages.channel_words import CHANNELS
from simulator.ui.pages.conversation.near_miss import NearMiss, is_near_miss
from simulator.ui.pages.conversation.reading_words import STRENGTHS, likely_feelings, verdict
from simulator.ui.pages.feeling_chips import FeelingChips
from simulator.ui.pages.icon_line import IconLine
from simulator.ui.theme import Space
from simulator.ui.widgets.buttons import Button, small
from simulator.ui.widgets.card import Panel
from simulator.ui.widgets.icon import IconLabel
from simulator.ui.widgets.painted import set_property
from simulator.ui.widgets.strength_scale import StrengthScale
from simulator.ui.widgets.text import label


class ReadCard(Panel):
    """Asks for a reading of the line just heard, then shows how near it came.

    Signals:
        read_given(Feeling, str, object): the feeling, maybe empty what is behind it, and how
            strong it is from 1 to 5, None where that was not said.
        read_skipped(): the trainee goes on without.
    """

    read_given = Signal(Feeling, str, object)
    read_skipped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", Space.CARD, parent)
        self.setAccessibleName("Read the customer")
        self._asked_at: tuple[str, int] | None = None
        self._turn = label(role="caption", colour="text2")
        self._question = label(role="small", colour="text2", wrap=True)
        self.chips = FeelingChips(name="What is the customer feeling now?")
        self.strength = StrengthScale("How strong?", STRENGTHS)
        self._strength_row = QWidget()
        self.because = BecauseField()
        self.result = IconLine("ok", "", icon_role="positive")
        self.near_miss = NearMiss()
        self.give = Button("See how close", size="small")
        self.skip = small("Go on without", kind="quiet", hint="Enter")
        self._buttons = QWidget()
        self.chips.changed.connect(self._show_buttons)
        self.give.clicked.connect(self._give)
        self.skip.clicked.connect(self.read_skipped)
        self._build()

    @property
    def is_asking(self) -> bool:
        """Whether a reading can be given now."""
        return not self.isHidden() and not self._buttons.isHidden()

    def show_session(self, session: Session) -> None:
        """Ask for a reading, or show the one given; nothing where there is nothing to read."""
        step = session.step
        self.setVisible(session.is_coached and step is not None and step.read is not None)
        if step is None or step.read is None:
            return
        they = pronouns_of(session.scenario.customer.pronoun)
        self._turn.setText(f"turn {session.turn_number}")
        self._question.setText(
            f"What {they.is_} {they.subject} feeling now, and what is behind it?"
        )
        place = (session.moment.step_id or "", session.turn_number)
        if session.must_read and self._asked_at != place:
            self.chips.show_feelings(likely_feelings(step.read))
            self.strength.show_strength(None)
            self.because.clear()
        self._strength_row.setVisible(step.read.strength is not None)
        for part in (self._question, self.chips, self.because):
            part.show()
        self._asked_at = place if session.must_read else None
        self._show_open(session.must_read)
        if not session.must_read:
            self._show_result(session)

    def take_focus(self) -> None:
        """Put the focus on the first feeling."""
        if self.chips.chips:
            self.chips.chips[0].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the reading with Enter; without a feeling go on without."""
        if self.is_asking and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.chips.chosen and not self.skip.hasFocus():
                self._give()
            else:
                self.read_skipped.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _give(self) -> None:
        if self.chips.chosen:
            strength = None if self._strength_row.isHidden() else self.strength.strength
            self.read_given.emit(self.chips.chosen[0], self.because.text().strip(), strength)

    @Slot()
    def _show_buttons(self) -> None:
        self.give.setEnabled(bool(self.chips.chosen))

    def _show_open(self, is_open: bool) -> None:
        set_property(self, "accented", is_open)
        self.chips.set_fixed(not is_open)
        self.strength.set_fixed(not is_open)
        self.because.setReadOnly(not is_open)
        self.because.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus if is_open else Qt.FocusPolicy.NoFocus
        )
        self._buttons.setVisible(is_open)
        self.result.setVisible(not is_open)
        self.near_miss.hide()
        self._show_buttons()

    def _show_result(self, session: Session) -> None:
        reading, step = session.moment.reading, session.step
        they = pronouns_of(session.scenario.customer.pronoun)
        was_read = reading is not None and step is not None and step.read is not None
        self.chips.setVisible(was_read)
        self.because.setVisible(was_read and bool(reading and reading.because))
        self._question.setVisible(was_read)
        has_strength = was_read and bool(reading and reading.strength)
        self._strength_row.setVisible(has_strength)
        if reading is None or step is None or step.read is None:
            self.result.show_line("minus", "text2", f"You went on without reading {they.object}.")
            return
        if reading.feeling not in self.chips.chosen:
            self.chips.show_feelings(likely_feelings(step.read))
            self.chips.choose((reading.feeling,))
            self.chips.set_fixed(True)
        self.because.setText(reading.because)
        self.strength.show_strength(reading.strength)
        self.strength.set_fixed(True)
        is_spoken = CHANNELS[session.scenario.channel].is_spoken
        icon, role = ("ok", "positive") if reading.feeling_points == 100 else ("info", "accent")
        self.result.show_line(icon, role, verdict(reading, step.read, they, is_spoken=is_spoken))
        if is_near_miss(reading.feeling, step.read.feeling):
            self.near_miss.show_feelings(reading.feeling, step.read.feeling, they)
            self.near_miss.show()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.SMALL)
        head.addWidget(IconLabel("eye", "accent", 18))
        head.addWidget(label("Read the customer", "h3"), 1)
        head.addWidget(self._turn)
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SMALL)
        row.addWidget(self.give)
        row.addWidget(self.skip)
        row.addStretch()
        self.body.addLayout(head)
        strength = QVBoxLayout(self._strength_row)
        strength.setContentsMargins(0, 0, 0, 0)
        strength.setSpacing(Space.TINY)
        ends = f"How strong? 1 {STRENGTHS[0]}, {len(STRENGTHS)} {STRENGTHS[-1]}"
        strength.addWidget(label(ends, "small", "text2", wrap=True))
        strength.addWidget(self.strength)
        for part in (
            self._question, self.chips, self._strength_row, self.because, self.result,
            self.near_miss, self._buttons,
        ):  # fmt: skip
            self.body.addWidget(part)
