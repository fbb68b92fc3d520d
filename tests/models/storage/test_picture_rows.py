"""Pictures in the library: at their places in text and attachments, each file once, also those of older libraries."""

from __future__ import annotations

import json
import sqlite3
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.disk_faults import make_old_library
from builders import a_report, fixed_clock
from models.domain.report import Attachment, Part, Picture, Report, SectionKey, Topic
from models.storage.failures import DamagedLibrary
from models.storage.packing import pack, unpack
from models.storage.safekeeping import prove
from models.storage.store import ReportStore
from pictured import a_pictured_report

DATA, OTHER = bytes(range(256)) * 8, b"another picture"
FULL = "0123456789abcdef0123456789abcdef"


def a_shown_report() -> Report:
    """Return a report that shows one picture three times and another one once."""
    text = Topic("t", "小标题", "甲\n乙", pictures=(Picture("p1", DATA, "图题", "楼", 80, 1, 16, 8), Picture("p2", OTHER)))
    return replace(
        a_report(), parts=(Part("part", SectionKey.MEASURES, "", (text,)),),
        attachments=(Attachment("a1", "附图", pictures=(Picture("p3", DATA), Picture("p4", DATA, width=60))),))


def rows(library: Path, statement: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(library)
    found = connection.execute(statement).fetchall()
    connection.close()
    return found


def test_a_file_shown_twice_is_stored_once(store: ReportStore, library: Path) -> None:
    store.save(a_shown_report())

    assert store.load("report-1") == a_shown_report()
    assert rows(library, "SELECT length(data) FROM picture_data ORDER BY 1") == [(len(OTHER),), (len(DATA),)]


def test_a_file_that_is_shown_no_more_leaves_the_library(store: ReportStore, library: Path) -> None:
    store.save(a_shown_report())
    report = store.load("report-1")
    topic = report.parts[0].entries[0]
    store.save(report.with_part(replace(report.parts[0], entries=(replace(topic, pictures=()),))))

    assert rows(library, "SELECT length(data) FROM picture_data") == [(len(DATA),)]

    store.delete("report-1")

    assert rows(library, "SELECT count(*) FROM picture_data") == [(0,)]


def test_a_report_with_pictures_everywhere_is_kept_and_copied(store: ReportStore) -> None:
    report = a_pictured_report()
    store.save(report)
    kept = store.revisions.keep(report, "手动", 1)
    store.save(replace(report, parts=(), attachments=()))

    assert store.revisions.load(kept.number) == report


def test_a_changed_file_is_noticed(library: Path) -> None:
    with ReportStore.open(library, fixed_clock) as store:
        store.save(a_shown_report())
    connection = sqlite3.connect(library)
    connection.execute("UPDATE picture_data SET data = ?", (b"changed",))
    connection.commit()
    connection.close()

    with ReportStore.open(library, fixed_clock) as store, pytest.raises(DamagedLibrary):
        store.load("report-1")


def test_pictures_of_a_library_of_version_6_are_brought_along(tmp_path: Path) -> None:
    library = tmp_path / "法治年报.db"
    make_old_library(library, 6)
    connection = sqlite3.connect(library)
    number, = connection.execute("SELECT number FROM reports WHERE id = ?", (FULL,)).fetchone()
    for position in range(2):
        row = (number, position, f"p{position}", DATA)
        connection.execute("INSERT INTO pictures VALUES (?, 0, ?, ?, ?, '办件地图')", row)
    connection.execute("UPDATE reports SET digest = ''")
    connection.commit()
    connection.close()

    with ReportStore.open(library, fixed_clock) as store:
        assert store.load(FULL).attachments[0].pictures == (
            Picture("p0", DATA, "办件地图"), Picture("p1", DATA, "办件地图"))
    assert rows(library, "SELECT count(*) FROM picture_data") == [(1,)]
    prove(library)


def test_a_version_kept_by_a_program_of_version_6_is_read() -> None:
    report = replace(a_report(), attachments=(Attachment("a", "附图", pictures=(Picture("p", DATA, "图"),)),))
    packed = pack(report)
    tables = json.loads(zlib.decompress(packed.content))
    digest = tables["picture_data"][0]["digest"]
    del tables["picture_data"], tables["entry_pictures"]
    tables["pictures"] = [
        {"report": 0, "attachment": 0, "position": 0, "id": "p", "data": {"blob": digest}, "caption": "图"}]

    assert unpack(zlib.compress(json.dumps(tables).encode()), packed.blobs.__getitem__) == report
