"""Keeping shifts: their plans, and whether they are over."""

from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select, update

from simulator.core.errors import ProfileError
from simulator.core.progress.shift.plan import KeptShift, ShiftPlan
from simulator.storage.digests import ChangedOutsideError, part_digest
from simulator.storage.kept_text import json_of
from simulator.storage.refusals import GONE, NOT_LISTED
from simulator.storage.tables import profiles, shifts


def begin(connection: Connection, shift: KeptShift) -> None:
    """Keep a shift that begins; one left open by the same person ends when this one begins."""
    person = shift.profile_id
    if not connection.scalar(select(profiles.c.id).where(profiles.c.id == person)):
        raise ProfileError(NOT_LISTED)
    began_at = shift.began_at.astimezone(UTC)
    left_open = (shifts.c.profile_id == person) & shifts.c.ended_at.is_(None)
    connection.execute(update(shifts).where(left_open).values(ended_at=began_at))
    json = json_of(shift.plan)
    row = {
        "id": shift.plan.id,
        "profile_id": person,
        "began_at": began_at,
        "ended_at": shift.ended_at,
        "json": json,
        "digest": part_digest(shift.plan.id, json),
    }
    connection.execute(insert(shifts), row)


def end(connection: Connection, shift_id: str, at: datetime) -> None:
    """Note when a shift ended; one that has ended keeps its time."""
    open_one = (shifts.c.id == shift_id) & shifts.c.ended_at.is_(None)
    ended = connection.execute(update(shifts).where(open_one).values(ended_at=at))
    known = select(shifts.c.id).where(shifts.c.id == shift_id)
    if ended.rowcount == 0 and not connection.scalar(known):
        raise ProfileError(GONE)


def of_person(connection: Connection, profile_id: str) -> tuple[KeptShift, ...]:
    """Give the shifts of one person, the newest first.

    Raises:
        ValueError: one cannot be read, or was changed from outside.
    """
    query = select(shifts).where(shifts.c.profile_id == profile_id)
    rows = connection.execute(query.order_by(shifts.c.began_at.desc(), shifts.c.id)).mappings()
    return tuple(
        KeptShift(
            plan=_plan(row["id"], row["json"], row["digest"]),
            profile_id=profile_id,
            began_at=row["began_at"],
            ended_at=row["ended_at"],
        )
        for row in rows
    )


def _plan(shift_id: str, json: str, kept_digest: str) -> ShiftPlan:
    if part_digest(shift_id, json) != kept_digest:
        raise ChangedOutsideError("a shift does not fit its digest")
    return ShiftPlan.model_validate_json(json)
