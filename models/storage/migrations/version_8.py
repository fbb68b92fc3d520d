"""Version 8: the 字数 that a clerk wants to reach, of a report and of each part."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import Column, Integer


def upgrade(operations: Operations) -> None:
    """Add the columns; older reports and parts have no target."""
    for name in ("reports", "parts"):
        with operations.batch_alter_table(name) as table:
            table.add_column(Column("word_target", Integer, nullable=False, server_default="0"))
