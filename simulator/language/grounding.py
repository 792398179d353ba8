"""How each word of a reply stands to what is known: from the facts, from the customer, or new.

A net sees at a glance that two words are alike, but not that "a fortnight" is fourteen days or that
34.00 is not 43.00. These marks tell it, so that a reply that is warm and wrong can be told from one
that is warm and right.
"""

from enum import IntEnum

from simulator.core.scoring.context import ReplyContext
from simulator.language.cues import CueLists
from simulator.language.quantities import Quantity, agrees, quantities
from simulator.language.stems import stem
from simulator.language.text import Text


class Ground(IntEnum):
    """Where a word of the reply comes from. The numbers are read by the trained net."""

    NONE = 0
    FACT = 1
    CUSTOMER = 2
    NEW = 3
    KNOWN_FIGURE = 4
    CUSTOMERS_FIGURE = 5
    OTHER_FIGURE = 6
    NEW_FIGURE = 7
    NEGATION = 8


class Known:
    """What is known before the reply: facts, and the words of the customer."""

    def __init__(self, context: ReplyContext, lists: CueLists) -> None:
        facts = Text(" . ".join((*context.facts, *context.must_not)))
        said = (turn.text for turn in context.earlier if turn.who == "customer")
        heard = Text(" . ".join((context.customer_message, *said)))
        self._plain = lists.words["function"] | lists.words["common"]
        self._negators = lists.words["negators"]
        self._figures = quantities(facts)
        self._heard_figures = quantities(heard)
        kinds = {it.kind for it in self._figures}
        # "34.00" in the facts is as good a rival of "£43" as "£34" would be.
        self._kinds = kinds | ({"money", "number"} if kinds & {"money", "number"} else set())
        self._fact_stems = frozenset(stem(word.text) for word in facts.words)
        self._heard_stems = frozenset(stem(word.text) for word in heard.words)

    def grounds(self, reply: Text) -> list[tuple[int, int, Ground]]:
        """Give the stretches of a reply that have a ground, as start, end and ground."""
        figures = [(it.start, it.end, self._of_figure(it)) for it in quantities(reply)]
        taken = bytearray(len(reply.folded) + 1)
        for start, end, _ in figures:
            taken[start:end] = b"\1" * (end - start)
        words = [
            (word.start, word.end, self._of_word(word.text))
            for word in reply.words
            if not taken[word.start]
        ]
        return sorted(figures + [it for it in words if it[2]])

    def _of_figure(self, figure: Quantity) -> Ground:
        if agrees(figure, self._figures):
            return Ground.KNOWN_FIGURE
        if agrees(figure, self._heard_figures):
            return Ground.CUSTOMERS_FIGURE
        return Ground.OTHER_FIGURE if figure.kind in self._kinds else Ground.NEW_FIGURE

    def _of_word(self, word: str) -> Ground:
        if word in self._negators:
            return Ground.NEGATION
        if word in self._plain:
            return Ground.NONE
        name = stem(word)
        if name in self._fact_stems:
            return Ground.FACT
        return Ground.CUSTOMER if name in self._heard_stems else Ground.NEW
