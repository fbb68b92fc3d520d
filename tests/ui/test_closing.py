"""Closing the main window: silent when all is saved, one question when it is not."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from builders import a_report
from models.errors import UserError
from models.storage.store import ReportStore
from ui.app.saved_state import Phase
from ui.dialogs import messages
from office import Office, answer


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


def test_another_report_is_opened_only_when_the_first_is_stored(office: Office, qtbot: QtBot) -> None:
    office.create(a_report(id="other"))
    office.create(a_report(id="first"))
    office.write("最后一句")

    with qtbot.waitSignal(office.session.report_opened, timeout=10_000):
        office.session.open_report("other")

    assert "最后一句" in office.stored()


def test_what_cannot_be_stored_is_not_dropped_for_another_report(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(messages, "tell_error", lambda parent, error: told.append(str(error)))
    office.create(a_report())
    office.write("最后一句")
    office.stores[-1].trouble = UserError("磁盘满了。", "请腾出空间。")
    office.session.create_report(a_report(id="other"))

    assert office.session.opened is not None and office.session.opened.report.introduction == "最后一句"
    assert told == ["还没有存上，所以没有打开另一份报告。文字仍在窗口中；请先点窗口下方的“保存失败”处理，再打开。"]
