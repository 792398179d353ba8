"""The cards of the debrief: the threads, each scale in words, the contacts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
)

from simulator.core.progress.shift import ContactResult, ScaleLine, Steadiness
from simulator.core.scoring.rubric import SKILLS
from simulator.ui.pages.chart_card import ChartCard
from simulator.ui.pages.customer_face import face_description
from simulator.ui.pages.library_words import SKILL_ICONS, SKILL_WORDS
from simulator.ui.pages.progress_words import score_words
from simulator.ui.pages.shift.words import halves_words, lowest_words, steady_words
from simulator.ui.theme import Space
from simulator.ui.widgets.card import Panel, Row, divider
from simulator.ui.widgets.dial import Dial, SkillScores
from simulator.ui.widgets.face import Face
from simulator.ui.widgets.tags import Tag
from simulator.ui.widgets.text import elided, label

_DIAL = 84
_TAGS = {
    Steadiness.STEADY: ("positive", "ok"),
    Steadiness.SOMEWHAT_UNEVEN: ("neutral", "wave"),
    Steadiness.UNEVEN: ("caution", "wave"),
    None: ("neutral", "info"),
}


class ThreadsCard(ChartCard):
    """The three scales over the contacts as threads, or the same numbers as a table."""

    def __init__(self, lines: Sequence[ScaleLine], results: Sequence[ContactResult]) -> None:
        super().__init__("Contact by contact", "Scores of each contact", 220)
        self.chart.show_series(
            {SKILL_ICONS[line.skill.value]: line.scores for line in lines},
            [str(result.number) for result in results],
        )
        rows = [
            [
                str(result.number),
                result.customer_name,
                *(score_words(line.scores[row]) for line in lines),
            ]
            for row, result in enumerate(results)
        ]
        self.show_rows(["Contact", "With", *SKILL_WORDS.values()], rows)


class ScaleCard(Panel):
    """One scale: its mean as a dial, how steady it stayed, its lowest contact, its halves."""

    def __init__(self, line: ScaleLine) -> None:
        super().__init__("card")
        mean = None if line.mean is None else round(line.mean)
        role = SKILL_ICONS[line.skill.value]
        row = QHBoxLayout()
        row.setSpacing(Space.CARD)
        row.addWidget(Dial(role, mean, size=_DIAL), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(Space.TINY)
        words.addWidget(label(SKILL_WORDS[line.skill.value], "h3", role))
        self.tag = Tag(steady_words(line), *_TAGS[line.steadiness])
        words.addWidget(self.tag, 0, Qt.AlignmentFlag.AlignLeading)
        for text in (lowest_words(line), halves_words(line)):
            if text:
                words.addWidget(label(text, "small", "text2", wrap=True))
        words.addStretch()
        row.addLayout(words, 1)
        self.body.addLayout(row)
        spoken = f"{SKILL_WORDS[line.skill.value]}, {steady_words(line)}"
        self.setAccessibleName(f"{spoken}. {lowest_words(line)}. {halves_words(line)}")


class ContactsCard(Panel):
    """The contacts in their order, each a way to its scorecard.

    Signals:
        attempt_chosen(str): the id of the attempt whose scorecard is wanted.
    """

    attempt_chosen = Signal(str)

    def __init__(self, results: Sequence[ContactResult]) -> None:
        super().__init__("card", 0)
        self.setProperty("panel", True)
        self.body.setContentsMargins(18, 14, 18, Space.MEDIUM)
        self.body.setSpacing(0)
        self.body.addWidget(label("Your contacts", "h3"))
        self.body.addSpacing(Space.SMALL)
        for result in results:
            self.body.addWidget(divider())
            row = ContactRow(result)
            row.chosen.connect(self.attempt_chosen)
            self.body.addWidget(row)

    @property
    def rows(self) -> list["ContactRow"]:
        """The contacts listed, in their order."""
        return self.findChildren(ContactRow)


class ContactRow(Row):
    """One contact of the shift. A guest's cannot be opened: nothing of it is kept.

    Signals:
        chosen(str): the attempt's id.
    """

    chosen = Signal(str)

    def __init__(self, result: ContactResult) -> None:
        super().__init__()
        self._attempt_id = result.attempt_id
        self.line.setContentsMargins(0, 6, 0, 6)
        self.line.setSpacing(10)
        number = label(str(result.number), "small", "text2")
        number.setFixedWidth(number.fontMetrics().horizontalAdvance("00"))
        self.line.addWidget(number)
        name = result.customer_name
        self.line.addWidget(Face(face_description(result.face), "calm", 32, name=name))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(elided(result.title, "small"))
        words.addWidget(elided(name, "caption", "text2"))
        self.line.addLayout(words, 1)
        scores = [result.scores.get(skill) for skill in SKILLS]
        self.line.addWidget(SkillScores(scores))
        spoken = ", ".join(
            f"{SKILL_WORDS[skill.value].lower()} {score_words(score)}"
            for skill, score in zip(SKILLS, scores, strict=True)
        )
        self.setAccessibleName(f"Contact {result.number}: {result.title}, {name}. {spoken}")
        self.clicked.connect(self._choose)
        if not result.attempt_id:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setCursor(Qt.CursorShape.ArrowCursor)

    @Slot()
    def _choose(self) -> None:
        if self._attempt_id:
            self.chosen.emit(self._attempt_id)
