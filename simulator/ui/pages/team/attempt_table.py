"""Finished attempts as rows of a table, in the order in which they need a trainer."""

from collections.abc import Sequence
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from simulator.core.progress.profile import AttemptSummary
from simulator.core.scoring.rubric import Skill
from simulator.ui.pages.days_ago import day_words
from simulator.ui.pages.scorecard.words import band_words, skill_words

Index = QModelIndex | QPersistentModelIndex

ATTEMPT = Qt.ItemDataRole.UserRole
"""The role that gives the whole ``AttemptSummary`` of a row."""

_ORDER = Qt.ItemDataRole.UserRole + 1

ENDING_WORDS = {
    "good": "Ended well",
    "medium": "Ended fairly",
    "bad": "Ended badly",
    None: "Stopped early",
}


class Column(IntEnum):
    """The columns, in their order."""

    PERSON = 0
    SCENARIO = 1
    MODE = 2
    WHEN = 3
    COURTESY = 4
    PATIENCE = 5
    HELPFULNESS = 6
    ENDING = 7
    REVIEW = 8


TITLES = (
    "Trainee",
    "Scenario",
    "Mode",
    "When",
    "Courtesy",
    "Patience",
    "Helpfulness",
    "Ending",
    "Review",
)

SKILL_COLUMNS = {
    Column.COURTESY: Skill.COURTESY,
    Column.PATIENCE: Skill.PATIENCE,
    Column.HELPFULNESS: Skill.HELPFULNESS,
}

_ENDING_ORDER = {"bad": 0, None: 1, "medium": 2, "good": 3}


class Need(IntEnum):
    """How much an attempt needs a trainer, most first."""

    ASKED = 0
    NOT_REVIEWED = 1
    REVIEWED = 2

    @property
    def label(self) -> str:
        """The words shown."""
        return ("Asked for a review", "Not reviewed yet", "Reviewed")[self]


def need_of(attempt: AttemptSummary) -> Need:
    """Say how an attempt stands with the trainer."""
    if attempt.is_reviewed:
        return Need.REVIEWED
    return Need.ASKED if attempt.review_asked else Need.NOT_REVIEWED


def finished_at(attempt: AttemptSummary) -> datetime:
    """Give when the attempt ended, or began if nobody knows."""
    return attempt.finished_at or attempt.began_at


def when_words(attempt: AttemptSummary, now: datetime) -> str:
    """Give the local day, and for today the time too."""
    local, today = finished_at(attempt).astimezone(), now.astimezone().date()
    day = day_words(local.date(), today)
    return f"{day} {local:%H:%M}" if local.date() == today else day


class AttemptTable(QAbstractTableModel):
    """One row an attempt. ``EditRole`` is never used: nothing is changed here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._attempts: tuple[AttemptSummary, ...] = ()
        self._now: datetime | None = None

    def show_attempts(self, attempts: Sequence[AttemptSummary], now: datetime) -> None:
        """Show these attempts; ``now`` tells which day is today."""
        self.beginResetModel()
        self._attempts, self._now = tuple(attempts), now
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Count the attempts."""
        return 0 if parent.isValid() else len(self._attempts)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Count the columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Give the title of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return TITLES[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give text, spoken text, the order of a cell, or the attempt itself."""
        if not index.isValid():
            return None
        attempt, column = self._attempts[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._text(attempt, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(attempt, column)
            case int() if role == ATTEMPT:
                return attempt
            case int() if role == _ORDER:
                return _order(attempt, column)
        return None

    def _text(self, attempt: AttemptSummary, column: Column) -> str:
        match column:
            case Column.PERSON:
                text = attempt.profile_name
            case Column.SCENARIO:
                text = attempt.title
            case Column.MODE:
                text = attempt.mode.capitalize()
            case Column.WHEN:
                text = when_words(attempt, self._now) if self._now else ""
            case Column.ENDING:
                text = ENDING_WORDS[attempt.ending_kind]
            case Column.REVIEW:
                text = need_of(attempt).label
            case _:
                score = attempt.of(SKILL_COLUMNS[column])
                text = "–" if score is None else str(score)
        return text

    def _spoken(self, attempt: AttemptSummary, column: Column) -> str:
        text = self._text(attempt, column)
        if column not in SKILL_COLUMNS:
            return text
        skill = SKILL_COLUMNS[column]
        score = attempt.of(skill)
        if score is None:
            return f"{skill_words(skill)}: not rated"
        return f"{skill_words(skill)} {score} of 100, {band_words(score).lower()}"


def _order(attempt: AttemptSummary, column: Column) -> tuple[object, ...]:
    """Give what a column sorts by; the newest comes first where it leaves two rows equal."""
    first: tuple[object, ...]
    match column:
        case Column.PERSON:
            first = (attempt.profile_name.casefold(), need_of(attempt))
        case Column.SCENARIO:
            first = (attempt.title.casefold(),)
        case Column.MODE:
            first = (attempt.mode,)
        case Column.WHEN:
            first = ()
        case Column.ENDING:
            first = (_ENDING_ORDER[attempt.ending_kind],)
        case Column.REVIEW:
            first = (need_of(attempt),)
        case _:
            score = attempt.of(SKILL_COLUMNS[column])
            first = (-1 if score is None else score,)
    return (*first, -finished_at(attempt).timestamp())


class AttemptSorter(QSortFilterProxyModel):
    """Sorts by need unless told otherwise, and lets through what the filters leave."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: frozenset[str] = frozenset()
        self._words = ""
        self._only_to_review = False

    @property
    def is_narrowed(self) -> bool:
        """Whether any filter is on."""
        return bool(self._names or self._words or self._only_to_review)

    def narrow(self, names: frozenset[str], words: str, *, only_to_review: bool) -> None:
        """Let through some attempts only.

        Args:
            names: of the trainees; none lets everybody through.
            words: that the trainee's name or the scenario's title holds.
            only_to_review: whether reviewed attempts are left out.
        """
        self.beginFilterChange()
        self._names, self._words = names, words.strip().casefold()
        self._only_to_review = only_to_review
        self.endFilterChange()

    def attempt(self, row: int) -> AttemptSummary:
        """Give the attempt in a row as shown."""
        found: AttemptSummary = self.index(row, 0).data(ATTEMPT)
        return found

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """Say whether an attempt passes the filters."""
        attempt: AttemptSummary = self.sourceModel().index(row, 0, parent).data(ATTEMPT)
        if self._names and attempt.profile_name not in self._names:
            return False
        if self._only_to_review and need_of(attempt) is Need.REVIEWED:
            return False
        return self._words in f"{attempt.profile_name}\n{attempt.title}".casefold()

    def lessThan(self, left: Index, right: Index) -> bool:
        """Compare two cells of one column."""
        return bool(left.data(_ORDER) < right.data(_ORDER))
