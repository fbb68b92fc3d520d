"""Version 5: kept versions of a report, and the history of its exports."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import Column, DateTime, Double, ForeignKey, Integer, LargeBinary, Text

_CONTENTS = "revision_contents"


def upgrade(operations: Operations) -> None:
    """Add the tables; of older reports no version was kept."""
    operations.create_table(
        _CONTENTS,
        Column("digest", Text, primary_key=True),
        Column("content", LargeBinary, nullable=False), Column("blobs", Text, nullable=False),
    )
    operations.create_table(
        "revision_blobs",
        Column("digest", Text, primary_key=True), Column("data", LargeBinary, nullable=False),
    )
    operations.create_table(
        "revisions",
        Column("number", Integer, primary_key=True), _of_report(),
        Column("at", DateTime, nullable=False), *_texts("reason", "name"), _content("digest"),
        Column("words", Integer, nullable=False),
        sqlite_autoincrement=True,
    )
    operations.create_table(
        "exports",
        Column("number", Integer, primary_key=True), _of_report(),
        Column("revision", Integer, ForeignKey("revisions.number", ondelete="CASCADE"), nullable=False),
        _content("content"), Column("at", DateTime, nullable=False),
        *_texts("path", "sha256", "form", "profile", "fonts"), Column("line_spacing", Double, nullable=False),
        sqlite_autoincrement=True,
    )
    for table in ("revisions", "exports"):
        operations.create_index(f"ix_{table}_report", table, ["report"])


def _of_report() -> Column[int]:
    return Column("report", Integer, ForeignKey("reports.number", ondelete="CASCADE"), nullable=False)


def _content(name: str) -> Column[str]:
    return Column(name, Text, ForeignKey(f"{_CONTENTS}.digest"), nullable=False)


def _texts(*names: str) -> list[Column[str]]:
    return [Column(name, Text, nullable=False) for name in names]
