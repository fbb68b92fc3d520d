from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from builders import a_report, fixed_clock
from models.errors import UserError
from models.storage.failures import DamagedLibrary
from models.storage.inspection import HEAD_VERSION, TABLES, inspect_library
from models.storage.library import peek_reports
from models.storage.store import ReportStore
from models.storage.tables import Base


@pytest.fixture
def filled(library: Path) -> Path:
    """Return a library with reports in it and no backup."""
    with ReportStore.open(library, fixed_clock) as store:
        for year in range(2023, 2026):
            store.save(a_report(duties=9, id=f"r{year}", year=year))
    for backup in store.backups():
        backup.path.unlink()
    return library


def _sql(statements: str) -> Callable[[Path], None]:
    """Return a change of a database by `statements`."""
    def change(path: Path) -> None:
        connection = sqlite3.connect(path)
        connection.executescript(statements)
        connection.close()
    return change


def _bytes(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    """Return a `change` of a file's bytes."""
    return lambda path: path.write_bytes(change(path.read_bytes())) and None


SPOILS: dict[str, Callable[[Path], None]] = {
    "text": lambda path: path.write_text("法治年报", encoding="utf-8") and None,
    "other database": lambda path: (path.unlink(), _sql("CREATE TABLE t (x)")(path)) and None,
    "empty": _bytes(lambda data: b""),
    "zeros": _bytes(lambda data: bytes(len(data))),
    "half a page": _bytes(lambda data: data[:2000]),
    "header only": _bytes(lambda data: data[:60]),
    "truncated": _bytes(lambda data: data[:len(data) // 2]),
    "first page gone": _bytes(lambda data: bytes(4096) + data[4096:]),
    "middle page zeroed": _bytes(lambda data: data[:8192] + bytes(4096) + data[12288:]),
    "trigger": _sql("CREATE TRIGGER t AFTER INSERT ON parts BEGIN DELETE FROM entries; END"),
    "view": _sql("CREATE VIEW v AS SELECT 1"),
    "virtual table": _sql("CREATE VIRTUAL TABLE words USING fts5(text)"),
    "extra table": _sql("CREATE TABLE t (x)"),
    "missing table": _sql("DROP TABLE evidence"),
    "missing column": _sql("ALTER TABLE parts DROP COLUMN heading"),
    "no version": _sql("PRAGMA user_version=0"),
}


@pytest.mark.parametrize("spoil", SPOILS.values(), ids=SPOILS.keys())
def test_a_foreign_or_damaged_file_is_refused_in_words_and_never_altered(
    filled: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(filled)
    before = filled.read_bytes()

    with pytest.raises(UserError) as failure:
        ReportStore.open(filled, fixed_clock)

    assert failure.value.message and failure.value.advice
    assert filled.read_bytes() == before


@pytest.mark.parametrize("name", ["empty", "truncated", "first page gone", "missing table"])
def test_a_spoilt_library_is_restored_from_its_newest_good_backup(
    library: Path, name: str
) -> None:
    with ReportStore.open(library, fixed_clock) as store:
        store.save(a_report())
    SPOILS[name](library)
    with pytest.raises(DamagedLibrary, match="关闭程序") as failure:
        ReportStore.open(library, fixed_clock)
    assert failure.value.backup is not None

    with ReportStore.open_restored(library, failure.value.backup, fixed_clock) as store:
        assert store.load("report-1") == a_report()
        assert list((library.parent / "备份").glob("*.damaged"))


def test_a_lost_library_is_restored_from_its_backup(library: Path) -> None:
    with ReportStore.open(library, fixed_clock) as store:
        store.save(a_report())
    library.unlink()

    with ReportStore.open_restored(library, store.backups()[0].path, fixed_clock) as again:
        assert again.load("report-1") == a_report()


def test_random_damage_is_never_a_traceback_and_never_passes_for_the_text(filled: Path) -> None:
    """R-07, a sample: 1, 16 or 512 bytes anywhere."""
    chance = random.Random(7)
    whole = filled.read_bytes()
    expected = {f"r{year}": a_report(duties=9, id=f"r{year}", year=year) for year in range(2023, 2026)}
    noticed = 0
    for _ in range(60):
        length = chance.choice((1, 16, 512))
        place = chance.randrange(len(whole) - length)
        filled.write_bytes(whole[:place] + chance.randbytes(length) + whole[place + length:])
        try:
            with ReportStore.open_to_read(filled, fixed_clock) as store:
                assert {each: store.load(each) for each in expected} == expected
        except UserError:
            noticed += 1

    assert noticed > 5


def test_a_whole_library_tells_its_version(filled: Path) -> None:
    assert inspect_library(filled).version == HEAD_VERSION


def test_the_gate_knows_exactly_the_tables_there_are() -> None:
    assert set(Base.metadata.tables) == TABLES


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    for opening in (ReportStore.open, peek_reports):
        with pytest.raises(UserError, match="文件夹"):
            opening(tmp_path)
