"""Reads the conditions and sums of Yarn Spinner into sayings, as far as they can be said."""

import re
from collections.abc import Callable, Mapping

from simulator.storage.importing.saying import (
    Kind,
    Saying,
    combined,
    joined,
    literal,
    opposite,
    variable,
)

DEEPEST_NESTING = 30
"""How many parentheses and negations may stand inside each other."""

LONGEST_TEXT = 2_000
"""The most characters of a condition that are read."""

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d{1,9}(?:\.\d{1,6})?)|(?P<text>\"[^\"]*\")|(?P<variable>\$\w+)"
    r"|(?P<word>[^\W\d]\w*)|(?P<symbol><=|>=|==|!=|&&|\|\||[-+*/%<>=!^(),.]))"
)
_SAME = {
    "is": "==",
    "eq": "==",
    "neq": "!=",
    "gt": ">",
    "gte": ">=",
    "lt": "<",
    "lte": "<=",
    "=": "==",
    "&&": "and",
    "||": "or",
    "!": "not",
}
_COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")

Call = Callable[[str, str], Saying | None]
"""Says what a function gives, from its name and the text in its parentheses."""


class _UnsayableError(Exception):
    pass


def said(text: str, kinds: Mapping[str, Kind], call: Call) -> Saying | None:
    """Say a condition or sum; None if our language has no words for it."""
    if len(text) > LONGEST_TEXT:
        return None
    try:
        return _Reader(_tokens(text), kinds, call).whole()
    except _UnsayableError:
        return None


def _tokens(text: str) -> list[tuple[str, str]]:
    found, place = [], 0
    while place < len(text.rstrip()):
        match = _TOKEN.match(text, place)
        if match is None or match.lastgroup is None:
            raise _UnsayableError
        token = match[match.lastgroup]
        is_text = match.lastgroup == "text"
        found.append((match.lastgroup, token if is_text else _SAME.get(token, token)))
        place = match.end()
    return [*found, ("end", "")]


class _Reader:
    """Reads tokens from left to right, the loosest binding first."""

    def __init__(
        self, tokens: list[tuple[str, str]], kinds: Mapping[str, Kind], call: Call
    ) -> None:
        self._tokens = tokens
        self._kinds = kinds
        self._call = call
        self._place = 0
        self._depth = 0

    def whole(self) -> Saying | None:
        saying = self._either()
        if self._kind != "end":
            raise _UnsayableError
        return saying

    @property
    def _kind(self) -> str:
        return self._tokens[self._place][0]

    def _taken(self, *texts: str) -> str | None:
        kind, text = self._tokens[self._place]
        if kind in ("word", "symbol") and text in texts:
            self._place += 1
            return text
        return None

    def _either(self) -> Saying | None:
        parts = [self._both()]
        while self._taken("or"):
            parts.append(self._both())
        return parts[0] if len(parts) == 1 else joined("or", parts)

    def _both(self) -> Saying | None:
        parts = [self._comparison()]
        while self._taken("and"):
            parts.append(self._comparison())
        return parts[0] if len(parts) == 1 else joined("and", parts)

    def _comparison(self) -> Saying | None:
        left = self._sum()
        while operator := self._taken(*_COMPARISONS):
            left = combined(operator, left, self._sum())
        return left

    def _sum(self) -> Saying | None:
        left = self._product()
        while operator := self._taken("+", "-"):
            left = combined(operator, left, self._product())
        return left

    def _product(self) -> Saying | None:
        left = self._single()
        while operator := self._taken("*", "/", "%"):
            left = combined(operator, left, self._single())
        return left

    def _single(self) -> Saying | None:
        self._depth += 1
        if self._depth > DEEPEST_NESTING:
            raise _UnsayableError
        try:
            return self._bare()
        finally:
            self._depth -= 1

    def _bare(self) -> Saying | None:
        if self._taken("not"):
            return opposite(self._single())
        if self._taken("-"):
            return combined("-", literal(0), self._single())
        if self._taken("("):
            inside = self._either()
            if not self._taken(")"):
                raise _UnsayableError
            return inside
        kind, text = self._tokens[self._place]
        self._place += 1
        return self._value(kind, text)

    def _value(self, kind: str, text: str) -> Saying | None:
        if kind == "number":
            return literal(float(text) if "." in text else int(text))
        if kind == "text":
            return literal(text[1:-1])
        if kind == "variable":
            name = text[1:]
            return variable(name, self._kinds[name]) if name in self._kinds else None
        return self._named(kind, text)

    def _named(self, kind: str, text: str) -> Saying | None:
        if kind != "word":
            raise _UnsayableError
        if text in ("true", "false"):
            return literal(text == "true")
        if not self._taken("("):
            raise _UnsayableError
        argument_kind, argument = self._tokens[self._place]
        self._place += argument_kind != "end"
        if argument_kind != "text" or not self._taken(")"):
            raise _UnsayableError
        return self._call(text, argument[1:-1])
