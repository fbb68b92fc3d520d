"""Reports are put away and thrown away without a change of their text."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from builders import a_report, fixed_clock
from models.errors import UserError
from models.storage.copying import copy_report
from models.storage.library import peek_reports
from models.storage.safekeeping import prove
from models.storage.store import ReportStore
from models.storage.summary import ReportSummary, Shelf


def shelf_of(store: ReportStore, report_id: str = "report-1") -> Shelf:
    return next(each.shelf for each in store.reports() if each.id == report_id)


@pytest.mark.parametrize("shelf", [Shelf.ARCHIVE, Shelf.TRASH])
def test_a_report_is_put_away_and_taken_back_as_it_was(store: ReportStore, library: Path, shelf: Shelf) -> None:
    store.save(a_report(duties=2))
    store.shelves.put("report-1", shelf)
    [summary] = store.reports()
    assert (summary.shelf, summary.shelved_at) == (shelf, fixed_clock())
    prove(library)
    store.shelves.put("report-1", Shelf.DESK)

    assert store.reports()[0].shelved_at is None
    assert store.load("report-1") == a_report(duties=2)


def test_a_report_is_on_one_shelf_only(store: ReportStore) -> None:
    store.save(a_report())
    for shelf in (Shelf.ARCHIVE, Shelf.TRASH, Shelf.TRASH):
        store.shelves.put("report-1", shelf)

    assert [each.shelf for each in store.reports()] == [Shelf.TRASH]


def test_a_save_leaves_a_report_where_it_is(store: ReportStore) -> None:
    store.save(a_report())
    store.shelves.put("report-1", Shelf.ARCHIVE)
    store.save(a_report(introduction="改过"))

    assert shelf_of(store) is Shelf.ARCHIVE


def test_putting_away_does_not_change_the_order_of_the_list(store: ReportStore) -> None:
    for report_id in ("a", "b"):
        store.save(a_report(id=report_id))
    store.shelves.put("a", Shelf.TRASH)

    assert [each.id for each in store.reports()] == ["b", "a"]


def test_an_unknown_report_is_a_clear_word(store: ReportStore) -> None:
    with pytest.raises(UserError, match="没有编号为"):
        store.shelves.put("没有", Shelf.TRASH)


def test_a_reader_puts_nothing_away(store: ReportStore, library: Path) -> None:
    store.save(a_report())

    with ReportStore.open_to_read(library, fixed_clock) as reader, pytest.raises(UserError, match="没有移动报告"):
        reader.shelves.put("report-1", Shelf.TRASH)


def test_what_is_deleted_leaves_no_shelf_behind(store: ReportStore, library: Path) -> None:
    for report_id in ("a", "b", "c"):
        store.save(a_report(id=report_id))
        store.shelves.put(report_id, Shelf.TRASH)
    store.delete("a", "c")

    assert [each.id for each in store.reports()] == ["b"]
    assert [backup.reason for backup in store.backups()] == ["删除之前"]
    with sqlite3.connect(library) as connection:
        assert connection.execute("SELECT COUNT(*) FROM shelves").fetchone() == (1,)


@pytest.mark.parametrize(
    ("shelf", "days", "expired"),
    [(Shelf.TRASH, 29, False), (Shelf.TRASH, 30, True), (Shelf.TRASH, -400, False), (Shelf.ARCHIVE, 900, False),
     (Shelf.DESK, 900, False)],
)
def test_the_trash_keeps_a_report_for_thirty_days(store: ReportStore, shelf: Shelf, days: int, expired: bool) -> None:
    at: datetime = fixed_clock() - timedelta(days=days)
    summary = ReportSummary("a", 1, 2025, "局", "报告", at, False, shelf, at)

    assert store.shelves.expired([summary]) == (("a",) if expired else ())


def test_a_report_on_an_unknown_shelf_stays_in_sight(store: ReportStore, library: Path) -> None:
    store.save(a_report())
    store.shelves.put("report-1", Shelf.TRASH)
    with sqlite3.connect(library) as connection:
        connection.execute("UPDATE shelves SET shelf='attic', since='?'")

    assert shelf_of(store) is Shelf.DESK


def test_reports_of_a_library_that_was_not_upgraded_are_listed(store: ReportStore, library: Path) -> None:
    store.save(a_report())
    with sqlite3.connect(library) as connection:
        for table in ("shelves", "entry_pictures", "picture_data", "materials"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("PRAGMA user_version=5")

    assert [each.shelf for each in peek_reports(library)] == [Shelf.DESK]


def test_a_copy_lies_on_the_desk(store: ReportStore) -> None:
    store.save(a_report())
    store.shelves.put("report-1", Shelf.ARCHIVE)
    copied = copy_report(store, "report-1")

    assert shelf_of(store, copied) is Shelf.DESK
