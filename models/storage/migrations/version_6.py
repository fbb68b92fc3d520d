"""Version 6: a report may be put into the archive or the trash."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import Column, DateTime, ForeignKey, Integer, Text


def upgrade(operations: Operations) -> None:
    """Add the table; all reports of older versions are on the desk."""
    operations.create_table(
        "shelves",
        Column("report", Integer, ForeignKey("reports.number", ondelete="CASCADE"), primary_key=True),
        Column("shelf", Text, nullable=False),
        Column("since", DateTime, nullable=False),
    )
