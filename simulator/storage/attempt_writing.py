"""Writing attempts: their events, scorecards and reviews, each with a digest that shows damage."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from simulator.core.conversation.events import Began, Event, Replied, Rewound
from simulator.core.errors import ProfileError
from simulator.core.progress.profile import AttemptStart
from simulator.core.progress.review import Review
from simulator.core.scenario.model import Scenario
from simulator.core.scoring.rubric import SKILLS
from simulator.core.scoring.scorecard import Scorecard
from simulator.storage.digests import (
    SEALED,
    event_digest,
    first_digest,
    part_digest,
    refuse_changed,
    summary_digest,
)
from simulator.storage.kept_text import digest, json_of, mended, plain_json
from simulator.storage.refusals import (
    BEGUN_ALREADY,
    FINISHED,
    GONE,
    NOT_FINISHED,
    NOT_LISTED,
    PLAYED_ELSEWHERE,
)
from simulator.storage.tables import (
    attempts,
    events,
    profiles,
    reviews,
    scenario_versions,
    scorecards,
)

# Written once: building a statement anew costs as much as carrying it out.
_KEPT = (
    select(
        attempts.c.number,
        attempts.c.event_count,
        attempts.c.head,
        attempts.c.turns,
        attempts.c.finished_at.is_not(None),
    )
    .where(attempts.c.id == bindparam("attempt_id"))
    # On a server two writers could else read the same length; SQLite lets in one at a time.
    .with_for_update()
)
_KEEP_EVENTS = insert(events)
_GROW = (
    update(attempts)
    .where(attempts.c.number == bindparam("attempt"))
    .values(
        event_count=bindparam("length"), head=bindparam("new_head"), turns=bindparam("new_turns")
    )
)


def begin(connection: Connection, start: AttemptStart, began: Event) -> None:
    """Keep a new attempt with its first event."""
    if not connection.scalar(select(profiles.c.id).where(profiles.c.id == start.profile_id)):
        raise ProfileError(NOT_LISTED)
    if connection.scalar(select(attempts.c.id).where(attempts.c.id == start.id)):
        raise ProfileError(BEGUN_ALREADY)
    version = _keep_scenario(connection, start.scenario)
    customer = start.scenario.customer
    row: dict[str, object] = {
        **dict.fromkeys(SEALED),
        "id": start.id,
        "profile_id": start.profile_id,
        "scenario_version": version,
        "file_sha256": start.scenario_sha256,
        "scenario_id": start.scenario.id,
        "title": mended(start.scenario.title),
        "trade": mended(start.scenario.trade),
        "track": start.scenario.track.value,
        "customer_name": mended(customer.name),
        "face": mended(plain_json(customer.face.model_dump())),
        "mode": began.mode if isinstance(began, Began) else "coach",
        "month": start.began_at.astimezone(UTC).strftime("%Y-%m"),
        "began_at": start.began_at.astimezone(UTC),
        "turns": 0,
        "event_count": 0,
        "head": first_digest(start.id, version),
        "shift_id": start.shift_id,
        "shift_number": start.shift_number,
    }
    connection.execute(insert(attempts), {**row, "digest": summary_digest(row)})
    append(connection, start.id, 0, (began,), start.began_at)


def _keep_scenario(connection: Connection, scenario: Scenario) -> str:
    json = json_of(scenario)
    version = digest(json)
    known = select(scenario_versions.c.sha256).where(scenario_versions.c.sha256 == version)
    if not connection.scalar(known):
        connection.execute(insert(scenario_versions), {"sha256": version, "json": json})
    return version


def append(
    connection: Connection,
    attempt_id: str,
    position: int,
    came: Sequence[Event],
    at: datetime,
) -> None:
    """Keep the events that came, unless the log has another length than the caller believes."""
    attempt = unfinished(connection, attempt_id)
    if attempt.event_count != position:
        raise ProfileError(PLAYED_ELSEWHERE)
    if not came:
        return
    rows: list[dict[str, object]] = []
    head = attempt.head
    for place, event in enumerate(came, position):
        json = json_of(event)
        head = event_digest(head, place, at, json)
        row = {"position": place, "at": at, "kind": event.kind, "json": json, "digest": head}
        rows.append({"attempt": attempt.number, **row})
    connection.execute(_KEEP_EVENTS, rows)
    connection.execute(
        _GROW,
        {
            "attempt": attempt.number,
            "length": position + len(rows),
            "new_head": head,
            "new_turns": _turns_after(attempt.turns, came),
        },
    )


def _turns_after(turns: int, came: Sequence[Event]) -> int:
    for event in came:
        if isinstance(event, Replied):
            turns += 1
        elif isinstance(event, Rewound):
            turns = event.to_turn - 1
    return turns


def finish(connection: Connection, attempt_id: str, scorecard: Scorecard, at: datetime) -> None:
    """Keep the scorecard, and its scores as those that count."""
    attempt = unfinished(connection, attempt_id)
    json = json_of(scorecard)
    part = {"at": at, "json": json, "digest": part_digest(attempt_id, json)}
    connection.execute(insert(scorecards), {"attempt": attempt.number, **part})
    scores = {"reading": scorecard.reading, **counting_scores(scorecard, None)}
    _change(
        connection,
        attempt,
        finished_at=at.astimezone(UTC),
        turns=len(scorecard.turns),
        ending_kind=scorecard.ending_kind,
        **scores,
    )


def _change(connection: Connection, attempt: "_Kept", **changes: object) -> None:
    """Change what a list shows of an attempt, and seal it again."""
    this = attempts.c.number == attempt.number
    row = dict(connection.execute(select(attempts).where(this)).mappings().one())
    refuse_changed(row)
    sealed = summary_digest({**row, **changes})
    connection.execute(update(attempts).where(this).values(digest=sealed, **changes))


def counting_scores(scorecard: Scorecard, review: Review | None) -> dict[str, int | None]:
    """Give the scores that count: the trainer's where there is one, else the machine's."""
    return {
        skill.value: review.score(skill, machine) if review else machine
        for skill, machine in ((skill, scorecard.of(skill)) for skill in SKILLS)
    }


def discard(connection: Connection, attempt_id: str) -> None:
    """Forget an unfinished attempt with its events."""
    attempt = unfinished(connection, attempt_id)
    connection.execute(delete(events).where(events.c.attempt == attempt.number))
    connection.execute(delete(attempts).where(attempts.c.number == attempt.number))


def ask_for_review(connection: Connection, attempt_id: str, at: datetime) -> None:
    """Note that a review was asked for; the next review answers it."""
    attempt = finished(connection, attempt_id)
    _change(connection, attempt, review_asked_at=at)


def keep_review(
    connection: Connection, attempt_id: str, scorecard: Scorecard, review: Review
) -> None:
    """Keep a review beside the earlier ones; its scores count from now on."""
    attempt = finished(connection, attempt_id)
    json = json_of(review)
    connection.execute(
        insert(reviews),
        {
            "attempt": attempt.number,
            "at": review.at,
            "trainer_id": review.trainer_id,
            "json": json,
            "digest": part_digest(attempt_id, json),
        },
    )
    scores = counting_scores(scorecard, review)
    _change(connection, attempt, reviewed_at=review.at, review_asked_at=None, **scores)


@dataclass(frozen=True)
class _Kept:
    """What is to be known of an attempt before it is changed."""

    number: int
    event_count: int
    head: str
    turns: int
    is_finished: bool


def unfinished(connection: Connection, attempt_id: str) -> _Kept:
    """Give what is known of an attempt that may still go on.

    Raises:
        ProfileError: it is finished, or not kept.
    """
    attempt = _kept(connection, attempt_id)
    if attempt.is_finished:
        raise ProfileError(FINISHED)
    return attempt


def finished(connection: Connection, attempt_id: str) -> _Kept:
    """Give what is known of an attempt that has its scorecard.

    Raises:
        ProfileError: it is not finished, or not kept.
    """
    attempt = _kept(connection, attempt_id)
    if not attempt.is_finished:
        raise ProfileError(NOT_FINISHED)
    return attempt


def _kept(connection: Connection, attempt_id: str) -> _Kept:
    row = connection.execute(_KEPT, {"attempt_id": attempt_id}).first()
    if row is None:
        raise ProfileError(GONE)
    return _Kept(*row)
