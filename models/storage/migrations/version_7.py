"""Version 7: pictures in the running text; the bytes of a picture once for all places of a report that show it."""

from __future__ import annotations

from hashlib import sha256

from alembic.operations import Operations
from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, Text, table

_OLD = "pictures_6"
_ADDED = {"alternative": (Text, ""), "width": (Integer, "0"), "after": (Integer, "-1"),
          "pixel_width": (Integer, "0"), "pixel_height": (Integer, "0")}


def upgrade(operations: Operations) -> None:
    """Make the tables and bring the pictures of attachments into them."""
    operations.rename_table("pictures", _OLD)
    _create_pictures(operations, "pictures", "attachment")
    _create_pictures(operations, "entry_pictures", "part", "entry")
    operations.create_table(
        "picture_data", _of_report(), Column("digest", Text, primary_key=True),
        Column("data", LargeBinary, nullable=False))
    _move(operations)
    operations.drop_table(_OLD)


def _create_pictures(operations: Operations, name: str, *owners: str) -> None:
    """Create the table `name` of pictures that belong to what stands at the places `owners` of a report."""
    operations.create_table(
        name, _of_report(),
        *(Column(each, Integer, primary_key=True, autoincrement=False) for each in (*owners, "position")),
        *(Column(each, Text, nullable=False) for each in ("id", "digest", "caption")),
        *(Column(each, kind, nullable=False, server_default=default) for each, (kind, default) in _ADDED.items()))


def _move(operations: Operations) -> None:
    """Write each picture of the table of version 6 into those of version 7."""
    names = ("report", "attachment", "position", "id", "caption")
    old = table(_OLD, *(Column(each) for each in (*names, "data")))
    new = table("pictures", *(Column(each) for each in (*names, "digest")))
    held = table("picture_data", *(Column(each) for each in ("report", "digest", "data")))
    connection = operations.get_bind()
    known = set()
    for row in connection.execute(old.select()).mappings().all():
        data = bytes(row["data"])
        digest = sha256(data).hexdigest()
        connection.execute(new.insert(), {**{name: row[name] for name in names}, "digest": digest})
        if (row["report"], digest) not in known:
            connection.execute(held.insert(), {"report": row["report"], "digest": digest, "data": data})
            known.add((row["report"], digest))


def _of_report() -> Column[int]:
    return Column("report", Integer, ForeignKey("reports.number", ondelete="CASCADE"), primary_key=True)
