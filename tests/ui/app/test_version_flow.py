"""Versions from the work window: kept, compared, taken back, exported again, and what happens when it fails."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from builders import a_report
from models.domain.report import ExportForm, Report
from models.storage.store import ReportStore
from office import Office
from ui.app.version_flow import VersionFlow
from ui.dialogs.export_dialog import ExportChoice
from ui.dialogs.versions_dialog import NO_FILES, NO_VERSIONS

WORDS = "引言改过了。"


@pytest.fixture
def begun(office: Office) -> Office:
    """Return an office with a small report open, which was saved."""
    office.session.create_report(a_report())
    settle(office)
    return office


def settle(office: Office) -> None:
    """Wait until the library has answered."""
    assert office.session.library.queue.wait(30)


def versions_of(office: Office) -> VersionFlow:
    assert office.session.opened is not None
    flow = VersionFlow(office.session.opened, office.session, office.window)
    settle(office)
    assert flow.files.wait(30)
    return flow


def edit(office: Office, words: str = WORDS) -> Report:
    opened = office.session.opened
    assert opened is not None
    opened.edit(replace(opened.report, introduction=words), "引言")
    return opened.report


def name_version(office: Office, flow: VersionFlow, qtbot: QtBot, name: str) -> None:
    qtbot.keyClicks(flow.dialog.name, name)
    qtbot.keyClick(flow.dialog.name, Qt.Key.Key_Return)
    settle(office)


def cells(flow: VersionFlow, row: int = 0) -> list[str]:
    table = flow.dialog.versions
    return [table.item(row, column).text() for column in range(table.columnCount())]


def test_without_versions_one_is_told_how_they_come(begun: Office) -> None:
    dialog = versions_of(begun).dialog

    assert dialog.no_versions.isVisibleTo(dialog.tabs.widget(0)) and dialog.no_versions.text() == NO_VERSIONS
    assert dialog.no_files.isVisibleTo(dialog.tabs.widget(1)) and dialog.no_files.text() == NO_FILES
    assert not any(button.isEnabled() for button in (
        dialog.keep, dialog.rename, dialog.compare_now, dialog.compare_two, dialog.open_folder, dialog.write))


def test_a_name_and_enter_keep_a_version(begun: Office, qtbot: QtBot) -> None:
    flow = versions_of(begun)
    name_version(begun, flow, qtbot, "draft1")

    assert cells(flow)[:3] == ["2026-01-20 14:32", "draft1", "手动"]
    assert flow.dialog.name.text() == ""


def test_a_version_is_renamed(begun: Office, qtbot: QtBot) -> None:
    flow = versions_of(begun)
    name_version(begun, flow, qtbot, "draft1")
    flow.dialog.name.setText("送审稿一")
    flow.dialog.rename.click()
    settle(begun)

    assert cells(flow)[1] == "送审稿一"


def test_one_change_is_taken_back_in_one_step(begun: Office, qtbot: QtBot) -> None:
    flow = versions_of(begun)
    name_version(begun, flow, qtbot, "draft1")
    changed = edit(begun)
    opened = begun.session.opened
    assert opened is not None

    flow.dialog.compare_now.click()
    settle(begun)
    assert flow.comparison is not None
    assert flow.comparison.list.item(0).text() == "改　引言"
    assert WORDS[:4] in flow.comparison.right.toPlainText()
    flow.comparison.take.click()

    assert opened.report == a_report()
    assert opened.undo_label == "取回：引言"
    assert flow.comparison.changes == ()
    opened.undo()
    assert opened.report == changed
    flow.comparison.accept()
    settle(begun)
    assert [cells(flow, row)[2] for row in range(2)] == ["取回之前", "手动"]


def test_everything_is_taken_back_in_one_step(begun: Office, qtbot: QtBot) -> None:
    flow = versions_of(begun)
    name_version(begun, flow, qtbot, "draft1")
    edit(begun)
    opened = begun.session.opened
    assert opened is not None
    opened.edit(replace(opened.report, closing="另一个结语"), "结语")

    flow.dialog.compare_now.click()
    settle(begun)
    assert flow.comparison is not None and len(flow.comparison.changes) == 2
    flow.comparison.take_all.click()

    assert opened.report == a_report()
    opened.undo()
    assert opened.report.closing == "另一个结语"


def test_two_old_versions_are_compared_and_nothing_is_taken_back_there(begun: Office, qtbot: QtBot) -> None:
    flow = versions_of(begun)
    name_version(begun, flow, qtbot, "draft1")
    edit(begun)
    name_version(begun, flow, qtbot, "draft2")
    flow.dialog.versions.selectAll()
    flow.dialog.compare_two.click()
    settle(begun)

    comparison = flow.comparison
    assert comparison is not None
    assert (comparison.left.accessibleName(), comparison.right.accessibleName()) == ("左边：draft1", "右边：draft2")
    assert len(comparison.changes) == 1
    assert not comparison.take.isVisibleTo(comparison) and not comparison.take_all.isEnabled()


def export(office: Office, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Export the open report to `path`, and wait until that is written and entered."""
    from ui.dialogs import messages

    told: list[str] = []
    monkeypatch.setattr(messages, "ask", lambda *given: told.append(given[2]) or 2)
    assert office.session.opened is not None
    office.window._ways_out().write(
        office.session.opened, ExportChoice(ExportForm.REVIEW, path, "常用", "方正", 1.5, None, ()))
    office.qtbot.waitUntil(lambda: bool(told))
    settle(office)


