"""The preview in the work window: from the field to its page, from the page to its field, and kept up to date."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from builders import a_report
from models.domain.place import HEAD, INTRODUCTION, Place
from models.domain.report import ExportForm
from ui.preview.arrangement import Fit
from ui.preview.preview_panel import PreviewPanel
from work_bench import Bench

WORDS = "依法行政，"


@pytest.fixture
def opened(bench: Bench) -> PreviewPanel:
    """Return the preview of the bench, opened and set."""
    bench.actions["preview"].trigger()
    return settled(bench)


def settled(bench: Bench) -> PreviewPanel:
    """Return the preview when it shows the report as it stands."""
    previewing = bench.window.previewing
    bench.qtbot.waitUntil(lambda: previewing.up_to_date)
    assert previewing.panel is not None
    return previewing.panel


def click(bench: Bench, panel: PreviewPanel, place: Place) -> None:
    """Click the line of `place` on its page."""
    spot = panel.view.text.spot_of(place)
    assert spot is not None
    panel.view.bring_into_view(spot)
    area = panel.view.arrangement.from_page(spot.page, spot.box)
    scrolled = QPointF(panel.view.horizontalScrollBar().value(), panel.view.verticalScrollBar().value())
    point = (area.topLeft() + QPointF(area.width() * 0.3, area.height() / 2) - scrolled).toPoint()
    bench.qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=point)


def written(panel: PreviewPanel) -> str:
    """Return all text of the pages."""
    return "".join(getattr(item, "text", "") for page in panel.view.document.pages for item in page.items)


def focused() -> QWidget:
    """Return the widget with the focus."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_nothing_of_the_preview_is_made_before_it_is_opened(bench: Bench) -> None:
    assert bench.window.previewing.panel is None


def test_the_key_opens_and_closes_it(bench: Bench) -> None:
    bench.qtbot.keyClick(bench.text(), Qt.Key.Key_F9)
    assert bench.window.previewing.shown

    panel = settled(bench)
    assert panel.isVisible()
    assert panel.view.document.pages

    bench.key(Qt.Key.Key_F9)
    assert not panel.isVisible()


def test_it_stands_beside_the_page_and_folds_the_tasks_meanwhile(bench: Bench, opened: PreviewPanel) -> None:
    window = bench.window
    assert window.pages.isVisible()
    assert window.body.centre.width() >= 560
    assert opened.width() >= 600
    assert window.tasks.folded
    assert not window.body.tasks_folded  # what is kept for the next start

    window.previewing.close()

    assert not window.tasks.folded


def test_where_there_is_no_room_it_takes_the_place_of_the_page(qtbot: QtBot) -> None:
    bench = Bench(a_report(), qtbot, (960, 500))
    bench.actions["preview"].trigger()
    panel = settled(bench)

    assert not bench.window.pages.isVisible()
    assert panel.bar.whole_button.isHidden()

    click(bench, panel, Place(INTRODUCTION, "", "introduction"))

    assert bench.window.pages.isVisible()
    assert not panel.isVisible()
    assert bench.window.task == INTRODUCTION


def test_a_click_leads_to_the_character_in_its_field(bench: Bench, opened: PreviewPanel) -> None:
    bench.window.go_to_task(HEAD)
    click(bench, opened, Place(INTRODUCTION, "", "introduction"))
    field = QApplication.focusWidget()

    assert bench.window.task == INTRODUCTION
    assert isinstance(field, QPlainTextEdit)
    assert 0 < field.textCursor().position() < 28  # a third along the first line


def test_the_field_with_the_cursor_is_marked_and_in_view(bench: Bench, opened: PreviewPanel) -> None:
    opened.view.verticalScrollBar().setValue(opened.view.verticalScrollBar().maximum())
    bench.text()

    assert opened.view.marked is not None
    assert (opened.view.marked.task, opened.view.marked.field) == (INTRODUCTION, "introduction")
    assert opened.view.sees_marked()


def test_the_pages_follow_the_keys(bench: Bench, opened: PreviewPanel) -> None:
    field = bench.text()
    field.moveCursor(QTextCursor.MoveOperation.Start)
    bench.qtbot.keyClicks(field, "ABCDEFG")

    assert "ABCDEFG" in written(settled(bench))
    assert field.hasFocus()


def test_a_long_text_keeps_the_line_with_the_cursor_in_view(bench: Bench, opened: PreviewPanel) -> None:
    field = bench.text()
    field.insertPlainText(WORDS * 400)
    settled(bench)

    assert len(opened.view.document.pages) > 2
    assert opened.view.page > 1
    assert opened.view.sees_marked()


def test_a_closed_preview_sets_nothing_and_shows_the_latest_when_opened_again(
    bench: Bench, opened: PreviewPanel
) -> None:
    bench.window.previewing.close()
    bench.opened.edit(replace(bench.opened.report, introduction="改过的引言。"), "修改引言")
    bench.qtbot.wait(50)
    assert "改过的引言。" not in written(opened)

    bench.actions["preview"].trigger()
    assert "改过的引言。" in written(settled(bench))


