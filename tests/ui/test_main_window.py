"""The main window on a real library: opening, saving, closing, reading only."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from builders import a_report, fixed_clock
from models.domain.report import Report
from models.errors import UserError
from models.storage.store import ReportStore
from models.storage.summary import SavedMark
from ui.app.library import Library
from ui.app.saved_state import Phase
from ui.app.session import Session
from ui.dialogs import messages
from ui.main_window import MainWindow


class SickStore:
    """The store of `path`, which fails to save while it is told to."""

    def __init__(self, path: Path) -> None:
        self._store = ReportStore.open(path, fixed_clock)
        self.trouble: Exception | None = None

    def save(self, report: Report) -> SavedMark:
        if self.trouble is not None:
            raise self.trouble
        return self._store.save(report)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


class Office:
    """A main window on a library in a folder of its own."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.path = folder / "法治年报.db"
        self.folder = folder
        self.stores: list[SickStore] = []
        self.session = Session(Library(self._open_store, self._restore_store), fixed_clock)
        self.window = MainWindow(self.session, folder)
        qtbot.addWidget(self.window, before_close_func=lambda _: self.heal())
        self.qtbot = qtbot
        self.window.begin()
        self.wait_ready()

    def wait_ready(self) -> None:
        self.qtbot.waitUntil(lambda: self.session.library.ready, timeout=10_000)

    def _restore_store(self, backup: Path) -> Any:
        return ReportStore.open_restored(self.path, backup)

    def _open_store(self) -> Any:
        self.stores.append(SickStore(self.path))
        return self.stores[-1]

    def create(self, report: Report) -> None:
        self.session.create_report(report)
        self.wait_saved()

    def wait_saved(self) -> None:
        self.qtbot.waitUntil(lambda: self.session.opened is not None and self.session.opened.saved, timeout=10_000)

    def write(self, text: str) -> None:
        opened = self.session.opened
        assert opened is not None
        opened.edit(replace(opened.report, introduction=text), "修改引言", "introduction")

    def stored(self) -> list[str]:
        with ReportStore.open_to_read(self.path) as store:
            return [store.load(each.id).introduction for each in store.reports()]

    def heal(self) -> None:
        for store in self.stores:
            store.trouble = None


@pytest.fixture
def office(tmp_path: Path, qtbot: QtBot) -> Iterator[Office]:
    yield Office(tmp_path, qtbot)


def answer(monkeypatch: pytest.MonkeyPatch, *choices: int) -> list[str]:
    """Let the next questions be answered by `choices`; return the list of texts that were asked."""
    asked: list[str] = []
    left = list(choices)

    def ask(parent: object, title: str, text: str, verbs: tuple[str, ...], detail: str = "") -> int:
        asked.append(f"{text}{detail}")
        return left.pop(0)

    monkeypatch.setattr(messages, "ask", ask)
    return asked


def test_a_new_report_is_stored_at_once_and_listed(office: Office) -> None:
    office.create(a_report())
    assert office.stored() == [a_report().introduction]

    office.window.show_start()
    office.qtbot.waitUntil(lambda: office.window.start_page.list.count() == 1)

    assert office.session.opened is None
    assert office.window.work is None


def test_a_stored_report_is_opened_as_it_was(office: Office) -> None:
    office.create(a_report())
    office.window.show_start()
    office.session.open_report("report-1")
    office.qtbot.waitUntil(lambda: office.session.opened is not None)

    assert office.session.opened is not None
    assert office.session.opened.report == a_report()
    assert office.session.opened.saved_state.phase is Phase.SAVED
    assert office.window.work is not None
    assert office.window.windowTitle().startswith("云峰县交通运输局2025年度")


def test_checks_run_on_the_open_report(office: Office) -> None:
    office.create(a_report(introduction="根据____要求"))
    office.qtbot.waitUntil(lambda: bool(office.session.opened and office.session.opened.findings), timeout=10_000)

    assert office.session.opened is not None
    assert "placeholder-left" in [finding.slug for finding in office.session.opened.findings]


def test_the_sample_is_open_without_the_library_and_stored_once_it_is_changed(office: Office) -> None:
    office.session.open_sample()
    assert office.session.opened is not None
    assert office.session.opened.saved_state.phase is Phase.NEW
    assert office.stored() == []

    office.write("改过的示例")
    office.wait_saved()
    office.window.show_start()
    office.qtbot.waitUntil(lambda: bool(office.session.library.contents.reports))
    office.session.open_sample()
    office.qtbot.waitUntil(lambda: office.session.opened is not None)

    assert office.session.opened.report.introduction == "改过的示例"


def test_closing_saves_what_was_typed_a_moment_ago(office: Office) -> None:
    office.create(a_report())
    office.write("刚刚写的")

    assert office.window.close()
    assert office.stored() == ["刚刚写的"]


def test_closing_an_untouched_window_asks_nothing(office: Office) -> None:
    assert office.window.close()


