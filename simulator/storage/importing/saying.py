"""What a foreign condition or sum says in the scenario's own language, as far as it can be said.

A ``Saying`` keeps the names of nodes and variables apart from the words around them, since the ids
they will have in the scenario are known only when the whole story has been read.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import add, mul, sub
from typing import Literal, NamedTuple

from simulator.core.scenario.expressions import COMPARISONS

Kind = Literal["number", "yes-no", "text"]
"""What a saying gives; text is known here only to be compared on the spot."""

Value = int | float | bool | str


class NodeName(NamedTuple):
    """A node of the story, asked about."""

    name: str


class VariableName(NamedTuple):
    """A variable of the story."""

    name: str


Piece = str | NodeName | VariableName


@dataclass(frozen=True, slots=True)
class Saying:
    """A condition or sum: its pieces, what it gives, and its value where that is known already."""

    pieces: tuple[Piece, ...]
    kind: Kind
    value: Value | None = None
    is_single: bool = True

    def bracketed(self) -> tuple[Piece, ...]:
        """Give the pieces so that they can stand inside another saying."""
        return self.pieces if self.is_single else ("(", *self.pieces, ")")

    def nodes(self) -> Iterator[str]:
        """Yield the names of the nodes asked about."""
        return (piece.name for piece in self.pieces if isinstance(piece, NodeName))

    def variables(self) -> Iterator[str]:
        """Yield the names of the variables used."""
        return (piece.name for piece in self.pieces if isinstance(piece, VariableName))

    def with_values(self, values: "Mapping[str, Saying]") -> "Saying":
        """Put sayings in the place of variables."""
        if not any(name in values for name in self.variables()):
            return self
        pieces: list[Piece] = []
        for piece in self.pieces:
            known = values.get(piece.name) if isinstance(piece, VariableName) else None
            pieces.extend(known.bracketed() if known else (piece,))
        return Saying(tuple(pieces), self.kind, None, is_single=False)


def literal(value: Value) -> Saying:
    """Say a number, true or false; a text can only be compared on the spot."""
    if isinstance(value, bool):
        return Saying(("true" if value else "false",), "yes-no", value)
    if isinstance(value, str):
        return Saying((), "text", value)
    if value < 0:
        return Saying(("0 - ", _number(-value)), "number", value, is_single=False)
    return Saying((_number(value),), "number", value)


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:.6f}".rstrip("0")


TRUE = literal(value=True)


def variable(name: str, kind: Kind) -> Saying:
    """Say a variable's name."""
    return Saying((VariableName(name),), kind)


def visits(node: str) -> Saying:
    """Say how often a node has been entered."""
    return Saying(("visits(", NodeName(node), ")"), "number")


def seen(node: str) -> Saying:
    """Say whether a node has been entered."""
    return Saying(("seen(", NodeName(node), ")"), "yes-no")


def truth(saying: Saying | None) -> Saying | None:
    """Say whether something counts as true: a number does if it is not nought."""
    if saying is None or saying.kind == "text":
        return None
    if saying.kind == "yes-no":
        return saying
    if saying.value is not None:
        return literal(bool(saying.value))
    if saying.pieces and saying.pieces[0] == "visits(":
        return Saying(("seen(", *saying.pieces[1:]), "yes-no")
    return Saying((*saying.bracketed(), " != 0"), "yes-no", is_single=False)


def opposite(saying: Saying | None) -> Saying | None:
    """Say that something is not so."""
    saying = truth(saying)
    if saying is None:
        return None
    if saying.value is not None:
        return literal(not saying.value)
    if saying.pieces[0] == "not " and saying.pieces[1] == "(":
        return Saying(saying.pieces[2:-1], "yes-no", is_single=False)
    if saying.pieces[0] == "not ":
        return Saying(saying.pieces[1:], "yes-no")
    if turned := _turned_round(saying):
        return turned
    return Saying(("not ", *saying.bracketed()), "yes-no", is_single=False)


