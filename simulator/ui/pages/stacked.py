"""Stacks whose first page stays while what may cover it is made anew."""

from PySide6.QtWidgets import QStackedWidget, QWidget


def cover(stack: QStackedWidget, covering: QWidget | None) -> None:
    """Show a widget instead of the stack's first page; None shows the first page again.

    What covered it before is freed.
    """
    while stack.count() > 1:
        old = stack.widget(1)
        if old is not None:
            stack.removeWidget(old)
            old.deleteLater()
    if covering is not None:
        stack.addWidget(covering)
    stack.setCurrentIndex(stack.count() - 1)
