"""Tells which id an author may have meant, in a time that does not grow with the scenario."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches

MOST_COMPARED = 200
"""Up to how many ids a wrong one is compared with all; among more, only one slip is looked for."""

MOST_SEARCHES = 200
"""For how many wrong ids a near one is looked for; whoever has more repeats one mistake."""

MOST_LISTED = 30
"""How many ids a remedy lists."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789-_"


class Choices:
    """The ids that may stand somewhere, to give the remedy for one that may not."""

    def __init__(self, known: Collection[str]) -> None:
        self._known = known
        self._searches = 0

    def __contains__(self, word: str) -> bool:
        return word in self._known

    def remedy(self, word: str) -> str:
        """Give the nearest known id, or all there are."""
        self._searches += 1
        if not self._known:
            return "There are none in this scenario."
        nearest = self._nearest(word) if self._searches <= MOST_SEARCHES else None
        if nearest is not None:
            return f"Did you mean “{nearest}”?"
        if len(self._known) > MOST_LISTED:
            return f"Choose one of the {len(self._known):,} there are, or add this one."
        return f"There are: {', '.join(sorted(self._known))}."

    def _nearest(self, word: str) -> str | None:
        if len(self._known) <= MOST_COMPARED:
            return next(iter(get_close_matches(word, sorted(self._known), n=1)), None)
        return next((near for near in _one_slip_from(word) if near in self._known), None)


def _one_slip_from(word: str) -> Iterator[str]:
    """Yield every word that differs in one letter, or has one more, one less, or two swapped."""
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        yield before + after[1:]
        yield before + after[1:2] + after[:1] + after[2:]
        for letter in _LETTERS:
            yield before + letter + after[1:]
            yield before + letter + after