def test_words_are_found_on_the_pages(bench: Bench, opened: PreviewPanel) -> None:
    bench.opened.edit(replace(bench.opened.report, introduction="独角兽。" * 3), "修改引言")
    settled(bench)
    opened.view.setFocus()
    bench.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert opened.find_bar.isVisible()
    assert not bench.window.find_bar.isVisible()

    opened.find_bar.field.setText("独角兽")
    assert opened.find_bar.count.text() == "3 处"

    bench.qtbot.keyClick(opened.find_bar.field, Qt.Key.Key_Return)
    bench.qtbot.keyClick(opened.find_bar.field, Qt.Key.Key_F3)
    assert opened.find_bar.count.text() == "2/3"

    bench.qtbot.keyClick(opened.find_bar.field, Qt.Key.Key_Escape)
    assert opened.view.hits == []
    assert opened.isVisible()


def test_return_on_the_pages_leads_to_the_field_of_the_hit(bench: Bench, opened: PreviewPanel) -> None:
    opened.view.setFocus()
    opened.open_search("独角兽")
    bench.opened.edit(replace(bench.opened.report, introduction="前言。独角兽。"), "修改引言")
    settled(bench)
    opened.step_search(1)
    opened.view.setFocus()
    bench.qtbot.keyClick(opened.view, Qt.Key.Key_Return)
    field = QApplication.focusWidget()

    assert isinstance(field, QPlainTextEdit)
    assert field.textCursor().position() == 3


def test_the_form_chosen_is_the_form_shown(bench: Bench, opened: PreviewPanel) -> None:
    head = bench.opened.report.head.main_recipients[0]
    assert head in written(opened)

    opened.bar.form.setCurrentIndex(1)
    opened.bar.form.activated.emit(1)
    settled(bench)

    assert bench.window.previewing.wishes is not None
    assert bench.window.previewing.wishes.form is ExportForm.PUBLIC
    assert head not in written(opened)
    assert opened.note.isHidden() == ("字体" not in opened.note.text())


def test_a_report_with_gaps_bears_the_draft_mark_as_on_paper(bench: Bench, opened: PreviewPanel) -> None:
    from models.checks.finding import Finding, Severity

    assert "草稿" not in written(opened)

    bench.opened.show_findings((Finding("F001", "document-number-missing", Severity.ERROR, "没有发文字号。"),))

    assert "草稿" in written(settled(bench))


def test_the_way_round_the_window_goes_through_the_pages(bench: Bench, opened: PreviewPanel) -> None:
    bench.window.tasks.view.setFocus()
    found = []
    for _ in range(3):
        bench.window.next_pane()
        found.append(focused())

    assert bench.window.pages.isAncestorOf(found[0])
    assert found[1:] == [opened.view, bench.window.tasks.view]


def test_escape_in_the_pages_closes_it_and_goes_back_to_the_form(bench: Bench, opened: PreviewPanel) -> None:
    opened.view.setFocus()
    bench.qtbot.keyClick(opened.view, Qt.Key.Key_Escape)

    assert not opened.isVisible()
    assert bench.window.pages.isAncestorOf(focused())


def test_the_whole_window_shows_two_pages_and_gives_way_to_a_task(bench: Bench, opened: PreviewPanel) -> None:
    opened.bar.whole_button.click()
    assert not bench.window.pages.isVisible()
    assert opened.view.fit is Fit.TWO

    bench.window.tasks.task_requested.emit(INTRODUCTION)
    assert bench.window.pages.isVisible()
    assert opened.isVisible()
    assert not opened.bar.whole_button.isChecked()


@pytest.mark.parametrize("name", ["print", "export"])
def test_keys_of_the_ways_out_work(bench: Bench, opened: PreviewPanel, name: str) -> None:
    bench.actions[name].trigger()
    opened.bar.pdf_button.click()
    opened.bar.print_button.click()

    assert bench.outside.called == [name, "pdf", "print"]


def test_pages_that_came_while_it_was_closed_are_set_anew(bench: Bench, opened: PreviewPanel) -> None:
    bench.opened.edit(replace(bench.opened.report, introduction="刚改过的引言。"), "修改引言")
    bench.qtbot.waitUntil(lambda: not bench.window.previewing.up_to_date)
    bench.window.previewing.close()
    bench.qtbot.waitUntil(lambda: bench.window.previewing.up_to_date)

    bench.actions["preview"].trigger()

    assert "刚改过的引言。" in written(settled(bench))


@pytest.mark.parametrize("size", [(1366, 728), (1092, 574), (1280, 680), (960, 500), (900, 500)])
def test_nothing_is_cut_off_on_the_screens_of_an_office(qtbot: QtBot, size: tuple[int, int]) -> None:
    bench = Bench(a_report(), qtbot, size)
    bench.actions["preview"].trigger()
    panel = settled(bench)
    body = bench.window.body

    assert panel.minimumSizeHint().width() <= panel.width()
    assert panel.geometry().right() <= body.strip.geometry().left()
    assert panel.view.height() >= size[1] / 3
    if bench.window.pages.isVisible():
        page = bench.window.pages.page(bench.window.task)
        assert page.minimumSizeHint().width() <= bench.window.pages.width() - 12  # a scroll bar may come
        assert body.centre.geometry().right() < panel.geometry().left()


def test_every_control_has_a_name_and_a_size_to_hit(bench: Bench, opened: PreviewPanel) -> None:
    controls: list[QWidget] = [*opened.findChildren(QAbstractButton), *opened.findChildren(QComboBox), opened.view]

    assert [each for each in controls if not (each.accessibleName() or getattr(each, "text", str)())] == []
    shown = [each for each in controls if each.isVisible() and each.objectName() != "qt_toolbar_ext_button"]
    assert [each.height() for each in shown if each.height() < 28] == []
