"""Reads YAML a stranger may have written: plain values with their places, or faults.

Built on the parser's events and not on its loader, which turns ``no`` into false, ``12:30`` into a
number and a few hundred harmless-looking bytes into a crash. What an author writes without
quotation marks is a whole number, a decimal, true, false, nothing, or else exactly the text it
looks like.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import yaml
from yaml import AliasEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent

from simulator.core.scenario.faults import Fault, Path, shown
from simulator.storage.yaml_grammar import before_deepest, grammar_fault
from simulator.storage.yaml_places import (
    BARE,
    COLUMN_SHIFT,
    LINE_SHIFT,
    QUOTED,
    Places,
    packed,
    unpacked,
)

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

DEEPEST_NESTING = 40
"""How many lists and groups may stand inside each other."""

MOST_VALUES = 4_000_000
"""How many values a file may have: 100,000 steps and more."""

MOST_FAULTS = 1_000
"""After how many faults the reading of a file is given up."""

_WHOLE_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}")
_MAY_BEGIN_MORE_THAN_TEXT = "+-0123456789tTfFnN~"
_VALUES: dict[type, Callable[[], Any]] = {
    ScalarEvent: str,
    MappingStartEvent: dict,
    SequenceStartEvent: list,
    AliasEvent: type(None),
}
"""The events that are values, and what each begins with; an alias is refused, and nothing."""

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
}


@dataclass(frozen=True)
class YamlDocument:
    """The plain values of a file, and the faults of its YAML.

    ``is_whole`` tells whether every value was understood; if not, ``value`` may be cut short.
    """

    value: object
    faults: tuple[Fault, ...]
    is_whole: bool
    _places: Places = field(repr=False)

    def placed(self, fault: Fault) -> Fault:
        """Give a fault with the line and column that its path leads to."""
        return self._places.placed(fault)

    def sizes(self, path: Path) -> dict[str | int, int]:
        """Give how many values each entry of a list or group is, with all that it holds."""
        return self._places.sizes(path)

    def without_values(self) -> "YamlDocument":
        """Give what is needed to place faults, when the values have been made use of."""
        return replace(self, value=None)


def yaml_document(content: bytes) -> YamlDocument:
    """Read YAML in UTF-8; whatever is wrong with it becomes a fault."""
    reader = _Reader()
    try:
        parser = _LOADER(content)
        reader.read(parser.get_event)
    except yaml.YAMLError as error:
        if (before := before_deepest(error, content)) is not None:
            return yaml_document(before)
        reader.refuse(grammar_fault(error, content))
    return reader.document()


class _Reader:
    """Builds values from the parser's events, one after the other."""

    def __init__(self) -> None:
        self._top: list[Any] = []
        self._number = -1
        """The number of the list or group being read, and what waits while something in it is."""
        self._waiting: list[tuple[Any, int]] = []
        self._places = Places()
        self._faults: list[Fault] = []
        self._documents = 0
        self._is_whole = True
        self._is_refused = False

    def read(self, next_event: Callable[[], Any]) -> None:  # noqa: C901, PLR0912 - see below
        """Take event after event, up to the end or to where what follows makes no sense.

        What every line holds is dealt with right here: files have events by the million.
        """
        add_begins, add_name_begins, add_name, add_end = self._places.adders()
        known: dict[str, str] = {}
        values: Any = self._top
        name, is_group, is_repeated, name_begins, count = None, False, False, 0, 0
        while not self._is_refused and (event := next_event()) is not None:
            kind = event.__class__
            if kind not in _VALUES:
                values = self._without_value(event, values, count)
                is_group = values.__class__ is dict
                continue
            start = event.start_mark
            begins = start.line << LINE_SHIFT | start.column << COLUMN_SHIFT
            if event.anchor is not None or event.tag is not None:
                self._tell_borrowed_or_tagged(event)
            if is_group and name is None:
                if kind is not ScalarEvent:
                    self._refuse_name(event)
                    continue
                # The same few names stand in every step: each is kept once.
                name = known.setdefault(event.value, event.value)
                name_begins, is_repeated = begins, name in values
                if is_repeated or name == "<<":
                    self._tell_of_name(event, is_repeated=is_repeated)
                continue
            if kind is ScalarEvent:
                value = event.value
                if start.line == event.end_mark.line:
                    begins |= BARE if event.implicit[0] else QUOTED
                if event.implicit[0] and value[:1] in _MAY_BEGIN_MORE_THAN_TEXT:
                    value = _meaning(value)
            else:
                value = _VALUES[kind]()
            if name is None:
                values.append(value)
            elif not is_repeated:
                values[name] = value
            count += 1
            add_begins(begins)
            add_name_begins(begins if name is None else name_begins)
            add_name(name)
            add_end(count)
            name = None
            if kind is not ScalarEvent:
                values = self._opened(event, values, value, count)
                is_group = values.__class__ is dict
            if count > MOST_VALUES:
                self._refuse_more(begins)

    def document(self) -> YamlDocument:
        """Give what was read."""
        value = self._top[0] if self._top else None
        is_whole = self._is_whole and not self._is_refused
        return YamlDocument(value, tuple(self._faults), is_whole, self._places)

    def refuse(self, fault: Fault) -> None:
        """Stop reading: what follows cannot be understood."""
        self._faults.append(fault)
        self._is_refused = True

    def _tell(self, fault: Fault) -> None:
        self._faults.append(fault)
        self._is_refused = self._is_refused or len(self._faults) >= MOST_FAULTS

    def _take_document(self, event: yaml.Event) -> None:
        self._documents += 1
        if self._documents > 1:
            remedy = "Keep one scenario in a file; take the line --- away."
            self.refuse(_fault_at(packed(event), "RS110", "a second document begins here", remedy))

    def _without_value(self, event: yaml.Event, values: Any, count: int) -> Any:  # noqa: ANN401
        """Take an event that is no value; give the list or group that is read from now on."""
        if isinstance(event, yaml.CollectionEndEvent):
            self._places.ends[self._number] = count
            values, self._number = self._waiting.pop()
        elif isinstance(event, yaml.DocumentStartEvent):
            self._take_document(event)
        return values

    def _opened(self, event: yaml.Event, values: Any, value: Any, count: int) -> Any:  # noqa: ANN401
        """Begin a list or group; give it, or ``values`` as before if it is neither."""
        if value is None:
            return values
        self._waiting.append((values, self._number))
        self._number = count - 1
        self._places.ends[self._number] = 0
        if len(self._waiting) > DEEPEST_NESTING:
            message = f"more than {DEEPEST_NESTING} lists or groups stand inside each other"
            remedy = "Look for brackets that are not closed, or indent less."
            self.refuse(_fault_at(packed(event), "RS107", message, remedy))
        return value

    def _tell_of_name(self, event: yaml.ScalarEvent, *, is_repeated: bool) -> None:
        name = event.value
        if name == "<<" and event.implicit[0]:
            self._tell(_borrowed(event))
            self._is_whole = False
        elif is_repeated:
            first = self._places.of_name(self._number, name)
            where = f"line {first.line}, column {first.column}"
            message = f"{shown(name)} is given twice, first on {where}"
            remedy = "Keep one of the two, or give this one another name."
            self._tell(_fault_at(packed(event), "RS111", message, remedy))

    def _refuse_name(self, event: yaml.Event) -> None:
        message = "a list or group stands where a name should"
        remedy = "Write a word before the colon; put text with brackets in quotation marks."
        self.refuse(_fault_at(packed(event), "RS112", message, remedy))

    def _refuse_more(self, begins: int) -> None:
        message = f"the file has more than {MOST_VALUES:,} values"
        self.refuse(_fault_at(begins, "RS115", message, "Cut it into several scenarios."))

    def _tell_borrowed_or_tagged(self, event: yaml.NodeEvent) -> None:
        self._is_whole = False
        if event.anchor is not None:
            self._tell(_borrowed(event))
        tag = getattr(event, "tag", None)
        if tag is not None:
            message = f"the tag {shown(tag)} stands before a value"
            remedy = "Take it away; put text that begins with ! in quotation marks."
            self._tell(_fault_at(packed(event), "RS109", message, remedy))


def _meaning(text: str) -> object:
    """Give what a value without quotation marks means."""
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE_NUMBER.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text


def _fault_at(begins: int, code: str, message: str, remedy: str) -> Fault:
    place = unpacked(begins)
    return Fault(code, (), message, remedy).placed(place.line, place.column)


def _borrowed(event: yaml.Event) -> Fault:
    message = "&, * and << borrow values from other places, which scenarios do not do"
    remedy = "Write the value out here; put text that begins with & or * in quotation marks."
    return _fault_at(packed(event), "RS108", message, remedy)
