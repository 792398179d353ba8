"""Lines said almost word for word to customers who have nothing else in common."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

Nearness = Callable[[str, tuple[str, ...]], float]
"""Says how near a text comes to the nearest of some wordings, 0 to 1."""

FEWEST_WORDS = 6
"""A line of fewer different words is nobody's property: "You're welcome", "One moment, please"."""

NEAR = 0.75
"""Nearness from which one line is a copy of another."""

_SHARED = 0.6
"""Share of all words of two lines that both have, below which they are not compared further."""

_MOST_COMPARED = 3
"""Earlier lines with which a line is compared, the likeliest first."""


@dataclass(frozen=True)
class Line:
    """A sentence said to a customer; its words without the customer's name."""

    customer: str
    text: str
    words: frozenset[str]


@dataclass
class _Known:
    """A line as it was first said, and the customers who have heard it since."""

    line: Line
    heard_by: set[str] = field(default_factory=set)


def copies(lines: Sequence[Line], nearness: Nearness) -> tuple[int, ...]:
    """Give the places of the lines that another customer had heard before, in order.

    Two lines are compared only when they share most of their words; only lines that share one of
    their rarest words are looked at to begin with. So thousands of lines take well under a second.

    Args:
        lines: in the order in which they were said; lines of few words are never copies.
        nearness: compares the wordings of two lines.
    """
    index = _Index(lines)
    found = []
    for place, line in enumerate(lines):
        if len(line.words) < FEWEST_WORDS:
            continue
        known = index.same_as(line, nearness)
        if known is None:
            known = index.add(line)
        elif known.heard_by - {line.customer}:
            found.append(place)
        known.heard_by.add(line.customer)
    return tuple(found)


class _Index:
    """The lines heard so far, filed under their rarest words."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._frequency = Counter(word for line in lines for word in line.words)
        self._by_text: dict[str, _Known] = {}
        self._by_word: dict[str, list[_Known]] = {}

    def add(self, line: Line) -> _Known:
        known = _Known(line)
        self._by_text[line.text] = known
        for word in self._rarest(line):
            self._by_word.setdefault(word, []).append(known)
        return known

    def same_as(self, line: Line, nearness: Nearness) -> _Known | None:
        if line.text in self._by_text:
            return self._by_text[line.text]
        likely = sorted(self._likely(line), key=lambda known: -_shared(line, known.line))
        for known in likely[:_MOST_COMPARED]:
            if nearness(line.text, (known.line.text,)) >= NEAR:
                self._by_text[line.text] = known
                return known
        return None

    def _likely(self, line: Line) -> Iterator[_Known]:
        filed = {
            id(known): known for word in self._rarest(line) for known in self._by_word.get(word, ())
        }
        return (known for known in filed.values() if _shared(line, known.line) >= _SHARED)

    def _rarest(self, line: Line) -> list[str]:
        """The rarest words: two lines that share enough have at least one of these in common."""
        ordered = sorted(line.words, key=lambda word: (self._frequency[word], word))
        needed = -int(-_SHARED * len(ordered) // 1)
        return ordered[: len(ordered) - needed + 1]


def _shared(one: Line, other: Line) -> float:
    common = len(one.words & other.words)
    return common / (len(one.words) + len(other.words) - common)
