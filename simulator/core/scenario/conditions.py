"""The small language of ``when`` and ``set``: conditions and formulas, read once and checked.

A condition compares and joins: ``courtesy < 40 and not told(payroll)``. There are the comparisons
``< <= > >= == !=`` (``=`` means ``==``), ``and``, ``or``, ``not``, the sums ``+ - * /``,
parentheses, numbers, ``true`` and ``false``, the names in ``NAMES`` with the scenario's own
variables, and the functions in ``FUNCTIONS`` with one id each. Nothing else can be written, so
nothing else can be run.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import ClassVar, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from simulator.core.scenario.expression_text import (
    DEEPEST_NESTING,
    LONGEST_TEXT,
    ConditionError,
    parsed,
)
from simulator.core.scenario.expressions import (
    FUNCTIONS,
    KIND_IN_WORDS,
    LARGEST_NUMBER,
    Call,
    Comparison,
    Environment,
    Kind,
    Literally,
    Mistake,
    Name,
    Part,
    Value,
    Worth,
    walk,
)
from simulator.core.scenario.ranges import can_hold

__all__ = [
    "DEEPEST_NESTING",
    "FUNCTIONS",
    "LARGEST_NUMBER",
    "LONGEST_TEXT",
    "NAMES",
    "Condition",
    "ConditionError",
    "Environment",
    "Formula",
    "Kind",
    "Mistake",
    "Value",
]

NAMES: dict[str, str] = {
    "courtesy": "how courteous the last reply was, 0 to 100; nothing if not rated",
    "patience": "how patient the last reply was, 0 to 100; nothing if not rated",
    "helpfulness": "how helpful the last reply was, 0 to 100; nothing if not rated",
    "mood": "the customer's mood, 0 to 100",
    "trust": "the customer's trust, 0 to 100",
    "bears_with_us": "how long the customer will bear with us, in cells, 0 to 8",
    "firm": "what the customer feels about the firm, 0 to 100",
    "product": "what the customer feels about the product, 0 to 100",
    "contact": "what the customer feels about this contact, 0 to 100",
    "turn": "how many replies have been given",
    "visits": "how often this step has been entered",
    "read": "how well the customer was last read, 0 to 100; nothing if not read yet",
    "open_topics": "how many topics are on the table",
    "silences": "how often the trainee has let the customer wait without a word",
    "contacts": "how many earlier contacts there were with this person",
    "relationship": "what earlier contacts left this person feeling, 0 to 100",
    "luck": "a number from 0 to 99, drawn by the seed anew at each step",
}
"""The names every condition may use, each a number, and what they mean."""

_NUMBERS: dict[str, Kind] = dict.fromkeys(NAMES, "number")


def _name_of(part: Part) -> str | None:
    return (
        part.name if isinstance(part, Name) else part.function if isinstance(part, Call) else None
    )


@dataclass(frozen=True, slots=True)
class _Expression:
    """What conditions and formulas share: the text, and the tree it was read into."""

    source: str
    _tree: Part = field(compare=False, repr=False)
    _worth: Worth | None = field(init=False, default=None, compare=False, repr=False)
    _asked: tuple[Call, ...] = field(init=False, compare=False, repr=False)
    _named: tuple[str, ...] = field(init=False, compare=False, repr=False)

    _accepts: ClassVar[tuple[type, ...]] = (str, bool)
    _json_schema: ClassVar[JsonSchemaValue] = {"type": ["string", "boolean"]}

    def __post_init__(self) -> None:
        """Note what every check asks for; the tree itself never changes."""
        parts = walk(self._tree)
        asked = tuple([part for part in parts if type(part) is Call])
        object.__setattr__(self, "_asked", asked)
        named = tuple([part.name for part in parts if type(part) is Name])
        object.__setattr__(self, "_named", named)

    def _compiled(self) -> Worth:
        # At the first use: most conditions of a large scenario are never asked in one session.
        worth = self._tree.compiled()
        object.__setattr__(self, "_worth", worth)
        return worth

    @classmethod
    def parse(cls, source: object) -> Self:
        """Read the text an author wrote; a bare number or true and false count as text.

        Raises:
            ConditionError: if it cannot be read; a ``ValueError`` with place and remedy.
        """
        if isinstance(source, cls):
            return source
        if not isinstance(source, cls._accepts):
            remedy = "Write a comparison, as in mood < 40."
            raise ConditionError(Mistake(1, "this is no condition", remedy))
        text = str(source).lower() if isinstance(source, bool) else str(source)
        return cls._of_text(text)

    @classmethod
    @lru_cache(maxsize=4096)
    def _of_text(cls, text: str) -> Self:
        # Read once: authors say the same thing in many places.
        return cls(text, parsed(text))

    @property
    def tree(self) -> Part:
        """What it was read into, for those who explain it."""
        return self._tree

    def names(self) -> frozenset[str]:
        """Give the names it uses."""
        return frozenset(self._named)

    def calls(self) -> tuple[tuple[str, str], ...]:
        """Give the functions it asks, each with the id it asks about, from left to right."""
        if not self._asked:
            return ()
        return tuple([(call.function, call.argument) for call in self._asked])

    def largest_beside(self, names: Collection[str]) -> float:
        """Give the largest number compared or reckoned with one of some names; 0 if none is.

        A function counts by its name, as ``visits`` does in ``visits(opening) > 2``.
        """
        largest = 0.0
        for part in walk(self._tree):
            if isinstance(part, Comparison):
                below = tuple(walk(part))
                if any(_name_of(each) in names for each in below):
                    literals = (each.literal for each in below if isinstance(each, Literally))
                    largest = max(largest, *(abs(it) for it in literals), 0.0)
        return largest

    def column_of(self, function: str, argument: str) -> int:
        """Give where a call begins, counted in characters from 1; 1 if there is none."""
        called = (function, argument)
        columns = (c.column for c in self._asked if (c.function, c.argument) == called)
        return next(columns, 1)

    def _mistakes(self, variables: Mapping[str, Kind], gives: Kind | None) -> Iterator[Mistake]:
        names = {**_NUMBERS, **variables}
        for part in walk(self._tree):
            yield from part.mistakes(names)
        found = self._tree.kind(names)
        if gives is not None and found not in (None, gives):
            remedy = "Write a sum." if gives == "number" else "Write a comparison, as in mood < 40."
            yield Mistake(1, f"this must be {KIND_IN_WORDS[gives]}", remedy)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _type: object, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.parse,
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda expression: expression.source
            ),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**cls._json_schema, "title": cls.__name__}


@lru_cache(maxsize=4096)
def _can_hold(condition: "Condition") -> bool:
    return can_hold(condition.tree)


@dataclass(frozen=True, slots=True)
class Condition(_Expression):
    """Something that holds or does not hold at a moment of a conversation."""

    def holds(self, environment: Environment) -> bool:
        """Tell whether it holds; what rests on a value not rated does not."""
        return bool((self._worth or self._compiled())(environment))

    def can_hold(self) -> bool:
        """Tell whether it may ever hold; False if its numbers leave no room."""
        return _can_hold(self)

    def mistakes(self, variables: Mapping[str, Kind]) -> Iterator[Mistake]:
        """Yield unknown names and wrong kinds of value, given the scenario's variables."""
        return self._mistakes(variables, "yes-no")


@dataclass(frozen=True, slots=True)
class Formula(_Expression):
    """A value worked out at a moment of a conversation."""

    _accepts: ClassVar[tuple[type, ...]] = (str, bool, int, float)
    _json_schema: ClassVar[JsonSchemaValue] = {"type": ["string", "number", "boolean"]}

    def value(self, environment: Environment) -> Value | None:
        """Work it out; None if it rests on a value not rated or divides by zero."""
        return (self._worth or self._compiled())(environment)

    def mistakes(
        self, variables: Mapping[str, Kind], gives: Kind | None = None
    ) -> Iterator[Mistake]:
        """Yield unknown names and wrong kinds of value, also if it does not give ``gives``."""
        return self._mistakes(variables, gives)
