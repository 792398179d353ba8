"""What the trainee knows and may do before the contact, and what a good one does."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from simulator.core.scenario.model import Policy, Scenario
from simulator.core.scoring.rubric import SKILLS
from simulator.ui.pages.channel_words import CHANNELS
from simulator.ui.pages.icon_line import IconLine
from simulator.ui.theme import Space
from simulator.ui.widgets.text import label

_FACT_ICONS = {"can": ("ok", "positive"), "time": ("clock", "text2"), "info": ("file", "text2")}
_SKILL_ICONS = {"courtesy": "courtesy", "patience": "patience", "helpfulness": "helpful"}


def must_not_words(policy: Policy) -> str:
    """Say what must not be done, such as "Don’t blame the engineer"."""
    text = policy.must_not
    return f"Don’t {text[:1].lower()}{text[1:]}"


def known_lines(scenario: Scenario) -> tuple[list[IconLine], list[IconLine]]:
    """Give a line for each fact told from the start, and one for each policy."""
    facts = []
    for fact in scenario.briefing.facts:
        if fact.told == "always":
            icon, role = _FACT_ICONS[fact.kind]
            facts.append(IconLine(icon, fact.says, fact.note or "", icon_role=role, role="body"))
    policies = [
        IconLine("error", must_not_words(policy), policy.note or "", icon_role="negative",
                 role="body")
        for policy in scenario.briefing.policies
    ]  # fmt: skip
    return facts, policies


class Known(QWidget):
    """The facts at the left, what must not be done at the right; below each other if narrow."""

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts, self._policies = known_lines(scenario)
        self.setAccessibleName("What you know")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.CARD)
        column.addWidget(label("What you know", "h2"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.PAGE)
        self._grid.setVerticalSpacing(14)
        column.addLayout(self._grid)
        self.set_columns(2)

    def set_columns(self, count: int) -> None:
        """Set the lines in one column or two."""
        for line in (*self._facts, *self._policies):
            self._grid.removeWidget(line)
        lines = self._in_two() if count == 2 else self._in_one()
        for row, column, line in lines:
            self._grid.addWidget(line, row, column)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < count else 0)
        self._grid.setColumnMinimumWidth(1, 0)

    def _in_one(self) -> list[tuple[int, int, IconLine]]:
        return [(row, 0, line) for row, line in enumerate((*self._facts, *self._policies))]

    def _in_two(self) -> list[tuple[int, int, IconLine]]:
        """Policies at the right; facts that would stick out below go on under them."""
        left, right = list(self._facts), list(self._policies)
        while len(left) > len(right) + 1:
            right.append(left.pop())
        columns = ((0, left), (1, right))
        return [(row, at, line) for at, lines in columns for row, line in enumerate(lines)]


class GoodCallLines(QWidget):
    """What a good contact does, one line a skill."""

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = f"What a good {CHANNELS[scenario.channel].noun} does"
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        column.addWidget(label(title, "h2"))
        column.addSpacing(Space.TINY)
        for skill in SKILLS:
            icon = _SKILL_ICONS[skill.value]
            says = getattr(scenario.briefing.good_call, skill.value)
            column.addWidget(IconLine(icon, says, icon_role=icon, role="body"))
