"""Version 3: findings that the clerk set aside are kept with the report."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import Column, ForeignKey, Integer, Text

_TEXTS = ("code", "slug", "task", "entry", "field", "before", "excerpt", "reason", "date")


def upgrade(operations: Operations) -> None:
    """Add the table; reports of older versions have set nothing aside."""
    operations.create_table(
        "dismissals",
        Column("report", Integer, ForeignKey("reports.number", ondelete="CASCADE"), primary_key=True),
        Column("position", Integer, primary_key=True, autoincrement=False),
        *(Column(name, Text, nullable=False) for name in _TEXTS),
    )
