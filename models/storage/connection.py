"""Connections to a library file, each with the settings that keep its text safe."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

PRAGMAS = (
    "busy_timeout=3000",  # first: the next ones already touch the file
    "journal_mode=DELETE",
    "synchronous=EXTRA",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "secure_delete=ON",
    "temp_store=MEMORY",
)


def connect(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """Return a connection to `path`; `mode` is ro, rw (never creates) or rwc. Transactions are begun by hand."""
    place = path.resolve().as_posix()
    address = f"file://{'' if place.startswith('/') else '/'}{quote(place, safe='/:')}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, timeout=3.0, isolation_level=None, check_same_thread=False)
    try:
        for pragma in PRAGMAS:
            if mode != "ro" or not pragma.startswith("journal_mode"):
                connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


@contextmanager
def connected(path: Path, mode: str = "rw") -> Iterator[sqlite3.Connection]:
    """Lend a connection to `path` and close it afterwards."""
    connection = connect(path, mode)
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def connected_to_read(path: Path) -> Iterator[sqlite3.Connection]:
    """Lend a connection to `path` that changes nothing, but may finish what a crash interrupted."""
    with connected(path, reading_mode(path)) as connection:
        connection.execute("PRAGMA query_only=ON")
        yield connection


def reading_mode(path: Path) -> str:
    """Return ro, or rw where a journal lies beside `path`: only a writer may roll an interrupted save back."""
    return "rw" if path.with_name(f"{path.name}-journal").exists() else "ro"
