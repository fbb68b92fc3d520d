"""Kept versions: each comes back as it was, equal ones cost nothing, what is named or exported stays."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from builders import a_report
from models.domain.report import Attachment, ExportForm, Picture, Report
from models.errors import UserError
from models.storage.failures import DamagedLibrary
from models.storage.packing import pack, unpack
from models.storage.revision_thinning import DAILY, NEWEST, WEEKLY, superfluous_revisions
from models.storage.revisions import DAILY as DAY
from models.storage.store import ReportStore
from models.storage.summary import Exported, RevisionSummary

START = datetime(2026, 1, 20, 9, 0)
PICTURE = bytes(range(256)) * 8


class Watch:
    """A clock that goes on by hand."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def store(library: Path, watch: Watch) -> Iterator[ReportStore]:
    """Lend a store that holds one report with a picture."""
    with ReportStore.open(library, watch) as opened:
        opened.save(with_picture())
        yield opened


def with_picture() -> Report:
    return replace(a_report(), attachments=(Attachment("a1", "附图", pictures=(Picture("p1", PICTURE, "图一"),)),))


def changed(report: Report, words: str) -> Report:
    return replace(report, introduction=words)


def a_file(path: str = "D:/报告.docx", form: ExportForm = ExportForm.SUBMISSION) -> Exported:
    return Exported(path, "ab" * 32, form, "常用", "方正", 1.0, START)


def count(library: Path, table: str) -> int:
    connection = sqlite3.connect(library)
    found = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    connection.close()
    return int(found)


def test_a_version_comes_back_as_it_was(store: ReportStore) -> None:
    kept = store.revisions.keep(with_picture(), "手动", 1234, "送审稿一")
    store.save(changed(with_picture(), "改过了"))

    assert store.revisions.load(kept.number) == with_picture()
    assert (kept.at, kept.reason, kept.name, kept.words) == (START, "手动", "送审稿一", 1234)


def test_equal_content_is_kept_once(store: ReportStore, library: Path) -> None:
    first, second = with_picture(), changed(with_picture(), "改过了")
    for report in (first, second, first, second, second):
        store.revisions.keep(report, "手动", 0)

    assert len(store.revisions.of(first.id)) == 4
    assert count(library, "revision_contents") == 2
    assert count(library, "revision_blobs") == 1


def test_a_name_goes_to_the_equal_version_that_is_there(store: ReportStore) -> None:
    kept = store.revisions.keep(with_picture(), "每日", 0)
    named = store.revisions.keep(with_picture(), "手动", 0, " 党组会后 ")

    assert (named.number, named.name, named.reason) == (kept.number, "党组会后", "每日")

    again = store.revisions.keep(with_picture(), "手动", 0, "定稿")

    assert [each.name for each in store.revisions.of(with_picture().id)] == ["定稿", "党组会后"]
    assert again.digest == named.digest


def test_a_version_is_renamed(store: ReportStore) -> None:
    kept = store.revisions.keep(with_picture(), "手动", 0, "送审稿")
    store.revisions.rename(kept.number, "送审稿一")

    assert [each.name for each in store.revisions.of(with_picture().id)] == ["送审稿一"]


def test_one_version_a_day_is_kept_by_itself(store: ReportStore, watch: Watch) -> None:
    report = with_picture()

    assert store.revisions.keep_daily(report, 0) is not None
    assert store.revisions.keep_daily(changed(report, "当天又改"), 0) is None
    watch.now += timedelta(days=1)
    assert store.revisions.keep_daily(report, 0) is None  # nothing changed since
    assert store.revisions.keep_daily(changed(report, "第二天"), 0) is not None
    assert [each.reason for each in store.revisions.of(report.id)] == [DAY, DAY]


def test_a_report_that_was_never_saved_has_no_versions(store: ReportStore) -> None:
    stranger = replace(a_report(), id="another")

    assert store.revisions.of("another") == ()
    assert store.revisions.exports_of("another") == ()
    assert store.revisions.keep_daily(stranger, 0) is None
    with pytest.raises(UserError, match="没有留下版本|没有编号"):
        store.revisions.keep(stranger, "手动", 0)


def test_the_history_says_what_was_exported_and_brings_it_back(store: ReportStore, library: Path) -> None:
    let_out = changed(with_picture(), "隐去姓名")
    record = store.revisions.record_export(with_picture(), 99, let_out, a_file(form=ExportForm.PUBLIC))

    assert store.revisions.exports_of(with_picture().id) == (record,)
    assert record.file == a_file(form=ExportForm.PUBLIC)
    assert store.revisions.load_exported(record.number) == let_out
    assert store.revisions.load(record.revision) == with_picture()
    assert count(library, "revision_contents") == 2


