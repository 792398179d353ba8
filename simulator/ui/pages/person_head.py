"""The head of a briefing: a calm face, the name, and what is to be known first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.core.scenario.model import Customer
from simulator.ui.pages.customer_face import face_description
from simulator.ui.theme import Space
from simulator.ui.widgets.face import Face
from simulator.ui.widgets.text import label


class PersonHead(QWidget):
    """Who gets in touch. Profile pictures are always calm."""

    def __init__(self, customer: Customer, about: Sequence[str], task: str = "") -> None:
        """Build the head.

        Args:
            customer: whose face and name are shown.
            about: quiet lines below the name.
            task: what the trainee is to them; empty where that stands elsewhere.
        """
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.CARD)
        face = Face(face_description(customer.face.model_dump()), size=96, name=customer.name)
        row.addWidget(face, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(Space.HAIR)
        lines.addStretch()
        lines.addWidget(label(customer.name, "h1", wrap=True))
        for line in about:
            lines.addWidget(label(line, "small", "text2", wrap=True))
        if task:
            lines.addSpacing(Space.TINY)
            lines.addWidget(label(task, "body", wrap=True))
        lines.addStretch()
        row.addLayout(lines, 1)
