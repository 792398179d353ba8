"""Compares wordings by their words, without a language model and in linear time."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from simulator.core.scenario.faults import Path

NEARLY_THE_SAME = 0.8
"""Share of common words from which two texts count as copies of each other."""

_FEWEST_WORDS = 5
"""Texts of fewer different words are too short to be called copies."""

_MOST_COMPARED = 8
"""With how many earlier texts one is compared at each of its rare words."""

_MOST_APART = 1 / NEARLY_THE_SAME - 1 + 1e-9
"""How many words only one of two copies may have, as a share of the words of either."""

_PRINT_SIZE = 120
"""How many different words the print of a text keeps apart."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_PLAIN = bytes(ord(chr(at).lower()) if chr(at).isalnum() else ord(" ") for at in range(128))
_PLAIN += bytes(128)
"""Turns plain texts, as bytes, into small letters and blanks: far quicker than the pattern."""

_SIGNS = bytes(at for at in range(128) if not chr(at).isalnum())

_LITTLE_WORDS = frozenset(
    """a about all also am an and any are as at be been but by can could did do does for from get
    had has have he her here him his how i i'd i'll i'm i've if in is it it's its just let may me
    my no not now of on one or our out please she so that that's the their them then there they this
    to up us was we we'll we're were what when where which who will with would you you're you've
    your""".split()  # noqa: SIM905 - words in a paragraph are easier to keep than in a list
)
_STEM = 4
"""How many letters of a word tell what it is about, whatever its ending."""


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """Give the words of a text in small letters, with one kind of apostrophe."""
    if text.isascii() and "'" not in text:
        return tuple(text.encode("ascii").translate(_PLAIN).decode("ascii").split())
    return tuple(_WORD.findall(text.lower().replace("’", "'")))


def letters(text: str) -> bytes:
    """Give the letters and digits of a text alone: the same for all texts of the same words.

    Far quicker than the words, so it tells first whether looking at them is worth while.
    """
    if text.isascii():
        return text.encode("ascii").translate(_PLAIN, _SIGNS)
    return "".join(words(text)).replace("'", "").encode()


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


class Wording(NamedTuple):
    """The words of a text: as ``said``, and each of the ``different`` ones once."""

    said: tuple[str, ...]
    different: frozenset[str]

    @staticmethod
    def of(text: str) -> "Wording":
        """Cut a text into its words."""
        said = words(text)
        return Wording(said, frozenset(said))

    def is_like(self, other: "Wording") -> bool:
        """Tell whether another text has nearly the same words as this one."""
        if min(len(self.different), len(other.different)) < _FEWEST_WORDS:
            return other.said == self.said
        return likeness(self.different, other.different) >= NEARLY_THE_SAME


def copies(texts: Sequence[tuple[Path, Wording]]) -> Iterator[tuple[Path, Path]]:
    """Yield each text that nearly repeats an earlier one, with the earlier one.

    Two texts this much alike share one of their rarest words, so only texts that do are compared,
    and of those only the latest few.
    """
    sets = [wording.different for _, wording in texts]
    ranks = _by_rarity(sets)
    prints: list[int] = []
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for place, found in enumerate(sets):
        size = len(found)
        ordered = sorted([ranks[word] for word in found])
        print_here = _print(ordered)
        prints.append(print_here)
        if size < _FEWEST_WORDS:
            continue
        rare, most_apart = ordered[: _prefix(size)], _MOST_APART * size
        for at in dict.fromkeys([at for rank in rare for at in holders[rank][-_MOST_COMPARED:]]):
            is_near = (prints[at] ^ print_here).bit_count() <= most_apart
            if is_near and likeness(sets[at], found) >= NEARLY_THE_SAME:
                yield texts[place][0], texts[at][0]
                break
        for rank in rare:
            holders[rank].append(place)


def _by_rarity(sets: Sequence[frozenset[str]]) -> dict[str, int]:
    """Number the words of some texts, the rarest first."""
    counts = Counter(chain.from_iterable(sets))
    ordered = sorted([(count, word) for word, count in counts.items()])
    return {word: rank for rank, (_, word) in enumerate(ordered)}


def _print(ranks: Sequence[int]) -> int:
    """Give a number with a bit for each word; two that differ in many come from unlike texts."""
    made = 0
    for rank in ranks:
        made |= 1 << rank % _PRINT_SIZE
    return made


def _prefix(size: int) -> int:
    """Give how many of the rarest words a near copy of a text must share one of."""
    return size - int(NEARLY_THE_SAME * size) + 1
