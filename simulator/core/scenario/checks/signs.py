"""Finds slips of typing in every text: doubled words and spaces, quotation marks, capitals."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import pairwise
from operator import eq

from simulator.core.scenario.checks.walked import Texts, Walked
from simulator.core.scenario.faults import Fault, Path, shown

_TRADE_MARK = re.compile("[™®℠]")
_SUSPICIOUS = re.compile(r"[™®℠\[]|[A-Z]{3}|  |orem ")
"""A sign that every slip but a doubled word has; far quicker to look for."""

_CAPITALS = re.compile(r"\b[A-Z]{3,}(?:[ ,]+[A-Z]{2,}){2,}\b")
_TWO_SPACES = re.compile(r"(?<=\S) {2,}(?=\S)")
_THREE_CAPITALS = re.compile("[A-Z][A-Z][A-Z]")  # quicker to look for than with {3}
_LITTLE_WORDS = ("a", "an", "and", "for", "my", "of", "our", "the", "their", "to", "with", "your")
_TWICE = re.compile(rf"\b({'|'.join(_LITTLE_WORDS)})\s+\1\b", re.IGNORECASE)
_TO_FILL_IN = re.compile(
    r"\b(?:TODO|TBD|TBC|FIXME|XXX+)\b|(?i:lorem ipsum)"
    r"|\[(?i:name|customer|customer name|date|time|amount|number|price|company|product)\]"
)
_STRAIGHT = re.compile(r'(?<!\d)"')


def sign_faults(found: Walked) -> Iterator[Fault]:
    """Yield warnings and hints about single signs, each at its place in the text."""
    for path, text in found.places_of(_suspects(found.texts)):
        yield from _searched(path, text)
        if "“" in text or "”" in text or '"' in text:
            yield from _unmatched(path, text)
        if not text.isascii():
            yield from _apart(path, text)


def _suspects(texts: Texts) -> Iterator[str]:
    """Yield the texts in which a slip may be, found by a look at many at once."""
    simple, others, in_one = texts
    if '"' in in_one:
        yield from (text for text in simple if '"' in text)
    if any(sign in in_one for sign in ("[", "  ", "orem ")) or _THREE_CAPITALS.search(in_one):
        yield from (text for text in simple if _SUSPICIOUS.search(text))
    said = in_one.lower()
    if any(f" {word} {word} " in said for word in _LITTLE_WORDS):
        yield from (text for text in simple if _has_a_word_twice(text))
    yield from (text for text in others if _may_hold_a_slip(text))


def _may_hold_a_slip(text: str) -> bool:
    if "“" in text or "”" in text or '"' in text or not unicodedata.is_normalized("NFC", text):
        return True
    return _SUSPICIOUS.search(text) is not None or _has_a_word_twice(text)


def _searched(path: Path, text: str) -> Iterator[Fault]:
    if not _SUSPICIOUS.search(text) and not _has_a_word_twice(text):
        return
    for code, may_hold, pattern, message, remedy in _SLIPS:
        if may_hold(text) and (found := pattern.search(text)):
            told = message.format(shown(found[0]))
            yield Fault(code, path, told, remedy, character=found.start() + 1)


def _has_a_word_twice(text: str) -> bool:
    said = text.lower().split()
    if not any(map(eq, said, said[1:])):
        return False
    return any(one == other and one in _LITTLE_WORDS for one, other in pairwise(said))


_Slip = tuple[str, Callable[[str], bool], re.Pattern[str], str, str]

_SLIPS: tuple[_Slip, ...] = (
    (
        "RS512",
        lambda text: not text.isascii(),
        _TRADE_MARK,
        "{} is not said, and makes a real brand of it",
        "Leave the sign away, and invent the name.",
    ),
    (
        "RS513",
        lambda text: _THREE_CAPITALS.search(text) is not None,
        _CAPITALS,
        "{} stands in capital letters, which voices spell and eyes stumble over",
        "Write it in small letters; let the words be angry.",
    ),
    (
        "RS514",
        lambda text: "  " in text,
        _TWO_SPACES,
        "two spaces stand here",
        "Delete one.",
    ),
    (
        "RS516",
        _has_a_word_twice,
        _TWICE,
        "{} is one word too many",
        "Delete one of the two.",
    ),
    (
        "RS517",
        lambda text: "[" in text or _THREE_CAPITALS.search(text) is not None or "orem " in text,
        _TO_FILL_IN,
        "{} was left to be filled in",
        "Write what belongs here.",
    ),
)


def _unmatched(path: Path, text: str) -> Iterator[Fault]:
    opened, closed = text.count("“"), text.count("”")
    straight = len(_STRAIGHT.findall(text))
    if opened == closed and straight % 2 == 0 and not (opened and straight):
        return
    message = "the quotation marks do not match"
    if opened != closed:
        message = f"{opened} quotation marks are opened and {closed} closed"
    elif opened and straight:
        message = "curly and straight quotation marks stand in one text"
    place = min(at for at in map(text.find, '“”"') if at >= 0)
    yield Fault("RS515", path, message, "Close each, and use one kind.", character=place + 1)


def _apart(path: Path, text: str) -> Iterator[Fault]:
    if unicodedata.is_normalized("NFC", text):
        return
    joined = unicodedata.normalize("NFC", text)
    pairs = zip(text, joined, strict=False)
    place = next((at for at, (one, other) in enumerate(pairs) if one != other), 0)
    message = "a letter and its accent are two characters, which some programs do not find"
    yield Fault(
        "RS518", path, message, "Type the letter anew, or check with --fix.", character=place + 1
    )
