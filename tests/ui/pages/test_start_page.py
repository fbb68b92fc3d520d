"""The start page lists reports and asks; it never acts itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from models.storage.summary import ReportSummary, Shelf
from ui.pages.start_page import StartPage, deadline_text

REPORT = ReportSummary("r1", 7, 2025, "云峰县交通运输局", "<b>2025年度报告</b>", datetime(2026, 1, 19, 9, 5), False)


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    """Return the page on a fixed day."""
    made = StartPage(date(2026, 1, 20))
    qtbot.addWidget(made)
    return made


def test_an_empty_list_says_what_to_do(page: StartPage) -> None:
    page.show_reports([])

    assert page.empty is not None and page.stack.currentWidget() is page.empty
    assert page.empty.isAncestorOf(page.new_button) and page.empty.isAncestorOf(page.sample_button)
    assert page.panel is None


def test_the_first_steps_can_be_read_in_the_smallest_window(page: StartPage, qtbot: QtBot) -> None:
    page.show_reports([])
    page.resize(900, 500)
    page.show()
    qtbot.waitExposed(page)

    assert page.empty is not None
    for label in page.empty.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width()), label.text()
    assert page.focusWidget() is page.new_button


def test_nothing_is_said_of_the_reports_while_the_library_is_being_read(page: StartPage) -> None:
    assert page.empty is None and page.panel is None
    assert not page.new_button.isHidden() and page.new_button.parent() is page


def test_the_reports_take_the_place_of_the_first_steps_and_leave_it_again(page: StartPage) -> None:
    page.show_reports([REPORT])
    assert page.stack.currentWidget() is page.panel and page.new_button.parent() is page
    page.show_reports([])

    assert page.stack.currentWidget() is page.empty and page.new_button.parent() is not page
    page.show_reports([REPORT])
    assert page.new_button.parent() is page


@pytest.mark.parametrize("name", ["new", "import", "sample", "organ", "overlay"])
def test_each_button_asks_for_its_action(page: StartPage, qtbot: QtBot, name: str) -> None:
    with qtbot.waitSignal(getattr(page, f"{name}_requested"), timeout=1000):
        getattr(page, f"{name}_button").click()


def test_a_library_open_elsewhere_can_only_be_looked_at(page: StartPage) -> None:
    page.show_reports([REPORT], read_only=True)
    page.show_read_only("资料库已在 PC-12 打开，这里只能查看。")

    assert "PC-12" in page.banner.text()
    assert not page.new_button.isEnabled()
    assert page.panel is not None
    assert not page.panel.delete_button.isEnabled()
    assert not page.panel.more_button.isEnabled()
    assert page.panel.open_button.isEnabled()


def test_a_notice_stays_when_the_library_turns_out_writable(page: StartPage) -> None:
    page.show_notice("上次程序意外中断。")
    page.show_read_only("")

    assert page.banner.text() == "上次程序意外中断。"
    assert not page.banner.isHidden()


@pytest.mark.parametrize(("today", "expected"), [
    (date(2026, 1, 19), "2025年度报告：距2月28日还有 40 天"),
    (date(2026, 2, 28), "2025年度报告：距2月28日还有 0 天"),
    (date(2028, 2, 1), "2027年度报告：距2月29日还有 28 天"),
    (date(2026, 3, 3), "2025年度报告的报送日期（2月28日）已过 3 天；新建2026年度报告可以先积累材料。"),
])
def test_the_deadline_is_told_in_plain_words(today: date, expected: str) -> None:
    assert deadline_text(today) == expected


@pytest.mark.parametrize("shelf", list(Shelf))
def test_the_page_fits_the_smallest_window(page: StartPage, qtbot: QtBot, shelf: Shelf) -> None:
    page.resize(900, 500)
    page.show_reports([
        replace(REPORT, id=f"r{year}", number=year, year=year, organ=f"某某自治州某某县某某某某管理局{year}", shelf=each)
        for year, each in zip(range(2018, 2027), (*Shelf, *Shelf, *Shelf), strict=True)])
    page.show()
    assert page.panel is not None
    page.panel.filter.look_at(shelf)

    assert page.minimumSizeHint().width() <= 900
    filters = page.panel.filter
    widths = [each.geometry() for each in (filters.field, filters.year, filters.organ)]
    assert all(left.right() < right.left() for left, right in pairwise(widths))
    assert widths[-1].right() < filters.width()
