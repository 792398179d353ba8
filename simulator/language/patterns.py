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
from dataclasses import dataclass
from functools import cached_property, lru_cache

from simulator.language.text import Text

_BETWEEN = r"[^\w.!?…\n]{1,4}"
_GAP = rf"(?:{_BETWEEN}[^\W_]{{1,30}}(?:['.,:][^\W_]{{1,20}})?){{0,4}}?"
_REST = _GAP.removesuffix("?")
NUMBER_WORDS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
    "half", "noon", "midday", "midnight",
)  # fmt: skip
_NUMBER_KEYS = frozenset(NUMBER_WORDS)
_NUMBER = (
    r"(?:\d[\d.,:]{0,12}(?: ?(?:%|am|pm|p|c|euros?|pounds?|dollars?)(?![^\W_]))?|(?:"
    + "|".join(NUMBER_WORDS)
    + r")(?![^\W_]))"
)
_SIGNS = re.compile(r"\s*(\{\w+\}|[()\[\]|?^$*]|[^\s()\[\]|?^$*{}]+)")
_STEM_LETTERS = 3
_ANY_NUMBER = "{number}"
_WORD_TAIL = r"(?![^\W_]|'[^\W_])"
_STEM_TAIL = r"[^\W_]{0,20}"
_AT_END = r"(?=[^\w.!?…\n]{0,3}(?:[.!?…\n]|\Z))"
_IN_QUESTION = r"(?=[^.!?\n]{0,120}\?)"


class PatternError(ValueError):
    """A pattern of a cue list that cannot be read; the message names it."""


_Openings = Mapping[str, frozenset[str | None]]
"""First words with the second words that may follow each; None: that first word may stand alone."""

_ANY: frozenset[str | None] = frozenset(["*"])


@dataclass(frozen=True)
class _Part:
    """A piece of a pattern as a regular expression, with the words it can open with.

    ``needs`` are sets of words of which a text must have one each, or the part cannot match it.
    ``tail`` is how the expression ends when it is one word, so that a choice of many can share it.
    """

    body: str
    openings: _Openings
    needs: tuple[frozenset[str], ...] = ()
    can_be_empty: bool = False
    tail: str = ""

    @property
    def expression(self) -> str:
        return self.body + self.tail


class _Reader:
    """Reads patterns by descending through their brackets."""

    def __init__(self, groups: Mapping[str, Sequence[str]]) -> None:
        self._groups = groups
        self._read_groups: dict[str, _Part] = {}
        self._pattern = ""
        self._signs: list[str] = []
        self._at = 0

    def read(self, pattern: str) -> _Part:
        outer = self._pattern, self._signs, self._at
        self._pattern, self._signs, self._at = pattern, _SIGNS.findall(pattern), 0
        part = self._sequence()
        if self._at != len(self._signs) or not part.openings or part.can_be_empty:
            raise PatternError(f"This pattern cannot be read: {pattern}")
        self._pattern, self._signs, self._at = outer
        return part

    def _sequence(self) -> _Part:
        expression, begun = "", False
        openings: _Openings = {}
        parts: list[_Part] = []
        while self._at < len(self._signs) and self._signs[self._at] not in (")", "]", "|"):
            sign = self._signs[self._at]
            self._at += 1
            if sign in _LOOKS_AHEAD:
                expression += _LOOKS_AHEAD[sign]
            elif sign == "*":
                expression += _GAP if self._goes_on() else _REST
                openings = {first: seconds | _ANY for first, seconds in openings.items()}
            else:
                part = self._part(sign)
                openings = _opened(openings, part, begun=begun)
                parts.append(part)
                expression += _appended(part, begun=begun)
                begun = begun or not part.can_be_empty
        if len(parts) == 1 and expression == parts[0].expression:
            return parts[0]
        needs = tuple(need for part in parts if not part.can_be_empty for need in part.needs)
        return _Part(expression, openings, needs, can_be_empty=not begun)

    def _goes_on(self) -> bool:
        return self._at < len(self._signs) and self._signs[self._at] not in (
            ")",
            "]",
            "|",
            "?",
            "$",
        )

    def _part(self, sign: str) -> _Part:
        if sign in ("(", "["):
            return self._choice(")" if sign == "(" else "]")
        if sign == _ANY_NUMBER:
            return _Part(_NUMBER, {_ANY_NUMBER: _ALONE}, (frozenset([_ANY_NUMBER]),))
        if sign.startswith("{"):
            return self._group(sign[1:-1])
        if sign.endswith("~"):
            return _word_part(
                re.escape(sign[:-1]), sign[:_STEM_LETTERS].rstrip("~") + "~", _STEM_TAIL
            )
        return _word_part(re.escape(sign).replace("'", "'?"), sign.replace("'", ""), _WORD_TAIL)

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
            raise PatternError(
                f"There is no group {{{name}}}, used in the pattern: {self._pattern}"
            )
        if name not in self._read_groups:
            options = [self.read(phrase) for phrase in self._groups[name]]
            self._read_groups[name] = _one_of(options, can_be_empty=False)
        return self._read_groups[name]


