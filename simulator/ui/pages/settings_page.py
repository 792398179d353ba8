"""Settings: every change applies at once."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from simulator.ui.pages.choice_menu import open_choice_menu
from simulator.ui.pages.language_words import AS_WRITTEN, language_words
from simulator.ui.pages.page_scroll import ScrollMargins
from simulator.ui.pages.scale_slider import ScaleSlider
from simulator.ui.pages.scheme_choice import SchemeChoice
from simulator.ui.pages.settings_values import SettingsValues
from simulator.ui.room import Room, RoomyPage, room_of
from simulator.ui.sidebar import Place, PlaceButton
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.buttons import Button, link, plain
from simulator.ui.widgets.card import Panel, divider, scrolling
from simulator.ui.widgets.choices import Switch
from simulator.ui.widgets.icon import IconLabel
from simulator.ui.widgets.text import Label, label

_SECTIONS = (
    Place("appearance", "Appearance", "sun"),
    Place("voice", "Voice", "speaker"),
    Place("data", "Your data", "lock"),
    Place("scores", "How scores are made", "calibrate"),
    Place("about", "About Rapport", "info"),
)

_HOW_SCORES_ARE_MADE = """
Each reply is rated on three scales: courtesy, patience and helpfulness. They stand side by side; \
there is no total and no rank.

Two readers work together: lists of cues that people wrote and checked, and a small language \
model trained on rated replies. Both see the customer’s words, the facts and what was said before. \
Neither sees your name, your history or how fast you type, and neither learns from you.

Every score points at words you said. Where nothing can be pointed at, nothing is scored and you \
see a dash.

