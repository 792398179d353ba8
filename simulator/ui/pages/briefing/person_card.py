"""Who is about to get in touch: the face, what is on file, what has happened so far."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from simulator.core.scenario.model import HistoryEntry, Quote, Scenario
from simulator.core.scenario.pronouns import pronouns_of
from simulator.ui.pages.channel_words import CHANNELS
from simulator.ui.pages.icon_line import IconLine
from simulator.ui.pages.person_head import PersonHead
from simulator.ui.pages.scenario_words import day_words, quoted, year_of
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.card import Panel
from simulator.ui.widgets.icon import IconDisc
from simulator.ui.widgets.painted import Painted
from simulator.ui.widgets.text import Run, label

_DISC = 26
_HISTORY_ICONS = {
    "contact": "chat",
    "fault": "error",
    "call": "phone",
    "order": "file",
    "note": "note",
}


class _Thread(Painted):
    """The disc of one entry of the history with the line that leads to the next."""

    def __init__(self, icon: str, role: str, ground: str, *, goes_on: bool) -> None:
        super().__init__()
        self._goes_on = goes_on
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(IconDisc(icon, role, _DISC, ground))
        column.addStretch()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line below the disc."""
        if not self._goes_on:
            return
        painter = self.painter()
        middle, top = round(self.width() / 2), round(theme().scaled(_DISC))
        line = QRect(middle - 1, top, 2, self.height() - top)
        painter.fillRect(line, theme().colour("border_control"))
        painter.end()


class _Event(QWidget):
    def __init__(self, entry: HistoryEntry, day: str, *, is_last: bool) -> None:
        super().__init__()
        is_fault = entry.kind == "fault"
        role, ground = ("negative", "negative_tint") if is_fault else ("text2", "sunken")
        if is_last:
            role, ground = "on_accent", "accent"
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.MEDIUM)
        row.addWidget(_Thread(_HISTORY_ICONS[entry.kind], role, ground, goes_on=not is_last))
        lines = QVBoxLayout()
        lines.setContentsMargins(0, 3, 0, Space.CARD)
        lines.setSpacing(0)
        headline = label(role="small", wrap=True)
        headline.set_runs([Run(entry.what, weight=600), Run(f"  {day}", colour="text2")])
        lines.addWidget(headline)
        if entry.note:
            lines.addWidget(label(entry.note, "small", "text2", wrap=True))
        row.addLayout(lines, 1)


class _Quote(QWidget):
    """The customer's words from before, with a bar at the leading edge."""

    def __init__(self, quote: Quote, title: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        column.addWidget(label(title, "label", "text2"))
        row = QHBoxLayout()
        row.setSpacing(Space.MEDIUM)
        bar = Panel("edge", 0)
        bar.setFixedWidth(3)
        row.addWidget(bar)
        row.addWidget(label(quoted(quote.says), "body", wrap=True), 1)
        column.addLayout(row)


class PersonCard(QWidget):
    """The customer as the file knows them. Profile pictures are always calm."""

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scenario = scenario
        self._events: QWidget | None = None
        self.setAccessibleName(f"About {scenario.customer.name}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.CARD)
        column.addWidget(PersonHead(scenario.customer, scenario.customer.about))
        if scenario.customer.prefers:
            column.addWidget(self._wishes())
        if scenario.customer.history:
            column.addWidget(self._history())
        column.addStretch(1)
        if scenario.customer.quote:
            column.addWidget(self._quote(scenario.customer.quote))

    @property
    def has_history(self) -> bool:
        """Whether anything has happened so far."""
        return self._events is not None

    @property
    def is_in_view(self) -> bool:
        """Whether the end of what has happened can be seen now."""
        events = self._events
        if events is None or not self.window().isActiveWindow():
            return False
        seen = events.visibleRegion().boundingRect()
        return not seen.isEmpty() and seen.bottom() >= events.height() - _DISC

    def _wishes(self) -> Panel:
        well = Panel("well", Space.MEDIUM)
        well.body.setSpacing(6)
        for place, wish in enumerate(self._scenario.customer.prefers):
            icon = CHANNELS[self._scenario.channel].icon if place == 0 else "note"
            well.body.addWidget(IconLine(icon, wish, icon_role="text"))
        return well

    def _history(self) -> QWidget:
        self._events = block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, Space.TINY, 0, 0)
        column.setSpacing(0)
        column.addWidget(label("What has happened so far", "label", "text2"))
        column.addSpacing(Space.MEDIUM)
        entries = self._scenario.customer.history
        year = year_of(self._scenario)
        for entry in entries:
            day = day_words(entry.on, year)
            column.addWidget(_Event(entry, day, is_last=entry is entries[-1]))
        return block

    def _quote(self, quote: Quote) -> _Quote:
        whose = pronouns_of(self._scenario.customer.pronoun).opening_possessive
        day = day_words(quote.on, year_of(self._scenario))
        when = day if isinstance(quote.on, str) else f"on {day}"
        return _Quote(quote, f"{whose} words {when}")
