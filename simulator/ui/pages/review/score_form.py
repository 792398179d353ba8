"""The right side of a review: three scores, a comment, and the signature."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from simulator.core.errors import ProfileError
from simulator.core.progress.review import Override
from simulator.core.scoring.rubric import SKILLS, Skill
from simulator.core.scoring.scorecard import Scorecard
from simulator.ui.pages.review.draft import Draft
from simulator.ui.pages.review.score_field import ScoreField
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.buttons import large, link
from simulator.ui.widgets.card import divider
from simulator.ui.widgets.icon import IconLabel
from simulator.ui.widgets.notices import Banner
from simulator.ui.widgets.text import label

_COMMENT_HEIGHT = 106


class ScoreForm(QWidget):
    """Scores, reasons and a comment for the trainee.

    Signals:
        signed(str, object): the comment and the tuple of ``Override``; every reason is given.
        edited(): something differs from what was shown.
        agreement_wanted(): the trainer wants to know how good the app's scores are.
    """

    signed = Signal(str, object)
    edited = Signal()
    agreement_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fields = {skill: ScoreField(skill) for skill in SKILLS}
        self.comment = QPlainTextEdit()
        self.comment.setTabChangesFocus(True)
        self.sign = large("Sign off", "check")
        self.sign.clicked.connect(self._sign)
        self.agreement_link = link("How good are the app’s scores?")
        self.agreement_link.clicked.connect(self.agreement_wanted)
        self._comment_title = label("", "label", "text2")
        self._signature = label("", "caption", "text2", wrap=True)
        self._problem = Banner("", "negative")
        self._state = label("", "caption", "text2")
        self._build()
        for field in self._fields.values():
            field.edited.connect(self.edited)
        self.comment.textChanged.connect(self.edited)
        theme().changed.connect(self._fit_comment)

    def field(self, skill: Skill) -> ScoreField:
        """Give the field of a skill."""
        return self._fields[skill]

    @property
    def draft(self) -> Draft:
        """The form as it stands."""
        return Draft(
            self.comment.toPlainText(),
            {skill: field.score for skill, field in self._fields.items()},
            {skill: field.reason.text() for skill, field in self._fields.items()},
        )

    def show_draft(self, card: Scorecard, draft: Draft) -> None:
        """Put scores, reasons and comment into the form without telling anyone."""
        for skill, field in self._fields.items():
            field.show_score(card, draft.scores[skill], draft.reasons[skill])
        self.comment.blockSignals(True)
        self.comment.setPlainText(draft.comment)
        self.comment.blockSignals(False)
        self.show_problem("")

    def set_people(self, trainee: str, trainer: str) -> None:
        """Name who will read this, and who signs it; the trainer may be unknown."""
        self._comment_title.setText(f"Comment for {trainee}")
        self.comment.setAccessibleName(f"Comment for {trainee}")
        signed = f"Signed as {trainer}. " if trainer else ""
        sees = f"{trainee} sees the app’s score, yours, and your reasons."
        self._signature.setText(signed + sees)

    def set_state(self, words: str) -> None:
        """Say how the form stands, such as "Not signed yet"."""
        self._state.setText(words)

    def set_margin(self, margin: int) -> None:
        """Leave this much room at both sides, in logical pixels."""
        self._column.setContentsMargins(margin, Space.CARD, margin, Space.CARD)

    def show_problem(self, words: str) -> None:
        """Say why signing off did not work; everything typed stays."""
        self._problem.set_text(words)
        self._problem.setVisible(bool(words))

    def _build(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setSpacing(Space.MEDIUM)
        head = QHBoxLayout()
        head.addWidget(label("Your scores", "h2"))
        head.addStretch()
        head.addWidget(self._state)
        column.addLayout(head)
        column.addWidget(self.agreement_link, 0, Qt.AlignmentFlag.AlignLeading)
        for field in self._fields.values():
            column.addWidget(divider())
            column.addWidget(field)
        column.addWidget(divider())
        column.addWidget(self._comment_title)
        column.addWidget(self.comment)
        column.addStretch()
        column.addWidget(self._problem)
        signature = QHBoxLayout()
        signature.setSpacing(Space.SMALL)
        signature.addWidget(IconLabel("shield", "text2", 16), 0, Qt.AlignmentFlag.AlignTop)
        signature.addWidget(self._signature, 1)
        column.addLayout(signature)
        column.addWidget(self.sign)
        self._fit_comment()

    @Slot()
    def _fit_comment(self) -> None:
        self.comment.setFixedHeight(round(theme().scaled(_COMMENT_HEIGHT)))
        self.comment.setFont(theme().font("body"))

    @Slot()
    def _sign(self) -> None:
        overrides: list[Override] = []
        refused: list[ScoreField] = []
        for field in self._fields.values():
            try:
                override = field.override()
            except ProfileError:
                # The field says it; the others are looked at too, so that all is told at once.
                refused.append(field)
            else:
                overrides += [override] if override else []
        if refused:
            refused[0].reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.signed.emit(self.comment.toPlainText(), tuple(overrides))