What it cannot do: hear your tone, see through every irony, or know more than the facts on the \
card. It can be wrong in both directions. A trainer can look at any scorecard and change it; both \
numbers stay visible.
""".strip().split("\n\n")


__all__ = ["SettingsPage", "SettingsValues"]


class SettingsPage(RoomyPage):
    """Look, voice and files, and an honest word on the scores.

    Signals:
        scheme_chosen(str): ``light``, ``dark`` or ``system``.
        text_scale_chosen(float): 1.0 to 2.0.
        less_motion_changed(bool), stronger_contrast_changed(bool), voice_changed(bool):
            a switch was turned.
        language_chosen(str): the code of the language for scenarios; empty as written.
        folder_wanted: the folder with the person's data is to be shown.
        agreement_wanted: the person wants to know how good the scores are.
        model_wanted: a trainer wants to change the numbers of the teaching model.
    """

    scheme_chosen = Signal(str)
    text_scale_chosen = Signal(float)
    less_motion_changed = Signal(bool)
    stronger_contrast_changed = Signal(bool)
    voice_changed = Signal(bool)
    language_chosen = Signal(str)
    folder_wanted = Signal()
    agreement_wanted = Signal()
    model_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.scheme = SchemeChoice()
        self.text_scale = ScaleSlider()
        self.contrast = Switch("Stronger contrast")
        self.motion = Switch("Less motion")
        self.voice = Switch("Customers speak aloud")
        self.language = Button(AS_WRITTEN, icon="globe", opens_menu=True)
        self._languages: tuple[str, ...] = ()
        self._language = ""
        self.folder_button = plain("Open folder", "folder")
        self.agreement_link = link("How good are these scores?")
        self.model_link = link("Change the numbers of the teaching model")
        self.model_link.setVisible(False)
        self._rows: list[QBoxLayout] = []
        self._sections: dict[str, QWidget] = {}
        self._build()
        self._listen()
        self.setFocusProxy(self.scheme)

    def show_settings(self, values: SettingsValues) -> None:
        """Show the settings in force without telling anyone."""
        with QSignalBlocker(self.contrast), QSignalBlocker(self.motion), QSignalBlocker(self.voice):
            self.contrast.setChecked(values.stronger_contrast)
            self.motion.setChecked(values.less_motion)
            self.voice.setChecked(values.voice_on)
        for switch in (self.contrast, self.motion, self.voice):
            switch.update()
        self.scheme.choose(values.scheme)
        self.text_scale.show_scale(values.text_scale)
        self._show_percent(values.text_scale)
        self.show_languages(values.language, values.languages)
        self._data_folder.setText(values.data_folder)
        self._scenario_folder.setText(values.scenario_folder)
        self._version.setText(f"Version {values.version}")

    def set_trainer(self, is_trainer: bool) -> None:
        """Let a trainer change the numbers of the teaching model; a trainee may not."""
        self.model_link.setVisible(is_trainer)

    def show_languages(self, chosen: str, languages: Sequence[str]) -> None:
        """Offer the languages in which there are scenarios, and show which is chosen."""
        self._language, self._languages = chosen, tuple(languages)
        words = language_words(chosen)
        self.language.setText(words)
        self.language.setAccessibleName(f"Language of the scenarios: {words}")

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._top = QVBoxLayout()
        self._top.addWidget(label("Settings", "display"))
        column.addLayout(self._top)
        self._line = QHBoxLayout()
        self._line.setSpacing(28)
        self._line.addWidget(self._build_section_list(), 0, Qt.AlignmentFlag.AlignTop)
        self._scroll = self._build_cards()
        self._line.addWidget(self._scroll, 1)
        column.addLayout(self._line, 1)

    def _build_section_list(self) -> QWidget:
        self._section_list = QWidget()
        column = QVBoxLayout(self._section_list)
        self._section_list.setProperty("panel", True)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        self._section_buttons = [PlaceButton(place) for place in _SECTIONS]
        for button in self._section_buttons:
            button.clicked.connect(self._go_to_section)
            column.addWidget(button)
        self._section_buttons[0].setChecked(True)
        return self._section_list

    def _build_cards(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(14)
        for place, card in zip(_SECTIONS, self._cards(), strict=True):
            self._sections[place.key] = card
            card.setProperty("panel", True)
            column.addWidget(card)
        column.addStretch(1)
        area = scrolling(inside)
        self._margins = ScrollMargins(area, column)
        return area

    def _cards(self) -> Sequence[Panel]:
        return (
            self._appearance_card(),
            self._voice_card(),
            self._data_card(),
            self._scores_card(),
            self._about_card(),
        )

    def _appearance_card(self) -> Panel:
        theme_row = self._row("Theme", "“Follow system” changes with your computer.", self.scheme)
        self._percent = label("", "small", "text2", wrap=True)
        size_row = self._row("Text size", self._percent, self.text_scale)
        language_row = self._row(
            "Language of the scenarios",
            "Where there is a translation. Replies are scored best in English.",
            self.language,
        )
        contrast = "Darker text, thicker outlines, no tints."
        motion = "Faces and meters change without moving."
        return _card(
            theme_row,
            size_row,
            language_row,
            self._row("Stronger contrast", contrast, self.contrast, keeps_beside=True),
            self._row("Less motion", motion, self.motion, keeps_beside=True),
        )

    def _voice_card(self) -> Panel:
        words = "On the phone you hear the customer as well as read them. Nothing you say is kept."
        return _card(self._row("Customers speak aloud", words, self.voice, keeps_beside=True))

    def _data_card(self) -> Panel:
        self._data_folder = label("", "code", "text2", wrap=True)
        self._scenario_folder = label("", "code", "text2", wrap=True)
        row = self._row("Your data", self._data_folder, self.folder_button, icon="lock")
        scenarios = self._row("Scenario files", self._scenario_folder, None, icon="file")
        return _card(row, scenarios)

    def _scores_card(self) -> Panel:
        card = Panel("card", 22)
        card.body.setSpacing(Space.SMALL)
        card.body.addWidget(label("How these scores are made", "h3"))
        for paragraph in _HOW_SCORES_ARE_MADE:
            card.body.addWidget(_reading(paragraph))
        for way_on in (self.agreement_link, self.model_link):
            card.body.addWidget(way_on, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    def _about_card(self) -> Panel:
        self._version = label("", "small", "text2", wrap=True)
        return _card(self._row("Rapport", self._version, None))

    def _row(
        self,
        title: str,
        words: str | Label,
        control: QWidget | None,
        *,
        icon: str = "",
        keeps_beside: bool = False,
    ) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 11, 0, 11)
        line.setSpacing(Space.CARD)
        if icon:
            line.addWidget(IconLabel(icon, "text2", 18))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addStretch(1)
        heading = label(title, "body", wrap=True)
        heading.set_weight(500)
        texts.addWidget(heading)
        texts.addWidget(
            label(words, "small", "text2", wrap=True) if isinstance(words, str) else words
        )
        texts.addStretch(1)
        line.addLayout(texts, 1)
        if control is not None:
            line.addWidget(control)
            if not keeps_beside:
                self._rows.append(line)
        return holder

    def _listen(self) -> None:
        self.scheme.chosen.connect(self.scheme_chosen)
        self.text_scale.scale_chosen.connect(self._choose_scale)
        self.contrast.toggled.connect(self.stronger_contrast_changed)
        self.motion.toggled.connect(self.less_motion_changed)
        self.voice.toggled.connect(self.voice_changed)
        self.language.clicked.connect(self._open_languages)
        self.folder_button.clicked.connect(self.folder_wanted)
        self.agreement_link.clicked.connect(self.agreement_wanted)
        self.model_link.clicked.connect(self.model_wanted)
        self._scroll.verticalScrollBar().valueChanged.connect(self._mark_section)

    @Slot()
    def _open_languages(self) -> None:
        choices = [(language_words(code), code) for code in ("", *self._languages)]
        open_choice_menu(self.language, choices, self._language, self.language_chosen.emit)

    @Slot(float)
    def _choose_scale(self, scale: float) -> None:
        self._show_percent(scale)
        self.text_scale_chosen.emit(scale)

    def _show_percent(self, scale: float) -> None:
        self._percent.setText(f"{scale:.0%}. Everything grows, nothing is cut off.")

    @Slot()
    def _go_to_section(self) -> None:
        sender = self.sender()
        if isinstance(sender, PlaceButton):
            card = self._sections[sender.place.key]
            bar = self._scroll.verticalScrollBar()
            bar.setValue(card.y() - 4)
            self._mark(sender.place.key)

    @Slot()
    def _mark_section(self) -> None:
        top = self._scroll.verticalScrollBar().value() + 8
        passed = [key for key, card in self._sections.items() if card.y() <= top]
        self._mark(passed[-1] if passed else _SECTIONS[0].key)

    def _mark(self, key: str) -> None:
        for button in self._section_buttons:
            button.setChecked(button.place.key == key)

    def fit_room(self) -> None:
        """Arrange the page for the window as it is now."""
        room = room_of(self)
        self._top.setContentsMargins(room.margin, 25, room.margin, 11)
        compact = room is Room.COMPACT
        self._line.setContentsMargins(0 if compact else room.margin, 0, 0, 0)
        self._margins.set_margins(room.margin if compact else 4, 4, room.margin, Space.PAGE)
        self._section_list.setVisible(room is not Room.COMPACT)
        self._section_list.setFixedWidth(round(theme().scaled(200)))
        wide = room is Room.WIDE or self._scroll.width() > theme().scaled(560)
        for line in self._rows:
            line.setDirection(
                QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
            )


def _card(*rows: QWidget) -> Panel:
    card = Panel("card", 0)
    card.body.setContentsMargins(22, 9, 22, 9)
    card.body.setSpacing(0)
    for place, row in enumerate(rows):
        if place:
            card.body.addWidget(divider())
        card.body.addWidget(row)
    return card


def _reading(text: str) -> Label:
    paragraph = label(text, "body", "text2", wrap=True)
    paragraph.setMaximumWidth(round(theme().scaled(620)))
    paragraph.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy = paragraph.sizePolicy()
    policy.setHeightForWidth(True)
    paragraph.setSizePolicy(policy)
    return paragraph
