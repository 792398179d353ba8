"""The three skills of a scorecard, side by side; there is no total."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from simulator.core.progress.review import Review
from simulator.core.scoring.rubric import SKILLS, Skill
from simulator.core.scoring.scorecard import Scorecard
from simulator.ui.pages.scorecard.words import (
    SKILL_ROLES,
    band_words,
    both_scores,
    change_words,
    skill_words,
)
from simulator.ui.room import Room
from simulator.ui.theme import Space
from simulator.ui.widgets.dial import Dial
from simulator.ui.widgets.text import Run, label

_DIAL = 100


class SkillScore(QWidget):
    """One skill: the dial of the score that counts, its change, its band, and a trainer's word."""

    def __init__(
        self, skill: Skill, machine: int | None, change: int | None, review: Review | None
    ) -> None:
        super().__init__()
        score = review.score(skill, machine) if review else machine
        override = review.override(skill) if review else None
        before = score - change if score is not None and change is not None else None
        self.dial = Dial(SKILL_ROLES[skill], score, before, size=_DIAL)
        self._words = QVBoxLayout()
        self._words.setSpacing(1)
        self._words.addStretch()
        self._words.addWidget(label(skill_words(skill), "h3"))
        self._add_change(change if score is not None else None)
        self._words.addWidget(label(band_words(score), "small", wrap=True))
        if override and review:
            self._words.addWidget(label(both_scores(override, review), "small", "text2", wrap=True))
        elif score is None:
            words = "No reply gave occasion to show it."
            self._words.addWidget(label(words, "small", "text2", wrap=True))
        self._words.addStretch()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.MEDIUM)
        line.addWidget(self.dial, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(self._words, 1)

    def _add_change(self, change: int | None) -> None:
        moved, words = change_words(change)
        if not words:
            return
        line = label("", "small", "text2", wrap=True)
        line.set_runs([Run(moved, weight=600, colour="text"), Run(f" {words}" if moved else words)])
        self._words.addWidget(line)


class SkillRow(QWidget):
    """Courtesy, patience, helpfulness; below each other where room is short."""

    def __init__(
        self, card: Scorecard, review: Review | None, changes: dict[Skill, int | None]
    ) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(Space.MEDIUM)
        self.parts = {
            skill: SkillScore(skill, card.of(skill), changes.get(skill), review) for skill in SKILLS
        }
        for part in self.parts.values():
            self._line.addWidget(part, 1)

    def arrange(self, room: Room) -> None:
        """Stand side by side, or below each other."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(down if room is Room.COMPACT else across)
