"""Version 10: what the departments delivered is kept with the report."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import Column, ForeignKey, Integer, Text

_TEXTS = ("id", "task", "department", "received", "source", "text")


def upgrade(operations: Operations) -> None:
    """Add the table; of older reports nothing was kept."""
    operations.create_table(
        "materials",
        Column("report", Integer, ForeignKey("reports.number", ondelete="CASCADE"), primary_key=True),
        Column("position", Integer, primary_key=True, autoincrement=False),
        *(Column(name, Text, nullable=False) for name in _TEXTS),
    )
