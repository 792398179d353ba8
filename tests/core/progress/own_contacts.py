"""Contacts with replies in a trainee's own words, and signs that a few plain patterns find."""

import re
from datetime import UTC, datetime, timedelta

from simulator.core.progress.habits import Contact, OwnReply, Sign, SignFound
from simulator.core.scoring.evidence import Evidence
from simulator.core.scoring.rubric import Skill

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

_WORDS = {
    Sign.GOODWILL: "voucher|discount",
    Sign.UNDERSTAND_BUT: "I understand, but",
    Sign.AS_I_SAID: "As I said",
    Sign.APOLOGY: "[Ss]orry",
    Sign.SMALL_TALK: "You're welcome|Have a nice day",
}


def signs(text: str) -> tuple[SignFound, ...]:
    """Find the words above."""
    found = [
        SignFound(sign, *place.span())
        for sign, words in _WORDS.items()
        for place in re.finditer(words, text)
    ]
    return tuple(sorted(found, key=lambda sign: sign.start))


def nearness(text: str, wordings: tuple[str, ...]) -> float:
    """Give the share of words that two texts have in common."""
    said = set(text.split())
    return max(len(said & set(w.split())) / len(said | set(w.split())) for w in wordings)


def reply(text: str, *, turn: int = 1, met: tuple[tuple[str, str], ...] = (), **more: object):
    """Give a reply; ``met`` pairs quotes from it with the cue they are evidence of."""
    evidence = tuple(_evidence(text, quote, cue) for quote, cue in met)
    return OwnReply(turn=turn, text=text, evidence=evidence, **more)


def contact(number: int, *replies: str | OwnReply, **changes: object) -> Contact:
    """Give the contact of one day with a customer of its own."""
    own = tuple(
        reply(each, turn=turn) if isinstance(each, str) else each
        for turn, each in enumerate(replies, 1)
    )
    whole: dict[str, object] = {
        "attempt_id": f"a{number}",
        "title": f"Scenario {number}",
        "customer": f"Customer {number}",
        "at": MONDAY + timedelta(days=number),
        "replies": own,
    }
    return Contact(**(whole | changes))


def _evidence(text: str, quote: str, cue: str) -> Evidence:
    start = text.index(quote)
    return Evidence(
        skill=Skill.COURTESY,
        effect="+",
        cue=cue,
        start=start,
        end=start + len(quote),
        span=quote,
        points=8,
    )
