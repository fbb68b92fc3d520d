from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest

from builders import a_report, an_organ, fixed_clock
from models.domain.source_document import SourceDocument, SourceParagraph
from models.errors import UserError
from models.storage.digest import digest_of
from models.storage.failures import DamagedLibrary
from models.storage.store import ReportStore

HEX_ID = "0123456789abcdef0123456789abcdef"


class Watch:
    """A clock the test turns."""

    def __init__(self) -> None:
        self.now = fixed_clock()

    def __call__(self) -> datetime:
        return self.now


def test_mark_of_a_save_carries_time_and_digest(store: ReportStore) -> None:
    mark = store.save(a_report())

    assert mark.at == fixed_clock()
    assert mark.digest == digest_of(a_report())


def test_reports_survive_closing(library: Path) -> None:
    with ReportStore.open(library, fixed_clock) as store:
        store.save(a_report(duties=3))
    with ReportStore.open(library, fixed_clock) as store:
        assert store.load("report-1") == a_report(duties=3)


def test_report_is_found_by_id_and_by_short_number(store: ReportStore) -> None:
    store.save(a_report(id=HEX_ID))

    assert store.load(HEX_ID) == store.load("1")


@pytest.mark.parametrize("report_id", ["2", "", "没有", "9" * 32, "-1", "１", "1.0", "%"])
def test_unknown_report_is_a_clear_word(store: ReportStore, report_id: str) -> None:
    store.save(a_report(id=HEX_ID))

    with pytest.raises(UserError, match="没有编号为"):
        store.load(report_id)


def test_a_report_whose_id_is_a_number_does_not_replace_another(store: ReportStore) -> None:
    store.save(a_report(id=HEX_ID, year=2025))
    store.save(a_report(id="1", year=2024))

    assert store.load(HEX_ID).year == 2025


def test_list_shows_the_newest_change_first_whatever_the_clock_says(library: Path) -> None:
    watch = Watch()
    with ReportStore.open(library, watch) as store:
        for report_id in ("a", "b", "c"):
            store.save(a_report(id=report_id))
            watch.now -= timedelta(days=400)
        store.save(a_report(id="a"))

        assert [summary.id for summary in store.reports()] == ["a", "c", "b"]


def test_list_says_what_a_report_is(store: ReportStore) -> None:
    store.save(a_report(id=HEX_ID, sample=True))

    [summary] = store.reports()

    assert (summary.id, summary.number, summary.year, summary.sample) == (HEX_ID, 1, 2025, True)
    assert summary.organ == "云峰县交通运输局"
    assert summary.title == "云峰县交通运输局2025年度法治政府建设年度报告"
    assert summary.changed_at == fixed_clock()


def test_organ_gets_an_id_and_keeps_it(store: ReportStore) -> None:
    first = store.save_organ(an_organ(id=""))
    second = store.save_organ(replace(first, short_name="县交通局"))

    assert first.id and second.id == first.id
    assert store.organs() == (second,)


def test_changing_the_organ_leaves_older_reports_alone(store: ReportStore) -> None:
    store.save(a_report(organ=store.save_organ(an_organ())))
    store.save_organ(an_organ(full_name="云峰县交通局"))

    assert store.load("report-1").organ == an_organ()


def test_source_is_absent_until_saved_and_replaced_whole(store: ReportStore) -> None:
    store.save(a_report())
    assert store.load_source("report-1") is None

    for count in (5, 2):
        source = SourceDocument("报告.txt", tuple(SourceParagraph(each, "段") for each in range(count)))
        store.save_source("report-1", source)

        assert store.load_source("report-1") == source


def test_source_of_an_unknown_report_is_refused(store: ReportStore) -> None:
    with pytest.raises(UserError):
        store.save_source("nobody", SourceDocument("报告.txt"))


def test_deleted_words_leave_the_file_but_not_the_backup(store: ReportStore, library: Path) -> None:
    store.save(a_report(closing="只此一句的词语"))
    store.save_source("report-1", SourceDocument("只此一个.txt"))
    store.save(a_report(id="other"))

    store.delete("report-1")

    assert [summary.id for summary in store.reports()] == ["other"]
    for words in ("只此一句的词语", "只此一个"):
        assert words.encode() not in library.read_bytes()
        assert words.encode() in store.backups()[0].path.read_bytes()


def test_short_number_of_a_deleted_report_is_not_given_again(store: ReportStore) -> None:
    store.save(a_report(id="a"))
    store.delete("a")
    store.save(a_report(id="b"))

    assert store.reports()[0].number == 2


