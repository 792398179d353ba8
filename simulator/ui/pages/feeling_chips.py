"""Chips to name a feeling by: the likely ones in a row, all of them on a wheel behind *More*."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from simulator.core.scenario.words import Feeling
from simulator.ui.pages.feeling_popover import WHEEL, FeelingPopover
from simulator.ui.widgets.card import FlowLayout
from simulator.ui.widgets.choices import Chip
from simulator.ui.widgets.feeling_wheel import FeelingWheel


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
        self.more = Chip("More", opens_menu=True)
        self.more.setAccessibleName("More feelings")
        self.more.clicked.connect(self._open_wheel)
        self._popover: FeelingPopover | None = None
        self._row.addWidget(self.more)

    @property
    def chosen(self) -> tuple[Feeling, ...]:
        """The feelings chosen, in the order of the chips."""
        return tuple(feeling for feeling in self._placed() if self._chips[feeling].isChecked())

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The chips in the row, without *More*."""
        return tuple(self._chips[feeling] for feeling in self._placed())

    @property
    def wheel(self) -> FeelingWheel | None:
        """The wheel behind *More* while it is open."""
        return self._popover.wheel if self._popover is not None else None

    def show_feelings(self, likely: Sequence[Feeling]) -> None:
        """Begin anew with these feelings in the row, none chosen."""
        self._close_wheel()
        for chip in self._chips.values():
            self._row.removeWidget(chip)
            # Hidden now, freed later: its own click may still be on the stack.
            chip.hide()
            chip.deleteLater()
        self._chips.clear()
        for feeling in likely:
            self._add(feeling)
        self.more.setVisible(len(self._chips) < len(Feeling))

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
        if fixed:
            self._close_wheel()
        for chip in self._chips.values():
            is_kept = fixed and chip.isChecked()
            chip.setEnabled(is_kept or not fixed)
            chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, is_kept)
            policy = Qt.FocusPolicy.NoFocus if is_kept else Qt.FocusPolicy.StrongFocus
            chip.setFocusPolicy(policy)
        self.more.setEnabled(not fixed)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no wheel behind over another page."""
        super().hideEvent(event)
        # Not at once: the window may be hidden because it is being destroyed.
        QTimer.singleShot(0, self, self._close_unseen_wheel)

    def _add(self, feeling: Feeling) -> None:
        chip = Chip(feeling.label, feeling=feeling.value, shows_tick=self._takes_several)
        chip.toggled.connect(lambda checked: self._follow(feeling, checked))
        self._chips[feeling] = chip
        for each in (*self.chips, self.more):
            self._row.removeWidget(each)
            self._row.addWidget(each)
        # At once, not when Qt gets to it: the next thing may be to give it the focus.
        chip.show()
        self._keep_tab_order()

    def _placed(self) -> tuple[Feeling, ...]:
        return tuple(feeling for feeling in WHEEL if feeling in self._chips)

    def _keep_tab_order(self) -> None:
        row = (*self.chips, self.more)
        for before, after in pairwise(row):
            QWidget.setTabOrder(before, after)

    def _follow(self, feeling: Feeling, checked: bool) -> None:
        if checked and not self._takes_several:
            self.choose((feeling,))
        self.changed.emit()

    @Slot()
    def _open_wheel(self) -> None:
        self.more.setChecked(False)
        self._popover = popover = FeelingPopover(
            self.more,
            self.chosen,
            name=self.accessibleName(),
            takes_several=self._takes_several,
        )
        popover.chosen.connect(self._take)
        popover.dismissed.connect(self._close_wheel)
        popover.put(popover.wheel)

    @Slot()
    def _close_wheel(self) -> None:
        popover, self._popover = self._popover, None
        if popover is not None:
            popover.take_away(self.more if self.more.isVisible() else self.chips[-1])

    @Slot()
    def _close_unseen_wheel(self) -> None:
        if not self.isVisible():
            self._close_wheel()

    @Slot(str)
    def _take(self, name: str) -> None:
        feeling = Feeling(name)
        if feeling not in self._chips:
            self._add(feeling)
        chip = self._chips[feeling]
        chip.setChecked(not (self._takes_several and chip.isChecked()))
        self.more.setVisible(len(self._chips) < len(Feeling))
        self.updateGeometry()
        if self.wheel is not None and self._takes_several:
            self.wheel.show_chosen(self.chosen)
        else:
            self._close_wheel()
            chip.setFocus()
