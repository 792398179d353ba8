"""What is wrong with a scenario file, for the trainer who can put it right."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from simulator.ui.pages.broken import BrokenScenario
from simulator.ui.pages.fault_list import FaultList, place_of
from simulator.ui.pages.page_scroll import ScrollMargins
from simulator.ui.pages.source_view import SourceView
from simulator.ui.room import RoomyPage, room_of
from simulator.ui.theme import Space
from simulator.ui.widgets.buttons import Button, plain, quiet, small
from simulator.ui.widgets.card import FlowLayout, Panel, divider, scrolling
from simulator.ui.widgets.icon import IconDisc, IconLabel
from simulator.ui.widgets.notices import announce
from simulator.ui.widgets.tags import Tag
from simulator.ui.widgets.text import Label, elided, label

_TRAINEES_SEE = (
    "Trainees see: “This scenario is being repaired. Try another one meanwhile.” "
    "They never see file names or line numbers."
)


class BrokenScenarioPage(RoomyPage):
    """Headline, what still works, the file around each fault, all faults with their remedies.

    Signals:
        back_wanted: the library is wanted again.
        show_file_wanted(str): the file at this path is to be shown in its folder.
        reload_wanted: the trainer has changed the file; it is to be read again.
    """

    back_wanted = Signal()
    show_file_wanted = Signal(str)
    reload_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._broken: BrokenScenario | None = None
        self._build()
        self.setFocusProxy(self.reload_button)

    def show_broken(self, broken: BrokenScenario, others: int) -> None:
        """Show a faulty file.

        Args:
            broken: the file and its faults.
            others: how many scenarios can be played all the same.
        """
        self._broken = broken
        self._title.setText(f"“{broken.title}” can’t be opened")
        self._lead.setText(f"{_what_is_wrong(broken)} {_what_works(others)}")
        self._path.setText(broken.path)
        self._path.setToolTip(broken.path)
        place = broken.first_error
        self._place.setVisible(place is not None and place.line > 0)
        if place is not None:
            self._place.set_tag(f"line {place.line}, column {place.column}", "negative")
        placed = [fault for fault in broken.faults if fault.line > 0]
        self._source.show_source(broken.source_lines, placed)
        has_source = bool(broken.source_lines and placed)
        self._source_area.setVisible(has_source)
        self._fault_list.show_faults(broken.faults)
        self.fit_room()

    @property
    def details(self) -> str:
        """What *Copy details* puts on the clipboard: the path and every fault, as text."""
        if self._broken is None:
            return ""
        faults = (
            f"{place_of(fault)} {fault.code} {fault.message} {fault.remedy}".strip()
            for fault in self._broken.faults
        )
        return "\n".join((self._broken.path, *faults))

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(0)
        self.back_button = small("Scenarios", "arrowleft", kind="quiet")
        self.back_button.setAccessibleName("Back to the scenarios")
        self.back_button.clicked.connect(self.back_wanted)
        self._column.addLayout(self._build_head())
        self._column.addSpacing(22)
        self._column.addWidget(self._build_file_card())
        self._column.addSpacing(18)
        self._column.addLayout(self._build_actions())
        self._column.addStretch(1)
        self._column.addSpacing(Space.WIDE)
        self._column.addWidget(_note(_TRAINEES_SEE))
        self._back_line = QHBoxLayout()
        self._back_line.addWidget(self.back_button)
        self._back_line.addStretch(1)
        outer.addLayout(self._back_line)
        area = scrolling(inside)
        self._margins = ScrollMargins(area, self._column)
        outer.addWidget(area)

    def _build_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(Space.CARD)
        disc = IconDisc("error", "negative", 48, "negative_tint")
        head.addWidget(disc, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(3)
        self._title = label("", "display", wrap=True)
        self._lead = label("", "lead", "text2", wrap=True)
        words.addWidget(self._title)
        words.addWidget(self._lead)
        head.addLayout(words, 1)
        return head

    def _build_file_card(self) -> Panel:
        card = Panel("card", 0)
        card.setProperty("panel", True)
        card.body.setSpacing(0)
        card.body.setContentsMargins(1, 1, 1, 1)
        bar = QHBoxLayout()
        bar.setContentsMargins(20, 11, 14, 11)
        bar.setSpacing(10)
        self._path: Label = elided("", "code")
        self._place = Tag("", "negative")
        self.copy_button = small("Copy details", "copy", kind="quiet")
        self.copy_button.clicked.connect(self._copy)
        bar.addWidget(IconLabel("file", "text2", 16))
        bar.addWidget(self._path)
        bar.addWidget(self._place)
        bar.addStretch(1)
        bar.addWidget(self.copy_button)
        card.body.addLayout(bar)
        card.body.addWidget(divider())
        self._source = SourceView()
        self._source_area = _sideways(self._source)
        card.body.addWidget(self._source_area)
        self._fault_list = FaultList()
        card.body.addWidget(self._fault_list)
        return card

    def _build_actions(self) -> FlowLayout:
        line = FlowLayout(spacing=10)
        self.reload_button: Button = plain("Look again", "redo")
        self.reload_button.setToolTip("Read the file again after you have changed it")
        self.reload_button.clicked.connect(self.reload_wanted)
        self.show_file_button: Button = quiet("Show the file", "folder")
        self.show_file_button.clicked.connect(self._show_file)
        line.addWidget(self.reload_button)
        line.addWidget(self.show_file_button)
        return line

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details)
        self.copy_button.setText("Copied")
        announce(self.copy_button, "Copied")

    @Slot()
    def _show_file(self) -> None:
        if self._broken is not None:
            self.show_file_wanted.emit(self._broken.path)

    def fit_room(self) -> None:
        """Arrange the page for the window as it is now."""
        margin = room_of(self).margin
        self._back_line.setContentsMargins(margin - 8, 24, margin, 0)
        self._margins.set_margins(margin, 14, margin, 24)
        self._fit_source()
        self.copy_button.setText("Copy details")

    def _fit_source(self) -> None:
        """Make the lines fully visible, with room for the scroll bar where one is wider."""
        wanted = self._source.sizeHint()
        card_width = self.width() - 2 * room_of(self).margin
        bar = self._source_area.horizontalScrollBar().sizeHint().height()
        extra = bar if wanted.width() > card_width - 4 else 0
        self._source_area.setFixedHeight(wanted.height() + extra + 2)


def _what_is_wrong(broken: BrokenScenario) -> str:
    count = len(broken.faults)
    if broken.first_error is None or not broken.source_lines:
        return "Its file can’t be read."
    if count == 1:
        return "One line in its file can’t be understood."
    return f"{count} things in its file need a look."


def _what_works(others: int) -> str:
    if others == 0:
        return "Nobody’s progress is affected."
    if others == 1:
        return "Your other scenario works, and nobody’s progress is affected."
    return f"Your other {others} scenarios work, and nobody’s progress is affected."


def _note(sentence: str) -> Panel:
    well = Panel("well", 0)
    well.body.setContentsMargins(18, 11, 18, 11)
    line = QHBoxLayout()
    line.setSpacing(Space.MEDIUM)
    line.addWidget(IconLabel("info", "text2", 16), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(sentence, "small", "text2", wrap=True), 1)
    well.body.addLayout(line)
    return well


def _sideways(view: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setAccessibleName(view.accessibleName())
    view.setObjectName("scrolled")
    area.setWidget(view)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    view.setAutoFillBackground(False)
    return area
