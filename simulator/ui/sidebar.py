"""The sidebar: where one can go, who is practising."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from simulator.core.progress.profile import Profile
from simulator.ui.theme import theme
from simulator.ui.widgets.button_looks import Look
from simulator.ui.widgets.buttons import Button, icon_button
from simulator.ui.widgets.card import Panel, divider
from simulator.ui.widgets.icon import IconLabel, Logo
from simulator.ui.widgets.initials import Initials
from simulator.ui.widgets.text import elided, label

FULL_WIDTH = 207
RAIL_WIDTH = 60

GUEST_NAME = "Guest"
_ROLE_WORDS = {"trainee": "Trainee", "trainer": "Trainer"}


@dataclass(frozen=True)
class Place:
    """A page one can go to.

    Attributes:
        key: its name in the code.
        words: its name on the button.
        icon: the icon beside it.
    """

    key: str
    words: str
    icon: str


PRACTICE = (
    Place("scenarios", "Scenarios", "library"),
    Place("customers", "Customers", "people"),
    Place("progress", "Progress", "progress"),
)
TRAINING = (
    Place("team", "Team", "team"),
    Place("reports", "Reports", "note"),
)
SETTINGS = Place("settings", "Settings", "settings")


class PlaceButton(Button):
    """Leads to a page; the page shown has an accent bar at its leading edge."""

    def __init__(self, place: Place) -> None:
        super().__init__(place.words, kind="nav", icon=place.icon)
        self.place = place
        self._words = place.words
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_words(self, shows: bool) -> None:
        """Show the words beside the icon, or leave them to the tooltip."""
        self.setText(self._words if shows else "")
        self.setAccessibleName(self._words)
        self.setToolTip("" if shows else self._words)

    def nextCheckState(self) -> None:
        """Leave it to the shell which page is shown."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along the places with Up and Down."""
        if event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, then the bar if its page is shown."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("accent"))
        height = self.height() * 0.45
        bar = self._mirrored(QRectF(0, (self.height() - height) / 2, 3, height))
        painter.drawRoundedRect(bar, 1.5, 1.5)
        painter.end()

    def _draw_lead(self, painter: QPainter, left: float, look: Look) -> None:
        ink = "accent" if self.isChecked() else look.ink
        shift = 4 if self.text() else 1
        self._draw_icon(painter, self.place.icon, left - shift, ink, 18)


class Sidebar(Panel):
    """Logo, places, and the person at the bottom; as a rail, the icons alone.

    Signals:
        place_chosen(str): the key of the page wanted.
        switch_wanted: another person wants to practise.
    """

    place_chosen = Signal(str)
    switch_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sidebar", 0, parent)
        self._is_rail = False
        self.buttons = {place.key: PlaceButton(place) for place in (*PRACTICE, *TRAINING, SETTINGS)}
        for button in self.buttons.values():
            button.clicked.connect(self._choose)
        self._build()
        self.set_profile(None)
        theme().changed.connect(self._fit)
        self._fit()

    def set_profile(self, profile: Profile | None) -> None:
        """Show who is practising; None is a guest, of whom nothing is kept."""
        name = profile.name if profile else GUEST_NAME
        role = _ROLE_WORDS[profile.role] if profile else "Nothing is kept"
        self._initials.set_name(name)
        self._initials.setToolTip(f"{name}, {role.lower()}")
        self._name.setText(name)
        self._name.setToolTip(name)
        self._role.setText(role)
        is_trainer = profile is not None and profile.role == "trainer"
        for place in TRAINING:
            self.buttons[place.key].setVisible(is_trainer)
        self._trains = is_trainer
        self._fit()

    def show_place(self, key: str) -> None:
        """Mark the page shown."""
        for name, button in self.buttons.items():
            button.setChecked(name == key)

    def set_rail(self, rail: bool) -> None:
        """Show the icons alone, or icons and words."""
        self._is_rail = rail
        self._fit()

    def sizeHint(self) -> QSize:
        """Give the width of the sidebar or rail at the text size in force."""
        return QSize(self.width(), super().sizeHint().height())

    def _build(self) -> None:
        self.body.setContentsMargins(12, 15, 12, 11)
        self.body.setSpacing(0)
        logo = QHBoxLayout()
        logo.setContentsMargins(8, 0, 0, 0)
        logo.setSpacing(10)
        self._logo = Logo(26)
        self._logo_name = label("Rapport", "lead")
        self._logo_name.set_role("h2")
        logo.addWidget(self._logo)
        logo.addWidget(self._logo_name)
        logo.addStretch(1)
        self.body.addLayout(logo)
        self.body.addSpacing(16)
        for place in PRACTICE:
            self.body.addWidget(self.buttons[place.key])
        self._heading = label("Training others", "label", "text2")
        self._heading.setContentsMargins(0, 0, 0, 0)
        self._heading_line = _indented(self._heading)
        self.body.addWidget(self._heading_line)
        for place in TRAINING:
            self.body.addWidget(self.buttons[place.key])
        self.body.addStretch(1)
        self.body.addWidget(self.buttons[SETTINGS.key])
        self.body.addSpacing(10)
        self.body.addWidget(divider())
        self.body.addSpacing(14)
        self._build_person()

    def _build_person(self) -> None:
        self._person = QHBoxLayout()
        self._person.setContentsMargins(6, 0, 0, 0)
        self._person.setSpacing(10)
        self._initials = Initials(GUEST_NAME, 32)
        self._name = elided(GUEST_NAME, "small")
        self._name.set_weight(600)
        self._role = elided("", "caption", "text2")
        self._words = QWidget()
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._role)
        self.switch_button = icon_button("sort", "Switch to another person", "quiet", "small")
        self.switch_button.clicked.connect(self.switch_wanted)
        self._person.addWidget(self._initials)
        self._person.addWidget(self._words, 1)
        self._person.addWidget(self.switch_button)
        self.body.addLayout(self._person)
        self.body.addSpacing(9)
        self._stays = QWidget()
        line = QHBoxLayout(self._stays)
        line.setContentsMargins(8, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(IconLabel("lock", "text2", 14))
        line.addWidget(elided("Stays on this computer", "caption", "text2"), 1)
        self.body.addWidget(self._stays)

    @Slot()
    def _choose(self) -> None:
        sender = self.sender()
        if isinstance(sender, PlaceButton):
            self.place_chosen.emit(sender.place.key)

    @Slot()
    def _fit(self) -> None:
        full = not self._is_rail
        margin = 12 if full else 8
        self.body.setContentsMargins(margin, 16, margin, 12)
        for part in (self._logo_name, self._words, self._stays):
            part.setVisible(full)
        self._heading_line.setVisible(full and self._trains)
        for button in self.buttons.values():
            button.show_words(full)
        direction = QHBoxLayout.Direction.LeftToRight if full else QHBoxLayout.Direction.TopToBottom
        self._person.setDirection(direction)
        self.setFixedWidth(round(theme().scaled(FULL_WIDTH if full else RAIL_WIDTH)))


def _indented(heading: QLabel) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(10, 16, 0, 6)
    line.addWidget(heading)
    return holder
