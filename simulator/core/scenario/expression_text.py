"""Reads the text of a condition into its tree, or says where and why it cannot be read."""

import re
from collections.abc import Container, Iterator
from contextlib import contextmanager
from sys import intern
from typing import Final, Literal, NamedTuple, cast

from simulator.core.scenario.expressions import (
    COMPARISONS,
    FUNCTIONS,
    LARGEST_NUMBER,
    Arithmetic,
    Call,
    Comparison,
    Joined,
    Literally,
    Mistake,
    Name,
    Not,
    Part,
    did_you_mean,
)

LONGEST_TEXT = 500
"""The most characters a condition may have."""

DEEPEST_NESTING = 40
"""How many parentheses, ``not`` and minus signs may stand inside each other."""

_TOKEN = re.compile(
    r"\s*(?:(?P<number>[0-9]+(?:\.[0-9]+)?)"
    r"|(?!(?:and|or|not)\b)(?P<call>[^\W\d]\w*)(?=\s*\()|(?P<word>[^\W\d]\w*)"
    r"|(?P<symbol><=|>=|==|!=|[<>=+\-*/()])|(?P<end>\Z))"
)
_ARGUMENT = re.compile(r"\s*\(\s*(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)\s*\)")
_JOINING_WORDS: Final = ("and", "or", "not")
_OR, _AND, _NOT = (("or",), ("and",), ("not",))
_SUMS, _PRODUCTS, _OPENING, _CLOSING = (("+", "-"), ("*", "/"), ("(",), (")",))

_REMEDIES = {
    "&": "Write and between two conditions.",
    "|": "Write or between two conditions.",
    "!": "Write not before a condition, or != between two values.",
    "≥": "Write >= for at least.",
    "≤": "Write <= for at most.",
    "≠": "Write != for not equal.",
    '"': "Write ids and names without quotation marks.",
    "'": "Write ids and names without quotation marks.",
    ",": "Write a decimal with a point, as in 1.5; a function takes one id.",
    "%": "Write the number alone, as in courtesy < 40.",
}


_TokenKind = Literal["number", "word", "symbol", "call", "end"]


class ConditionError(ValueError):
    """The text of a condition cannot be read; ``mistake`` says where, why and what to do."""

    def __init__(self, mistake: Mistake) -> None:
        super().__init__(f"{mistake.message} (character {mistake.column}). {mistake.remedy}")
        self.mistake = mistake


class Token(NamedTuple):
    """A word, number or symbol of a condition; ``kind`` ``end`` closes the text."""

    kind: _TokenKind
    text: str
    column: int


def parsed(text: str) -> Part:
    """Read a condition or formula.

    Raises:
        ConditionError: if it cannot be read, at the first place where that shows.
    """
    if len(text) > LONGEST_TEXT:
        message = f"this has {len(text):,} characters; {LONGEST_TEXT} are the most"
        raise _error(LONGEST_TEXT + 1, message, "Cut it into several steps or variables.")
    return _Parser(_tokens(text)).whole()


def _error(column: int, message: str, remedy: str) -> ConditionError:
    return ConditionError(Mistake(column, message, remedy))


def _tokens(text: str) -> list[Token]:
    tokens: list[Token] = []
    place = 0
    while True:
        found = _TOKEN.match(text, place)
        if found is None:
            raise _forbidden(text, place)
        kind = cast("_TokenKind", found.lastgroup)
        column, place = found.start(kind) + 1, found.end()
        part = found[kind]
        if kind == "call":
            argument = _argument(part, text, place)
            part, place = f"{part} {argument['id']}", argument.end()
        elif part == "=":
            part = "=="
        tokens.append(Token(kind, part, column))
        if kind == "end":
            return tokens


def _forbidden(text: str, place: int) -> ConditionError:
    place += len(text[place:]) - len(text[place:].lstrip())
    sign = text[place]
    remedy = _REMEDIES.get(sign, "Use names, numbers, < <= > >= == !=, and, or, not.")
    return _error(place + 1, f"“{sign}” cannot stand in a condition", remedy)


def _argument(function: str, text: str, place: int) -> re.Match[str]:
    if function not in FUNCTIONS:
        column = place - len(function) + 1
        raise _error(
            column, f"there is no function “{function}”", did_you_mean(function, FUNCTIONS)
        )
    found = _ARGUMENT.match(text, place)
    if found is None:
        message = f"“{function}” asks for one id in parentheses"
        raise _error(
            place + 1, message, f"Write it as {function}(some-id), without quotation marks."
        )
    return found


