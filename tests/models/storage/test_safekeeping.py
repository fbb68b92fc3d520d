from __future__ import annotations

import random
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from builders import a_report, an_organ, fixed_clock
from models.domain.source_document import SourceDocument
from models.errors import UserError
from models.storage.failures import DamagedLibrary
from models.storage.safekeeping import newest_good_backup, prove
from models.storage.store import ReportStore


def alter(path: Path, statement: str) -> None:
    """Change the database at `path` behind the store's back."""
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_backup_holds_everything(store: ReportStore) -> None:
    store.save(a_report(duties=4))
    store.save_organ(an_organ())
    store.save_source("report-1", SourceDocument("报告.txt"))

    with ReportStore.open_to_read(store.back_up("手动"), fixed_clock) as copy:
        assert copy.load("report-1") == a_report(duties=4)
        assert copy.organs() == (an_organ(),)
        assert copy.load_source("report-1") == SourceDocument("报告.txt")


def test_backup_is_one_plain_file(store: ReportStore) -> None:
    store.save(a_report())
    backup = store.back_up("手动")

    assert [path.name for path in backup.parent.iterdir()] == [backup.name]


@pytest.mark.parametrize("damage", [
    "UPDATE duties SET text = '改'", "DELETE FROM report_organs", "UPDATE sources SET file = '改'",
    "UPDATE organs SET kind = '改'",
], ids=["text", "row gone", "source", "organ"])
def test_a_damaged_library_is_not_backed_up_and_no_backup_is_lost(
    store: ReportStore, library: Path, damage: str
) -> None:
    store.save(a_report())
    store.save_organ(an_organ())
    store.save_source("report-1", SourceDocument("报告.txt"))
    good = store.back_up("手动")
    alter(library, damage)

    with pytest.raises(DamagedLibrary):
        store.back_up("定时")

    assert list(good.parent.iterdir()) == [good]
    prove(good)
    store.restore(good)
    assert store.load("report-1") == a_report()


def test_a_damaged_backup_is_passed_over(store: ReportStore, library: Path) -> None:
    store.save(a_report())
    good, bad = store.back_up("好"), store.back_up("坏")
    alter(bad, "UPDATE duties SET text = '改'")

    found = newest_good_backup(library)

    assert found is not None and found.path == good
    with pytest.raises(UserError, match="没有恢复|已损坏"):
        store.restore(bad)
    assert store.load("report-1") == a_report()


def test_leftovers_of_an_interrupted_backup_are_cleared(store: ReportStore) -> None:
    folder = store.back_up("手动").parent
    (folder / "法治年报-000009-20260101-000000-定时.part").touch()
    (folder / "法治年报-000009-20260101-000000-定时.part-journal").touch()

    store.back_up("手动")

    assert [path.suffix for path in folder.iterdir()] == [".db", ".db"]


def test_backups_are_thinned_out(store: ReportStore) -> None:
    for _ in range(14):
        store.back_up("手动")

    assert [backup.sequence for backup in store.backups()] == list(range(14, 4, -1))


def test_any_chain_of_restores_can_be_undone(store: ReportStore) -> None:
    """R-10: the state before each restore is the newest backup after it."""
    chance = random.Random(3)
    for number in range(6):
        store.save(a_report(introduction=f"{number}"))
        store.back_up("手动")
        before = store.load("report-1")

        store.restore(chance.choice(store.backups()).path)
        assert store.backups()[0].reason == "恢复之前"
        store.restore(store.backups()[0].path)

        assert store.load("report-1") == before


def test_restored_library_is_saved_to_as_before(store: ReportStore) -> None:
    store.save(a_report())
    backup = store.back_up("手动")
    store.save(a_report(closing="后来"))

    store.restore(backup)
    store.save(replace(a_report(), closing="更后来"))

    assert store.load("report-1").closing == "更后来"


def test_a_reader_restores_nothing(store: ReportStore, library: Path) -> None:
    store.save(a_report())
    backup = store.back_up("手动")

    with ReportStore.open(library, fixed_clock) as second, pytest.raises(UserError, match="没有恢复"):
        second.restore(backup)


def test_restoring_over_an_open_library_is_refused(store: ReportStore, library: Path) -> None:
    backup = store.back_up("手动")

    with pytest.raises(UserError, match="没有恢复：资料库已在本机"):
        ReportStore.open_restored(library, backup, fixed_clock)
