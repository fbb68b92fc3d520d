"""What enters the history of a report by itself."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from builders import a_report
from models.domain.report import ExportForm
from models.storage.store import ReportStore
from models.storage.summary import Exported, Shelf
from office import Office


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
