"""The first tables: people, scenarios as played, attempts with events, scorecards, reviews."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    _make_people_and_scenarios()
    _make_attempts()
    _make_parts_of_attempts()
    op.create_table(
        "settings",
        sa.Column("name", sa.String(200), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )


def _time(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _make_people_and_scenarios() -> None:
    op.create_table(
        "profiles",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("name_key", sa.String(400), nullable=False, unique=True),
        sa.Column("role", sa.String(20), nullable=False),
        _time("created_at"),
        _time("last_used_at", nullable=True),
    )
    op.create_table(
        "scenario_versions",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("json", sa.Text, nullable=False),
    )


def _make_attempts() -> None:
    version = sa.ForeignKey("scenario_versions.sha256")
    op.create_table(
        "attempts",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(64), nullable=False, unique=True),
        sa.Column("profile_id", sa.String(64), sa.ForeignKey("profiles.id"), nullable=False),
        sa.Column("scenario_version", sa.String(64), version, nullable=False),
        sa.Column("file_sha256", sa.String(64), nullable=False),
        sa.Column("scenario_id", sa.String(60), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("trade", sa.Text, nullable=False),
        sa.Column("track", sa.String(20), nullable=False),
        sa.Column("customer_name", sa.Text, nullable=False),
        sa.Column("face", sa.Text, nullable=False),
        sa.Column("mode", sa.String(20), nullable=False),
        sa.Column("month", sa.String(7), nullable=False),
        _time("began_at"),
        _time("finished_at", nullable=True),
        sa.Column("turns", sa.Integer, nullable=False),
        sa.Column("event_count", sa.Integer, nullable=False),
        sa.Column("head", sa.String(64), nullable=False),
        sa.Column("courtesy", sa.Integer),
        sa.Column("patience", sa.Integer),
        sa.Column("helpfulness", sa.Integer),
        sa.Column("reading", sa.Integer),
        sa.Column("ending_kind", sa.String(20)),
        _time("reviewed_at", nullable=True),
        _time("review_asked_at", nullable=True),
        sa.Column("digest", sa.String(64), nullable=False),
    )
    for columns in (["profile_id", "began_at"], ["profile_id", "month"], ["began_at"]):
        op.create_index(f"ix_attempts_{'_'.join(columns)}", "attempts", columns)


def _attempt(*, is_key: bool) -> sa.Column[object]:
    attempt = sa.ForeignKey("attempts.number")
    return sa.Column("attempt", sa.Integer, attempt, primary_key=is_key, nullable=False)


def _make_parts_of_attempts() -> None:
    op.create_table(
        "events",
        _attempt(is_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        _time("at"),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("json", sa.Text, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
    )
    op.create_table(
        "scorecards",
        _attempt(is_key=True),
        _time("at"),
        sa.Column("json", sa.Text, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
    )
    op.create_table(
        "reviews",
        sa.Column("number", sa.Integer, primary_key=True),
        _attempt(is_key=False),
        _time("at"),
        sa.Column("trainer_id", sa.String(64), nullable=False),
        sa.Column("json", sa.Text, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
    )
    op.create_index("ix_reviews_attempt", "reviews", ["attempt"])
