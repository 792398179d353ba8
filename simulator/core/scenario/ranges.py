"""Tells conditions that can never hold by the ranges of the names they compare with numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from simulator.core.scenario.expressions import Comparison, Joined, Literally, Name, Part

_SHARE = (0, 100)
_LIMITS: dict[str, tuple[float, float]] = {
    "courtesy": _SHARE,
    "patience": _SHARE,
    "helpfulness": _SHARE,
    "read": _SHARE,
    "mood": _SHARE,
    "trust": _SHARE,
    "bears_with_us": (0, 8),
    "firm": _SHARE,
    "product": _SHARE,
    "contact": _SHARE,
    "relationship": _SHARE,
    "open_topics": (0, inf),
    "silences": (0, inf),
    "contacts": (0, inf),
    "luck": (0, 99),
    "turn": (0, inf),
    "visits": (1, inf),
}

_TURNED_ROUND = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "=="}


@dataclass(frozen=True, slots=True)
class _Range:
    """What a name may be; an open end leaves its own number out."""

    least: float
    most: float
    is_open_below: bool = False
    is_open_above: bool = False

    @property
    def is_empty(self) -> bool:
        if self.least == self.most:
            return self.is_open_below or self.is_open_above
        return self.least > self.most

    def narrowed(self, operator: str, number: float) -> "_Range":
        least, most = self.least, self.most
        below, above = self.is_open_below, self.is_open_above
        if operator in (">", ">=", "==") and number >= least:
            below = operator == ">" or (below and number == least)
            least = number
        if operator in ("<", "<=", "==") and number <= most:
            above = operator == "<" or (above and number == most)
            most = number
        if operator == "==" and not self.least <= number <= self.most:
            return _Range(1, 0)
        return _Range(least, most, below, above)


def can_hold(part: Part) -> bool:
    """Tell whether a condition may hold; False only if it certainly never does."""
    if type(part) is Joined and part.word == "or":
        return any(can_hold(operand) for operand in part.operands)
    together = _joined_by_and(part)
    if any(type(each) is Literally and not each.literal for each in together):
        return False
    if any(type(each) is Joined and not can_hold(each) for each in together):
        return False
    ranges: dict[str, _Range] = {}
    for each in together:
        for name, operator, number in _limits(each):
            known = ranges.get(name) or _Range(*_LIMITS.get(name, (-inf, inf)))
            ranges[name] = known.narrowed(operator, number)
    return not any(found.is_empty for found in ranges.values())


def _joined_by_and(part: Part) -> tuple[Part, ...]:
    if type(part) is Joined and part.word == "and":
        return tuple(inner for operand in part.operands for inner in _joined_by_and(operand))
    return (part,)


def _limits(part: Part) -> Iterator[tuple[str, str, float]]:
    """Yield what a comparison says of names: the name, the operator, and the number."""
    if type(part) is not Comparison:
        return
    operators = [operator for operator, _ in part.rest]
    for (left, right), operator in zip(pairwise(part.parts), operators, strict=True):
        if operator not in _TURNED_ROUND:
            continue
        if type(left) is Name and type(right) is Literally:
            yield left.name, operator, right.literal
        elif type(left) is Literally and type(right) is Name:
            yield right.name, _TURNED_ROUND[operator], left.literal
