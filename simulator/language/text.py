"""A text as the scorer reads it: folded, with words and sentences at their original places."""

import re
from dataclasses import dataclass
from functools import cached_property

LONGEST_READ = 2_400
"""Characters of a text that are read, about four hundred words; nobody reads out more."""

_FOLDS = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " "}
)
_WORD = re.compile(r"\d+(?:[.,:]\d+)*[^\W\d_]*|[^\W_]+(?:'[^\W_]+){0,2}")
_HALVES = re.compile("[\ud800-\udfff]")
_OFFER = re.compile(
    r"(?<!\w)(?:(?:shall|should|may|can|could|might) (?:i|we)|(?:like|want|have|let) (?:me|us)|"
    r"i(?:'ll| will| can| could)|we(?:'ll| will| can| could))(?!\w)"
)
_DONE = re.compile(r"(?:(?:yes|no|so|and|sorry|right|well),? )?(?:i|we)(?:'ve| have)(?!\w)")
_AHEAD = re.compile(r"'ll(?!\w)|(?<!\w)(?:will|shall|going to|\w{3,12}ing)(?!\w)")
_SENTENCE_END = re.compile(r"[.!?…]+(?=\s|$|[\"')])|\n+")


@dataclass(frozen=True, slots=True)
class Word:
    """One word or number: as folded, and where it stands."""

    text: str
    start: int
    end: int

    @property
    def key(self) -> str:
        """The word without its apostrophes, so that "dont" and "don't" are one."""
        return self.text.replace("'", "")


@dataclass(frozen=True)
class Sentence:
    """A stretch of the text with the index of its first word and of the first word after it."""

    start: int
    end: int
    first: int
    last: int


def fold(text: str) -> str:
    """Give the text in small letters with plain quotes; every character keeps its place."""
    lowered = text.translate(_FOLDS).lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(
        small if len(small := letter.lower()) == 1 else letter for letter in text.translate(_FOLDS)
    )


def whole(text: str) -> str:
    """Give the text with half characters (lone surrogates) replaced, each in its place."""
    return _HALVES.sub("\ufffd", text)


class Text:
    """A text with its words and sentences; offsets are those of the text as written."""

    def __init__(self, written: str) -> None:
        self.written = written
        self.folded = fold(written[:LONGEST_READ])

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words and numbers in order."""
        return tuple(Word(found[0], *found.span()) for found in _WORD.finditer(self.folded))

    @cached_property
    def keys(self) -> frozenset[str]:
        """The distinct words, without apostrophes."""
        return frozenset(word.key for word in self.words)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that have at least one word."""
        ends = [found.end() for found in _SENTENCE_END.finditer(self.folded)]
        if not ends or ends[-1] < len(self.folded):
            ends.append(len(self.folded))
        found: list[Sentence] = []
        first = 0
        for end in ends:
            last = first
            while last < len(self.words) and self.words[last].start < end:
                last += 1
            if last > first:
                found.append(Sentence(self.words[first].start, end, first, last))
            first = last
        return tuple(found)

    def sentence_at(self, place: int) -> Sentence:
        """Give the sentence that holds a place of the text (the nearest before it otherwise)."""
        held = self.sentences[0]
        for sentence in self.sentences:
            if sentence.start > place:
                break
            held = sentence
        return held

    def is_question(self, sentence: Sentence) -> bool:
        """Whether a sentence ends in a question mark."""
        return "?" in self.folded[self.words[sentence.last - 1].end : sentence.end]

    def is_offer(self, sentence: Sentence) -> bool:
        """Whether a question offers to do something."""
        return _OFFER.search(self.folded, sentence.start, sentence.end) is not None

    def is_report(self, sentence: Sentence) -> bool:
        """Whether a sentence only tells what the speaker has done already."""
        piece = self.folded[sentence.start : sentence.end]
        return _DONE.match(piece) is not None and _AHEAD.search(piece) is None

    def words_before(self, place: int, count: int) -> list[Word]:
        """Give up to ``count`` words that stand before a place in its own sentence."""
        sentence = self.sentence_at(place)
        before = [word for word in self.words[sentence.first : sentence.last] if word.end <= place]
        return before[-count:]

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Give a stretch without the blanks at its ends."""
        piece = self.written[start:end]
        return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
