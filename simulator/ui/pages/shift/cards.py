"""The cards of the debrief: the threads, each scale in words, the contacts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from simulator.core.progress.shift import ContactResult, ScaleLine, Steadiness
from simulator.core.scoring.rubric import SKILLS
from simulator.ui.pages.customer_face import face_description
from simulator.ui.pages.library_words import SKILL_ICONS, SKILL_WORDS
from simulator.ui.pages.progress_words import score_words
from simulator.ui.pages.shift.words import halves_words, lowest_words, steady_words
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.buttons import small
from simulator.ui.widgets.card import Panel, Row, divider
from simulator.ui.widgets.chart import TrendChart
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


class ThreadsCard(Panel):
    """The three scales over the contacts as threads, or the same numbers as a table."""

    def __init__(self, lines: Sequence[ScaleLine], results: Sequence[ContactResult]) -> None:
        super().__init__("card", 0)
        self.setProperty("panel", True)
        self.body.setContentsMargins(18, Space.CARD, 18, 14)
        self.chart = TrendChart()
        self.chart.show_series(
            {SKILL_ICONS[line.skill.value]: line.scores for line in lines},
            [str(result.number) for result in results],
        )
        self.chart.table_wanted.connect(self.swap)
        self.table = _table(lines, results)
        self._twins = QStackedWidget()
        self._twins.addWidget(self.chart)
        self._twins.addWidget(self.table)
        self.twin_button = small("Show as table", "panel", kind="quiet")
        self.twin_button.setToolTip("T")
        self.twin_button.clicked.connect(self.swap)
        head = QHBoxLayout()
        head.addWidget(label("Contact by contact", "h3"))
        head.addStretch(1)
        head.addWidget(self.twin_button)
        self.body.addLayout(head)
        self.body.addWidget(self._twins, 1)
        shortcut = QShortcut(QKeySequence("T"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.swap)
        self._twins.setMinimumHeight(round(theme().scaled(220)))

    @Slot()
    def swap(self) -> None:
        """Show the table instead of the threads, or the other way round."""
        shows_table = self._twins.currentWidget() is self.table
        shown: QWidget = self.chart if shows_table else self.table
        hidden = self.table if shows_table else self.chart
        had_focus = hidden.hasFocus()
        self._twins.setCurrentWidget(shown)
        self.twin_button.setText("Show as table" if shows_table else "Show as chart")
        if had_focus:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)


def _table(lines: Sequence[ScaleLine], results: Sequence[ContactResult]) -> QTableWidget:
    table = QTableWidget(len(results), 2 + len(lines))
    table.setAccessibleName("Scores of each contact")
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setHorizontalHeaderLabels(["Contact", "With", *SKILL_WORDS.values()])
    for row, result in enumerate(results):
        cells = [str(result.number), result.customer_name]
        cells += [score_words(line.scores[row]) for line in lines]
        for column, cell in enumerate(cells):
            table.setItem(row, column, QTableWidgetItem(cell))
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading)
    return table


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