def test_closing_when_saving_fails_asks_and_stays(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.create(a_report())
    office.stores[-1].trouble = UserError("磁盘满了。", "请腾出空间。")
    office.write("存不上的")
    asked = answer(monkeypatch, 3)

    assert not office.window.close()
    assert asked == ["最近的改动还没有存上，文字仍在窗口中。磁盘满了。请腾出空间。"]
    assert office.window.work is not None
    assert office.session.opened is not None
    assert office.session.opened.report.introduction == "存不上的"


def test_closing_tries_again_when_asked_to(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.create(a_report())
    office.stores[-1].trouble = UserError("磁盘满了。")
    office.write("后来存上了")

    def ask(*arguments: object) -> int:
        office.stores[-1].trouble = None
        return 0

    monkeypatch.setattr(messages, "ask", ask)

    assert office.window.close()
    assert office.stored() == ["后来存上了"]


def test_closing_gives_up_only_when_told_to(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.create(a_report())
    office.stores[-1].trouble = UserError("磁盘满了。")
    office.write("放弃的")
    answer(monkeypatch, 2)

    assert office.window.close()
    assert office.stored() == [a_report().introduction]


def test_text_that_cannot_be_saved_can_be_kept_elsewhere(
    office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    office.create(a_report())
    office.stores[-1].trouble = UserError("磁盘满了。")
    office.write("另存的")
    elsewhere = tmp_path / "另存.db"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *arguments: (str(elsewhere), ""))
    answer(monkeypatch, 1, 0)

    assert office.window.close()
    with ReportStore.open_to_read(elsewhere) as store:
        assert [store.load(each.id).introduction for each in store.reports()] == ["另存的"]


def test_a_failure_is_settled_from_the_status_line(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.create(a_report())
    office.stores[-1].trouble = UserError("磁盘满了。")
    office.write("再试的")
    assert office.session.autosave is not None
    office.session.autosave.save_now()
    office.qtbot.waitUntil(lambda: office.session.opened.saved_state.phase is Phase.FAILED)
    office.stores[-1].trouble = None
    answer(monkeypatch, 0)

    assert office.window.work is not None
    office.window.work.status.saved.click()
    office.wait_saved()

    assert office.stored() == ["再试的"]


def test_log_off_saves(office: Office) -> None:
    office.create(a_report())
    office.write("注销之前")

    office.window._save_for_shutdown(None)  # type: ignore[arg-type]

    assert office.stored() == ["注销之前"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM to send")
def test_sigterm_saves_and_closes(office: Office, qapp: Any) -> None:
    from ui.application import close_on_signal

    office.create(a_report())
    office.write("收到结束信号之前")
    before = {name: signal.getsignal(name) for name in (signal.SIGTERM, signal.SIGINT)}
    try:
        close_on_signal(office.window)
        QTimer.singleShot(0, lambda: os.kill(os.getpid(), signal.SIGTERM))
        office.qtbot.waitUntil(lambda: not office.window.isVisible(), timeout=5000)
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)

    assert office.stored() == ["收到结束信号之前"]


def test_second_start_only_reads(tmp_path: Path, office: Office, qtbot: QtBot) -> None:
    office.create(a_report())

    second = Office(tmp_path, qtbot)
    assert second.session.library.contents.read_only
    assert "这里只能查看" in second.window.start_page.banner.text()
    second.session.open_report("report-1")
    qtbot.waitUntil(lambda: second.session.opened is not None)
    second.write("改不了")

    assert second.session.opened is not None
    assert second.session.opened.report == a_report()
    assert second.window.work is not None
    assert "这里只能查看" in second.window.work.banner.text()
    assert second.window.close()


def test_sample_turns_read_only_when_the_library_turns_out_to_be_taken(
    tmp_path: Path, office: Office, qtbot: QtBot
) -> None:
    office.create(a_report())
    second = Session(Library(lambda: ReportStore.open(tmp_path / "法治年报.db")), fixed_clock)
    second.open_sample()
    assert second.opened is not None
    assert not second.opened.read_only

    second.library.refresh()
    qtbot.waitUntil(lambda: second.opened.read_only, timeout=5000)
    second.stop()


def test_a_report_that_cannot_be_read_is_told(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer(monkeypatch, 0)

    office.session.open_report("没有这个")
    office.qtbot.waitUntil(lambda: bool(asked))

    assert office.session.opened is None


def test_a_damaged_library_is_restored_from_its_backup(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "法治年报.db"
    with ReportStore.open(path, fixed_clock) as store:
        store.save(a_report())
        store.back_up("测试")
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 8000)
    asked = answer(monkeypatch, 0)

    office = Office(tmp_path, qtbot)

    assert len(asked) == 1
    assert "最近一份完好的备份" in asked[0]
    assert [each.id for each in office.session.library.contents.reports] == ["report-1"]


def test_folding_and_size_are_remembered(office: Office, tmp_path: Path, qtbot: QtBot) -> None:
    office.create(a_report())
    assert office.window.work is not None
    office.window.resize(1300, 700)
    office.window.work.tasks.fold(True)
    office.window.close()

    again = Office(tmp_path, qtbot)
    again.session.open_report("report-1")
    qtbot.waitUntil(lambda: again.window.work is not None)

    assert again.window.work is not None
    assert again.window.work.tasks.folded


def test_clock_of_the_session_is_the_windows(office: Office) -> None:
    office.create(a_report())

    assert office.session.opened is not None
    assert office.session.opened.clock() == datetime(2026, 1, 20, 14, 32, 5)


def test_help_opens_beside_the_work(office: Office) -> None:
    office.create(a_report())

    office.window.actions_by_name["help"].trigger()

    assert office.window.help is not None
    assert office.window.help.isVisible()
    office.window.help.close()
