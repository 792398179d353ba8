"""Cuts a text into the word pieces that the trained net reads, each with its place in the text.

The pieces are those of BERT's uncased WordPiece (Devlin et al. 2019): lower case, no accents, signs
apart, words cut greedily into the longest known pieces. The usual library for it brings a client
for a model hub with it; this is the small part that is needed, and reads no further than it must.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_LONGEST_WORD = 100
_NO_PIECE = "[UNK]"
_START, _END = "[CLS]", "[SEP]"
_ANYBODY = "sam"
_ANY_PRONOUN = {"he": "they", "she": "they"} | dict.fromkeys(("him", "his", "her", "hers"), "their")


@dataclass(frozen=True, slots=True)
class Piece:
    """One word piece: its number in the vocabulary and its characters ``[start, end)``."""

    number: int
    start: int
    end: int


class WordPieces:
    """A vocabulary of word pieces."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._numbers = vocabulary
        self.start = vocabulary[_START]
        self.end = vocabulary[_END]
        self.anybody = vocabulary.get(_ANYBODY, vocabulary[_NO_PIECE])
        self.pronouns = {
            vocabulary[said]: vocabulary[meant]
            for said, meant in _ANY_PRONOUN.items()
            if said in vocabulary and meant in vocabulary
        }
        """For the number of a pronoun that tells a gender, that of one that does not."""
        self._cut = lru_cache(maxsize=20_000)(self._cut_word)

    @classmethod
    def read(cls, file: Path) -> "WordPieces":
        """Read a vocabulary: one piece a line, numbered from 0."""
        lines = file.read_text(encoding="utf-8").splitlines()
        return cls({piece: number for number, piece in enumerate(lines)})

    def pieces(self, text: str, most: int) -> list[Piece]:
        """Cut a text into pieces.

        Args:
            text: any text.
            most: how many pieces are wanted; what follows them is not read.
        """
        found: list[Piece] = []
        for word, starts, end in _words(text):
            for number, first, behind in self._cut(word):
                stop = starts[behind] if behind < len(starts) else end
                found.append(Piece(number, starts[first], stop))
                if len(found) == most:
                    return found
        return found

    def _cut_word(self, word: str) -> tuple[tuple[int, int, int], ...]:
        if len(word) > _LONGEST_WORD:
            return ((self._numbers[_NO_PIECE], 0, len(word)),)
        cut = []
        first = 0
        while first < len(word):
            behind = len(word)
            while behind > first and self._named(word, first, behind) not in self._numbers:
                behind -= 1
            if behind == first:
                return ((self._numbers[_NO_PIECE], 0, len(word)),)
            cut.append((self._numbers[self._named(word, first, behind)], first, behind))
            first = behind
        return tuple(cut)

    @staticmethod
    def _named(word: str, first: int, behind: int) -> str:
        return word[first:behind] if first == 0 else "##" + word[first:behind]


def _words(text: str) -> Iterator[tuple[str, list[int], int]]:
    """Give each word in lower case without accents, where its letters stand, and where it ends."""
    letters: list[str] = []
    starts: list[int] = []
    end = 0
    for place, written in enumerate(text):
        for letter in _plain(written):
            if letter == " " or not _belongs(letter):
                if letters:
                    yield "".join(letters), starts, end
                    letters, starts = [], []
                if letter != " ":
                    yield letter, [place], place + 1
            elif len(letters) <= _LONGEST_WORD:
                letters.append(letter)
                starts.append(place)
            end = place + 1
    if letters:
        yield "".join(letters), starts, end


@lru_cache(maxsize=5_000)
def _plain(letter: str) -> str:
    if letter.isspace():
        return " "
    if unicodedata.category(letter).startswith("C"):
        return ""
    folded = unicodedata.normalize("NFD", letter.lower())
    return "".join(part for part in folded if unicodedata.category(part) != "Mn")


@lru_cache(maxsize=5_000)
def _belongs(letter: str) -> bool:
    """Whether a letter is part of a word; signs and Chinese characters stand alone."""
    if unicodedata.category(letter).startswith("P") or letter in "$+<=>^`|~":
        return False
    return not ("\u3400" <= letter <= "\u9fff" or "\uf900" <= letter <= "\ufaff")