class _Parser:
    """Reads tokens from left to right, the loosest binding first."""

    def __init__(self, tokens: list[Token]) -> None:
        self._following = iter(tokens)
        self._next = next(self._following)
        self._depth = 0

    def whole(self) -> Part:
        if self._next.kind == "end":
            raise _error(1, "a condition is empty", "Write a comparison, as in mood < 40.")
        part = self._either()
        if self._next.text:
            raise self._unexpected("the condition ends, or and or or is missing")
        return part

    def _taken(self, texts: Container[str]) -> Token | None:
        """Take the next token if it is one of some words or symbols."""
        token = self._next
        if token.text not in texts:
            return None
        self._next = next(self._following, token)
        return token

    def _unexpected(self, expected: str) -> ConditionError:
        token = self._next
        if token.kind == "end":
            return _error(token.column, "the condition stops too early", f"Here {expected}.")
        remedy = f"Here {expected}."
        if token.text.lower() in _JOINING_WORDS:
            remedy = f"Write {token.text.lower()} in small letters, between two conditions."
        elif token.text in COMPARISONS:
            remedy = f"{remedy} At least is written >=, at most <=."
        return _error(token.column, f"“{token.text}” is not expected here", remedy)

    def _either(self) -> Part:
        operands = [self._both()]
        while self._taken(_OR):
            operands.append(self._both())
        return _joined("or", operands)

    def _both(self) -> Part:
        operands = [self._condition()]
        while self._taken(_AND):
            operands.append(self._condition())
        return _joined("and", operands)

    def _condition(self) -> Part:
        if word := self._taken(_NOT):
            with self._deeper(word):
                return Not(word.column, self._condition())
        return self._comparison()

    def _comparison(self) -> Part:
        first = self._sum()
        rest = []
        while operator := self._taken(COMPARISONS):
            rest.append((intern(operator.text), self._sum()))
        return Comparison(first.column, first, tuple(rest)) if rest else first

    def _sum(self) -> Part:
        first = self._product()
        rest = []
        while operator := self._taken(_SUMS):
            rest.append((operator.text, self._product()))
        return Arithmetic(first.column, first, tuple(rest)) if rest else first

    def _product(self) -> Part:
        first = self._signed()
        rest = []
        while operator := self._taken(_PRODUCTS):
            rest.append((operator.text, self._signed()))
        return Arithmetic(first.column, first, tuple(rest)) if rest else first

    def _signed(self) -> Part:
        if sign := self._taken(_SUMS):
            with self._deeper(sign):
                zero = Literally(sign.column, 0)
                return Arithmetic(sign.column, zero, ((sign.text, self._signed()),))
        return self._single()

    def _single(self) -> Part:
        if opening := self._taken(_OPENING):
            with self._deeper(opening):
                inside = self._either()
            if not self._taken(_CLOSING):
                raise self._unexpected("a closing parenthesis is missing")
            return inside
        token = self._next
        if token.kind in ("symbol", "end") or token.text in _JOINING_WORDS:
            raise self._unexpected("a name, a number or a parenthesis is expected")
        self._next = next(self._following)
        return _single(token)

    @contextmanager
    def _deeper(self, token: Token) -> Iterator[None]:
        self._depth += 1
        if self._depth > DEEPEST_NESTING:
            message = f"more than {DEEPEST_NESTING} parentheses or signs stand inside each other"
            raise _error(token.column, message, "Cut the condition into several.")
        yield
        self._depth -= 1


def _joined(word: Literal["and", "or"], operands: list[Part]) -> Part:
    return operands[0] if len(operands) == 1 else Joined(operands[0].column, word, tuple(operands))


def _single(token: Token) -> Part:
    if token.kind == "call":
        function, argument = token.text.split()
        return Call(token.column, intern(function), intern(argument))
    if token.kind == "number":
        return Literally(token.column, _number(token))
    if token.text in ("true", "false"):
        return Literally(token.column, token.text == "true")
    return Name(token.column, intern(token.text))


def _number(token: Token) -> int | float:
    number = float(token.text) if "." in token.text else int(token.text)
    if number > LARGEST_NUMBER:
        message = f"“{token.text[:12]}…” is too large"
        raise _error(token.column, message, f"The largest number is {LARGEST_NUMBER:,}.")
    return number
