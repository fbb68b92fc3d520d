"""Version 9: when and by which meeting a report was discussed."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import Column, Text


def upgrade(operations: Operations) -> None:
    """Add the column; of older reports it is not known."""
    with operations.batch_alter_table("reports") as table:
        table.add_column(Column("deliberation", Text, nullable=False, server_default=""))
