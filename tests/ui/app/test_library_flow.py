"""The library from the start page, with a real store and a real index: search, archive, trash, copies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders import a_report, fixed_clock
from models.comparison.figure_series import Series
from models.domain.source_document import SourceDocument
from models.errors import UserError
from models.storage.search_index import index_path
from models.storage.store import ReportStore
from models.storage.summary import Shelf
from office import Office, answer
from ui.app.library import Library
from ui.app.retrieving import Retrieving
from ui.dialogs.series_dialog import Goal, SeriesDialog
from ui.widgets.report_panel import ReportPanel


def fill(folder: Path, *introductions: str) -> Path:
    """Store reports with these introductions in the library of `folder` and return its path."""
    path = folder / "法治年报.db"
    with ReportStore.open(path, fixed_clock) as store:
        for number, text in enumerate(introductions, start=1):
            store.save(replace(a_report(id=f"report-{number}"), introduction=text))
    return path


@pytest.fixture
def filled(tmp_path: Path, qtbot: QtBot) -> Office:
    """Return a main window on a library of five reports."""
    fill(tmp_path, "齉齉", "甲 龘靐，龘靐", "乙", "丙", "丁")
    return Office(tmp_path, qtbot)


def panel_of(office: Office) -> ReportPanel:
    """Return the list of reports of `office`, once it is there."""
    office.qtbot.waitUntil(lambda: office.window.start_page.panel is not None)
    assert office.window.start_page.panel is not None
    return office.window.start_page.panel


def shelf_of(office: Office, report_id: str) -> Shelf:
    return next(each.shelf for each in office.session.library.contents.reports if each.id == report_id)


def ids(panel: ReportPanel) -> list[str]:
    return [each.id for each in panel.model.rows]


def test_typed_words_lead_to_their_place_in_the_report(filled: Office, qtbot: QtBot) -> None:
    panel = panel_of(filled)
    qtbot.keyClicks(panel.filter.field, " ")
    panel.filter.field.setText("龘靐")
    qtbot.waitUntil(lambda: ids(panel) == ["report-2"] and panel.model.hit(2) is not None)
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: filled.window.work is not None)

    work = filled.window.work
    assert work is not None and work.opened.report.id == "report-2"
    assert (work.task, work.find_bar.field.text()) == ("introduction", "龘靐")
    work.search.step(1)
    assert work.find_bar.count.text() == "1/2"


def test_the_index_rests_while_a_report_is_open_and_follows_when_it_is_closed(filled: Office, qtbot: QtBot) -> None:
    panel = panel_of(filled)
    panel.filter.field.setText("龘靐")
    qtbot.waitUntil(lambda: ids(panel) == ["report-2"])
    before = index_path(filled.path).read_bytes()

    filled.session.open_report("report-1")
    qtbot.waitUntil(lambda: filled.session.opened is not None)
    filled.write("龘靐齉爩")
    filled.wait_saved()
    assert index_path(filled.path).read_bytes() == before
    filled.window.show_start()

    qtbot.waitUntil(lambda: sorted(ids(panel)) == ["report-1", "report-2"])


def test_a_report_is_thrown_away_without_a_question_and_brought_back(filled: Office, qtbot: QtBot) -> None:
    panel = panel_of(filled)
    panel.choose("report-3")
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: shelf_of(filled, "report-3") is Shelf.TRASH)

    assert panel.note.text() == "已移到回收站，30 天内可以恢复。"
    assert "report-3" not in ids(panel)
    panel.undo_button.click()
    qtbot.waitUntil(lambda: shelf_of(filled, "report-3") is Shelf.DESK)

    assert panel.current is not None and panel.current.id == "report-3"
    assert not panel.undo_button.isVisible()


def test_what_is_thrown_away_comes_back_from_the_trash_as_it_was(filled: Office, qtbot: QtBot) -> None:
    panel = panel_of(filled)
    for shelf in (Shelf.TRASH, Shelf.DESK):
        panel.shelve_requested.emit("report-2", shelf)
        qtbot.waitUntil(lambda wanted=shelf: shelf_of(filled, "report-2") is wanted)

    with ReportStore.open_to_read(filled.path, fixed_clock) as store:
        assert store.load("report-2") == replace(a_report(id="report-2"), introduction="甲 龘靐，龘靐")


def test_deleting_for_good_asks_and_backs_up_first(
    filled: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = panel_of(filled)
    asked = answer(monkeypatch, 1, 0)
    panel.delete_requested.emit("report-1")
    assert len(filled.session.library.contents.reports) == 5
    panel.delete_requested.emit("report-1")
    qtbot.waitUntil(lambda: len(filled.session.library.contents.reports) == 4)

    assert "2025年度法治政府建设年度报告" in asked[0]
    assert any("删除之前" in path.name for path in (filled.folder / "备份").iterdir())
    panel.filter.field.setText("齉齉")
    qtbot.waitUntil(lambda: not panel.model.rows)


def test_an_archived_report_is_only_read(filled: Office, qtbot: QtBot) -> None:
    panel = panel_of(filled)
    panel.shelve_requested.emit("report-3", Shelf.ARCHIVE)
    qtbot.waitUntil(lambda: shelf_of(filled, "report-3") is Shelf.ARCHIVE)
    filled.session.open_report("report-3")
    qtbot.waitUntil(lambda: filled.window.work is not None)

    assert filled.session.opened is not None and filled.session.opened.read_only
    assert filled.window.work is not None
    assert "已归档，只能查看" in filled.window.work.banner.text()


def test_a_copy_is_a_report_of_its_own_with_its_source(filled: Office, qtbot: QtBot) -> None:
    panel = panel_of(filled)
    source = SourceDocument("去年.docx", ())
    filled.session.library.change(lambda store: store.save_source("report-2", source))
    panel.choose("report-2")
    qtbot.keyClick(panel.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(panel.model.rows) == 6)

    assert panel.current is not None and panel.current.id == panel.model.rows[0].id != "report-2"
    with ReportStore.open_to_read(filled.path, fixed_clock) as store:
        copied = store.load(panel.current.id)
        assert replace(copied, id="report-2") == store.load("report-2")
        assert store.load_source(copied.id) == source


def test_a_report_in_the_trash_is_not_offered_as_last_years(filled: Office, qtbot: QtBot) -> None:
    panel_of(filled).shelve_requested.emit("report-2", Shelf.TRASH)
    qtbot.waitUntil(lambda: shelf_of(filled, "report-2") is Shelf.TRASH)

    assert "report-2" not in [each.id for each in filled.session.reports_in_use]


def test_a_damaged_index_costs_no_report_and_no_dialog(tmp_path: Path, qtbot: QtBot) -> None:
    path = fill(tmp_path, "龘靐")
    index_path(path).write_bytes(b"SQLite format 3\0" + b"\xff" * 9000)
    panel = panel_of(Office(tmp_path, qtbot))
    panel.filter.begin_search()
    panel.filter.field.setText("龘靐")

    qtbot.waitUntil(lambda: panel.model.hit(1) is not None)


def test_an_index_that_failed_is_made_again_with_the_next_search(tmp_path: Path, qtbot: QtBot) -> None:
    path = fill(tmp_path, "龘靐")
    index_path(path).mkdir()
    retrieving = Retrieving(path, delay=0)
    with qtbot.waitSignal(retrieving.failed):
        retrieving.refresh()
    index_path(path).rmdir()

    with qtbot.waitSignal(
            retrieving.found, check_params_cb=lambda typed, numbers: (typed, numbers) == ("龘靐", {1}), timeout=10_000):
        retrieving.search("龘靐")
    retrieving.stop()


def test_what_was_in_the_trash_too_long_is_deleted_at_the_start(tmp_path: Path, qtbot: QtBot) -> None:
    path = fill(tmp_path, "甲", "乙", "丙")
    with ReportStore.open(path, fixed_clock) as store:
        store.shelves.put("report-1", Shelf.TRASH)
    with ReportStore.open(path, lambda: fixed_clock() + timedelta(days=1)) as store:
        store.shelves.put("report-2", Shelf.TRASH)
    library = Library(lambda: ReportStore.open(path, lambda: fixed_clock() + timedelta(days=30)))

    with qtbot.waitSignal(library.changed):
        library.refresh()

    assert {each.id for each in library.contents.reports} == {"report-2", "report-3"}
    assert any("删除之前" in each.name for each in (tmp_path / "备份").iterdir())
    library.close()


@pytest.fixture
def retrieving(tmp_path: Path, qtbot: QtBot) -> Iterator[Retrieving]:
    """Lend a search over three reports that waits for nothing."""
    made = Retrieving(fill(tmp_path, "龘", "靐", "龘靐"), delay=0)
    yield made
    made.stop()


def test_only_the_newest_search_is_answered(retrieving: Retrieving, qtbot: QtBot) -> None:
    with qtbot.waitSignal(retrieving.progress_changed):
        retrieving.refresh()
    answers: list[tuple[str, frozenset[int]]] = []
    retrieving.found.connect(lambda typed, numbers: answers.append((typed, numbers)))
    for typed in ("龘", "靐", "龘靐"):
        retrieving.search(typed)
    qtbot.waitUntil(lambda: bool(answers) and answers[-1][1] == frozenset({3}))

    assert {typed for typed, _ in answers} == {"龘靐"}


def test_a_search_that_cannot_be_done_is_told_in_words(tmp_path: Path, qtbot: QtBot) -> None:
    path = fill(tmp_path, "龘")
    index_path(path).mkdir()
    retrieving = Retrieving(path, delay=0)

    with qtbot.waitSignal(retrieving.failed) as got:
        retrieving.refresh()

    assert isinstance(got.args[0], UserError) and "检索没有整理好" in got.args[0].message
    retrieving.stop()


def test_a_pause_ends_the_indexing(retrieving: Retrieving, qtbot: QtBot) -> None:
    retrieving.refresh()
    retrieving.pause()
    QApplication.processEvents()

    assert not index_path(retrieving.library).exists()


def test_a_figure_is_followed_over_the_years_and_opened_where_it_stands(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ReportStore.open(tmp_path / "法治年报.db", fixed_clock) as store:
        for number, year in enumerate((2024, 2025, 2025)):
            text = f"作出行政强制决定{year - 2000 + number}件。"
            store.save(replace(a_report(id=f"r{number}", year=year), introduction=text))
    office = Office(tmp_path, qtbot)
    asked: list[tuple[object, ...]] = []

    def ask(organ: str, years: list[int], series: list[Series], notes: list[str], parent: object) -> Goal:
        found = next(each for each in series if each.name == "作出行政强制")
        asked.append((organ, years, notes, [point.words for point in found.points]))
        return Goal(found.points[0].report_id, found.points[0].place)

    monkeypatch.setattr(SeriesDialog, "ask", ask)
    panel_of(office).series_requested.emit("r1")
    qtbot.waitUntil(lambda: office.window.work is not None)

    assert asked == [(
        "云峰县交通运输局", [2024, 2025], ["2025年度有 2 份报告，取最近改过的一份（编号 3）。"], ["24件", "27件"])]
    work = office.window.work
    assert work is not None and (work.opened.report.id, work.task) == ("r0", "introduction")


def test_a_closed_report_is_chosen_in_the_list_and_the_keyboard_goes_on_there(filled: Office, qtbot: QtBot) -> None:
    panel = panel_of(filled)
    filled.session.open_report("report-2")
    qtbot.waitUntil(lambda: filled.window.work is not None)
    filled.window.show_start()
    qtbot.waitUntil(lambda: panel.current is not None and panel.current.id == "report-2")

    assert filled.window.focusWidget() is panel.view
