"""Reading attempts back, and noticing those that were damaged or changed from outside."""

import contextlib
import json
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, select

from simulator.core.conversation.events import EVENT, Event
from simulator.core.errors import ProfileError
from simulator.core.progress.people import ContactCard, PastContact
from simulator.core.progress.profile import AttemptSummary, StoredAttempt
from simulator.core.progress.review import Review
from simulator.core.scenario.model import Scenario
from simulator.core.scoring.scorecard import Scorecard
from simulator.storage.attempt_writing import counting_scores
from simulator.storage.digests import (
    ChangedOutsideError,
    event_digest,
    first_digest,
    part_digest,
    refuse_changed,
)
from simulator.storage.kept_text import digest, told_unreadable
from simulator.storage.refusals import GONE
from simulator.storage.scenario_formats import upgraded
from simulator.storage.tables import (
    attempts,
    events,
    profiles,
    reviews,
    scenario_versions,
    scorecards,
)

_SUMMARY = (
    attempts.c.id,
    attempts.c.profile_id,
    profiles.c.name.label("profile_name"),
    attempts.c.scenario_id,
    attempts.c.title,
    attempts.c.trade,
    attempts.c.track,
    attempts.c.customer_name,
    attempts.c.face,
    attempts.c.mode,
    attempts.c.turns,
    attempts.c.began_at,
    attempts.c.finished_at,
    attempts.c.courtesy,
    attempts.c.patience,
    attempts.c.helpfulness,
    attempts.c.reading,
    attempts.c.ending_kind,
    attempts.c.reviewed_at.is_not(None).label("is_reviewed"),
    attempts.c.review_asked_at.is_not(None).label("review_asked"),
    attempts.c.shift_id,
    attempts.c.shift_number,
    attempts.c.digest,
)

# An outer join: an attempt whose person was damaged is told, where an inner one would hide it.
_WITH_PROFILE = attempts.outerjoin(profiles, attempts.c.profile_id == profiles.c.id)


_NEWEST_FIRST = (
    select(*_SUMMARY)
    .select_from(_WITH_PROFILE)
    .order_by(attempts.c.began_at.desc(), attempts.c.number.desc())
)

_PAST = (
    select(
        attempts.c.id,
        attempts.c.profile_id,
        profiles.c.name,
        attempts.c.finished_at,
        scorecards.c.json,
        scorecards.c.digest,
    )
    .select_from(attempts.join(profiles).join(scorecards))
    .order_by(attempts.c.finished_at, attempts.c.number)
)

_face = lru_cache(maxsize=200)(json.loads)


def summaries(connection: Connection, profile_id: str | None) -> tuple[AttemptSummary, ...]:
    """Give the attempts of one person, or of everybody, the newest first."""
    query = _NEWEST_FIRST
    if profile_id is not None:
        query = query.where(attempts.c.profile_id == profile_id)
    try:
        rows = connection.execute(query)
        names = tuple(rows.keys())
        return tuple([_summary(dict(zip(names, row, strict=True))) for row in rows])
    except (ValueError, TypeError):
        _name_the_unreadable(connection)
        raise


def _summary(row: dict[str, Any]) -> AttemptSummary:
    refuse_changed(row)
    del row["digest"]
    row["face"] = _face(row["face"])
    return AttemptSummary.model_validate(row)


def _name_the_unreadable(connection: Connection) -> None:
    for number in connection.scalars(select(attempts.c.number)).all():
        query = select(*_SUMMARY).select_from(_WITH_PROFILE).where(attempts.c.number == number)
        with told_unreadable(f"The conversation kept as number {number}"):
            _summary(dict(connection.execute(query).mappings().one()))


