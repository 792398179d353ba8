"""The trainee's own line that went down worst, as a customer would quote it in public."""

import re
from collections.abc import Iterable

from simulator.core.conversation.aftermath import WorstLine
from simulator.core.conversation.moment import Turn

LONGEST_QUOTE = 160
"""Characters of a quote, at most."""

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+|$|(?=\n))")


def worst_line(turns: Iterable[Turn]) -> WorstLine:
    """Give the worst sentence of the worst reply, letter for letter; nothing without a reply.

    The worst reply is the one with the lowest mean of its scores; its worst sentence is the one
    whose words cost most, else the first.
    """
    said = [turn for turn in turns if turn.text.strip()]
    if not said:
        return WorstLine()
    turn = min(said, key=_mean)
    return WorstLine(_cut(_worst_sentence(turn)), turn.number)


def _mean(turn: Turn) -> float:
    rated = [score for score in turn.assessment.rating.scores.values() if score is not None]
    return sum(rated) / len(rated) if rated else 100.0


def _worst_sentence(turn: Turn) -> str:
    slips = [
        (evidence.points, evidence.start)
        for evidence in turn.assessment.rating.evidence
        if evidence.effect == "-" and evidence.start is not None
    ]
    worst = min(slips)[1] if slips else 0
    for found in _SENTENCE.finditer(turn.text):
        if found.end() > worst and found.group().strip():
            return found.group().strip()
    return turn.text.strip()


def _cut(text: str) -> str:
    """Shorten at a word; no dots are added, so that every letter is the trainee's."""
    first_line = text.splitlines()[0]
    if len(first_line) <= LONGEST_QUOTE:
        return first_line
    return first_line[: LONGEST_QUOTE + 1].rsplit(maxsplit=1)[0][:LONGEST_QUOTE]
