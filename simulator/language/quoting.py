"""What of a reply is quoted: a find widened to the words around it that make sense to a reader."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from simulator.language.text import Text, Word

LONGEST_QUOTE = 14
"""Words up to which a whole clause is quoted; of a longer one only the words around the find."""

_BREAKS = frozenset(',;:()"\u2013\u2014')
_STEPS_BACK = 3
_STEPS_ON = 4
_LEFT_OVER = 2


class Quoting:
    """Finds the clause of a text, or the phrase of a long clause, that holds a find."""

    def __init__(self, text: Text, lists: Mapping[str, frozenset[str]]) -> None:
        self._text = text
        self._lists = lists
        self._starts = [word.start for word in text.words]
        self._ends = [word.end for word in text.words]

    def widened(self, start: int, end: int, *, is_slip: bool) -> tuple[int, int]:
        """Give the quote for a find.

        Args:
            start: offset of the find in the text.
            end: offset behind the find.
            is_slip: whether it costs points; then no more than needed is quoted, so that
                nothing that was well said is called a slip.
        """
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        if first >= last:
            sentence = self._text.sentence_at(start)
            return min(sentence.start, start), max(sentence.end, end)
        if is_slip and last - first > 1:
            first, last = self._rounded_off(first, last)
        else:
            first, last = self._phrase(first, last)
        words = self._text.words
        end = max(len(self._text.folded[:end].rstrip(",;:. ")), words[last - 1].end)
        asks = self._text.folded[end : end + 1] == "?"
        return min(start, words[first].start), end + asks

    def clause_end(self, place: int) -> int:
        """Give the offset behind the clause that holds a place of the text."""
        held = max(bisect_right(self._starts, place) - 1, 0)
        return self._text.words[self._clause(held, held + 1)[1] - 1].end

    def clause_starts(self) -> list[int]:
        """Give where each clause but the first begins: at a break, or at a new sentence."""
        sentences = {sentence.first for sentence in self._text.sentences}
        starts: list[int] = []
        first = 0
        for place in range(1, len(self._text.words)):
            # A clause of one word, such as an "and", belongs to what follows it.
            if place in sentences or (place - first > 1 and self._breaks_before(place)):
                starts.append(self._with_signs(place))
                first = place
        return starts

    def _with_signs(self, place: int) -> int:
        """Where a word begins with the signs that stand right before it, such as a "£"."""
        end = self._text.words[place - 1].end
        between = self._text.folded[end : self._text.words[place].start]
        return end + len(between) - len(between.split()[-1] if between[-1:].strip() else "")

    def _phrase(self, first: int, last: int) -> tuple[int, int]:
        clause = self._clause(first, last)
        if clause[1] - clause[0] <= LONGEST_QUOTE:
            return clause
        small = self._lists["function"] | self._lists["dangling"]
        steps = 0
        while first > clause[0] and steps < _STEPS_BACK and self._word(first - 1) in small:
            first, steps = first - 1, steps + 1
        return first, self._past_dangling(first, last)

    def _rounded_off(self, first: int, last: int) -> tuple[int, int]:
        """Take in the word or two that are left of the clause on either side."""
        clause = self._clause(first, last)
        if first - clause[0] <= _LEFT_OVER:
            first = clause[0]
        if clause[1] - last <= _LEFT_OVER:
            last = max(last, clause[1])
        return first, self._past_dangling(first, last)

    def _past_dangling(self, first: int, last: int) -> int:
        """Go on to the next full word where the words would break off at a small one."""
        limit = min(self._clause(first, last)[1], last + _STEPS_ON)
        while last < limit and self._word(last - 1) in self._lists["dangling"]:
            last += 1
        return last

    def _clause(self, first: int, last: int) -> tuple[int, int]:
        """The words from the break before some words to the break after them, not too far off."""
        sentence = self._text.sentence_at(self._text.words[first].start)
        lowest = max(sentence.first, first - LONGEST_QUOTE)
        highest = min(max(sentence.last, last), last + LONGEST_QUOTE)
        while first > lowest and not self._breaks_before(first):
            first -= 1
        while last < highest and not self._breaks_before(last):
            last += 1
        return self._without_joint(first, last)

    def _without_joint(self, first: int, last: int) -> tuple[int, int]:
        joins = self._lists["joining"]
        if last - first > 1 and self._word(last - 1) in joins - {"but"}:
            last -= 1
        if last - first > 1 and self._word(first) in joins:
            first += 1
        return first, last

    def _breaks_before(self, place: int) -> bool:
        """Whether a clause ends between a word and the one before it."""
        words = self._text.words
        before, here = words[place - 1], words[place]
        between = self._text.folded[before.end : here.start]
        if not _BREAKS.isdisjoint(between) or " - " in between or "\n" in between:
            return True
        return before.text in self._lists["joining"] and here.text in self._lists["subjects"]

    def _word(self, place: int) -> str:
        word: Word = self._text.words[place]
        return word.text
