"""Compares wordings by their words, without a language model and in linear time."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from simulator.core.scenario.faults import Path

NEARLY_THE_SAME = 0.8
"""Share of common words from which two texts count as copies of each other."""

_FEWEST_WORDS = 5
"""Texts of fewer different words are too short to be called copies."""

_MOST_COMPARED = 8
"""With how many earlier texts one is compared at each of its rare words."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BLANKS = str.maketrans({chr(at): " " for at in range(128) if not chr(at).isalnum()})
"""Cuts plain texts into words ten times as fast as the pattern does."""

_LITTLE_WORDS = frozenset(
    """a about all also am an and any are as at be been but by can could did do does for from get
    had has have he her here him his how i i'd i'll i'm i've if in is it it's its just let may me
    my no not now of on one or our out please she so that that's the their them then there they this
    to up us was we we'll we're were what when where which who will with would you you're you've
    your""".split()  # noqa: SIM905 - words in a paragraph are easier to keep than in a list
)
_STEM = 4
"""How many letters of a word tell what it is about, whatever its ending."""


@lru_cache(maxsize=256)
def words(text: str) -> tuple[str, ...]:
    """Give the words of a text in small letters, with one kind of apostrophe."""
    if text.isascii() and "'" not in text:
        return tuple(text.lower().translate(_BLANKS).split())
    return tuple(_WORD.findall(text.lower().replace("’", "'")))


def plain(text: str) -> str:
    """Give a text without capital letters and signs, to see whether two say the same."""
    return " ".join(words(text))


@lru_cache(maxsize=256)
def meanings(text: str) -> frozenset[str]:
    """Give the beginnings of the words that matter in a text."""
    return frozenset(word[:_STEM] for word in words(text) if word not in _LITTLE_WORDS)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Give the share of common words among all words of two texts (Jaccard), 0 to 1."""
    common = len(one & other)
    return common / (len(one) + len(other) - common) if one or other else 0.0


def copy_test(text: str) -> Callable[[str], bool]:
    """Give a test that tells whether another text has nearly the same words as this one."""
    said, first = plain(text), frozenset(words(text))

    def is_copy(other: str) -> bool:
        second = frozenset(words(other))
        if min(len(first), len(second)) < _FEWEST_WORDS:
            return plain(other) == said
        return likeness(first, second) >= NEARLY_THE_SAME

    return is_copy


def copies(texts: Sequence[tuple[Path, str]]) -> Iterator[tuple[Path, Path]]:
    """Yield each text that nearly repeats an earlier one, with the earlier one.

    Two texts this much alike share one of their rarest words, so only texts that do are compared,
    and of those only the latest few.
    """
    sets = [(path, frozenset(words(text))) for path, text in texts]
    counts = Counter(word for _, found in sets for word in found)
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place, (path, found) in enumerate(sets):
        if len(found) < _FEWEST_WORDS:
            continue
        rare = [word for _, word in sorted((counts[word], word) for word in found)]
        del rare[_prefix(len(found)) :]
        earlier = dict.fromkeys(at for word in rare for at in holders[word][-_MOST_COMPARED:])
        twin = next((at for at in earlier if likeness(sets[at][1], found) >= NEARLY_THE_SAME), None)
        if twin is not None:
            yield path, sets[twin][0]
        for word in rare:
            holders[word].append(place)


def _prefix(size: int) -> int:
    """Give how many of the rarest words a near copy of a text must share one of."""
    return size - int(NEARLY_THE_SAME * size) + 1