def test_only_changed_rows_are_written(store: ReportStore, library: Path) -> None:
    store.save(a_report(duties=5))
    connection = sqlite3.connect(library)
    connection.executescript("""
        CREATE TABLE touched (name TEXT);
        CREATE TRIGGER t1 AFTER UPDATE ON duties BEGIN INSERT INTO touched VALUES ('duties'); END;
        CREATE TRIGGER t2 AFTER UPDATE ON entries BEGIN INSERT INTO touched VALUES ('entries'); END;
        CREATE TRIGGER t3 AFTER INSERT ON entries BEGIN INSERT INTO touched VALUES ('entries'); END;
    """)
    report = a_report(duties=5)
    changed = replace(report.duties[2], text="改过的一句。")

    store.save(report.with_duty(changed))

    assert connection.execute("SELECT name FROM touched").fetchall() == [("duties",)]
    connection.executescript("DROP TABLE touched; DROP TRIGGER t1; DROP TRIGGER t2; DROP TRIGGER t3;")
    connection.close()


def test_saving_with_an_unsavable_character_is_explained_and_keeps_the_old_text(store: ReportStore) -> None:
    store.save(a_report())

    with pytest.raises(UserError, match="没有保存"):
        store.save(a_report(introduction="半个\ud800字"))

    assert store.load("report-1") == a_report()


@pytest.mark.parametrize("damage", [
    "UPDATE duties SET text = replace(text, '局长', '副局长')",
    "UPDATE reports SET introduction = CAST(x'ff' AS TEXT)",
    "UPDATE reports SET completed = '[[['",
    "UPDATE parts SET key = 'unknown'",
    "UPDATE entries SET type = 'unknown'",
    "DELETE FROM report_organs",
    "DELETE FROM entries",
    "UPDATE reports SET digest = ''",
    "UPDATE reports SET closing = 5",
], ids=["other words", "no text", "no list", "no choice", "no type", "no organ", "row gone", "no digest", "number"])
def test_damage_is_noticed_and_the_newest_good_backup_is_named(
    store: ReportStore, library: Path, damage: str
) -> None:
    store.save(a_report())
    backup = store.back_up("手动")
    connection = sqlite3.connect(library)
    connection.execute(damage)
    connection.commit()
    connection.close()

    with pytest.raises(DamagedLibrary, match="2026年1月20日14:32（手动）") as failure:
        store.load("report-1")

    assert failure.value.backup == backup


@pytest.mark.parametrize("damage", [
    "UPDATE reports SET completed = '[[['", "UPDATE duties SET text = CAST(x'ff' AS TEXT)", "DELETE FROM entries",
], ids=["no list", "no text", "row gone"])
def test_saving_over_damage_writes_the_good_text(store: ReportStore, library: Path, damage: str) -> None:
    store.save(a_report())
    connection = sqlite3.connect(library)
    connection.execute(damage)
    connection.commit()
    connection.close()

    store.save(a_report(closing="完。"))

    assert store.load("report-1") == a_report(closing="完。")


def test_saving_after_a_backup_was_restored_writes_all_that_differs_from_it(store: ReportStore) -> None:
    store.save(a_report())
    backup = store.back_up("手动")
    store.save(a_report(closing="完。"))
    store.restore(backup)

    store.save(a_report(closing="完。", year=2024))

    assert store.load("report-1") == a_report(closing="完。", year=2024)


def test_store_works_from_other_threads(store: ReportStore) -> None:
    def write(name: str) -> None:
        for count in range(5):
            store.save(a_report(id=name, year=count))

    threads = [Thread(target=write, args=(name,)) for name in ("a", "b", "c")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert {store.load(name).year for name in ("a", "b", "c")} == {4}


def test_closing_backs_up_only_what_changed(library: Path) -> None:
    with ReportStore.open(library, fixed_clock) as store:
        store.save(a_report())
    with ReportStore.open(library, fixed_clock) as store:
        assert [backup.reason for backup in store.backups()] == ["关闭程序"]
    with ReportStore.open(library, fixed_clock) as store:
        assert len(store.backups()) == 1


def test_closing_gives_the_library_back_also_when_the_backup_fails(library: Path) -> None:
    store = ReportStore.open(library, fixed_clock)
    store.save(a_report())
    (library.parent / "备份").write_text("挡路")

    with pytest.raises(UserError, match="报告都已保存，但关闭前没有做成备份"):
        store.close()

    (library.parent / "备份").unlink()
    with ReportStore.open(library, fixed_clock) as again:
        assert not again.read_only


@pytest.mark.parametrize(("minutes", "due"), [(0, False), (19, False), (20, True), (-1, True)])
def test_backup_is_due_after_twenty_minutes_of_change(library: Path, minutes: int, due: bool) -> None:
    watch = Watch()
    with ReportStore.open(library, watch) as store:
        store.save(a_report())
        watch.now += timedelta(minutes=minutes)

        assert (store.back_up_if_due() is not None) == due
        assert store.back_up_if_due() is None


def test_nothing_is_due_without_change(library: Path) -> None:
    watch = Watch()
    with ReportStore.open(library, watch) as store:
        watch.now += timedelta(days=1)

        assert store.back_up_if_due() is None


def test_a_closed_store_refuses_to_save(library: Path) -> None:
    store = ReportStore.open(library, fixed_clock)
    store.close()

    with pytest.raises(UserError, match="已经关闭"):
        store.save(a_report())
