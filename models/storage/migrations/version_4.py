"""Version 4: joint issue, letters, pre-printed paper, 签名章; tables in the text and pictures in attachments."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, Text

_NO_TEXTS, _FALSE = "[]", "0"
_OF_REPORT = {
    "joint_organs": (Text, _NO_TEXTS), "recipients_in_colophon": (Boolean, _FALSE), "letter": (Boolean, _FALSE),
    "preprinted": (Boolean, _FALSE), "stamp_posts": (Text, _NO_TEXTS), "colophon_on_even_page": (Boolean, _FALSE),
}


def upgrade(operations: Operations) -> None:
    """Add the columns and the table; older reports have none of it."""
    with operations.batch_alter_table("reports") as reports:
        for name, (kind, default) in _OF_REPORT.items():
            reports.add_column(Column(name, kind, nullable=False, server_default=default))
    with operations.batch_alter_table("entries") as entries:
        entries.add_column(Column("table", Text, nullable=False, server_default=_NO_TEXTS))
    with operations.batch_alter_table("attachments") as attachments:
        attachments.add_column(Column("landscape", Boolean, nullable=False, server_default=_FALSE))
    operations.create_table(
        "pictures",
        Column("report", Integer, ForeignKey("reports.number", ondelete="CASCADE"), primary_key=True),
        Column("attachment", Integer, primary_key=True, autoincrement=False),
        Column("position", Integer, primary_key=True, autoincrement=False),
        Column("id", Text, nullable=False), Column("data", LargeBinary, nullable=False),
        Column("caption", Text, nullable=False),
    )
