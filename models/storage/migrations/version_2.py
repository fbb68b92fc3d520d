"""Version 2: content is proven by a digest, and a report knows the one of the year before."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import Column, Text


def upgrade(operations: Operations) -> None:
    """Add the columns; an empty digest is filled once the file is at its newest version."""
    with operations.batch_alter_table("reports") as reports:
        reports.add_column(Column("previous_id", Text, nullable=False, server_default=""))
        reports.add_column(Column("digest", Text, nullable=False, server_default=""))
    with operations.batch_alter_table("sources") as sources:
        sources.add_column(Column("digest", Text, nullable=False, server_default=""))
