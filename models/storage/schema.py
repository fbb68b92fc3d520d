"""Making a fresh library, and bringing an older one to the newest version."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.orm import Session

import models.storage.revision_tables  # noqa: F401 — its tables are part of the schema
from models.storage.connection import connected_to_read
from models.storage.content import load_report, load_source
from models.storage.digest import digest_of
from models.storage.failures import DamagedLibrary, told
from models.storage.files import put_in_place
from models.storage.inspection import APPLICATION_ID, HEAD_VERSION
from models.storage.rows import table_of
from models.storage.sessions import writing_connection
from models.storage.source_tables import SourceRow
from models.storage.tables import Base, LibraryRow, ReportRow


def create_library(path: Path) -> None:
    """Create an empty library at `path`, whole or not at all; UserError when it cannot be written."""
    failure = f"不能建立资料库“{path.name}”"
    fresh = path.with_name(f"{path.name}.new")
    with told(failure):
        fresh.unlink(missing_ok=True)
        with writing_connection(fresh, failure, mode="rwc") as connection:
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            Base.metadata.create_all(connection)
            connection.execute(insert(LibraryRow), {"id": 1, "change": 0})
            connection.exec_driver_sql(f"PRAGMA user_version={HEAD_VERSION}")
        put_in_place(fresh, path)


def upgrade_library(path: Path, version: int) -> None:
    """Bring the library at `path` from `version` to the newest one, in one transaction."""
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext

    with writing_connection(path, "资料库没有升级") as connection:
        operations = Operations(MigrationContext.configure(connection, opts={"render_as_batch": True}))
        for step in range(version + 1, HEAD_VERSION + 1):
            import_module(f"models.storage.migrations.version_{step}").upgrade(operations)
        _settle_digests(connection)
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise DamagedLibrary("资料库没有升级：内容不完整。", "请用备份恢复。")
        connection.exec_driver_sql(f"PRAGMA user_version={HEAD_VERSION}")


def check_columns(path: Path) -> None:
    """Raise DamagedLibrary when the tables of the library at `path` do not have the columns of the newest version."""
    with told(f"打不开资料库“{path.name}”"), connected_to_read(path) as connection:
        for table in Base.metadata.sorted_tables:
            columns = {row[1] for row in connection.execute(f"PRAGMA table_info({table.name})")}
            if columns != set(table.c.keys()):
                raise DamagedLibrary(f"资料库“{path.name}”的结构被改动过（{table.name}）。", "请用备份恢复。")


def _settle_digests(connection: Connection) -> None:
    """Prove what has a digest, and give reports and sources without one the digest of what they hold."""
    with Session(connection, autoflush=False) as session:
        for number, digest in session.execute(select(ReportRow.number, ReportRow.digest)).all():
            report = load_report(session, number, proven=bool(digest))
            if not digest:
                changed = update(table_of(ReportRow)).values(digest=digest_of(report))
                connection.execute(changed.where(ReportRow.number == number))
        for number, digest in session.execute(select(SourceRow.report, SourceRow.digest)).all():
            source = load_source(session, number, proven=bool(digest))
            if not digest:
                changed = update(table_of(SourceRow)).values(digest=digest_of(source))
                connection.execute(changed.where(SourceRow.report == number))
