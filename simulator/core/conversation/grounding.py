"""Whether a wording says only what is known: each number, amount, date and name has its source."""

import re
from collections.abc import Iterable

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_BREAK = re.compile(r"[.!?…:;\n“\"]\s*$")
_LETTERS_OF_A_NAME = 2

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


def claims(text: str, names: frozenset[str] = frozenset()) -> frozenset[str]:
    """Give the words of a text that need a source, in small letters.

    Numbers in digits or words, times, and names: words with a capital within a sentence, and at
    its beginning those that are known to be ``names``.
    """
    found = set()
    for token in _TOKEN.finditer(text):
        word = _plain(token[0])
        is_first = not text[: token.start()].strip() or _SENTENCE_BREAK.search(
            text[max(0, token.start() - 4) : token.start()]
        )
        is_name = token[0][0].isupper() and (not is_first or word in names)
        if word[0].isdigit() or _parts(word) & _SAID_IN_WORDS or (is_name and word != "i"):
            found.add(word)
    return frozenset(found)


def names_in(texts: Iterable[str]) -> frozenset[str]:
    """Give the words that stand with a capital within a sentence of some texts, in small letters.

    "I" in its forms is no name.
    """
    return frozenset(
        word
        for text in texts
        for word in claims(text)
        if word[0].isalpha() and len(word) >= _LETTERS_OF_A_NAME and not _parts(word) & {"i"}
    )


def is_grounded(text: str, sources: Iterable[str], names: frozenset[str] = frozenset()) -> bool:
    """Whether each number, amount, date and name of a text stands in one of its sources."""
    known = {_plain(token[0]) for source in sources for token in _TOKEN.finditer(source)}
    return claims(text, names) <= known


def _plain(word: str) -> str:
    """A word in small letters, without a genitive or short verb: "Rao's" is "rao"."""
    return re.split(r"['’]", word.casefold(), maxsplit=1)[0] or word.casefold()


def _parts(word: str) -> set[str]:
    return set(word.split("-"))
