"""Sessions over a library file: one connection per use, so that any thread may work and no file stays open."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from models.storage.connection import connect, reading_mode
from models.storage.failures import told


class Sessions:
    """Where sessions over the library at `path` come from."""

    def __init__(self, path: Path) -> None:
        self._reader = _engine(path, writing=False)
        self._writer = _engine(path, writing=True)

    @contextmanager
    def reading(self, failure: str) -> Iterator[Session]:
        """Lend a session that sees one state of the library; expected errors begin with `failure`, e.g. 打不开报告."""
        with _told(failure), Session(self._reader, autoflush=False) as session:
            yield session

    @contextmanager
    def writing(self, failure: str) -> Iterator[Session]:
        """Lend a session whose changes are committed together at the end, or not at all."""
        with _told(failure), Session(self._writer, autoflush=False) as session, session.begin():
            yield session


@contextmanager
def writing_connection(path: Path, failure: str, mode: str = "rw") -> Iterator[Connection]:
    """Lend a connection whose changes to the file at `path`, schema included, are committed together or not at all.

    References are not enforced on it, as a table may be replaced; the caller checks them.
    """
    with _told(failure), _engine(path, writing=True, mode=mode, references=False).begin() as connection:
        yield connection


def _engine(path: Path, writing: bool, mode: str = "rw", references: bool = True) -> Engine:
    """Return an engine over `path` that begins its transactions by hand, at once as a writer when `writing`."""
    def opened() -> sqlite3.Connection:
        connection = connect(path, mode if writing else reading_mode(path))
        if not writing:
            connection.execute("PRAGMA query_only=ON")
        if not references:
            connection.execute("PRAGMA foreign_keys=OFF")
        return connection

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    engine = create_engine("sqlite://", creator=opened, poolclass=NullPool)
    event.listen(engine, "begin", begin)
    return engine


@contextmanager
def _told(failure: str) -> Iterator[None]:
    """Turn expected failures inside, also those SQLAlchemy has wrapped, into a UserError that begins with `failure`."""
    with told(failure):
        try:
            yield
        except DBAPIError as error:
            if isinstance(error.orig, sqlite3.Error):
                raise error.orig from error
            raise
