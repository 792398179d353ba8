"""Whether a colleague could act on what was written after the contact.

The checks look for words, not for meaning: they point at what is worth a second look and never
block. They know English; a note in another language gets what its figures and times allow.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from simulator.core.conversation.events import AfterRecord
from simulator.core.scenario.pronouns import Pronouns


@dataclass(frozen=True)
class NoteCheck:
    """One question about the record, and what was found.

    ``is_met`` is None while there is nothing yet to look at.
    """

    id: str
    title: str
    is_met: bool | None
    says: str


@dataclass(frozen=True)
class Flagged:
    """Words of the note worth changing: ``note[start:end]``.

    ``instead`` is a neutral beginning if it ends in "…", else advice.
    """

    start: int
    end: int
    words: str
    instead: str


_FEELING = re.compile(
    r"\b(?:feel\w*|felt|upset|frustrat\w+|angr\w+|worr\w+|disappoint\w+|let down|impatien\w+"
    r"|confus\w+|scep\w+|skep\w+|embarrass\w+|reliev\w+|calm\w*|pleased|happy|unhappy|anxious"
    r"|hurt|annoyed|delighted|sad|lost (?:trust|faith)|trust\w*|tired of|stress\w*|grateful"
    r"|doubt\w*|ashamed|scared|afraid|cross)\b",
    re.IGNORECASE,
)

_REASON = re.compile(
    r"\b(?:because|since|so that|due|after|as (?:she|he|they|we|the)|nobody|no one|never|missed"
    r"|lost|late|delay\w*|twice|again|wrong|broken|without|no (?:call|text|reply|answer|word)"
    r"|charged|waited|waiting|told|promised|cost\w*|unsafe|third|second)\b",
    re.IGNORECASE,
)

_DONE = re.compile(
    r"\b(?:sent|called|rang|phoned|emailed|texted|booked|rebooked|applied|credited|refunded"
    r"|ordered|arranged|agreed|offered|checked|confirmed|cancelled|changed|moved|asked|explained"
    r"|replaced|raised|opened|held|reserved|logged|paid|passed|gave|given|noted|apologised"
    r"|apologized|added|removed|corrected|spoke|set up|put (?:on|through|in))\b",
    re.IGNORECASE,
)

_JARGON = re.compile(
    r"\b(?:escalat\w+|triage\w*|ticket\w*|touch ?points?|stakeholders?|leverag\w+|actioned"
    r"|actioning|closed[- ]loop|deep[- ]dive|ping(?:ed)?|going forward|per policy|cust|cx|csat"
    r"|wrap[- ]up code|dispo\w*|churn\w*|deflect\w*|tier (?:one|two|three|\d))\b",
    re.IGNORECASE,
)

_INITIALS = re.compile(r"(?<![\w-])[A-Z]{2,5}s?(?![\w-])")

_KNOWN_INITIALS = frozenset(
    {"AM", "BST", "CD", "DVD", "EU", "FAQ", "GMT", "GP", "ID", "IT", "MP", "NHS", "OK", "PC"}
    | {"PDF", "PIN", "PM", "SMS", "TV", "UK", "US", "USB", "UTC", "VAT"}
)

_NEUTRAL = {
    "difficult": "{opening} {was} upset because…",
    "rude": "Quote what {subject} said",
    "aggressive": "Quote what {subject} said",
    "abusive": "Quote what {subject} said",
    "hysterical": "{opening} {was} very upset because…",
    "irrational": "Say what {subject} asked for",
    "unreasonable": "Say what {subject} asked for",
    "demanding": "{opening} asked for…",
    "pushy": "{opening} asked more than once for…",
    "moaning": "{opening} told us that…",
    "moaned": "{opening} told us that…",
    "whining": "{opening} told us that…",
    "ranting": "{opening} told us at length that…",
    "ranted": "{opening} told us at length that…",
    "kicked off": "{opening} raised {possessive} voice after…",
    "lazy": "Leave it out",
    "stupid": "Leave it out",
    "thick": "Leave it out",
    "clueless": "{opening} had not been told that…",
    "crazy": "{opening} {was} very upset because…",
    "mad": "{opening} {was} very angry because…",
    "drama": "{opening} {was} very upset because…",
    "overreacted": "{opening} {was} upset because…",
    "overreacting": "{opening} {was} upset because…",
    "nasty": "Quote what {subject} said",
    "timewaster": "Leave it out",
    "time-waster": "Leave it out",
    "nightmare": "Say what happened",
    "entitled": "Say what {subject} asked for",
    "obnoxious": "Quote what {subject} said",
    "impossible": "Say what {subject} asked for",
    "lied": "Say what {subject} told us and what we have on file",
    "lying": "Say what {subject} told us and what we have on file",
    "liar": "Say what {subject} told us and what we have on file",
    "claims": "{opening} told us that…",
}

_ABOUT_A_PERSON = "|".join(re.escape(word) for word in sorted(_NEUTRAL, key=len, reverse=True))
_JUDGING = re.compile(
    rf"\b(?:being (?:very |so |really )?)?(?P<word>{_ABOUT_A_PERSON})\b", re.IGNORECASE
)

_NOT_ABOUT_A_PERSON = re.compile(
    r"\b(?:entitled to|impossible to|difficult (?:to|for|because)|made it difficult"
    r"|(?:her|his|their|the|two|three|both|all|earlier|open|insurance|warranty) claims)\b",
    re.IGNORECASE,
)
"""Uses of these words that judge nobody, such as "entitled to a refund"."""


def judging_words(note: str, pronouns: Pronouns) -> tuple[Flagged, ...]:
    """Give the words of a note that judge the customer, each with a neutral way to put it."""
    harmless = [found.span() for found in _NOT_ABOUT_A_PERSON.finditer(note)]
    return tuple(
        Flagged(found.start(), found.end(), found.group(), _neutral(found["word"], pronouns))
        for found in _JUDGING.finditer(note)
        if not any(start < found.end() and found.start() < end for start, end in harmless)
    )


def _neutral(word: str, pronouns: Pronouns) -> str:
    return _NEUTRAL[word.lower()].format(
        opening=pronouns.opening,
        subject=pronouns.subject,
        possessive=pronouns.possessive,
        was=pronouns.was,
    )


def jargon(note: str) -> tuple[Flagged, ...]:
    """Give the words and initials of a note that somebody from another floor may not know."""
    return tuple(sorted((*_shop_talk(note), *_initials(note)), key=lambda flagged: flagged.start))


def _shop_talk(note: str) -> Iterator[Flagged]:
    for found in _JARGON.finditer(note):
        yield Flagged(found.start(), found.end(), found.group(), "Use a plain word")


def _initials(note: str) -> Iterator[Flagged]:
    if note.isupper():
        return
    for found in _INITIALS.finditer(note):
        if found.group().removesuffix("s") not in _KNOWN_INITIALS:
            yield Flagged(found.start(), found.end(), found.group(), "Write it out")


def note_checks(record: AfterRecord, pronouns: Pronouns) -> tuple[NoteCheck, ...]:
    """Look at a record with the eyes of the colleague who takes it up.

    Args:
        record: what was written so far.
        pronouns: of the customer, for the wording.

    Returns:
        Five checks, always in the same order.
    """
    return (
        _felt_and_why(record.note, pronouns),
        _what_was_done(record.note),
        _times(record),
        _no_judging(record.note, pronouns),
        _plain_words(record.note),
    )


def _felt_and_why(note: str, pronouns: Pronouns) -> NoteCheck:
    names_feeling = _FEELING.search(note) is not None
    names_reason = _REASON.search(note) is not None
    if names_feeling and names_reason:
        says = "The feeling and what was behind it are there."
    elif names_feeling:
        says = "The feeling is there. What was behind it?"
    elif names_reason:
        says = f"What happened is there. How did {pronouns.subject} take it?"
    else:
        says = "Name the feeling and what was behind it."
    is_met = (names_feeling and names_reason) if note.strip() else None
    return NoteCheck("felt", f"Says how {pronouns.subject} felt and why", is_met, says)


def _what_was_done(note: str) -> NoteCheck:
    is_met = _DONE.search(note) is not None
    says = "The next person can start from there." if is_met else "What did you do or agree?"
    return NoteCheck("done", "Says what was done", is_met if note.strip() else None, says)


def _times(record: AfterRecord) -> NoteCheck:
    made = [promise for promise in record.promises if promise.what.strip() or promise.quote]
    open_ones = [promise for promise in made if not promise.by.strip()]
    if not made:
        says = "No promise is logged."
    elif not open_ones:
        says = "Each can be kept, and checked."
    elif len(open_ones) == 1:
        says = f"“{_short(open_ones[0].what or open_ones[0].quote)}” has none yet."
    else:
        says = f"{len(open_ones)} promises have none yet."
    return NoteCheck("times", "Every promise has a time", not open_ones if made else None, says)


def _no_judging(note: str, pronouns: Pronouns) -> NoteCheck:
    flagged = judging_words(note, pronouns)
    title = f"Describes what happened, not {pronouns.object}"
    if not note.strip():
        return NoteCheck("judging", title, None, "Words that judge would show here.")
    if not flagged:
        return NoteCheck("judging", title, True, "Nothing in it judges the person.")
    first = flagged[0]
    quoted = first.words[:1].upper() + first.words[1:]
    advice = f"Try “{first.instead}”" if first.instead.endswith("…") else f"{first.instead}."
    return NoteCheck("judging", title, False, f"“{quoted}” judges {pronouns.object}. {advice}")


def _plain_words(note: str) -> NoteCheck:
    flagged = jargon(note)
    if not note.strip():
        return NoteCheck("jargon", "No jargon", None, "Shop talk would show here.")
    if not flagged:
        return NoteCheck("jargon", "No jargon", True, "Anyone on the floor can read it.")
    first = flagged[0]
    return NoteCheck("jargon", "No jargon", False, f"“{first.words}”: {first.instead.lower()}.")


def _short(text: str, longest: int = 40) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[: longest - 1].rsplit(' ', 1)[0]}…"