def test_automatic_versions_go_and_named_and_exported_ones_stay(store: ReportStore, watch: Watch) -> None:
    report = with_picture()
    store.revisions.keep(changed(report, "甲"), "手动", 0, "送审稿一")
    exported = store.revisions.record_export(changed(report, "乙"), 0, changed(report, "乙"), a_file())
    for number in range(NEWEST + 5):
        watch.now += timedelta(minutes=1)
        store.revisions.keep(changed(report, f"第{number}次"), "读入之前", 0)

    left = store.revisions.of(report.id)
    assert len(left) == NEWEST + 2
    assert store.revisions.load(left[-1].number).introduction == "甲"
    assert store.revisions.load_exported(exported.number).introduction == "乙"


def test_what_thinning_drops_leaves_the_file(store: ReportStore, library: Path) -> None:
    report = with_picture()
    for number in range(NEWEST + 5):
        store.revisions.keep(changed(report, f"第{number}次"), "读入之前", 0)

    assert count(library, "revision_contents") == NEWEST


def test_versions_go_with_their_report_and_leave_no_words(store: ReportStore, library: Path) -> None:
    report = with_picture()
    store.revisions.record_export(report, 0, changed(report, "公开的"), a_file())
    store.delete(report.id)

    assert [count(library, table) for table in ("revisions", "exports", "revision_contents", "revision_blobs")] == [
        0, 0, 0, 0]


def test_a_picture_stays_while_another_version_shows_it(store: ReportStore, library: Path) -> None:
    other = replace(with_picture(), id="other")
    store.save(other)
    store.revisions.keep(with_picture(), "手动", 0)
    kept = store.revisions.keep(other, "手动", 0)
    store.delete(with_picture().id)

    assert store.revisions.load(kept.number) == other


def test_a_damaged_version_is_not_shown(store: ReportStore, library: Path) -> None:
    kept = store.revisions.keep(with_picture(), "手动", 0)
    other = pack(changed(with_picture(), "换过")).content
    connection = sqlite3.connect(library)
    connection.execute("UPDATE revision_contents SET content = ?", (other,))
    connection.commit()
    connection.close()

    with pytest.raises(DamagedLibrary, match="已损坏"):
        store.revisions.load(kept.number)


def test_no_backup_is_made_of_damaged_versions(store: ReportStore, library: Path) -> None:
    store.revisions.keep(with_picture(), "手动", 0)
    whole = library.read_bytes()
    connection = sqlite3.connect(library)
    connection.execute("UPDATE revision_contents SET content = substr(content, 1, 40)")
    connection.commit()
    connection.close()

    with pytest.raises(DamagedLibrary, match="已损坏"):
        store.back_up("试试")
    assert store.backups() == ()

    library.write_bytes(whole)  # so that the store can be closed


def test_a_gone_version_is_told_of(store: ReportStore) -> None:
    with pytest.raises(UserError, match="已经不在"):
        store.revisions.load(4711)


def test_versions_are_not_kept_by_a_reader(store: ReportStore, library: Path) -> None:
    with ReportStore.open_to_read(library) as reader:
        with pytest.raises(UserError, match="没有留下版本"):
            reader.revisions.keep(with_picture(), "手动", 0)
        assert reader.revisions.of(with_picture().id) == ()


def test_a_content_of_before_a_column_gets_its_default() -> None:
    tables = json.loads(zlib.decompress(pack(a_report()).content))
    for name in ("letter", "joint_organs", "previous_id"):
        del tables["reports"][0][name]
    for row in tables["entries"]:
        del row["table"]
    del tables["dismissals"]

    assert unpack(zlib.compress(json.dumps(tables).encode()), {}.__getitem__) == a_report()


def summaries(*moments: datetime) -> list[RevisionSummary]:
    """Return unnamed versions of `moments`, newest first."""
    return [RevisionSummary(number, at, DAY, "", "", 0) for number, at in reversed(list(enumerate(moments)))]


def test_thinning_keeps_days_then_weeks() -> None:
    held = summaries(*(START + timedelta(hours=6 * step) for step in range(4 * 365)))
    left = [each for each in held if each not in superfluous_revisions(held)]

    assert left[:NEWEST] == held[:NEWEST]
    assert len({each.at.date() for each in left}) >= DAILY
    assert len({each.at.isocalendar()[:2] for each in left}) == WEEKLY
    assert len(left) < NEWEST + DAILY + WEEKLY


def test_thinning_never_drops_named_or_exported_versions_whatever_the_clock_says() -> None:
    backwards = summaries(*(START - timedelta(hours=step) for step in range(200)))
    held = [replace(each, name="稿") if each.number % 7 == 0 else each for each in backwards]
    exported = frozenset(range(0, 200, 11))
    gone = superfluous_revisions(held, exported)

    assert gone
    assert not [each for each in gone if each.name or each.number in exported]
    assert held[0] not in gone
