"""What is said about a reading of the customer, and which feelings are offered first."""

from simulator.core.conversation.reading import Reading
from simulator.core.scenario.model import Read
from simulator.core.scenario.pronouns import Pronouns
from simulator.core.scenario.words import NEIGHBOURS, Feeling
from simulator.ui.pages.feeling_popover import WHEEL

_OFFERED = 4

STRENGTHS = ("hardly", "a little", "clearly", "strongly", "overwhelmingly")
"""How strongly something is felt, from 1 to 5."""

_COMMON = (Feeling.FRUSTRATED, Feeling.SCEPTICAL, Feeling.WORRIED, Feeling.DISAPPOINTED)
"""What fills the row where the feeling has few neighbours."""


def likely_feelings(key: Read) -> tuple[Feeling, ...]:
    """Give the four likeliest feelings, in an order that does not tell which it is."""
    neighbours = sorted(NEIGHBOURS[key.feeling], key=list(Feeling).index)
    ranked = dict.fromkeys((key.feeling, *key.near, *neighbours, *_COMMON))
    chosen = list(ranked)[:_OFFERED]
    return tuple(feeling for feeling in WHEEL if feeling in chosen)


def verdict(reading: Reading, key: Read, they: Pronouns, *, is_spoken: bool = True) -> str:
    """Say how near the reading came, and what was behind the feeling.

    Args:
        reading: what the trainee read.
        key: the author's.
        they: the customer's pronouns.
        is_spoken: whether the customer's words are heard rather than read.
    """
    again = "Listen again" if is_spoken else "Look again"
    nearness = _nearness(reading, key, they, again)
    parts = (nearness, _guess(reading, they), _strength(reading, key, they))
    return " ".join(part for part in parts if part)


def _guess(reading: Reading, they: Pronouns) -> str:
    if not reading.is_guessed:
        return ""
    return f"You guessed; {they.subject} had not said it yet. Half."


def _strength(reading: Reading, key: Read, they: Pronouns) -> str:
    if key.strength is None or reading.strength is None:
        return ""
    if reading.strength == key.strength:
        return "How strong it is fits, too."
    how_far = "a little" if reading.strength_points else "much"
    way = "stronger" if key.strength > reading.strength else "weaker"
    feels = f"{they.subject} {they.verb('feels', 'feel')} it {STRENGTHS[key.strength - 1]}"
    return f"It is {how_far} {way} than that: {feels}."


def _nearness(reading: Reading, key: Read, they: Pronouns, again: str) -> str:
    cause = _capital(key.cause[0])
    if reading.feeling_points == 100:
        return _right_feeling(reading, key, cause)
    feeling = key.feeling.label.lower()
    if reading.feeling_points > 0:
        return f"Close. {they.opening} {they.is_} more {feeling}. {cause}."
    return f"{again}: {they.subject} {they.verb('sounds', 'sound')} {feeling}. {cause}."


def _right_feeling(reading: Reading, key: Read, cause: str) -> str:
    if reading.is_guessed:
        return f"That fits. {cause}."
    if reading.cause_points is None:
        return f"That fits. What is behind it: {key.cause[0]}."
    if reading.cause_points == 100:
        return f"That fits. {_capital(key.also[0])}, too." if key.also else "That fits."
    if reading.also:
        return f"That fits, and it is part of it. First of all: {key.cause[0]}."
    if reading.cause_points > 0:
        return f"That fits, and you are near the reason. {cause}."
    return f"The feeling fits. What is behind it: {key.cause[0]}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".")
