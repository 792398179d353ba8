"""The tables, as the newest migration leaves them. A change here needs a migration beside it."""

from datetime import UTC, datetime

from sqlalchemy import (
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.types import TypeDecorator

SCHEMA = "0002"
"""The revision of the newest migration: four digits, so that a later one is greater as text."""


class UtcTime(TypeDecorator[datetime]):
    """A moment in UTC, also in a database that keeps no zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Turn a time of any zone into UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time needs its zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Give a time with its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

profiles = Table(
    "profiles",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", String(80), nullable=False),
    # The name as compared: "Ana" and "ANA " are one person.
    Column("name_key", String(400), nullable=False, unique=True),
    Column("role", String(20), nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("last_used_at", UtcTime),
)

# A scenario as it was played: an old attempt replays even when the file is changed or gone.
scenario_versions = Table(
    "scenario_versions",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("json", Text, nullable=False),
)

# Several short contacts in a row; the plan is kept whole, so that an old shift can be taken up even
# when scenarios were added or taken away.
shifts = Table(
    "shifts",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("profile_id", String(64), ForeignKey("profiles.id"), nullable=False),
    Column("began_at", UtcTime, nullable=False),
    Column("ended_at", UtcTime),
    Column("json", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Index(None, "profile_id", "began_at"),
)

# The columns from "scenario_id" to "track", and the scores, repeat what scenario, scorecard and
# review say, so that a list of attempts is one query. The scores are those that count.
attempts = Table(
    "attempts",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("profile_id", String(64), ForeignKey("profiles.id"), nullable=False),
    Column("scenario_version", String(64), ForeignKey("scenario_versions.sha256"), nullable=False),
    Column("file_sha256", String(64), nullable=False),
    Column("scenario_id", String(60), nullable=False),
    Column("title", Text, nullable=False),
    Column("trade", Text, nullable=False),
    Column("track", String(20), nullable=False),
    Column("customer_name", Text, nullable=False),
    Column("face", Text, nullable=False),
    Column("mode", String(20), nullable=False),
    Column("month", String(7), nullable=False),
    Column("began_at", UtcTime, nullable=False),
    Column("finished_at", UtcTime),
    Column("turns", Integer, nullable=False),
    Column("event_count", Integer, nullable=False),
    Column("head", String(64), nullable=False),
    Column("courtesy", Integer),
    Column("patience", Integer),
    Column("helpfulness", Integer),
    Column("reading", Integer),
    Column("ending_kind", String(20)),
    Column("reviewed_at", UtcTime),
    Column("review_asked_at", UtcTime),
    Column("digest", String(64), nullable=False),
    Column("shift_id", String(64), ForeignKey("shifts.id")),
    Column("shift_number", Integer),
    Index(None, "profile_id", "began_at"),
    Index(None, "profile_id", "month"),
    Index(None, "began_at"),
)

# Digests show what was damaged or changed from outside, which SQLite itself seldom notices. An
# event's rests on the one before it; the attempt's head is the last.
events = Table(
    "events",
    metadata,
    Column("attempt", Integer, ForeignKey("attempts.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("kind", String(30), nullable=False),
    Column("json", Text, nullable=False),
    Column("digest", String(64), nullable=False),
)

scorecards = Table(
    "scorecards",
    metadata,
    Column("attempt", Integer, ForeignKey("attempts.number"), primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("json", Text, nullable=False),
    Column("digest", String(64), nullable=False),
)

reviews = Table(
    "reviews",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("attempt", Integer, ForeignKey("attempts.number"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("trainer_id", String(64), nullable=False),
    Column("json", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Index(None, "attempt"),
)

settings = Table(
    "settings",
    metadata,
    Column("name", String(200), primary_key=True),
    Column("value", Text, nullable=False),
)
