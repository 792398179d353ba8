"""One skill in the trainer's form: the app's score, the trainer's, and why they differ."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from simulator.core.errors import ProfileError
from simulator.core.progress.review import Override, overridden
from simulator.core.scoring.rubric import Skill
from simulator.core.scoring.scorecard import Scorecard
from simulator.ui.pages.review.stepper import Stepper
from simulator.ui.pages.scorecard.words import SKILL_ROLES, band_words, score_words, skill_words
from simulator.ui.theme import Space
from simulator.ui.widgets.icon import IconLabel
from simulator.ui.widgets.notices import announce
from simulator.ui.widgets.painted import set_property
from simulator.ui.widgets.tags import Tag
from simulator.ui.widgets.text import Run, label

_LONGEST_REASON = 300


class ScoreField(QWidget):
    """A stepper with the reason a changed score needs; the error stands below the reason.

    Signals:
        edited(): score or reason changed by the person; not sent by ``show_score``.
    """

    edited = Signal()

    def __init__(self, skill: Skill) -> None:
        super().__init__()
        self.skill = skill
        self._card: Scorecard | None = None
        self.stepper = Stepper(skill)
        self._app = label("", "small", "text2")
        self._agrees = label("You agree with the app.", "caption", "text2", wrap=True)
        self._change = Tag("", "info")
        self.reason = QLineEdit()
        self.reason.setMaxLength(_LONGEST_REASON)
        self.reason.setPlaceholderText("Why? The trainee sees this")
        self.reason.setAccessibleName(f"Reason for the change of {skill_words(skill)}")
        self._error = label("", "caption", "negative", wrap=True)
        self._build()
        self.stepper.changed.connect(self._follow_score)
        self.reason.textEdited.connect(self._follow_reason)

    @property
    def score(self) -> int | None:
        """The score that would count; None for not rated."""
        return self.stepper.score

    @property
    def error(self) -> str:
        """What is wrong with the reason; empty when nothing is."""
        return self._error.text()

    @property
    def is_changed(self) -> bool:
        """Whether the trainer's score differs from the app's."""
        return self._card is not None and self.score != self._card.of(self.skill)

    def show_score(self, card: Scorecard, score: int | None, reason: str) -> None:
        """Show the app's score of the card beside the trainer's."""
        machine = card.of(self.skill)
        self._card = card
        self._app.set_runs([Run("App "), Run(score_words(machine), weight=600, colour="text")])
        self._app.setToolTip(band_words(machine))
        self.stepper.show_score(score, may_be_none=machine is None)
        self.reason.setText(reason)
        self.reason.setCursorPosition(0)
        self._show_error("")
        self._show_change()

    def override(self) -> Override | None:
        """Give the change, or None when the trainer agrees.

        Raises:
            ProfileError: the reason is missing; it then stands below the field as well.
        """
        score = self.score
        if self._card is None or score is None or not self.is_changed:
            return None
        try:
            return overridden(self._card, self.skill, score, self.reason.text())
        except ProfileError as error:
            self._show_error(str(error))
            raise

    def _build(self) -> None:
        role = SKILL_ROLES[self.skill]
        head = QHBoxLayout()
        head.setSpacing(Space.SMALL)
        head.addWidget(IconLabel(role, role, 20))
        head.addWidget(label(skill_words(self.skill), "h3"))
        head.addStretch()
        head.addWidget(self._app)
        head.addWidget(self.stepper)
        line = QHBoxLayout()
        line.setSpacing(Space.SMALL)
        line.addWidget(self._change, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.reason, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._agrees)
        column.addLayout(line)
        column.addWidget(self._error)

    @Slot()
    def _follow_score(self) -> None:
        self._show_error("")
        self._show_change()
        self.edited.emit()

    @Slot()
    def _follow_reason(self) -> None:
        self._show_error("")
        self.edited.emit()

    def _show_change(self) -> None:
        changed = self.is_changed
        self._agrees.setVisible(not changed)
        self._change.setVisible(changed)
        self.reason.setVisible(changed)
        if changed and self._card is not None:
            self._change.set_tag(_change_words(self._card.of(self.skill), self.score), "info")

    def _show_error(self, words: str) -> None:
        self._error.setText(words)
        self._error.setVisible(bool(words))
        self.reason.setAccessibleDescription(words)
        set_property(self.reason, "state", "error" if words else "")
        if words:
            announce(self, words)


def _change_words(machine: int | None, score: int | None) -> str:
    if machine is None or score is None:
        return "Rated by you"
    return f"{score - machine:+d} by you".replace("-", "−")
