"""Phrases as trainers write them, turned into something that can be searched for quickly.

A pattern is plain words with a few signs, so that the cue lists can be read and extended by hand:

======================  =================================================================
``you should have``     these words in this order; commas between them do not matter
``(have|'ve got)``      one of several
``[just|already]``      one of several, or nothing
``apolog~``             any word that begins so
``*``                   up to four words
``{number}``            a number, a time or an amount, in digits or in words
``{will}``              one of the phrases of a group named in ``groups.yaml``
``^ ... $`` ``... ?``   at the start of a sentence, at its end, in a question
======================  =================================================================

A pattern is only tried where its first word stands and never looks beyond its sentence, so the time
grows with the length of the text and not with its square.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from simulator.language.text import Text, Word

_BETWEEN = r"[^\w.!?…\n]{1,4}"
_GAP = rf"(?:{_BETWEEN}[^\W_]{{1,30}}(?:['.,:][^\W_]{{1,20}})?){{0,4}}?"
_REST = _GAP.removesuffix("?")
NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred half noon midday midnight"
).split()
_NUMBER = (
    r"(?:\d[\d.,:]*(?: ?(?:%|am|pm|p|c|euros?|pounds?|dollars?)(?![^\W_]))?|(?:"
    + "|".join(NUMBER_WORDS)
    + r")(?![^\W_]))"
)
_SIGNS = re.compile(r"\s*(\{\w+\}|[()\[\]|?^$*]|[^\s()\[\]|?^$*{}]+)")
_STEM_LETTERS = 3
_ANY_NUMBER = "{number}"
_AT_END = r"(?=[^\w.!?…\n]{0,3}(?:[.!?…\n]|\Z))"
_IN_QUESTION = r"(?=[^.!?\n]{0,120}\?)"


class PatternError(ValueError):
    """A pattern of a cue list that cannot be read; the message names it."""


@dataclass(frozen=True)
class _Part:
    """A piece of a pattern as a regular expression, with the keys of the words it can begin with."""

    expression: str
    begins: frozenset[str]
    can_be_empty: bool = False


class _Reader:
    """Reads one pattern by descending through its brackets."""

    def __init__(self, pattern: str, groups: Mapping[str, Sequence[str]]) -> None:
        self._pattern = pattern
        self._groups = groups
        self._signs = _SIGNS.findall(pattern)
        self._at = 0

    def read(self) -> _Part:
        part = self._sequence()
        if self._at != len(self._signs) or not part.begins or part.can_be_empty:
            raise PatternError(f"This pattern cannot be read: {self._pattern}")
        return part

    def _sequence(self) -> _Part:
        expression, begins, begun = "", frozenset[str](), False
        while self._at < len(self._signs) and self._signs[self._at] not in (")", "]", "|"):
            sign = self._signs[self._at]
            self._at += 1
            if sign in _LOOKS_AHEAD:
                expression += _LOOKS_AHEAD[sign]
                continue
            if sign == "*":
                expression += _GAP if self._goes_on() else _REST
                continue
            part = self._part(sign)
            if not begun:
                begins |= part.begins
            expression += _appended(part, begun=begun)
            begun = begun or not part.can_be_empty
        return _Part(expression, begins, can_be_empty=not begun)

    def _goes_on(self) -> bool:
        return self._at < len(self._signs) and self._signs[self._at] not in (")", "]", "|", "?", "$")

    def _part(self, sign: str) -> _Part:
        if sign in ("(", "["):
            return self._choice(")" if sign == "(" else "]")
        if sign == _ANY_NUMBER:
            return _Part(_NUMBER, frozenset([_ANY_NUMBER]))
        if sign.startswith("{"):
            return self._group(sign[1:-1])
        if sign.endswith("~"):
            stem = sign[:-1]
            return _Part(re.escape(stem) + r"[^\W_]{0,20}", frozenset([stem[:_STEM_LETTERS] + "~"]))
        word = re.escape(sign).replace("'", "'?")
        return _Part(rf"{word}(?![^\W_]|'[^\W_])", frozenset([sign.replace("'", "")]))

    def _choice(self, closing: str) -> _Part:
        options = [self._sequence()]
        while self._at < len(self._signs) and self._signs[self._at] == "|":
            self._at += 1
            options.append(self._sequence())
        if self._at >= len(self._signs) or self._signs[self._at] != closing:
            raise PatternError(f"A bracket is not closed in this pattern: {self._pattern}")
        self._at += 1
        return _one_of(options, can_be_empty=closing == "]")

    def _group(self, name: str) -> _Part:
        if name not in self._groups:
            raise PatternError(f"There is no group {{{name}}}, used in the pattern: {self._pattern}")
        options = [_Reader(phrase, self._groups).read() for phrase in self._groups[name]]
        return _one_of(options, can_be_empty=False)


_LOOKS_AHEAD = {"$": _AT_END, "?": _IN_QUESTION}


def _one_of(options: Sequence[_Part], *, can_be_empty: bool) -> _Part:
    begins = frozenset[str]().union(*(option.begins for option in options))
    expression = "(?:" + "|".join(option.expression for option in options) + ")"
    return _Part(expression, begins, can_be_empty)


def _appended(part: _Part, *, begun: bool) -> str:
    if not part.can_be_empty:
        return (_BETWEEN if begun else "") + part.expression
    if begun:
        return f"(?:{_BETWEEN}{part.expression})?"
    return f"(?:{part.expression}{_BETWEEN})?"


@dataclass(frozen=True)
class Pattern:
    """One pattern with the name of the cue it stands for."""

    name: str
    written: str
    groups: Mapping[str, Sequence[str]] = field(repr=False, hash=False, compare=False)

    @property
    def opens_sentence(self) -> bool:
        """Whether it only counts at the start of a sentence."""
        return self.written.lstrip().startswith("^")

    @cached_property
    def _part(self) -> _Part:
        return _Reader(self.written.lstrip(" ^"), self.groups).read()

    @property
    def begins(self) -> frozenset[str]:
        """The keys under which it is filed: first words, first letters of stems, any number."""
        return self._part.begins

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The regular expression, made when it is first needed."""
        return re.compile(self._part.expression)


@dataclass(frozen=True, slots=True)
class Match:
    """A place where a pattern was found."""

    name: str
    start: int
    end: int

    def overlaps(self, other: "Match") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


class PatternIndex:
    """Patterns filed by their first word."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._by_key: dict[str, list[Pattern]] = {}
        for pattern in patterns:
            for key in sorted(pattern.begins):
                self._by_key.setdefault(key, []).append(pattern)

    def matches(self, text: Text) -> Iterator[Match]:
        """Give every match in the text, from left to right; matches may overlap."""
        starts = {sentence.first for sentence in text.sentences}
        for place, word in enumerate(text.words):
            for pattern in self._candidates(word):
                if pattern.opens_sentence and place not in starts:
                    continue
                found = pattern.expression.match(text.folded, word.start)
                if found:
                    yield Match(pattern.name, word.start, found.end())

    def _candidates(self, word: Word) -> Iterator[Pattern]:
        key = word.key
        yield from self._by_key.get(key, ())
        yield from self._by_key.get(key[:_STEM_LETTERS] + "~", ())
        if key[0].isdigit() or key in NUMBER_WORDS:
            yield from self._by_key.get(_ANY_NUMBER, ())
