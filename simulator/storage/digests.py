"""Digests of what is kept. They show what was damaged, or changed by another program.

SQLite itself notices few such changes: its pages carry no checksums. Whoever can write to the file
can also renew the digests; they are no protection against a person.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from operator import itemgetter
from typing import Any

from simulator.storage.kept_text import digest

SEALED = (
    "id",
    "profile_id",
    "scenario_id",
    "title",
    "trade",
    "track",
    "customer_name",
    "face",
    "mode",
    "began_at",
    "finished_at",
    "courtesy",
    "patience",
    "helpfulness",
    "reading",
    "ending_kind",
)
"""The columns of an attempt that its digest covers: all that a list shows, but for the turns.

The place in a shift came later; to cover it would break the digests of older attempts.
"""

_sealed = itemgetter(*SEALED)


class ChangedOutsideError(ValueError):
    """What is kept does not fit its digest."""


def first_digest(attempt_id: str, scenario_version: str) -> str:
    """Give what the digest of an attempt's first event rests on."""
    return digest(attempt_id, scenario_version)


def event_digest(before: str, position: int, at: datetime, json: str) -> str:
    """Give the digest of an event, which rests on that of the event before it."""
    return digest(before, str(position), at.astimezone(UTC).isoformat(), json)


def part_digest(attempt_id: str, json: str) -> str:
    """Give the digest of an attempt's scorecard or review."""
    return digest(attempt_id, json)


def summary_digest(row: Mapping[Any, object]) -> str:
    """Give the digest of a row of attempts, whose times are in UTC."""
    return digest(*map(str, _sealed(row)))


def refuse_changed(row: Mapping[Any, object]) -> None:
    """Make sure that a row of attempts fits its digest.

    Raises:
        ChangedOutsideError: it does not.
    """
    if row["digest"] != summary_digest(row):
        raise ChangedOutsideError("the summary does not fit its digest")
