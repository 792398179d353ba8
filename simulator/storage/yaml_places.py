"""Remembers where every name and value of a file begins, in a few bytes each."""

from array import array
from collections.abc import Callable
from typing import Any, NamedTuple

import yaml

from simulator.core.scenario.faults import Fault, Path


class Place(NamedTuple):
    """Where something begins; ``text_column`` is 0 if its text runs over several lines."""

    line: int
    column: int
    text_column: int = 0


LINE_SHIFT, COLUMN_SHIFT = 32, 2
"""How far lines and columns, counted from 0, stand to the left in a packed place."""

BARE, QUOTED = 1, 2
"""Added to the place of a text that stands on one line, without or with quotation marks."""

_COLUMNS = (1 << LINE_SHIFT - COLUMN_SHIFT) - 1
_WHOLE_FILE = 0
_AddNumber = Callable[[int], None]
_Index = dict[str | int, int]


def packed(event: yaml.Event) -> int:
    """Give where an event begins as one number, for ``unpacked`` to take apart."""
    start: Any = event.start_mark
    place: int = start.line << LINE_SHIFT | start.column << COLUMN_SHIFT
    return place


def unpacked(place: int) -> Place:
    """Give the place that was packed into a number."""
    style = place & (QUOTED | BARE)
    line, column = (place >> LINE_SHIFT) + 1, (place >> COLUMN_SHIFT & _COLUMNS) + 1
    return Place(line, column, column + style - BARE if style else 0)


class Places:
    """The places of a file's values, counted in the order in which the file gives them.

    A value comes right before what it holds, so that a value and everything in it are a run of
    numbers, which ends where the next value of its list or group begins.

    The reader of a file adds to four lists, one entry each for a value: where it begins and where
    its name does, packed; its name, None in a list; and the number of the value after it and all
    that it holds, 0 while it is being read.
    """

    __slots__ = ("_indexes", "begins", "ends", "name_begins", "names")

    def __init__(self) -> None:
        self.begins = array("Q")
        self.name_begins = array("Q")
        self.names: list[str | None] = []
        self.ends = array("I")
        self._indexes: dict[int, tuple[_Index, int]] = {}

    def adders(self) -> tuple[_AddNumber, _AddNumber, Callable[[str | None], None], _AddNumber]:
        """Give what adds to the lists: where a value begins, its name begins, its name, its end."""
        return (
            self.begins.append,
            self.name_begins.append,
            self.names.append,
            self.ends.append,
        )

    def placed(self, fault: Fault) -> Fault:
        """Give a fault with the line and column that its path leads to."""
        number = self._number(fault.path)
        if number == _WHOLE_FILE:
            return fault.placed(1, 1)
        begins = self.name_begins if fault.at_name else self.begins
        place = unpacked(begins[number])
        if fault.character and place.text_column:
            return fault.placed(place.line, place.text_column + fault.character - 1)
        return fault.placed(place.line, place.column)

    def sizes(self, path: Path) -> dict[str | int, int]:
        """Give how many values each entry of a list or group is, with all that it holds."""
        below = self._below(self._number(path))
        return {name: self.ends[number] - number for name, number in below.items()}

    def of_name(self, group: int, name: str) -> Place:
        """Give where a group first uses a name."""
        return unpacked(self.name_begins[self._below(group)[name]])

    def _number(self, path: Path) -> int:
        """Follow a path as far as there are values."""
        number = _WHOLE_FILE
        for step in path:
            below = self._below(number).get(step)
            if below is None:
                break
            number = below
        return number

    def _below(self, container: int) -> _Index:
        """Give the numbers of what a list or group holds, also of one that is still being read.

        What is known already is kept and added to, so that a group is gone through only once.
        """
        if container >= len(self.ends):
            return {}
        known, following = self._indexes.get(container) or ({}, container + 1)
        end = self.ends[container] or len(self.ends)
        while following < end:
            name = self.names[following]
            known.setdefault(len(known) if name is None else name, following)
            following = self.ends[following] or end
        self._indexes[container] = known, following
        return known
