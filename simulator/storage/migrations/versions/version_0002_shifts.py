"""Shifts: several short contacts in a row, and which contact of which shift an attempt is."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table, and the two columns that lead to it."""
    op.create_table(
        "shifts",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("profile_id", sa.String(64), sa.ForeignKey("profiles.id"), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.Column("json", sa.Text, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
    )
    op.create_index("ix_shifts_profile_id_began_at", "shifts", ["profile_id", "began_at"])
    # Written out: SQLite takes a column that leads to another table only in this form.
    op.execute("ALTER TABLE attempts ADD COLUMN shift_id VARCHAR(64) REFERENCES shifts (id)")
    op.add_column("attempts", sa.Column("shift_number", sa.Integer))