_OPPOSITES = {
    " == ": " != ",
    " != ": " == ",
    " < ": " >= ",
    " >= ": " < ",
    " > ": " <= ",
    " <= ": " > ",
}


def _turned_round(saying: Saying) -> Saying | None:
    """Say the opposite of a bare comparison of two things, both of which are always known."""
    signs = [piece for piece in saying.pieces if piece in _OPPOSITES]
    if len(signs) != 1 or any(piece in (" and ", " or ", "not ") for piece in saying.pieces):
        return None
    pieces = tuple(
        _OPPOSITES.get(piece, piece) if isinstance(piece, str) else piece for piece in saying.pieces
    )
    return Saying(pieces, "yes-no", is_single=False)


def joined(word: str, parts: Sequence[Saying | None]) -> Saying | None:
    """Join conditions by ``and`` or ``or``; None if one of them cannot be said."""
    decides = word == "or"
    kept: list[Saying] = []
    for part in map(truth, parts):
        if part is None:
            return None
        if part.value is decides:
            return literal(decides)
        if part.value is None and part not in kept:
            kept.append(part)
    if not kept:
        return literal(not decides)
    if len(kept) == 1:
        return kept[0]
    pieces: list[Piece] = []
    for part in kept:
        pieces.extend((f" {word} ", *part.bracketed()) if pieces else part.bracketed())
    return Saying(tuple(pieces), "yes-no", is_single=False)


_FOLDS: dict[str, Callable[[float, float], Value]] = {
    "+": add,
    "-": sub,
    "*": mul,
    **COMPARISONS,
}
_SUMS = ("+", "-", "*")


def combined(operator: str, left: Saying | None, right: Saying | None) -> Saying | None:
    """Say a sum or comparison; None if it cannot be said."""
    if left is None or right is None or operator not in _FOLDS:
        return None
    if "text" in (left.kind, right.kind):
        return _of_texts(operator, left, right)
    left, right = _comparable(operator, left, right)
    if left is None or right is None:
        return None
    kind: Kind = "number" if operator in _SUMS else "yes-no"
    if left.value is not None and right.value is not None:
        return _folded(operator, left.value, right.value)
    pieces = (*left.bracketed(), f" {operator} ", *right.bracketed())
    return Saying(pieces, kind, is_single=False)


def _comparable(operator: str, left: Saying, right: Saying) -> tuple[Saying | None, Saying | None]:
    if operator not in ("==", "!="):
        return _as_number(left), _as_number(right)
    return (left, right) if left.kind == right.kind else _alike(left, right)


def _folded(operator: str, left: Value, right: Value) -> Saying | None:
    if isinstance(left, str) or isinstance(right, str):
        return None
    value = _FOLDS[operator](left, right)
    is_sayable = isinstance(value, bool) or abs(float(value)) <= 1_000_000_000
    return literal(value) if is_sayable else None


def _of_texts(operator: str, left: Saying, right: Saying) -> Saying | None:
    if left.kind != right.kind or left.value is None or right.value is None:
        return None
    if operator == "==":
        return literal(left.value == right.value)
    return literal(left.value != right.value) if operator == "!=" else None


def _as_number(saying: Saying) -> Saying | None:
    if saying.kind == "number":
        return saying
    return literal(int(saying.value)) if isinstance(saying.value, bool) else None


def _alike(left: Saying, right: Saying) -> tuple[Saying | None, Saying | None]:
    """Make a number and a yes-or-no comparable where one of them is known."""
    if left.kind == "yes-no" and isinstance(left.value, bool):
        return _as_number(left), right
    if right.kind == "yes-no" and isinstance(right.value, bool):
        return left, _as_number(right)
    if left.value in (0, 1):
        return literal(bool(left.value)), right
    if right.value in (0, 1):
        return left, literal(bool(right.value))
    return None, None
