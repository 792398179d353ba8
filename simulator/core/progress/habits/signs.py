"""What a language can recognise in a reply; habits are made of these."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Sign(StrEnum):
    """Kinds of words that matter for habits.

    GOODWILL: a voucher, a discount, a gesture. SMALL_TALK: a greeting or a goodbye, the same words
    for everybody, and rightly so.
    """

    GOODWILL = "goodwill"
    UNDERSTAND_BUT = "understand-but"
    AS_I_SAID = "as-i-said"
    APOLOGY = "apology"
    SMALL_TALK = "small-talk"


@dataclass(frozen=True, slots=True)
class SignFound:
    """A sign with its place: ``text[start:end]``."""

    sign: Sign
    start: int
    end: int


Signs = Callable[[str], tuple[SignFound, ...]]
"""Finds the signs in a text, left to right."""
