"""Reads YAML a stranger may have written: plain values with their places, or faults.

Built on the parser's events and not on its loader, which turns ``no`` into false, ``12:30`` into a
number and a few hundred harmless-looking bytes into a crash. What an author writes without
quotation marks is a whole number, a decimal, true, false, nothing, or else exactly the text it
looks like.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import yaml

from simulator.core.scenario.faults import Fault, Path, shown
from simulator.storage.yaml_grammar import grammar_fault

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

DEEPEST_NESTING = 40
"""How many lists and groups may stand inside each other."""

MOST_VALUES = 50_000
"""How many names and values a file may have."""

MOST_FAULTS = 1_000
"""After how many faults the reading of a file is given up."""

_WHOLE_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}")
_BLOCK_STYLES = ("|", ">")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
}


class Place(NamedTuple):
    """Where something begins; ``text_column`` is 0 if its text runs over several lines."""

    line: int
    column: int
    text_column: int = 0


_START = Place(1, 1)
_Places = dict[str | int, tuple[Place, Place]]


@dataclass(frozen=True)
class YamlDocument:
    """The plain values of a file, and the faults of its YAML.

    ``is_whole`` tells whether every value was understood; if not, ``value`` may be cut short.
    """

    value: object
    faults: tuple[Fault, ...]
    is_whole: bool
    _places: dict[int, _Places] = field(repr=False)

    def placed(self, fault: Fault) -> Fault:
        """Give a fault with the line and column that its path leads to."""
        name, value = self._place(fault.path)
        place = name if fault.at_name else value
        if fault.character and place.text_column:
            return fault.placed(place.line, place.text_column + fault.character - 1)
        return fault.placed(place.line, place.column)

    def _place(self, path: Path) -> tuple[Place, Place]:
        found = (_START, _START)
        container = self.value
        for step in path:
            places = self._places.get(id(container), {})
            if step not in places:
                break
            found = places[step]
            container = container[step]  # type: ignore[index]  # a container, as it has places
        return found


def yaml_document(content: bytes) -> YamlDocument:
    """Read YAML in UTF-8; whatever is wrong with it becomes a fault."""
    builder = _Builder()
    try:
        for event in yaml.parse(content, Loader=_LOADER):
            builder.take(event)
            if builder.has_given_up:
                break
    except yaml.YAMLError as error:
        builder.refuse(grammar_fault(error, content))
    return builder.document()


@dataclass(slots=True)
class _Open:
    """A list or group that is still being read; ``name`` waits for its value."""

    values: list[object] | dict[str, object]
    places: _Places = field(default_factory=dict)
    name: str | None = None
    name_place: Place = _START
    is_repeated: bool = False


class _Builder:
    """Builds values from the parser's events, one after the other."""

    def __init__(self) -> None:
        self._value: object = None
        self._open: list[_Open] = []
        self._places: dict[int, _Places] = {}
        self._faults: list[Fault] = []
        self._count = 0
        self._documents = 0
        self._is_whole = True

        self._is_refused = False

    @property
    def has_given_up(self) -> bool:
        """Whether what follows cannot be understood, or would be too much to tell."""
        return self._is_refused or len(self._faults) >= MOST_FAULTS

    def document(self) -> YamlDocument:
        """Give what was read."""
        is_whole = self._is_whole and not self.has_given_up
        return YamlDocument(self._value, tuple(self._faults), is_whole, self._places)

    def refuse(self, fault: Fault) -> None:
        """Stop reading: what follows cannot be understood."""
        self._faults.append(fault)
        self._is_refused = True

    def take(self, event: yaml.Event) -> None:
        """Take the next event."""
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent | yaml.AliasEvent):
            self._take_value(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                remedy = "Keep one scenario in a file; take the line --- away."
                self.refuse(_fault_at(event, "RS110", "a second document begins here", remedy))

    def _take_value(self, event: yaml.Event) -> None:
        self._count += 1
        if self._count > MOST_VALUES:
            message = f"the file has more than {MOST_VALUES:,} names and values"
            self.refuse(_fault_at(event, "RS115", message, "Cut it into several scenarios."))
            return
        for fault in _borrowed_or_tagged(event):
            self._faults.append(fault)
            self._is_whole = False
        group = self._open[-1] if self._open else None
        if group and isinstance(group.values, dict) and group.name is None:
            self._take_name(group, event)
            return
        self._take_into(group, event)

    def _take_name(self, group: _Open, event: yaml.Event) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            message = "a list or group stands where a name should"
            remedy = "Write a word before the colon; put text with brackets in quotation marks."
            self.refuse(_fault_at(event, "RS112", message, remedy))
            return
        group.name, group.name_place = event.value, _place(event)
        group.is_repeated = event.value in group.values
        if event.value == "<<" and event.implicit[0]:
            self._faults.append(_borrowed(event))
            self._is_whole = False
        elif group.is_repeated:
            first = group.places[event.value][0]
            where = f"line {first.line}, column {first.column}"
            message = f"{shown(event.value)} is given twice, first on {where}"
            remedy = "Keep one of the two, or give this one another name."
            self._faults.append(_fault_at(event, "RS111", message, remedy))

    def _take_into(self, group: _Open | None, event: yaml.Event) -> None:
        opened = _opened(event)
        value = _resolved(event) if opened is None else opened.values
        if group is None:
            self._value = value
        else:
            _put(group, value, _place(event))
        if opened is None:
            return
        self._open.append(opened)
        self._places[id(opened.values)] = opened.places
        if len(self._open) > DEEPEST_NESTING:
            message = f"more than {DEEPEST_NESTING} lists or groups stand inside each other"
            remedy = "Look for brackets that are not closed, or indent less."
            self.refuse(_fault_at(event, "RS107", message, remedy))


def _opened(event: yaml.Event) -> _Open | None:
    if isinstance(event, yaml.MappingStartEvent):
        return _Open({})
    if isinstance(event, yaml.SequenceStartEvent):
        return _Open([])
    return None


def _put(group: _Open, value: object, place: Place) -> None:
    if isinstance(group.values, list):
        group.places[len(group.values)] = (place, place)
        group.values.append(value)
        return
    if group.name is not None and not group.is_repeated:
        group.places[group.name] = (group.name_place, place)
        group.values[group.name] = value
    group.name = None


def _resolved(event: yaml.Event) -> object:
    """Give what a single value means; aliases are refused elsewhere and mean nothing."""
    if not isinstance(event, yaml.ScalarEvent):
        return None
    text: str = event.value
    if not event.implicit[0]:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE_NUMBER.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text


def _place(event: yaml.Event) -> Place:
    start, end = event.start_mark, event.end_mark
    if start is None or end is None:
        return _START
    text_column = 0
    if isinstance(event, yaml.ScalarEvent) and event.style not in _BLOCK_STYLES:
        opening = 0 if event.implicit[0] else len("'")
        text_column = start.column + opening + 1 if start.line == end.line else 0
    return Place(start.line + 1, start.column + 1, text_column)


def _fault_at(event: yaml.Event, code: str, message: str, remedy: str) -> Fault:
    place = _place(event)
    return Fault(code, (), message, remedy).placed(place.line, place.column)


def _borrowed_or_tagged(event: yaml.Event) -> Iterator[Fault]:
    if getattr(event, "anchor", None) is not None:
        yield _borrowed(event)
    tag = getattr(event, "tag", None)
    if tag is not None:
        message = f"the tag {shown(tag)} stands before a value"
        remedy = "Take it away; put text that begins with ! in quotation marks."
        yield _fault_at(event, "RS109", message, remedy)


def _borrowed(event: yaml.Event) -> Fault:
    message = "&, * and << borrow values from other places, which scenarios do not do"
    remedy = "Write the value out here; put text that begins with & or * in quotation marks."
    return _fault_at(event, "RS108", message, remedy)
