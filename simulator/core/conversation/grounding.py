"""Whether a wording says only what is known: each number, amount, date and name has its source."""

import re
from collections.abc import Iterable

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_BREAK = re.compile(r"[.!?…:;\n“\"]\s*$")

_SAID_IN_WORDS = frozenset(
    _TOKEN.findall(
        """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred thousand half double twice once third quarter dozen free
    today tonight tomorrow yesterday noon midday midnight morning afternoon evening weekend
    monday tuesday wednesday thursday friday saturday sunday january february march april june
    july august september october november december
    minute minutes hour hours day days week weeks fortnight month months year years
    pound pounds euro euros dollar dollars pence penny percent"""
    )
)
"""Amounts and times that are words, in the language of the notes the program checks (English)."""

_OPENERS = frozenset(
    _TOKEN.findall(
        """i you we he she it they this that these those there here the a an my our your his her its
    their what how where when who whose which why would could can may might shall should will do
    does did is are was were am have has had let no not nothing nobody anybody anyone everyone
    everything something somebody of as at by for from in on to with without before after until
    while so and but if because or please thank thanks sorry yes tell take being both"""
    )
)
"""Words that open a sentence with a capital and are nobody's name."""


def claims(text: str, common: frozenset[str] = frozenset()) -> frozenset[str]:
    """Give the words of a text that need a source, in small letters.

    Numbers in digits or words, times, and names: words with a capital. One that opens a sentence
    is held to be a name unless it is a common word.

    Args:
        text: what is to be said.
        common: words that are known not to be names, in small letters.
    """
    found = set()
    for token in _TOKEN.finditer(text):
        word = _plain(token[0])
        is_name = token[0][0].isupper() and word != "i"
        if is_name and _opens_sentence(text, token.start()):
            is_name = word not in _OPENERS and word not in common
        if is_name or word[0].isdigit() or not _SAID_IN_WORDS.isdisjoint(word.split("-")):
            found.add(word)
    return frozenset(found)


def common_words(texts: Iterable[str]) -> frozenset[str]:
    """Give the words that some texts write with a small letter."""
    tokens = (token[0] for text in texts for token in _TOKEN.finditer(text))
    return frozenset(_plain(token) for token in tokens if token[0].islower())


def is_grounded(text: str, sources: Iterable[str], common: frozenset[str] = frozenset()) -> bool:
    """Whether each number, amount, date and name of a text stands in one of its sources."""
    known = {_plain(token[0]) for source in sources for token in _TOKEN.finditer(source)}
    return claims(text, common) <= known


def _opens_sentence(text: str, place: int) -> bool:
    before = text[max(0, place - 4) : place]
    return not text[:place].strip() or _SENTENCE_BREAK.search(before) is not None


def _plain(word: str) -> str:
    """A word in small letters, without a genitive or short verb: "Rao's" is "rao"."""
    return re.split(r"['’]", word.casefold(), maxsplit=1)[0] or word.casefold()
