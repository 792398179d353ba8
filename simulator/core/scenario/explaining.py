"""Says why a condition does not hold: its text, with the parts at fault and what they are worth."""

from collections.abc import Iterator
from typing import NamedTuple

from simulator.core.scenario.conditions import Condition, Environment
from simulator.core.scenario.expressions import (
    Arithmetic,
    Call,
    Comparison,
    Joined,
    Literally,
    Name,
    Not,
    Part,
    Value,
    walk,
)


class Piece(NamedTuple):
    """A piece of a condition's text; ``is_at_fault`` marks one that keeps it from holding."""

    text: str
    is_at_fault: bool = False


def explained(condition: Condition, environment: Environment) -> tuple[Piece, ...]:
    """Cut a condition into pieces and mark those because of which it does not hold.

    A marked piece ends with what it rests on, as in ``trust >= 40 (is 35)``. The texts in a row
    give the whole condition, written anew. Where it holds, nothing is marked.
    """
    tree = condition.tree
    if condition.holds(environment):
        return (Piece(written(tree)),)
    return tuple(_pieces(tree, environment))


def marked(pieces: tuple[Piece, ...]) -> str:
    """Write pieces in one line, those at fault between quotation marks."""
    return "".join(f"“{it.text}”" if it.is_at_fault else it.text for it in pieces)


def _pieces(part: Part, environment: Environment) -> Iterator[Piece]:
    """Cut a part that does not hold; of parts joined, each that does not hold is at fault."""
    if not isinstance(part, Joined):
        yield Piece(f"{written(part)}{_worth_told(part, environment)}", is_at_fault=True)
        return
    for place, operand in enumerate(part.operands):
        if place:
            yield Piece(f" {part.word} ")
        needs_brackets = isinstance(operand, Joined)
        if needs_brackets:
            yield Piece("(")
        if operand.worth(environment):
            yield Piece(written(operand))
        else:
            yield from _pieces(operand, environment)
        if needs_brackets:
            yield Piece(")")


def _worth_told(part: Part, environment: Environment) -> str:
    """Tell what the names and calls of a part are worth; the name is left out where it is alone."""
    asked = {written(it): it.worth(environment) for it in walk(part) if isinstance(it, Name | Call)}
    if not asked:
        return ""
    if len(asked) == 1:
        return f" (is {_told(*asked.values())})"
    return f" ({', '.join(f'{name} is {_told(worth)}' for name, worth in asked.items())})"


def _told(worth: Value | None) -> str:
    if worth is None:
        return "not known yet"
    return f"{worth:g}" if isinstance(worth, float) else str(worth).lower()


def _exactly(number: Value) -> str:
    """Write a number with every digit: a rounded one would make another condition."""
    if isinstance(number, float):
        return f"{number:.17f}".rstrip("0") if "e" in repr(number) else repr(number)
    return str(number).lower()


def written(part: Part) -> str:
    """Write a part of a condition as its author could have."""
    match part:
        case Literally(literal=it):
            text = _exactly(it)
        case Name(name=it):
            text = it
        case Call():
            text = f"{part.function}({part.argument})"
        case Not(operand=it):
            text = f"not {_bracketed(it, Joined)}"
        case Joined():
            text = f" {part.word} ".join(_bracketed(it, Joined) for it in part.operands)
        case Comparison():
            text = _in_a_row(part, Joined, Not, Comparison)
        case Arithmetic(first=Literally(literal=0), rest=((sign, operand),)):
            text = f"{sign}{_bracketed(operand, Joined, Not, Comparison, Arithmetic)}"
        case Arithmetic():
            text = _in_a_row(part, Joined, Not, Comparison, Arithmetic)
        case _:
            raise AssertionError(f"a part of another kind: {part!r}")
    return text


def _in_a_row(part: Comparison | Arithmetic, *in_brackets: type[Part]) -> str:
    rest = (f" {sign} {_bracketed(operand, *in_brackets)}" for sign, operand in part.rest)
    return _bracketed(part.first, *in_brackets) + "".join(rest)


def _bracketed(part: Part, *kinds: type[Part]) -> str:
    return f"({written(part)})" if isinstance(part, kinds) else written(part)
