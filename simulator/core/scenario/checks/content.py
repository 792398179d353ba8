"""Finds words that do harm: misspelt names, canned phrases, lines no voice can say."""

import re
from collections.abc import Iterator

from simulator.core.scenario.checks.names import misspelt_names
from simulator.core.scenario.checks.parts import texts
from simulator.core.scenario.checks.walked import Texts, Walked
from simulator.core.scenario.faults import Fault, Path, shown
from simulator.core.scenario.model import Scenario

LONGEST_LINE = 400
"""The most characters of a line that is spoken or said."""

LONGEST_SENTENCE = 30
"""The most words of a sentence that is easy to follow."""

CANNED_PHRASES = (
    "as per our policy",
    "at your earliest convenience",
    "for any inconvenience",
    "for the inconvenience",
    "how you must feel",
    "i completely understand your frustration",
    "i do apologise for any",
    "i understand how you feel",
    "i understand your frustration",
    "is there anything else i can help",
    "please be advised",
    "please do not hesitate",
    "rest assured",
    "thank you for your patience",
    "we value your",
    "your call is important",
    "your satisfaction is our",
    "your query has been",
)
"""Phrases that would fit any customer, in small letters."""

_PARTS_WITH_LINES = {"customer", "briefing", "steps", "endings"}
_SPOKEN = {"says", "says_if", "answer", "tells", "quote"}
_UNSPEAKABLE = re.compile(
    "(?P<address>https?://|www\\.|(?<![^\\s@])[^\\s@]+@[^\\s@]+\\.\\w)"
    "|(?P<tag></?[A-Za-z][^<>]*>)"
    "|(?P<picture>[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\u2b55\ufe0f\u200d])"
    "|(?P<control>[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff])"
)
_SUSPICIOUS = re.compile(
    "[/@<\U0001f000-\U0001faff\u2600-\u27bf\u2b50\u2b55\ufe0f\u200d"
    "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]"
)
"""A sign that everything unspeakable has, but for “www.”; far quicker to look for."""

_UNSPEAKABLE_WORDS = {
    "address": ("an address on the net", "Say it in words, as in “on our site”."),
    "tag": ("a mark in angle brackets", "Write plain text; emphasis comes from the words."),
    "picture": ("a picture sign", "Say it in words."),
    "control": ("a character that cannot be shown", "Delete it."),
}
_SENTENCE_END = re.compile(r"[.!?:;…\n]+")
_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")


def content_faults(found: Walked) -> Iterator[Fault]:
    """Yield warnings and hints about wordings."""
    for path, text in found.places_of(_hard_to_say(found.texts)):
        if _is_said(path):
            yield from _unspeakable(path, text)
            if " " in text:
                yield from _long(path, text)
    yield from misspelt_names(found)
    yield from _canned(found)
    yield from _dates(found.scenario)


def _hard_to_say(texts: Texts) -> Iterator[str]:
    """Yield the texts in which a closer look may find something."""
    simple, others, in_one = texts
    yield from (text for text in simple if len(text) > _SHORT and _is_long(text))
    for sign in ("/", "@", "<", "www."):
        if sign in in_one:
            yield from (text for text in simple if sign in text)
    for text in others:
        if not text.isprintable() or _is_long(text) or _SUSPICIOUS.search(text) or "www." in text:
            yield text


def _is_long(text: str) -> bool:
    return len(text) > LONGEST_LINE or text.count(" ") >= LONGEST_SENTENCE


_SHORT = 2 * LONGEST_SENTENCE
"""A text of no more characters has no sentence of too many words."""


def _is_said(path: Path) -> bool:
    """Tell the lines somebody says: the customer's, and the replies on offer."""
    if _SPOKEN.isdisjoint(path) or path[0] not in _PARTS_WITH_LINES:
        return False
    return path[0] != "briefing" or "tells" in path


def _model_lines(found: Walked) -> Iterator[tuple[Path, str]]:
    for step_id, step in found.scenario.steps.items():
        base: Path = ("steps", step_id)
        yield (*base, "better"), step.better
        for place, need in enumerate(step.needs):
            yield from texts(need.like, (*base, "needs", place, "like"))
        best = found.best[step_id]
        for place, reply in enumerate(step.replies):
            if reply is best:
                yield (*base, "replies", place, "says"), reply.says
                yield from texts(reply.also, (*base, "replies", place, "also"))


def _plain(text: str) -> str:
    return text.lower().replace("’", "'").replace("apologize", "apologise")


def _canned(found: Walked) -> Iterator[Fault]:
    said = _plain("\n".join([text for _, text in _model_lines(found)]))
    if not any(phrase in said for phrase in CANNED_PHRASES):
        return
    for path, text in _model_lines(found):
        plain = _plain(text)
        for phrase in CANNED_PHRASES:
            if phrase in plain:
                message = f"“{phrase}” is a canned phrase, and this line is a model"
                remedy = "Say what happened to this customer instead."
                yield Fault("RS502", path, message, remedy)


def _unspeakable(path: Path, text: str) -> Iterator[Fault]:
    if not _SUSPICIOUS.search(text) and "www." not in text:
        return
    found = _UNSPEAKABLE.search(text)
    if found and found.lastgroup:
        what, remedy = _UNSPEAKABLE_WORDS[found.lastgroup]
        message = f"a voice cannot read {what} ({shown(found[0])})"
        yield Fault("RS503", path, message, remedy, character=found.start() + 1)


def _long(path: Path, text: str) -> Iterator[Fault]:
    if len(text) > LONGEST_LINE:
        message = f"the line has {len(text):,} characters; people say {LONGEST_LINE} at most"
        yield Fault("RS504", path, message, "Shorten it, or cut it into two steps.")
    if text.isprintable() and text.count(" ") < LONGEST_SENTENCE:
        return
    most = max(len(sentence.split()) for sentence in _SENTENCE_END.split(text))
    if most > LONGEST_SENTENCE:
        message = f"a sentence of {most} words is hard to follow"
        yield Fault("RS505", path, message, f"Keep sentences under {LONGEST_SENTENCE} words.")


def _dates(scenario: Scenario) -> Iterator[Fault]:
    for path, text in texts(scenario.customer, ("customer",)):
        if path[-1] == "on" and _DATE.fullmatch(text):
            message = f"“{text}” is not a day of the calendar"
            yield Fault("RS506", path, message, "Write year-month-day, as in 2026-03-03.")
