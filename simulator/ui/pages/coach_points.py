"""What the coach tells about a reply: a few lines, each with an icon, and one way to put it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.core.conversation.coach import Point
from simulator.core.conversation.customer_card import asked_known, used_known
from simulator.core.conversation.moment import Turn
from simulator.core.scenario.model import Scenario
from simulator.core.scoring.shown import ShownEvidence
from simulator.ui.pages.icon_line import IconLine
from simulator.ui.pages.scenario_words import quoted
from simulator.ui.theme import Space
from simulator.ui.widgets.card import Panel
from simulator.ui.widgets.icon import NumberDisc
from simulator.ui.widgets.text import Run, label


def point_line(point: Point) -> IconLine:
    """Give the line of something that came across, or is still open."""
    if point.is_good:
        return IconLine("check", point.text, icon_role="positive")
    is_need = point.evidence is None
    return IconLine("minus", f"Still open: {point.text}" if is_need else point.text)


def change_line(point: Point) -> IconLine:
    """Give the line of the one thing to change, with the words it is about."""
    line = IconLine("target", point.text, icon_role="accent")
    if point.quote and point.evidence is not None:
        # Notes are written so that they can follow the words quoted.
        note = Run(f" {point.evidence.note}")
        line.text.set_runs((Run(quoted(point.quote), weight=600), note))
    return line


def marked_change(point: Point, mark: int) -> QWidget:
    """Point at a change whose note stands elsewhere, below the reply, with this number."""
    part = QWidget()
    line = QHBoxLayout(part)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(Space.SMALL)
    words = label(quoted(point.quote), "small", wrap=True)
    words.set_weight(600)
    line.addWidget(NumberDisc(mark, "negative"), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(words, 1)
    part.setAccessibleName(f"{quoted(point.quote)}, note {mark}")
    return part


def card_lines(scenario: Scenario, turn: Turn) -> list[IconLine]:
    """Tell what a reply used of the customer card, and what it asked for although it is there."""
    used = [entry.what for entry in used_known(scenario, turn)]
    asked = [entry.what for entry in asked_known(scenario, turn)]
    return card_lines_of(used, asked)


def card_lines_of(used: Sequence[str], asked: Sequence[str]) -> list[IconLine]:
    """Give a line for each entry that was used, and for each that was asked for all the same."""
    credit = [IconLine("check", f"You used it: {what}", icon_role="positive") for what in used]
    known = [IconLine("file", f"It is on the card: {what}", icon_role="caution") for what in asked]
    return [*credit, *known]


def mark_of(point: Point | None, marks: Sequence[ShownEvidence]) -> ShownEvidence | None:
    """Give the mark of the reply that a point rests on, None if it rests on none."""
    if point is None or point.evidence is None:
        return None
    place = (point.evidence.start, point.evidence.end)
    return next((m for m in marks if (m.evidence.start, m.evidence.end) == place), None)


def under_heading(heading: str, *lines: QWidget) -> QWidget:
    """Put lines below a small heading."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.TINY)
    column.addWidget(label(heading, "label", "text2"))
    for line in lines:
        column.addWidget(line)
    return part


def better_well(better: str) -> Panel:
    """Show one way to put it."""
    well = Panel("well", Space.MEDIUM)
    well.body.setSpacing(Space.TINY)
    well.body.addWidget(label("One way to put it", "label", "text2"))
    well.body.addWidget(label(quoted(better), "small", wrap=True))
    return well
