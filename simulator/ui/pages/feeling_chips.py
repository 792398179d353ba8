"""Chips to name a feeling by: the likely ones in a row, the others behind *More*."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QWidget

from simulator.core.scenario.words import Feeling
from simulator.ui.widgets.card import FlowLayout
from simulator.ui.widgets.choices import Chip
from simulator.ui.widgets.face import feeling_glyph

WHEEL = (
    Feeling.EMBARRASSED, Feeling.WORRIED, Feeling.CONFUSED, Feeling.SCEPTICAL,
    Feeling.DISAPPOINTED, Feeling.IMPATIENT, Feeling.FRUSTRATED, Feeling.ANGRY,
    Feeling.DELIGHTED, Feeling.PLEASED, Feeling.RELIEVED, Feeling.CALM,
)  # fmt: skip
"""The feelings in a ring: those that are easily taken for each other lie side by side."""


class FeelingChips(QWidget):
    """One feeling to choose, or several; choosing it again takes it back. Shown as in ``WHEEL``.

    Signals:
        changed(): another feeling is chosen, or none; not sent by ``choose``.
    """

    changed = Signal()

    def __init__(
        self, *, name: str, takes_several: bool = False, parent: QWidget | None = None
    ) -> None:
        """Build an empty row.

        Args:
            name: what is asked, for screen readers.
            takes_several: whether more than one feeling may be chosen.
            parent: the widget this one lies in.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self._takes_several = takes_several
        self._chips: dict[Feeling, Chip] = {}
        self._row = FlowLayout(self, spacing=6)
        self._more = Chip("More", opens_menu=True)
        self._more.setAccessibleName("More feelings")
        self._more.clicked.connect(self._offer_more)
        self._row.addWidget(self._more)

    @property
    def chosen(self) -> tuple[Feeling, ...]:
        """The feelings chosen, in the order of the chips."""
        return tuple(feeling for feeling in self._placed() if self._chips[feeling].isChecked())

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The chips in the row, without *More*."""
        return tuple(self._chips[feeling] for feeling in self._placed())

    def show_feelings(self, likely: Sequence[Feeling]) -> None:
        """Begin anew with these feelings in the row, none chosen."""
        for chip in self._chips.values():
            self._row.removeWidget(chip)
            # Hidden now, freed later: its own click may still be on the stack.
            chip.hide()
            chip.deleteLater()
        self._chips.clear()
        for feeling in likely:
            self._add(feeling)
        self._more.setVisible(len(self._chips) < len(Feeling))

    def choose(self, feelings: Sequence[Feeling]) -> None:
        """Show these feelings as chosen, and no others."""
        for feeling in feelings:
            if feeling not in self._chips:
                self._add(feeling)
        for feeling, chip in self._chips.items():
            chip.blockSignals(True)
            chip.setChecked(feeling in feelings)
            chip.blockSignals(False)
            chip.updateGeometry()
            chip.update()

    def set_fixed(self, fixed: bool) -> None:
        """Leave what was chosen to be seen, not changed; or let it be chosen again."""
        for chip in self._chips.values():
            is_kept = fixed and chip.isChecked()
            chip.setEnabled(is_kept or not fixed)
            chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, is_kept)
            policy = Qt.FocusPolicy.NoFocus if is_kept else Qt.FocusPolicy.StrongFocus
            chip.setFocusPolicy(policy)
        self._more.setEnabled(not fixed)

    def _add(self, feeling: Feeling) -> None:
        chip = Chip(feeling.label, feeling=feeling.value, shows_tick=self._takes_several)
        chip.toggled.connect(lambda checked: self._follow(feeling, checked))
        self._chips[feeling] = chip
        for each in (*self.chips, self._more):
            self._row.removeWidget(each)
            self._row.addWidget(each)
        # At once, not when Qt gets to it: the next thing may be to give it the focus.
        chip.show()
        self._keep_tab_order()

    def _placed(self) -> tuple[Feeling, ...]:
        return tuple(feeling for feeling in WHEEL if feeling in self._chips)

    def _keep_tab_order(self) -> None:
        row = (*self.chips, self._more)
        for before, after in pairwise(row):
            QWidget.setTabOrder(before, after)

    def _follow(self, feeling: Feeling, checked: bool) -> None:
        if checked and not self._takes_several:
            self.choose((feeling,))
        self.changed.emit()

    @Slot()
    def _offer_more(self) -> None:
        self._more.setChecked(False)
        menu = QMenu(self)
        for feeling in WHEEL:
            if feeling not in self._chips:
                icon = QIcon(feeling_glyph(feeling.value, 18))
                action = menu.addAction(icon, feeling.label)
                action.triggered.connect(lambda _=False, wanted=feeling: self._take(wanted))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 2)))

    def _take(self, feeling: Feeling) -> None:
        self._add(feeling)
        self._chips[feeling].setChecked(True)
        self._chips[feeling].setFocus()
        self._more.setVisible(len(self._chips) < len(Feeling))
        self.updateGeometry()
