"""The tree of a condition or formula: what each part is worth, and what kind of value it gives.

A value that is not rated is None. It makes every comparison false and every sum None, and counts
as false wherever true or false is asked for, so that nothing follows from what nobody knows.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from operator import add, eq, ge, gt, le, lt, mul, ne, sub, truediv
from typing import Literal, Protocol

Value = int | float | bool
"""What a name or a function can be worth."""

Kind = Literal["number", "yes-no"]
"""The kinds of value: a number, or true and false."""

LARGEST_NUMBER = 1_000_000_000
"""Sums are held between this and its negative, so that a loop cannot grow a number for ever."""

KIND_IN_WORDS: dict[Kind, str] = {"number": "a number", "yes-no": "true or false"}

FUNCTIONS: dict[str, tuple[Kind, str]] = {
    "asks": ("yes-no", "the last reply asks near this fact"),
    "told": ("yes-no", "the customer has told this fact"),
    "met": ("yes-no", "a reply has met this need"),
    "promised": ("yes-no", "this promise has been made"),
    "gave": ("yes-no", "this reply has been given"),
    "seen": ("yes-no", "this step has been entered"),
    "visits": ("number", "how often this step has been entered"),
    "open": ("yes-no", "this topic is on the table"),
    "closed": ("yes-no", "this topic has been settled"),
    "did": ("yes-no", "a reply has done this: hold, transfer, warn or end"),
    "used": ("yes-no", "a reply has used this entry of the card"),
    "remembers": ("yes-no", "the customer remembers this from an earlier contact"),
    "last_ended": ("yes-no", "the last contact with this person ended so: good, medium or bad"),
}
"""The functions of the language: the kind of value each gives, and what it says."""


class Environment(Protocol):
    """What names and functions are worth at one moment of a conversation."""

    def value(self, name: str) -> Value | None:
        """Give what a name is worth; None if it is not rated yet."""
        ...

    def call(self, function: str, argument: str) -> Value:
        """Give what a function says of the thing with this id."""
        ...


Worth = Callable[[Environment], Value | None]
"""Works out what a part of a condition is worth at a moment."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something wrong in the text of a condition; ``column`` counts its characters from 1."""

    column: int
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Part(ABC):
    """A part of a condition; ``column`` is where it begins."""

    column: int

    @property
    def parts(self) -> "tuple[Part, ...]":
        """The parts this one is made of."""
        return ()

    @abstractmethod
    def compiled(self) -> "Worth":
        """Give what works out the value; None if it rests on something not rated or zero divides.

        Made once and asked at every turn: a condition read anew each time would cost more than all
        else that a turn does.
        """

    def worth(self, environment: Environment, /) -> Value | None:
        """Work out the value once; for a part that is asked often, keep ``compiled``."""
        return self.compiled()(environment)

    def kind(self, _names: Mapping[str, Kind], /) -> Kind | None:
        """Give the kind of value, true or false for most; None for a name not in ``names``."""
        return "yes-no"

    def mistakes(self, _names: Mapping[str, Kind], /) -> Iterator[Mistake]:
        """Yield what is wrong with this part itself, given the names that are known."""
        return iter(())


def walk(part: Part) -> list[Part]:
    """Give a part and everything it is made of, from left to right."""
    found = [part]
    for below in part.parts:
        found += walk(below)
    return found


def did_you_mean(word: str, known: Mapping[str, object]) -> str:
    """Give the remedy for an unknown word: the nearest known one, or all of them."""
    nearest = get_close_matches(word, known, n=1)
    if nearest:
        return f"Did you mean “{nearest[0]}”?"
    return f"Known here: {', '.join(known)}."


def _needs(kind: Kind, parts: tuple[Part, ...], names: Mapping[str, Kind]) -> Iterator[Mistake]:
    for part in parts:
        found = part.kind(names)
        if found not in (None, kind):
            remedy = (
                "Compare it with something, as in mood > 40."
                if kind == "yes-no"
                else "Only numbers can be added, multiplied or ordered; use and, or, not here."
            )
            yield Mistake(part.column, f"this must be {KIND_IN_WORDS[kind]}", remedy)


@dataclass(frozen=True, slots=True)
class Literally(Part):
    """A number, true or false."""

    literal: Value

    def compiled(self) -> Worth:
        """Give the value as written."""
        literal = self.literal
        return lambda _environment: literal

    def kind(self, _names: Mapping[str, Kind], /) -> Kind | None:
        """Tell numbers from true and false."""
        return "yes-no" if isinstance(self.literal, bool) else "number"


@dataclass(frozen=True, slots=True)
class Name(Part):
    """A name of the conversation, or a variable of the scenario."""

    name: str

    def compiled(self) -> Worth:
        """Ask the environment."""
        name = self.name
        return lambda environment: environment.value(name)

    def kind(self, names: Mapping[str, Kind], /) -> Kind | None:
        """Look the name up."""
        return names.get(self.name)

    def mistakes(self, names: Mapping[str, Kind], /) -> Iterator[Mistake]:
        """Yield a mistake if nobody knows the name."""
        if self.name not in names:
            remedy = did_you_mean(self.name, names)
            yield Mistake(self.column, f"“{self.name}” is not a name known here", remedy)


