"""The wheel of feelings as it opens behind *More*."""

from collections.abc import Collection

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from simulator.core.scenario.words import NEIGHBOURS, PLEASANT, Feeling
from simulator.ui.theme import Space
from simulator.ui.widgets.buttons import Button, small
from simulator.ui.widgets.feeling_wheel import FeelingWheel
from simulator.ui.widgets.popover import Popover

WHEEL = (
    Feeling.EMBARRASSED, Feeling.WORRIED, Feeling.CONFUSED, Feeling.SCEPTICAL,
    Feeling.DISAPPOINTED, Feeling.IMPATIENT, Feeling.FRUSTRATED, Feeling.ANGRY,
    Feeling.DELIGHTED, Feeling.PLEASED, Feeling.RELIEVED, Feeling.CALM,
)  # fmt: skip
"""The feelings in a ring: those that are easily taken for each other lie side by side."""

FAMILIES = (
    tuple(feeling for feeling in WHEEL if feeling not in PLEASANT),
    tuple(feeling for feeling in WHEEL if feeling in PLEASANT),
)
"""The ring in two arcs: where one ends and the other begins, neighbours are not alike."""

NEAR: dict[str, frozenset[str]] = {it.value: frozenset(near) for it, near in NEIGHBOURS.items()}
"""Which feelings are easily taken for each other, by their ids."""


class FeelingPopover(Popover):
    """The wheel to choose from; where several may be chosen it stays open until *Done*.

    Signals:
        chosen(str): the id of the feeling the person chose.
    """

    chosen = Signal(str)

    def __init__(
        self, anchor: QWidget, chosen: Collection[Feeling], *, name: str, takes_several: bool
    ) -> None:
        """Build the wheel.

        Args:
            anchor: the button that opens it.
            chosen: what is chosen so far.
            name: what is asked, for screen readers.
            takes_several: whether more than one feeling may be chosen.
        """
        super().__init__(anchor)
        self.wheel = FeelingWheel(FAMILIES, NEAR, name=name)
        self.wheel.show_chosen(chosen)
        if len(chosen) == 1:
            self.wheel.point_at(*chosen)
        self.wheel.chosen.connect(self.chosen)
        self.body.addWidget(self.wheel, 0, Qt.AlignmentFlag.AlignHCenter)
        self.done: Button | None = None
        if takes_several:
            self.done = small("Done")
            self.done.clicked.connect(self.dismissed)
            self.body.addWidget(self.done, 0, Qt.AlignmentFlag.AlignRight)

    def fit(self, room: QSize) -> None:
        """Put the words into the wedges or beside them, above the button."""
        below = self.done.sizeHint().height() + Space.SMALL if self.done else 0
        self.wheel.fit(room - QSize(0, below))
