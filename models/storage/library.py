"""A light look into the library, with the standard library alone: quick enough for the first window."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path

from models.storage.connection import connected_to_read
from models.storage.failures import told
from models.storage.inspection import inspect_library
from models.storage.summary import ReportSummary, Shelf

_SUMMARIES = """
    SELECT reports.id, reports.number, reports.year, report_organs.short_name, report_organs.full_name,
           reports.title, reports.changed_at, reports.sample, {shelf}
    FROM reports LEFT JOIN report_organs ON report_organs.report = reports.number
    {shelves}
    ORDER BY reports.change DESC
"""
_WITH_SHELVES = _SUMMARIES.format(
    shelf="shelves.shelf, shelves.since", shelves="LEFT JOIN shelves ON shelves.report = reports.number")
_WITHOUT = _SUMMARIES.format(shelf="NULL, NULL", shelves="")  # of a library that was not upgraded yet


def peek_reports(path: Path) -> tuple[ReportSummary, ...]:
    """Return the reports in the library at `path`, newest change first, without altering it.

    Empty when there is no such file; UserError when it is foreign or damaged.
    """
    with told(f"读不出资料库“{path.name}”"):
        if not path.exists():
            return ()
        inspect_library(path)
        with connected_to_read(path) as connection:
            return list_reports(connection)


def list_reports(connection: sqlite3.Connection) -> tuple[ReportSummary, ...]:
    """Return the reports seen through `connection`, newest change first."""
    known = connection.execute("SELECT 1 FROM sqlite_master WHERE type='table' AND name='shelves'").fetchone()
    return tuple(_summary(row) for row in connection.execute(_WITH_SHELVES if known else _WITHOUT))


def _summary(row: tuple[str, int, int, str, str, str, str, int, str | None, str | None]) -> ReportSummary:
    """Return the summary held by one result `row`; a report on an unknown shelf is on the desk, where it is seen."""
    report_id, number, year, short_name, full_name, title, changed_at, sample, shelf, since = row
    return ReportSummary(
        report_id, number, year, short_name or full_name or "", title, _moment(changed_at), bool(sample),
        Shelf(shelf) if shelf in tuple(Shelf) else Shelf.DESK, _moment(since) if since else None)


def _moment(text: str) -> datetime:
    """Return the moment written as `text`; the earliest one when it is damaged, the list is still of use then."""
    try:
        return datetime.fromisoformat(text)
    except (TypeError, ValueError):
        return datetime.min