@dataclass(frozen=True, slots=True)
class Call(Part):
    """A question about one thing of the scenario, named by its id."""

    function: str
    argument: str

    def compiled(self) -> Worth:
        """Ask the environment."""
        function, argument = self.function, self.argument
        return lambda environment: environment.call(function, argument)

    def kind(self, _names: Mapping[str, Kind], /) -> Kind | None:
        """Look the function up."""
        return FUNCTIONS[self.function][0]


@dataclass(frozen=True, slots=True)
class Not(Part):
    """The opposite of a part."""

    operand: Part

    @property
    def parts(self) -> tuple[Part, ...]:
        """The part turned round."""
        return (self.operand,)

    def compiled(self) -> Worth:
        """Turn true into false and false into true."""
        operand = self.operand.compiled()
        return lambda environment: not operand(environment)

    def mistakes(self, names: Mapping[str, Kind], /) -> Iterator[Mistake]:
        """Yield a mistake for a number."""
        return _needs("yes-no", self.parts, names)


@dataclass(frozen=True, slots=True)
class Joined(Part):
    """Parts joined by ``and`` or by ``or``."""

    word: Literal["and", "or"]
    operands: tuple[Part, ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts joined."""
        return self.operands

    def compiled(self) -> Worth:
        """Ask no further than needed, from left to right."""
        operands = tuple(operand.compiled() for operand in self.operands)
        decides = self.word == "or"

        def worth(environment: Environment) -> bool:
            for operand in operands:
                if bool(operand(environment)) is decides:
                    return decides
            return not decides

        return worth

    def mistakes(self, names: Mapping[str, Kind], /) -> Iterator[Mistake]:
        """Yield a mistake for each number."""
        return _needs("yes-no", self.operands, names)


COMPARISONS: dict[str, Callable[[Value, Value], bool]] = {
    "<": lt,
    "<=": le,
    ">": gt,
    ">=": ge,
    "==": eq,
    "!=": ne,
}


def _compared_with(first: Worth, compare: Callable[[Value, Value], bool], bound: Value) -> Worth:
    # Most comparisons are with a number; not asking for it each time is a tenth of a turn.
    def worth(environment: Environment) -> bool:
        left = first(environment)
        return left is not None and compare(left, bound)

    return worth


def _compared(first: Worth, compare: Callable[[Value, Value], bool], second: Worth) -> Worth:
    def worth(environment: Environment) -> bool:
        left = first(environment)
        right = second(environment)
        return left is not None and right is not None and compare(left, right)

    return worth


@dataclass(frozen=True, slots=True)
class Comparison(Part):
    """A comparison, or several in a row as in ``40 <= mood < 60``."""

    first: Part
    rest: tuple[tuple[str, Part], ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts compared."""
        return (self.first, *[part for _, part in self.rest])

    def compiled(self) -> Worth:
        """Compare each with the next; what is not rated compares false."""
        first = self.first.compiled()
        rest = tuple((COMPARISONS[operator], part.compiled()) for operator, part in self.rest)
        if len(rest) == 1:
            bound = self.rest[0][1]
            if isinstance(bound, Literally):
                return _compared_with(first, rest[0][0], bound.literal)
            return _compared(first, *rest[0])

        def worth(environment: Environment) -> bool:
            left = first(environment)
            for compare, part in rest:
                right = part(environment)
                if left is None or right is None or not compare(left, right):
                    return False
                left = right
            return True

        return worth

    def mistakes(self, names: Mapping[str, Kind], /) -> Iterator[Mistake]:
        """Yield a mistake for true or false in an order, or compared with a number."""
        if any(operator not in ("==", "!=") for operator, _ in self.rest):
            yield from _needs("number", self.parts, names)
        elif len({part.kind(names) for part in self.parts} - {None}) > 1:
            message = "a number is compared with true or false"
            yield Mistake(self.column, message, "Compare numbers with numbers, as in mood == 40.")


def _quotient(left: Value, right: Value) -> Value | None:
    return None if right == 0 else truediv(left, right)


ARITHMETIC: dict[str, Callable[[Value, Value], Value | None]] = {
    "+": add,
    "-": sub,
    "*": mul,
    "/": _quotient,
}


@dataclass(frozen=True, slots=True)
class Arithmetic(Part):
    """A sum or product, worked out from left to right."""

    first: Part
    rest: tuple[tuple[str, Part], ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts added or multiplied."""
        return (self.first, *[part for _, part in self.rest])

    def compiled(self) -> Worth:
        """Work it out, held within ``LARGEST_NUMBER``; None for a division by zero."""
        first = self.first.compiled()
        rest = tuple((ARITHMETIC[operator], part.compiled()) for operator, part in self.rest)
        if not rest:
            return first

        def worth(environment: Environment) -> Value | None:
            result = first(environment)
            for work_out, part in rest:
                right = part(environment)
                if result is None or right is None:
                    return None
                result = work_out(result, right)
                if result is not None and not -LARGEST_NUMBER <= result <= LARGEST_NUMBER:
                    result = max(-LARGEST_NUMBER, min(LARGEST_NUMBER, result))
            return result

        return worth

    def kind(self, _names: Mapping[str, Kind], /) -> Kind | None:
        """Always a number."""
        return "number"

    def mistakes(self, names: Mapping[str, Kind], /) -> Iterator[Mistake]:
        """Yield a mistake for each part that is no number."""
        return _needs("number", self.parts, names)
