"""Promises: lifting them from the trainee's own words, and seeing whether they were logged."""

import re
from collections.abc import Iterator

from simulator.core.conversation.events import AfterRecord, LoggedPromise
from simulator.core.conversation.moment import Turn
from simulator.core.conversation.session import Session

PROMISING_CUES = frozenset({"timed-promise", "vague-promise"})
"""Cues whose evidence is a promise."""

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
    quotes: dict[str, str] = {}
    for evidence in turn.assessment.rating.evidence:
        if evidence.cue in PROMISING_CUES and evidence.start is not None:
            timed = evidence.span or "" if evidence.cue == "timed-promise" else ""
            quotes.setdefault(_around(turn.text, evidence.start), timed)
    ids = list(turn.assessment.promised)
    if ids and not quotes:
        quotes[turn.text.strip()] = ""
    known = {promise.id: promise for promise in session.scenario.after.promises}
    for quote in quotes:
        promise = known.get(ids.pop(0)) if ids else None
        yield LoggedPromise(
            what=promise.says if promise else quote,
            by=(promise.by or "") if promise else "",
            quote=quote,
            promise_id=promise.id if promise else None,
        )


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
