from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from benchmarks.disk_faults import make_old_library
from builders import an_organ, fixed_clock
from models.domain.duty import PassageReference
from models.domain.report import SecrecyReview
from models.errors import UserError
from models.storage.inspection import HEAD_VERSION, inspect_library
from models.storage.safekeeping import prove
from models.storage.schema import create_library
from models.storage.store import ReportStore

FULL = "0123456789abcdef0123456789abcdef"
ADDED = {
    "digest", "previous_id", "joint_organs", "recipients_in_colophon", "letter", "preprinted", "stamp_posts",
    "colophon_on_even_page", "landscape", "word_target", "deliberation",
}  # columns that came with a later version
ADDED_TABLES = {
    "dismissals", "pictures", "revisions", "revision_contents", "revision_blobs", "exports", "shelves",
    "entry_pictures", "picture_data", "materials",
}


@pytest.fixture(params=range(1, HEAD_VERSION), ids=lambda each: f"version {each}")
def version(request: pytest.FixtureRequest) -> int:
    """Return each older version in turn."""
    return int(request.param)


@pytest.fixture
def library(tmp_path: Path, version: int) -> Path:
    """Return the path of a library of an older `version`."""
    path = tmp_path / "法治年报.db"
    make_old_library(path, version)
    return path


def shape(path: Path) -> dict[str, Any]:
    """Return all that makes the schema of the database at `path`, in an order of its own."""
    connection = sqlite3.connect(path)
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found: dict[str, Any] = {
        table: (
            sorted(row[1:] for row in connection.execute(f"PRAGMA table_xinfo({table})")),
            sorted(row[2:] for row in connection.execute(f"PRAGMA foreign_key_list({table})")),
            sorted(row[1:] for row in connection.execute(f"PRAGMA index_list({table})")),
        ) for table in tables
    }
    found["version"] = connection.execute("PRAGMA user_version").fetchone()
    found["application"] = connection.execute("PRAGMA application_id").fetchone()
    connection.close()
    return found


def contents(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows of the tables and columns of version 1 of the database at `path`."""
    connection = sqlite3.connect(path)
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {}
    for table in sorted(set(tables) - ADDED_TABLES):
        names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        added = ADDED | ({"table"} if table == "entries" else set())
        old = ", ".join(f'"{name}"' for name in names if name not in added)
        found[table] = connection.execute(f"SELECT {old} FROM {table}").fetchall()
    connection.close()
    return found


def test_an_upgraded_library_has_the_schema_of_a_fresh_one(library: Path, tmp_path: Path) -> None:
    ReportStore.open(library, fixed_clock).close()
    create_library(tmp_path / "fresh.db")

    assert shape(library) == shape(tmp_path / "fresh.db")


def test_each_row_survives_the_upgrade(library: Path) -> None:
    before = contents(library)

    ReportStore.open(library, fixed_clock).close()

    assert contents(library) == before
    assert sum(map(len, before.values())) > 40


def test_older_reports_read_as_they_were_written(library: Path) -> None:
    with ReportStore.open(library, fixed_clock) as store:
        report = store.load(FULL)
        source = store.load_source(FULL)

        assert store.organs() == (an_organ(),)
        assert [summary.number for summary in store.reports()] == [2, 1]
    assert report.duties[0].reference == PassageReference("t1", "行政处罚决定120件")
    assert report.secrecy_review == SecrecyReview("林致远", "2026年2月10日")
    assert report.attachments[0].table == (("类别", "件数"), ("行政处罚", "120"))
    assert report.completed == {"head", "introduction"}
    assert report.previous_id == ""
    assert (report.dismissals, report.materials) == ((), ())
    assert (report.word_target, {part.word_target for part in report.parts}) == (0, {0})
    assert (report.head.joint_organs, report.signature.stamp_posts, report.attachments[0].pictures) == ((), (), ())
    assert not report.head.letter and not report.colophon.colophon_on_even_page
    assert source is not None and source.left_out[0].text == "打印本页"
    prove(library)


def test_a_proven_backup_is_made_before_the_upgrade(library: Path, version: int) -> None:
    before = contents(library)

    with ReportStore.open(library, fixed_clock) as store:
        [backup] = store.backups()

    assert backup.reason == "升级之前"
    assert inspect_library(backup.path).version == version
    assert contents(backup.path) == before


def test_a_backup_of_an_older_version_is_restored_and_upgraded(library: Path) -> None:
    with ReportStore.open(library, fixed_clock) as store:
        store.delete(FULL)
        store.restore(store.backups()[-1].path)

        assert inspect_library(library).version == HEAD_VERSION
        assert store.load(FULL).year == 2025


def test_without_backup_there_is_no_upgrade(library: Path) -> None:
    (library.parent / "备份").write_text("挡路")
    before = library.read_bytes()

    with pytest.raises(UserError, match="备份没有做成"):
        ReportStore.open(library, fixed_clock)

    assert library.read_bytes() == before


def test_an_old_library_with_damaged_text_is_not_upgraded(library: Path) -> None:
    connection = sqlite3.connect(library)
    connection.execute("UPDATE entries SET type = 'unknown'")
    connection.commit()
    connection.close()
    before = library.read_bytes()

    with pytest.raises(UserError, match="已损坏"):
        ReportStore.open(library, fixed_clock)

    assert library.read_bytes() == before


def test_an_older_library_is_not_upgraded_by_a_reader(library: Path) -> None:
    before = library.read_bytes()

    with pytest.raises(UserError, match="旧版本"):
        ReportStore.open_to_read(library, fixed_clock)

    assert library.read_bytes() == before


def test_each_version_has_its_step() -> None:
    from models.storage import migrations

    steps = {path.stem for path in Path(migrations.__file__).parent.glob("version_*.py")}

    assert steps == {f"version_{version}" for version in range(2, HEAD_VERSION + 1)}