@pytest.mark.parametrize("ending", [".docx", ".html", ".txt"])
def test_an_exported_version_is_written_again_byte_by_byte(
    begun: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    path, again = tmp_path / f"送审稿{ending}", tmp_path / f"再写{ending}"
    export(begun, path, monkeypatch)
    edit(begun)
    flow = versions_of(begun)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (str(again), ""))
    flow.dialog.tabs.setCurrentIndex(1)
    flow.dialog.write.click()
    settle(begun)
    assert flow.files.wait(30)

    assert "一个字节不差" in flow.dialog.told.text()
    assert again.read_bytes() == path.read_bytes()
    assert cells(flow)[2:] == ["导出", cells(flow)[3], "送审稿"]


@pytest.mark.parametrize(("happened", "told"), [("", "没有改动"), ("changed", "被改过"), ("gone", "已不在原处")])
def test_the_history_says_what_became_of_the_file(
    begun: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, happened: str, told: str
) -> None:
    path = tmp_path / "送审稿.txt"
    export(begun, path, monkeypatch)
    if happened == "changed":
        path.write_text("改了")
    elif happened == "gone":
        path.unlink()
    flow = versions_of(begun)

    row = [flow.dialog.files.item(0, column).text() for column in range(5)]
    assert row[:4] == ["2026-01-20 14:32", str(path), "送审稿", told]
    assert len(row[4]) == 12


def test_the_folder_of_a_file_is_opened_or_said_to_be_gone(
    begun: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "盘"
    folder.mkdir()
    export(begun, folder / "送审稿.txt", monkeypatch)
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toLocalFile()))
    flow = versions_of(begun)
    flow.dialog.open_folder.click()
    assert opened == [str(folder)]

    folder.rename(tmp_path / "拔走了")
    flow.dialog.open_folder.click()
    assert "已经不在" in flow.dialog.told.text() and len(opened) == 1


def test_a_failure_is_told_in_the_dialog(begun: Office, qtbot: QtBot) -> None:
    flow = versions_of(begun)
    begun.session.library.ask(lambda store: store.close(), lambda _: None)
    name_version(begun, flow, qtbot, "draft1")

    assert flow.dialog.told.text().startswith("没有留下版本：")


def test_a_read_only_report_can_be_compared_only(begun: Office, qtbot: QtBot) -> None:
    name_version(begun, versions_of(begun), qtbot, "draft1")
    edit(begun)
    assert begun.session.opened is not None
    begun.session.opened.make_read_only()
    flow = versions_of(begun)

    assert not flow.dialog.name.isEnabled()
    flow.dialog.compare_now.click()
    settle(begun)
    assert flow.comparison is not None and not flow.comparison.take.isEnabled()


def test_the_day_s_version_is_kept_when_a_report_is_opened(begun: Office) -> None:
    assert begun.session.close_report(30)
    begun.session.open_report(a_report().id)
    settle(begun)
    settle(begun)
    begun.window.close()

    with ReportStore.open_to_read(begun.path) as store:
        assert [each.reason for each in store.revisions.of(a_report().id)] == ["每日"]


def test_another_day_is_noticed_by_the_first_change(begun: Office, clock: Any) -> None:
    opened = begun.session.opened
    assert opened is not None
    opened.clock = clock
    clock.now += timedelta(days=1)
    edit(begun)
    settle(begun)

    assert begun.session.autosave is not None and begun.session.autosave.save_and_wait(30)
    flow = versions_of(begun)
    assert cells(flow)[2] == "每日"
    flow.dialog.compare_now.click()
    settle(begun)
    assert flow.comparison is not None
    assert [each.key for each in flow.comparison.changes] == [("introduction", "")]  # kept before the change


def test_dialogs_close_with_their_report_and_answer_no_more(begun: Office, qtbot: QtBot) -> None:
    assert begun.session.opened is not None
    flow = VersionFlow(begun.session.opened, begun.session, begun.window)
    gone: list[bool] = []
    flow.dialog.destroyed.connect(lambda: gone.append(True))
    assert begun.session.close_report(30)
    settle(begun)
    qtbot.waitUntil(lambda: bool(gone))

    assert begun.session.opened is None


def test_f8_goes_from_change_to_change(begun: Office, qtbot: QtBot) -> None:
    flow = versions_of(begun)
    name_version(begun, flow, qtbot, "draft1")
    edit(begun)
    opened = begun.session.opened
    assert opened is not None
    opened.edit(replace(opened.report, closing="另一个结语"), "结语")
    flow.dialog.compare_now.click()
    settle(begun)
    comparison = flow.comparison
    assert comparison is not None

    rows = []
    for _ in range(3):
        rows.append(comparison.list.currentRow())
        qtbot.keyClick(comparison, Qt.Key.Key_F8)
    qtbot.keyClick(comparison, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)

    assert rows == [0, 1, 0]
    assert comparison.list.currentRow() == 0
    assert "[－" in comparison.left.toPlainText() or "[＋" in comparison.right.toPlainText()
