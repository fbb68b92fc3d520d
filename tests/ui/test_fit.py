"""Nothing is cut off on the screens of an office: pages scroll down, never sideways."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QStyle, QStyleOptionButton, QWidget
from pytestqt.qtbot import QtBot

from builders import fixed_clock
from models.checks.finding import Finding
from models.domain.organ import Organ
from models.domain.report import Report
from models.samples import sample_report
from models.standards.loader import load_standard
from ui.app.checking import check_report
from ui.app.open_report import OpenReport
from ui.pages.factory import page_for
from ui.pages.form_page import FormPage
from ui.widgets.labels import link_button
from ui.widgets.top_bar import ElidedLabel
from ui.work_window import WorkWindow

SIZES = {  # logical pixels of a maximised window
    "1366x768 at 100 %": (1366, 728),
    "1366x768 at 125 %": (1092, 574),
    "1920x1080 at 150 %": (1280, 680),
    "1920x1080 at 200 %": (960, 500),
    "smallest": (900, 500),
}


def window_on(report: Report, qtbot: QtBot) -> WorkWindow:
    opened = OpenReport(report, load_standard(report.organ.kind), clock=fixed_clock)
    window = WorkWindow(opened, page_for)
    qtbot.addWidget(window)
    window.show()
    findings: tuple[Finding, ...] = check_report(report, opened.standard, fixed_clock().date())
    opened.show_findings(findings)
    return window


@pytest.mark.parametrize("report", [sample_report(), Report(year=2025, organ=Organ())], ids=["sample", "empty"])
def test_no_page_needs_to_scroll_sideways(qtbot: QtBot, report: Report) -> None:
    window = window_on(report, qtbot)
    too_wide = []

    for task in window.tasks.model.tasks:
        window.go_to_task(task)
        for name, size in SIZES.items():
            window.resize(*size)
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            needed = window.pages.page(task).minimumSizeHint().width()
            room = window.pages.currentWidget().width() - 12  # a scroll bar may come
            if needed > room:
                too_wide.append((name, task, needed, room))

    assert too_wide == []


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_no_words_around_the_page_are_cut_off(qtbot: QtBot, size: tuple[int, int]) -> None:
    window = window_on(sample_report(), qtbot)
    window.resize(*size)
    window.body.show_side(True)
    QApplication.processEvents()
    cut = []

    for widget in cast(list[QWidget], window.findChildren(QWidget)):
        plain = isinstance(widget, QLabel) and not isinstance(widget, ElidedLabel) and not widget.wordWrap()
        if not (plain or isinstance(widget, QAbstractButton)):
            continue
        if not widget.isVisible() or window.pages.isAncestorOf(widget):
            continue
        if widget.width() < widget.sizeHint().width() or widget.height() < min(widget.sizeHint().height(), 24):
            cut.append((type(widget).__name__, widget.property("text"), widget.size(), widget.sizeHint()))

    assert cut == []


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_the_page_keeps_its_room(qtbot: QtBot, size: tuple[int, int]) -> None:
    window = window_on(sample_report(), qtbot)
    window.resize(*size)
    QApplication.processEvents()

    assert window.size().toTuple() == size
    assert window.body.centre.width() >= 560
    assert window.pages.height() >= size[1] - 52 - 28 - 60


@pytest.mark.parametrize("width", [900, 1366, 1920])
def test_the_buttons_below_a_page_stand_under_its_fields(qtbot: QtBot, width: int) -> None:
    window = window_on(sample_report(), qtbot)
    window.resize(width, 700)
    window.body.show_side(False)
    QApplication.processEvents()
    page = window.pages.page(window.task)
    assert isinstance(page, FormPage)

    title, button = (each.mapTo(window, QPoint()).x() for each in (page.title, window.footer.done.parentWidget()))

    assert title == button


def test_words_of_links_begin_where_the_fields_begin(qtbot: QtBot) -> None:
    link = link_button("＋ 再加一条佐证")
    qtbot.addWidget(link)
    link.ensurePolished()
    option = QStyleOptionButton()
    link.initStyleOption(option)

    words = link.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, link)

    assert (words.left(), words.right()) == (link.rect().left(), link.rect().right())
    assert link.sizeHint().height() >= 28
