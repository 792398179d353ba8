"""Five points to say how strong something is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.ui.widgets.choices import Segments


class StrengthScale(Segments):
    """Segments of which none is chosen at first; arrows move, 1 to 5 choose.

    Signals:
        chosen(str): the point chosen, "1" to "5"; not sent by ``show_strength``.
    """

    def __init__(self, name: str, words: Sequence[str], parent: QWidget | None = None) -> None:
        """Build the scale.

        Args:
            name: what is asked, for screen readers.
            words: what each point means, the weakest first.
            parent: the widget this one lies in.
        """
        points = [(str(point), str(point), "") for point in range(1, len(words) + 1)]
        super().__init__(points, name, parent)
        for button, word in zip(self._buttons, words, strict=True):
            button.setAccessibleName(f"{button.key}, {word}")
            button.setToolTip(word.capitalize())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_strength(None)

    @property
    def strength(self) -> int | None:
        """The point chosen, None while there is none."""
        return next((int(button.key) for button in self._buttons if button.isChecked()), None)

    def show_strength(self, strength: int | None) -> None:
        """Show a point as chosen, or none, without telling anyone."""
        self._group.setExclusive(False)
        for button in self._buttons:
            button.setChecked(button.key == str(strength))
        self._group.setExclusive(True)
        self._keep_one_tab_stop()

    def set_fixed(self, fixed: bool) -> None:
        """Leave what was chosen to be seen, not changed; or let it be chosen again."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, fixed)
        for button in self._buttons:
            button.setEnabled(not fixed or button.isChecked())
        self._keep_one_tab_stop()
        if fixed:
            for button in self._buttons:
                button.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a point by its number."""
        wanted = next((each for each in self._buttons if each.key == event.text()), None)
        if wanted is None:
            super().keyPressEvent(event)
        elif wanted.isEnabled():
            wanted.setFocus(Qt.FocusReason.TabFocusReason)
            wanted.click()

    @Slot(int)
    def _step(self, step: int) -> None:
        if self.strength is None:
            self._buttons[0].click()
        else:
            super()._step(step)

    def _keep_one_tab_stop(self) -> None:
        super()._keep_one_tab_stop()
        if self.strength is None:
            self._buttons[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
