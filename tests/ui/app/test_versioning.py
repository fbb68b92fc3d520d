"""The history of what was exported of a report, and its files on drives that come and go."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from builders import a_report
from models.domain.report import ExportForm
from models.storage.store import ReportStore
from models.storage.summary import Exported, Shelf
from office import Office
from ui.app import version_flow
from ui.app.version_flow import VersionFlow


def exported(office: Office, path: Path) -> VersionFlow:
    """Return the dialogs of a report that was let out into the file `path`, which is gone."""
    report = replace(a_report(), introduction="")
    office.create(report)
    assert office.session.opened is not None
    office.session.record_export(report, report, Exported(
        str(path), "0" * 64, ExportForm.REVIEW, "常用", "方正", 0.0, office.session.opened.clock()))
    flow = VersionFlow(office.session.opened, office.session, office.window)
    assert office.session.library.queue.wait(30)
    return flow


def test_a_file_made_of_an_archived_report_enters_its_history(office: Office, qtbot: QtBot) -> None:
    report = a_report()
    office.create(report)
    office.window.show_start()
    office.session.library.change(lambda store: store.shelves.put(report.id, Shelf.ARCHIVE))
    assert office.session.library.queue.wait(30)
    with qtbot.waitSignal(office.session.report_opened, timeout=10_000):
        office.session.open_report(report.id)
    opened = office.session.opened
    assert opened is not None and opened.read_only

    office.session.record_export(opened.report, opened.report, Exported(
        "归档.docx", "0" * 64, ExportForm.SUBMISSION, "常用", "", 0.0, opened.clock()))
    assert office.session.library.queue.wait(30)

    with ReportStore.open_to_read(office.path) as store:
        assert [each.file.path for each in store.revisions.exports_of(report.id)] == ["归档.docx"]


def test_the_files_exported_before_are_known_by_their_digests(office: Office, tmp_path: Path) -> None:
    exported(office, tmp_path / "年报.docx")
    told: list[frozenset[str]] = []

    office.session.export_digests(told.append)
    assert office.session.library.queue.wait(30)

    assert told == [frozenset({"0" * 64})]


def test_a_drive_that_does_not_answer_holds_up_no_save(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back = Event()
    monkeypatch.setattr(version_flow, "digest_of_file", lambda path: "" if back.wait(60) else "never")
    flow = exported(office, tmp_path / "送审稿.txt")
    office.write("接着写")

    assert office.session.autosave is not None and office.session.autosave.save_and_wait(30)
    assert flow.dialog.files.item(0, 3).text() == ""
    back.set()
    assert flow.files.wait(30)
    assert flow.dialog.files.item(0, 3).text() == "已不在原处"


def test_a_file_nobody_was_asked_about_is_not_overwritten(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "别的.txt"
    there.write_text("别的内容", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (str(tmp_path / "别的"), ""))
    flow = exported(office, tmp_path / "送审稿.txt")
    flow.dialog.tabs.setCurrentIndex(1)
    flow.dialog.write.click()

    assert flow.dialog.told.text() == "“别的.txt”已经有了，没有写。请另起一个名字。"
    assert flow.files.wait(30)
    assert there.read_text(encoding="utf-8") == "别的内容"
