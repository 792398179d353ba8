"""The cards of the progress page: the trend, the tracks, the attempts."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from simulator.core.progress.profile import AttemptSummary
from simulator.core.progress.trend import TrackMeans, Week
from simulator.core.scoring.rubric import SKILLS, Skill
from simulator.ui.pages.chart_card import ChartCard
from simulator.ui.pages.customer_face import face_description
from simulator.ui.pages.days_ago import day_words, month_name
from simulator.ui.pages.library_words import SKILL_ICONS, SKILL_WORDS, trade_words
from simulator.ui.pages.progress_words import finish_of, mode_words, score_words
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.buttons import link, small
from simulator.ui.widgets.card import Panel, Row, divider
from simulator.ui.widgets.dial import SkillBar, SkillScores
from simulator.ui.widgets.face import Face
from simulator.ui.widgets.icon import IconLabel
from simulator.ui.widgets.text import elided, label

_MOST_TRACKS = 6
_BAR_WIDTH = 64

FEW_ATTEMPTS = 6
"""Attempts listed before the rest is asked for."""


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout and free it."""
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()


class TrendCard(ChartCard):
    """The weekly averages as lines, or as a table: the same numbers twice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Three skills, weekly average", "Weekly averages", 236, parent)

    def show_weeks(self, weeks: Sequence[Week]) -> None:
        """Show one point a week, oldest first."""
        series = {
            SKILL_ICONS[skill.value]: [week.means[skill] for week in weeks] for skill in SKILLS
        }
        labels = [f"{week.monday.day} {month_name(week.monday)[:3]}" for week in weeks]
        self.chart.show_series(series, labels)
        rows = [
            [
                f"{week.monday.day} {month_name(week.monday)} {week.monday.year}",
                *(score_words(week.means[skill]) for skill in SKILLS),
                str(week.attempts),
            ]
            for week in weeks
        ]
        self.show_rows(["Week of", *SKILL_WORDS.values(), "Conversations"], rows)


class TracksCard(Panel):
    """The mean of each skill by trade, with the skill where practice pays most.

    Signals:
        practise_wanted: scenarios are wanted.
    """

    practise_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", 0, parent)
        self.setProperty("panel", True)
        self.body.setContentsMargins(18, Space.CARD, 18, Space.CARD)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._more = label("", "caption", "text3")
        self.body.addLayout(self._grid)
        self.body.addWidget(self._more)
        self.body.addStretch(1)
        self.body.addWidget(self._build_pattern())

    def _build_pattern(self) -> Panel:
        self._pattern = Panel("well", Space.MEDIUM)
        line = QHBoxLayout()
        line.setSpacing(Space.MEDIUM)
        self._icon = IconLabel("patience", "patience", 18)
        self._words = label("", "small", wrap=True)
        self.practise_button = small("Show scenarios")
        self.practise_button.clicked.connect(self.practise_wanted)
        line.addWidget(self._icon)
        line.addWidget(self._words, 1)
        line.addWidget(self.practise_button)
        self._pattern.body.addLayout(line)
        return self._pattern

    def show_tracks(self, tracks: Sequence[TrackMeans], pattern: tuple[Skill, str] | None) -> None:
        """Show the trades, the most practised first, and a pattern in a sentence.

        Args:
            tracks: six are shown at most, the rest is counted.
            pattern: the skill it is about and the sentence; None for none.
        """
        clear(self._grid)
        self._grid.addWidget(label("By track", "h3"), 0, 0)
        self._grid.setRowMinimumHeight(0, round(theme().scaled(30)))
        for column, skill in enumerate(SKILLS, 2):
            role = SKILL_ICONS[skill.value]
            spoken = SKILL_WORDS[skill.value]
            self._grid.addWidget(IconLabel(role, role, 16, spoken), 0, column)
        for row, track in enumerate(tracks[:_MOST_TRACKS], 1):
            self._add_row(row, track)
        left_out = len(tracks) - _MOST_TRACKS
        self._more.setText(f"and {left_out} more")
        self._more.setVisible(left_out > 0)
        self._pattern.setVisible(pattern is not None)
        if pattern is not None:
            role = SKILL_ICONS[pattern[0].value]
            self._icon.set_icon(role, role)
            self._words.setText(pattern[1])

    def _add_row(self, row: int, track: TrackMeans) -> None:
        self._grid.setRowMinimumHeight(row, round(theme().scaled(34)))
        self._grid.addWidget(elided(trade_words(track.name), "small"), row, 0)
        self._grid.addWidget(label(str(track.attempts), "caption", "text3"), row, 1)
        for column, skill in enumerate(SKILLS, 2):
            mean = track.means[skill]
            value = None if mean is None else round(mean)
            bar = SkillBar(SKILL_ICONS[skill.value], value, width=40, with_name=False)
            self._grid.addWidget(bar, row, column)


class AttemptsCard(Panel):
    """The last attempts, each a way to its scorecard; the rest on request.

    Signals:
        attempt_chosen(str): the id of the attempt whose scorecard is wanted.
    """

    attempt_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", 0, parent)
        self.setProperty("panel", True)
        self.body.setContentsMargins(18, 14, 18, Space.MEDIUM)
        self.body.setSpacing(0)
        self._attempts: list[AttemptSummary] = []
        self._today = date.min
        self._shows_all = False
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.all_button = link("")
        self.all_button.clicked.connect(self._expand)
        self._with_bars = True
        self._heads = QWidget()
        head = QHBoxLayout()
        head.addWidget(label("Recent attempts", "h3"))
        head.addStretch(1)
        head.addWidget(self._heads)
        self._name_skills()
        self.body.addLayout(head)
        self.body.addSpacing(Space.SMALL)
        self.body.addLayout(self._list)
        self.body.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeading)

    @property
    def rows(self) -> list["AttemptRow"]:
        """The attempts listed, the newest first."""
        return self.findChildren(AttemptRow)

    def show_attempts(self, attempts: Sequence[AttemptSummary], today: date) -> None:
        """Show finished attempts.

        Args:
            attempts: the newest first.
            today: the day from which "Yesterday" is counted.
        """
        self._attempts, self._today = list(attempts), today
        self._fill()

    def show_bars(self, with_bars: bool) -> None:
        """Draw a bar beside each score, or the numbers alone where room is short."""
        self._heads.setVisible(with_bars)
        if with_bars != self._with_bars:
            self._with_bars = with_bars
            self._fill()

    def _name_skills(self) -> None:
        line = QHBoxLayout(self._heads)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.CARD)
        for skill in SKILLS:
            line.addWidget(_SkillHead(SKILL_ICONS[skill.value], SKILL_WORDS[skill.value]))

    @Slot()
    def _expand(self) -> None:
        self._shows_all = not self._shows_all
        self._fill()
        self.all_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        clear(self._list)
        for row in self.rows:
            row.setParent(None)
        shown = self._attempts if self._shows_all else self._attempts[:FEW_ATTEMPTS]
        for attempt in shown:
            self._list.addWidget(divider())
            row = AttemptRow(attempt, self._today, with_bars=self._with_bars)
            row.chosen.connect(self.attempt_chosen)
            self._list.addWidget(row)
        count = len(self._attempts)
        self.all_button.setVisible(count > FEW_ATTEMPTS)
        self.all_button.setText("Fewer attempts" if self._shows_all else f"All {count} attempts")


class AttemptRow(Row):
    """One attempt: who, what, when, how it went.

    Signals:
        chosen(str): the attempt's id.
    """

    chosen = Signal(str)

    def __init__(self, attempt: AttemptSummary, today: date, *, with_bars: bool) -> None:
        super().__init__()
        self.attempt = attempt
        when = f"{day_words(finish_of(attempt).date(), today)}, {mode_words(attempt.mode)}"
        self.line.setContentsMargins(0, 6, 0, 6)
        self.line.setSpacing(10)
        face = Face(face_description(attempt.face), "calm", 32, name=attempt.customer_name)
        self.line.addWidget(face)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(elided(attempt.title, "small"))
        words.addWidget(elided(when, "caption", "text2"))
        self.line.addLayout(words, 1)
        scores = [attempt.of(skill) for skill in SKILLS]
        self._add_scores(scores, with_bars=with_bars)
        spoken = ", ".join(
            f"{SKILL_WORDS[skill.value].lower()} {_spoken(score)}"
            for skill, score in zip(SKILLS, scores, strict=True)
        )
        self.setAccessibleName(f"{attempt.title}, {attempt.customer_name}, {when}: {spoken}")
        self.clicked.connect(self._choose)

    def _add_scores(self, scores: Sequence[int | None], *, with_bars: bool) -> None:
        if not with_bars:
            self.line.addWidget(SkillScores(scores))
            return
        bars = QHBoxLayout()
        bars.setSpacing(Space.CARD)
        for skill, score in zip(SKILLS, scores, strict=True):
            bars.addWidget(
                SkillBar(SKILL_ICONS[skill.value], score, width=_BAR_WIDTH, with_name=False)
            )
        self.line.addLayout(bars)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.attempt.id)


class _SkillHead(QWidget):
    """The name of a skill above its column of bars, as wide as they are."""

    def __init__(self, role: str, words: str) -> None:
        super().__init__()
        self._bar = SkillBar(role, 100, width=_BAR_WIDTH, with_name=False)
        self._bar.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(5)
        line.addWidget(IconLabel(role, role, 14))
        line.addWidget(label(words, "label", role))
        line.addStretch(1)
        theme().changed.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        self.setFixedWidth(self._bar.sizeHint().width())


def _spoken(score: int | None) -> str:
    return "not rated" if score is None else str(score)
