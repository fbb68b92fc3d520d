"""The main window on a real library: opening, reading only, restoring."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from builders import a_report, fixed_clock
from models.storage.store import ReportStore
from ui.app.library import Library
from ui.app.saved_state import Phase
from ui.app.session import Session
from ui.dialogs.faces_dialog import FacesDialog
from office import Office, answer


def test_a_new_report_is_stored_at_once_and_listed(office: Office) -> None:
    office.create(a_report())
    assert office.stored() == [a_report().introduction]

    office.window.show_start()
    office.qtbot.waitUntil(lambda: office.window.start_page.panel is not None)
    assert office.window.start_page.panel is not None
    assert len(office.window.start_page.panel.model.rows) == 1

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
    assert not any(second.window.actions_by_name[name].isEnabled() for name in ("new", "open"))
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


def test_the_fonts_of_the_open_report_are_looked_up_from_the_menu(office: Office) -> None:
    office.create(a_report(introduction="局长王堃主持会议。"))

    office.window.actions_by_name["faces"].trigger()

    dialog = office.window.findChild(FacesDialog)
    assert dialog is not None and dialog.isVisible()
    assert "“堃”" in dialog.rare.text()
    dialog.accept()


def test_help_opens_beside_the_work(office: Office) -> None:
    office.create(a_report())

    office.window.actions_by_name["help"].trigger()

    assert office.window.help is not None
    assert office.window.help.isVisible()
    office.window.help.close()
