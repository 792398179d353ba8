"""Whether the last contacts differ from those before by more than chance would have it."""

from collections.abc import Sequence
from math import comb

from simulator.core.progress.habits.habit import Change

LAST = 5
"""How many of the last contacts are compared with those before."""

_CHANCE = 0.025
"""The chance, on either side, up to which a difference counts as a change."""


def change(shown: Sequence[bool]) -> Change:
    """Compare the last five contacts with those before, by Fisher's exact test.

    Contacts are counted, not replies: those of one contact hang together.

    Args:
        shown: whether the habit showed in each contact, oldest first.
    """
    if len(shown) <= LAST:
        return Change.NONE
    last, marked = sum(shown[-LAST:]), sum(shown)
    if _chance_of_at_most(last, marked, len(shown)) <= _CHANCE:
        return Change.FADING
    if _chance_of_at_most(LAST - last, len(shown) - marked, len(shown)) <= _CHANCE:
        return Change.GROWING
    return Change.NONE


def _chance_of_at_most(few: int, marked: int, contacts: int) -> float:
    """The chance that of so many marked contacts at most a few are among the last."""
    ways = sum(comb(marked, n) * comb(contacts - marked, LAST - n) for n in range(few + 1))
    return ways / comb(contacts, LAST)
