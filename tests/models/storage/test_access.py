from __future__ import annotations

import json
import os
import signal
import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from builders import a_report, fixed_clock
from forked import DONE, TOLD, Forked, Say, run
from models.errors import UserError
from models.storage.inspection import HEAD_VERSION
from models.storage.lock import describe_holder, lock_path
from models.storage.store import ReportStore

forking = pytest.mark.skipif(os.name == "nt", reason="processes are forked on Linux only")


def test_second_opener_reads_and_says_where_the_first_is(store: ReportStore, library: Path) -> None:
    store.save(a_report())

    with ReportStore.open(library, fixed_clock) as second:
        assert second.read_only
        assert second.holder.startswith("本机") and "2026年1月20日14:32起" in second.holder
        assert second.load("report-1") == a_report()
        with pytest.raises(UserError, match="已在本机"):
            second.save(a_report())
    assert not store.read_only and store.holder == ""


def test_second_opener_sees_what_the_first_saves(store: ReportStore, library: Path) -> None:
    with ReportStore.open(library, fixed_clock) as second:
        store.save(a_report())

        assert second.load("report-1") == a_report()


def test_library_is_free_again_after_closing(library: Path) -> None:
    ReportStore.open(library, fixed_clock).close()

    with ReportStore.open(library, fixed_clock) as again:
        assert not again.read_only


@pytest.mark.parametrize("since", [datetime(1999, 1, 1), datetime(2099, 1, 1)], ids=["past", "future"])
def test_lock_of_a_dead_program_holds_nobody_up(library: Path, since: datetime) -> None:
    note = {"pid": 4_000_000, "host": "别的电脑", "user": "某人", "since": since.isoformat()}
    lock_path(library).write_text(json.dumps(note), encoding="utf-8")

    with ReportStore.open(library, fixed_clock) as store:
        assert not store.read_only


@forking
@pytest.mark.faults
def test_lock_of_a_killed_program_holds_nobody_up(library: Path) -> None:
    def hold(say: Say) -> None:
        ReportStore.open(library, fixed_clock)
        say("holding")
        signal.pause()

    child = Forked(hold).go()
    child.wait_for_word(20)
    with ReportStore.open(library, fixed_clock) as second:
        assert second.read_only
    child.kill()
    child.finish()

    with ReportStore.open(library, fixed_clock) as store:
        assert not store.read_only


def test_holder_on_another_computer_is_named(library: Path) -> None:
    note = {"pid": 1, "host": "办公室-2", "user": "wang", "since": "2026-01-20T09:05:00"}
    lock_path(library).write_text(json.dumps(note), encoding="utf-8")

    assert describe_holder(library) == "计算机“办公室-2”（用户 wang），2026年1月20日09:05起"


@pytest.mark.parametrize("note", ["", "{", "[]", '{"host": 1}'])
def test_an_unreadable_note_still_gives_a_word(library: Path, note: str) -> None:
    lock_path(library).write_text(note, encoding="utf-8")

    assert describe_holder(library) == "另一个窗口"


def test_library_of_a_newer_program_is_only_read(library: Path) -> None:
    with ReportStore.open(library, fixed_clock) as store:
        store.save(a_report())
    connection = sqlite3.connect(library)
    connection.executescript(
        f"PRAGMA user_version={HEAD_VERSION + 1}; CREATE TABLE later (x); "
        "ALTER TABLE reports ADD COLUMN later TEXT; UPDATE reports SET digest='of another kind'")
    connection.close()
    before = library.read_bytes()

    with ReportStore.open(library, fixed_clock) as store:
        assert "较新版本" in store.notice
        assert store.load("report-1") == a_report()
        with pytest.raises(UserError, match="较新版本"):
            store.save(a_report())
    assert library.read_bytes() == before


def test_opening_to_read_makes_nothing(library: Path) -> None:
    with pytest.raises(UserError, match="找不到资料库"):
        ReportStore.open_to_read(library, fixed_clock)

    assert list(library.parent.iterdir()) == []


def test_opening_to_read_does_not_take_the_library(store: ReportStore, library: Path) -> None:
    store.save(a_report())

    with ReportStore.open_to_read(library, fixed_clock) as reader:
        assert reader.load("1") == a_report() and reader.holder == ""
        store.save(a_report(closing="完。"))
        assert reader.load("1") == a_report(closing="完。")


@forking
@pytest.mark.faults
def test_two_programs_racing_for_the_library_corrupt_nothing(library: Path) -> None:
    """R-06: exactly one writes at a time; the other reads or is told to wait, and nothing hangs."""
    def work(name: str, say: Say) -> None:
        with ReportStore.open(library, fixed_clock) as store:
            if store.read_only:
                store.reports()
                say("read")
            else:
                store.save(a_report(id=name))
                say("wrote")

    wrote = 0
    for number in range(5):
        children = [Forked(lambda say, name=f"{number}-{each}": work(name, say)) for each in range(2)]
        for child in children:
            child.go()
        endings = [child.finish() for child in children]
        assert all(ending.status in (DONE, TOLD) for ending in endings), endings
        wrote += sum("wrote" in ending.lines for ending in endings)

    with ReportStore.open(library, fixed_clock) as store:
        assert len(store.reports()) == wrote >= 5


@pytest.mark.faults
def test_a_held_library_is_reported_busy(store: ReportStore, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.storage.connection.PRAGMAS", ("busy_timeout=50",))
    blocker = sqlite3.connect(library, isolation_level=None)
    blocker.execute("BEGIN EXCLUSIVE")

    with pytest.raises(UserError, match="没有保存：资料库正被别的程序占用"):
        store.save(a_report())

    blocker.execute("ROLLBACK")
    blocker.close()
    assert store.save(a_report()).digest


@forking
def test_forked_child_that_breaks_shows_it() -> None:
    def break_down(say: Say) -> None:
        raise ValueError("broken")

    ending = run(break_down)

    assert not ending.explained and "broken" in "\n".join(ending.lines)
