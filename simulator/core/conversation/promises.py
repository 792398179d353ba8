"""Promises: lifting them from the trainee's own words, and seeing whether they were logged."""

import re
from collections.abc import Iterator

from simulator.core.conversation.events import AfterRecord, LoggedPromise
from simulator.core.conversation.moment import Turn
from simulator.core.conversation.session import Session

PROMISING_CUES = frozenset({"timed-promise", "vague-promise"})
"""Cues whose evidence is a promise."""

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[^.!?;\n]+(?:[.!?;]+|$)")


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for found in _SENTENCE.finditer(text):
        yield found.start(), found.end()


def _around(text: str, start: int) -> str:
    """The sentence of the text that holds a position."""
    for first, last in _sentences(text):
        if first <= start < last:
            return text[first:last].strip()
    return text.strip()


def _in_turn(turn: Turn, session: Session) -> Iterator[LoggedPromise]:
    quotes = list(_promising_sentences(turn))
    for promise in session.scenario.after.promises:
        if promise.id in turn.assessment.promised:
            quote = _nearest(promise.like, quotes or _statements(turn.text)) or turn.text.strip()
            quotes = [other for other in quotes if other != quote]
            yield LoggedPromise(
                what=promise.says, by=promise.by or "", quote=quote, promise_id=promise.id
            )
    yield from (LoggedPromise(what=quote, quote=quote) for quote in quotes)


def _promising_sentences(turn: Turn) -> Iterator[str]:
    found: set[str] = set()
    for evidence in turn.assessment.rating.evidence:
        if evidence.cue in PROMISING_CUES and evidence.start is not None:
            sentence = _around(turn.text, evidence.start)
            # A question offers; only a statement binds.
            if not sentence.endswith("?") and sentence not in found:
                found.add(sentence)
                yield sentence


def _statements(text: str) -> list[str]:
    sentences = (text[first:last].strip() for first, last in _sentences(text))
    return [sentence for sentence in sentences if sentence and not sentence.endswith("?")]


def _nearest(wordings: tuple[str, ...], sentences: list[str]) -> str:
    """The sentence that shares most words with any of the wordings; the first of equals."""

    def shared(sentence: str) -> int:
        words = set(_WORD.findall(sentence.lower()))
        return max(len(words & set(_WORD.findall(wording.lower()))) for wording in wordings)

    return max(sentences, key=shared, default="")


def promises_made(session: Session) -> tuple[LoggedPromise, ...]:
    """Give the promises of this branch in the trainee's own words, ready to be logged."""
    found: dict[str, LoggedPromise] = {}
    for turn in session.turns:
        for promise in _in_turn(turn, session):
            found.setdefault(promise.promise_id or promise.quote, promise)
    return tuple(found.values())


def is_logged(promise: LoggedPromise, record: AfterRecord) -> LoggedPromise | None:
    """Give the entry under which a promise was logged, or None."""
    return next(
        (
            entry
            for entry in record.promises
            if entry.what.strip() and (entry.quote == promise.quote or _same(entry, promise))
        ),
        None,
    )


def _same(entry: LoggedPromise, promise: LoggedPromise) -> bool:
    return entry.promise_id is not None and entry.promise_id == promise.promise_id
