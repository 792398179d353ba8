"""Amounts, dates, times and weekdays in a text, so that a reply can be compared with the facts."""

import re
from dataclasses import dataclass

from simulator.language.patterns import NUMBER_WORDS
from simulator.language.text import Text

_UNITS = {word: value for value, word in enumerate(NUMBER_WORDS[:20], start=1)}
_TENS = {word: 10 * value for value, word in enumerate(NUMBER_WORDS[19:27], start=2)}
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_DAY_SHORT = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thurs": 3, "fri": 4}
_COUNTED = r"\d[\d,]{0,12}(?:\.\d{1,4})?"
_FINDERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("clock", re.compile(r"(?<![\w.])(?:half past|quarter past|quarter to) (\w+)")),
    ("clock", re.compile(r"(?<![\w.£$€])(\d{1,2})(?:[:.](\d\d))? ?(am|pm|o'clock)(?!\w)")),
    ("clock", re.compile(r"(?<![\w.£$€])([01]?\d|2[0-3]):([0-5]\d)(?!\w)")),
    ("percent", re.compile(rf"(?<![\w.])({_COUNTED}) ?(?:%|per ?cent)")),
    ("money", re.compile(rf"[£$€] ?({_COUNTED})")),
    (
        "money",
        re.compile(rf"(?<![\w.])({_COUNTED}) ?(?:euros?|pounds?|dollars?|quid|gbp|usd|eur)(?!\w)"),
    ),
    ("money", re.compile(rf"(?<!\w)(?:eur|gbp|usd) ({_COUNTED})")),
    (
        "date",
        re.compile(
            rf"(?<![\w.])(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS})(?!\w)"
            r"|(?<![\w.])(\d{1,2})(?:st|nd|rd|th)(?!\w)"
        ),
    ),
    ("days", re.compile(r"(?<![\w.])(\d{1,4})[- ](?:working |business )?days?(?!\w)")),
    ("minutes", re.compile(r"(?<![\w.])(\d{1,4})[- ]?(?:minutes?|mins?)(?!\w)")),
    ("hours", re.compile(r"(?<![\w.])(\d{1,4})[- ]?(?:hours?|hrs?)(?!\w)")),
    ("number", re.compile(rf"(?<![\w])({_COUNTED})(?![\d])")),
)
COMPARABLE = frozenset(["money", "percent", "clock", "weekday", "date", "days"])
"""Kinds of which a reply may not state another than the facts do."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its kind. A clock time counts minutes from midnight in twelve hours."""

    kind: str
    value: float
    start: int
    end: int


def quantities(text: Text) -> list[Quantity]:
    """Find every quantity, left to right; each stretch counts once, by its most telling kind."""
    found: list[Quantity] = []
    taken = bytearray(len(text.folded))
    for kind, finder in _FINDERS:
        for match in finder.finditer(text.folded):
            if any(taken[match.start() : match.end()]):
                continue
            value = _value(kind, match)
            if value is not None:
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                found.append(Quantity(kind, value, *match.span()))
    found += _in_words(text, taken)
    return sorted(found, key=lambda quantity: quantity.start)


def _value(kind: str, match: re.Match[str]) -> float | None:
    first = next((group for group in match.groups() if group), "")
    if kind == "clock":
        return _clock(match)
    try:
        return float(first.replace(",", ""))
    except ValueError:
        return None


def _clock(match: re.Match[str]) -> float | None:
    first = match[1]
    hour = int(first) if first.isdigit() else _UNITS.get(first)
    if hour is None or hour > 24:
        return None
    spoken = {"half past": 30, "quarter past": 15, "quarter to": -15}
    for phrase, shift in spoken.items():
        if match[0].startswith(phrase):
            return float((hour * 60 + shift) % 720)
    minutes = int(match[2]) if match.re.groups >= 2 and match[2] else 0
    return float((hour * 60 + minutes) % 720)


def _in_words(text: Text, taken: bytearray) -> list[Quantity]:
    found: list[Quantity] = []
    words = text.words
    for place, word in enumerate(words):
        weekday = _weekday(word.text)
        if weekday is not None:
            found.append(Quantity("weekday", float(weekday), word.start, word.end))
            continue
        value = _UNITS.get(word.text) or _TENS.get(word.text)
        if value is None or taken[word.start]:
            continue
        if word.text in _UNITS and place and words[place - 1].text in _TENS:
            continue
        end = word.end
        if word.text in _TENS and place + 1 < len(words) and words[place + 1].text in _UNITS:
            value += _UNITS[words[place + 1].text]
            end = words[place + 1].end
        found.append(Quantity("number", float(value), word.start, end))
    return found


def _weekday(word: str) -> int | None:
    name = word.split("'", maxsplit=1)[0]
    if name in _DAYS:
        return _DAYS.index(name)
    return _DAY_SHORT.get(name)


def agrees(said: Quantity, known: list[Quantity]) -> bool:
    """Whether a quantity is among the known ones, of whatever kind, or follows from two of them.

    A day of the week is only ever that: its place in the week is no number to reckon with.
    """
    is_day = said.kind == "weekday"
    known = [it for it in known if (it.kind == "weekday") == is_day]
    if said.value in {it.value for it in known} or _is_time_among(said, known):
        return True
    return said.kind in ("money", "number") and _follows(said.value, known[:24])


def _is_time_among(said: Quantity, known: list[Quantity]) -> bool:
    """Whether "10.15" or "half ten" names a time that is known, or the other way round."""
    if said.kind not in ("number", "clock"):
        return False
    return any(
        _minutes(said) == _minutes(it)
        for it in known
        if it.kind in ("number", "clock") and "clock" in (it.kind, said.kind)
    )


def _minutes(quantity: Quantity) -> float:
    if quantity.kind == "clock":
        return quantity.value
    hours, part = divmod(quantity.value, 1)
    return (hours * 60 + round(part * 100)) % 720


def _follows(value: float, known: list[Quantity]) -> bool:
    shares = [it.value / 100 for it in known if it.kind == "percent"]
    values = [it.value for it in known]
    sums = {round(one + sign * other, 2) for one in values for other in values for sign in (1, -1)}
    return round(value, 2) in sums | {round(one * share, 2) for one in values for share in shares}
