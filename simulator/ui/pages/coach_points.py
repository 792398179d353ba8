"""What the coach tells about a reply: a few lines, each with an icon, and one way to put it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.core.conversation.coach import Point
from simulator.ui.pages.icon_line import IconLine
from simulator.ui.pages.scenario_words import quoted
from simulator.ui.theme import Space
from simulator.ui.widgets.card import Panel
from simulator.ui.widgets.text import Run, label


def point_line(point: Point) -> IconLine:
    """Give the line of something that came across, or did not."""
    icon, role = ("check", "positive") if point.is_good else ("minus", "text2")
    return IconLine(icon, point.text, icon_role=role)


def change_line(point: Point) -> IconLine:
    """Give the line of the one thing to change, with the words it is about."""
    line = IconLine("target", point.text, icon_role="accent")
    if point.quote and point.evidence is not None:
        # Notes are written so that they can follow the words quoted.
        note = Run(f" {point.evidence.note}")
        line.text.set_runs((Run(quoted(point.quote), weight=600), note))
    return line


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