_ALONE: frozenset[str | None] = frozenset([None])
_LOOKS_AHEAD = {"$": _AT_END, "?": _IN_QUESTION}


def _one_of(options: Sequence[_Part], *, can_be_empty: bool) -> _Part:
    openings: dict[str, frozenset[str | None]] = {}
    for option in options:
        for first, seconds in option.openings.items():
            openings[first] = openings.get(first, frozenset()) | seconds
    longer = [option.expression for option in options if not option.tail]
    shared = [
        f"(?:{'|'.join(option.body for option in options if option.tail == tail)}){tail}"
        for tail in (_WORD_TAIL, _STEM_TAIL)
        if any(option.tail == tail for option in options)
    ]
    first_needs = [option.needs[0] if option.needs else frozenset[str]() for option in options]
    needs = (frozenset[str]().union(*first_needs),) if all(first_needs) else ()
    return _Part(f"(?:{'|'.join(longer + shared)})", openings, needs, can_be_empty)


def _word_part(body: str, key: str, tail: str) -> _Part:
    return _Part(body, {key: _ALONE}, (frozenset([key]),), tail=tail)


def _opened(before: _Openings, part: _Part, *, begun: bool) -> _Openings:
    """The openings of what stands before, followed by one more part."""
    firsts = frozenset[str | None](part.openings)
    openings: dict[str, frozenset[str | None]] = {}
    for first, seconds in before.items():
        kept = seconds if part.can_be_empty else seconds - _ALONE
        openings[first] = kept | firsts if None in seconds else seconds
    if not begun:
        for first, seconds in part.openings.items():
            openings[first] = openings.get(first, frozenset()) | seconds
    return openings


def _appended(part: _Part, *, begun: bool) -> str:
    if not part.can_be_empty:
        return (_BETWEEN if begun else "") + part.expression
    if begun:
        return f"(?:{_BETWEEN}{part.expression})?"
    return f"(?:{part.expression}{_BETWEEN})?"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern with the name of the cue it stands for."""

    name: str
    written: str


class _Filed:
    """A pattern under one of its first words, with the second words that may follow there."""

    def __init__(self, pattern: Pattern, part: _Part, seconds: frozenset[str | None]) -> None:
        self.name = pattern.name
        self.opens_sentence = pattern.written.lstrip().startswith("^")
        self.seconds = seconds
        self.any_second = None in seconds or "*" in seconds
        self.part = part

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The regular expression, made when it is first needed."""
        return re.compile(self.part.expression)


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

    def __init__(self, patterns: Iterable[Pattern], groups: Mapping[str, Sequence[str]]) -> None:
        """File the patterns.

        Args:
            patterns: those to look for.
            groups: the phrases of each group that the patterns name.
        """
        reader = _Reader(groups)
        self._by_key: dict[str, list[_Filed]] = {}
        for pattern in patterns:
            part = reader.read(pattern.written.lstrip(" ^"))
            for first, seconds in part.openings.items():
                self._by_key.setdefault(first, []).append(_Filed(pattern, part, seconds))

    def matches(self, text: Text) -> Iterator[Match]:
        """Give every match in the text, from left to right; matches may overlap."""
        starts = {sentence.first for sentence in text.sentences}
        keys = [_keys(word.key) for word in text.words]
        present = frozenset(key for of_word in keys for key in of_word)
        possible = {key: self._possible(key, present) for key in present}
        for place, word in enumerate(text.words):
            following = keys[place + 1] if place + 1 < len(keys) else ()
            for filed in (filed for key in keys[place] for filed in possible[key]):
                if filed.opens_sentence and place not in starts:
                    continue
                if not filed.any_second and filed.seconds.isdisjoint(following):
                    continue
                found = filed.expression.match(text.folded, word.start)
                if found:
                    yield Match(filed.name, word.start, found.end())

    def _possible(self, key: str, present: frozenset[str]) -> list[_Filed]:
        """The patterns filed under a key for which the text has all the words they need."""
        return [
            filed
            for filed in self._by_key.get(key, ())
            if not any(present.isdisjoint(need) for need in filed.part.needs)
        ]


@lru_cache(maxsize=4096)
def _keys(word: str) -> tuple[str, ...]:
    """All keys under which a pattern that begins with this word can be filed."""
    if word[0].isdigit() or word in _NUMBER_KEYS:
        return (word, word[:_STEM_LETTERS] + "~", _ANY_NUMBER)
    return (word, word[:_STEM_LETTERS] + "~")
