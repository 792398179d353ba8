"""A guess at the customer's feeling before the first word; optional and never scored."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from simulator.core.scenario.model import Scenario
from simulator.core.scenario.pronouns import pronouns_of
from simulator.core.scenario.words import Feeling
from simulator.ui.pages.because_field import BecauseField
from simulator.ui.pages.channel_words import CHANNELS
from simulator.ui.pages.feeling_chips import FeelingChips
from simulator.ui.pages.icon_line import IconLine
from simulator.ui.theme import Space
from simulator.ui.widgets.card import Panel
from simulator.ui.widgets.tags import Tag
from simulator.ui.widgets.text import label

_OFTEN = (
    Feeling.FRUSTRATED,
    Feeling.WORRIED,
    Feeling.ANGRY,
    Feeling.DISAPPOINTED,
    Feeling.SCEPTICAL,
    Feeling.CONFUSED,
    Feeling.CALM,
)
"""The feelings offered first, the same in every scenario so that they give nothing away."""


class FirstRead(Panel):
    """Feelings to choose from, several if wanted, and a line for the reason."""

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__("card", Space.SECTION, parent)
        they = pronouns_of(scenario.customer.pronoun)
        words = CHANNELS[scenario.channel]
        says = f"{they.subject} {they.verb('says', 'say')}"
        before = f"Before {says} a word" if words.is_spoken else "Before you read a word"
        self.setAccessibleName(f"{before}, optional")
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(label(before, "h2"))
        head.addWidget(Tag("Optional"))
        head.addStretch()
        question = (
            f"How might {they.subject} be feeling? You will see after the {words.noun} how "
            "close you were."
        )
        self.chips = FeelingChips(name=f"How might {they.subject} be feeling?", takes_several=True)
        self.chips.show_feelings(_OFTEN)
        self.because = BecauseField()
        hint = f"A first read is a guess. Hold it lightly and let {they.object} correct you."
        self.body.setSpacing(Space.MEDIUM)
        self.body.addLayout(head)
        self.body.addWidget(label(question, "body", "text2", wrap=True))
        self.body.addWidget(self.chips)
        self.body.addWidget(self.because)
        self.body.addWidget(IconLine("bulb", hint, colour="text2"))