def stored_attempt(connection: Connection, attempt_id: str) -> StoredAttempt:
    """Give all that is kept of an attempt.

    Raises:
        ProfileError: it is not kept, cannot be read, or was changed from outside.
    """
    query: Select[Any] = (
        select(
            *_SUMMARY,
            attempts.c.number,
            attempts.c.scenario_version,
            attempts.c.event_count,
            attempts.c.head,
        )
        .select_from(_WITH_PROFILE)
        .where(attempts.c.id == attempt_id)
    )
    with told_unreadable(f"The conversation {attempt_id}"):
        row = connection.execute(query).mappings().one_or_none()
        if row is None:
            raise ProfileError(GONE)
        shown = {key: row[key] for key in (*AttemptSummary.model_fields, "digest")}
        summary = _summary(shown)
    with told_unreadable(f"The conversation “{summary.title}” of {summary.began_at:%d.%m.%Y}"):
        return _attempt(connection, row, summary)


def _attempt(connection: Connection, row: RowMapping, summary: AttemptSummary) -> StoredAttempt:
    log, times = _events(connection, row)
    scorecard, review = None, None
    if summary.is_finished:
        scorecard = scorecard_of(connection, row["number"], summary.id)
        review = _newest_review(connection, row["number"], summary.id)
        if counting_scores(scorecard, review) != {s.value: n for s, n in summary.scores.items()}:
            raise ChangedOutsideError("the summary has other scores")
    return StoredAttempt(
        summary=summary,
        scenario=_scenario(connection, row["scenario_version"]),
        events=log,
        event_times=times,
        scorecard=scorecard,
        review=review,
    )


def _events(
    connection: Connection, row: RowMapping
) -> tuple[tuple[Event, ...], tuple[datetime, ...]]:
    query = (
        select(events.c.at, events.c.json)
        .where(events.c.attempt == row["number"])
        .order_by(events.c.position)
    )
    log, times = [], []
    head = first_digest(row["id"], row["scenario_version"])
    for position, (at, text) in enumerate(connection.execute(query)):
        head = event_digest(head, position, at, text)
        log.append(EVENT.validate_json(text))
        times.append(at)
    if head != row["head"] or len(log) != row["event_count"]:
        raise ChangedOutsideError("the events do not fit their digest")
    return tuple(log), tuple(times)


def _scenario(connection: Connection, version: str) -> Scenario:
    query = select(scenario_versions.c.json).where(scenario_versions.c.sha256 == version)
    text = connection.scalar(query)
    if text is None or digest(text) != version:
        raise ChangedOutsideError("the scenario does not fit its digest")
    return Scenario.model_validate(upgraded(json.loads(text))[0])


def scorecard_of(connection: Connection, number: int, attempt_id: str) -> Scorecard:
    """Give the scorecard of a finished attempt.

    Raises:
        ValueError: it is missing, cannot be read, or was changed from outside.
    """
    query = select(scorecards.c.json, scorecards.c.digest).where(scorecards.c.attempt == number)
    part = connection.execute(query).first()
    if part is None:
        raise ChangedOutsideError("the scorecard is missing")
    return Scorecard.model_validate_json(_sound(attempt_id, *part))


def past_contacts(connection: Connection, profile_id: str | None) -> tuple[PastContact, ...]:
    """Give the finished contacts of one person, or of everybody, the oldest first.

    One that cannot be read is left out: it must keep nobody from practising.
    """
    query = _PAST if profile_id is None else _PAST.where(attempts.c.profile_id == profile_id)
    contacts = []
    for attempt_id, person, name, at, text, kept_digest in connection.execute(query):
        with contextlib.suppress(ValueError):
            card = ContactCard.model_validate_json(_sound(attempt_id, text, kept_digest))
            contacts.append(PastContact(attempt_id, person, name, at, card))
    return tuple(contacts)


def _newest_review(connection: Connection, number: int, attempt_id: str) -> Review | None:
    query = select(reviews.c.json, reviews.c.digest).where(reviews.c.attempt == number)
    part = connection.execute(query.order_by(reviews.c.number.desc()).limit(1)).first()
    return Review.model_validate_json(_sound(attempt_id, *part)) if part else None


def _sound(attempt_id: str, text: str, kept_digest: str) -> str:
    if part_digest(attempt_id, text) != kept_digest:
        raise ChangedOutsideError("a part does not fit its digest")
    return text
