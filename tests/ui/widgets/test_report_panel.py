"""The list of reports: calm with few, narrowed down with many, everything by the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from models.domain.place import Place
from models.storage.summary import Hit, ReportSummary, Shelf
from ui.delegates.report_delegate import pieces
from ui.item_models.report_model import AHEAD
from ui.widgets.report_filter import SEARCHED_FROM
from ui.widgets.report_panel import FEW, ReportPanel

TODAY = date(2026, 1, 20)


def a_summary(number: int = 1, **changes: object) -> ReportSummary:
    """Return a report in a list, on the desk when not said otherwise."""
    made = ReportSummary(
        f"r{number}", number, 2025, "云峰县交通运输局", f"第{number}份报告", datetime(2026, 1, 19, 9, 5), False)
    return replace(made, **changes)  # type: ignore[arg-type]


def thrown_away(number: int, at: datetime) -> ReportSummary:
    return a_summary(number, shelf=Shelf.TRASH, shelved_at=at)


FOUR = [a_summary(1, year=2024), a_summary(2), a_summary(3, organ="云峰县司法局"), a_summary(4)]


@pytest.fixture
def panel(qtbot: QtBot) -> ReportPanel:
    """Return a panel on the screen, on a fixed day."""
    made = ReportPanel(TODAY)
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    return made


def titles(panel: ReportPanel) -> list[str]:
    return [each.title for each in panel.model.rows]


def shown(panel: ReportPanel) -> list[str]:
    """Return the accessible names of the parts of the filter that are there."""
    parts: Sequence[QWidget] = (panel.filter.field, panel.filter.year, panel.filter.organ, panel.filter.shelf)
    return [each.accessibleName() for each in parts if each.isVisible()]


@pytest.mark.parametrize(
    ("reports", "parts"),
    [
        pytest.param(FOUR[:SEARCHED_FROM - 1], [], id="a few reports"),
        pytest.param([a_summary(number) for number in range(4)], ["搜索全部报告里的文字"], id="four of one year"),
        pytest.param(FOUR, ["搜索全部报告里的文字", "报告年度", "单位"], id="two years, two organs"),
        pytest.param([a_summary(1), a_summary(2, shelf=Shelf.ARCHIVE)], ["放在哪里"], id="one put away"),
    ],
)
def test_what_narrows_the_list_is_there_when_it_is_of_use(
    panel: ReportPanel, reports: list[ReportSummary], parts: list[str]
) -> None:
    panel.show_reports(reports)

    assert shown(panel) == parts


def test_a_report_is_shown_letter_by_letter_and_opened_by_the_keyboard(panel: ReportPanel, qtbot: QtBot) -> None:
    panel.show_reports([a_summary(7, title="<b>2025年度报告</b>")])

    words = panel.model.data(panel.model.index(0), Qt.ItemDataRole.DisplayRole)
    assert words == "<b>2025年度报告</b>\n云峰县交通运输局 · 改于 2026-01-19 09:05 · 编号 7"
    with qtbot.waitSignal(panel.open_requested, timeout=1000) as got:
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert got.args == ["r7", None, ""]


def test_the_list_is_narrowed_by_year_organ_and_place(panel: ReportPanel) -> None:
    panel.show_reports([*FOUR, a_summary(5, shelf=Shelf.ARCHIVE, title="旧的")])
    assert titles(panel) == ["第1份报告", "第2份报告", "第3份报告", "第4份报告"]

    panel.filter.year.setCurrentIndex(panel.filter.year.findData(2025))
    panel.filter.organ.setCurrentIndex(panel.filter.organ.findData("云峰县交通运输局"))
    assert titles(panel) == ["第2份报告", "第4份报告"]
    panel.filter.look_at(Shelf.ARCHIVE)

    assert titles(panel) == ["旧的"]
    assert panel.filter.shelf.currentText() == "已归档 1"


def test_what_was_chosen_stays_while_it_is_there(panel: ReportPanel) -> None:
    panel.show_reports(FOUR)
    panel.filter.year.setCurrentIndex(panel.filter.year.findData(2024))
    panel.show_reports([*FOUR, a_summary(5, year=2024)])
    assert titles(panel) == ["第1份报告", "第5份报告"]
    panel.show_reports([a_summary(6), a_summary(7)])

    assert titles(panel) == ["第6份报告", "第7份报告"]


def test_an_empty_trash_is_left(panel: ReportPanel) -> None:
    panel.show_reports([a_summary(1), thrown_away(2, datetime(2026, 1, 19))])
    panel.filter.look_at(Shelf.TRASH)
    panel.show_reports([a_summary(1), a_summary(2)])

    assert titles(panel) == ["第1份报告", "第2份报告"]
    assert shown(panel) == []


@pytest.mark.parametrize(
    ("at", "words"),
    [
        pytest.param(datetime(2026, 1, 20, 8), "还能恢复 30 天", id="today"),
        pytest.param(datetime(2026, 1, 19, 23), "还能恢复 29 天", id="yesterday"),
        pytest.param(datetime(2025, 12, 22), "明天彻底删除", id="the last day but one"),
        pytest.param(datetime(2025, 12, 1), "下次打开程序时彻底删除", id="too long"),
        pytest.param(datetime(2026, 5, 1), "还能恢复 30 天", id="a clock turned back"),
    ],
)
def test_the_trash_tells_how_long_a_report_can_be_brought_back(panel: ReportPanel, at: datetime, words: str) -> None:
    panel.show_reports([a_summary(1), thrown_away(2, at)])
    panel.filter.look_at(Shelf.TRASH)

    assert panel.model.data(panel.model.index(0), Qt.ItemDataRole.DisplayRole).endswith(f"编号 2 · {words}")


@pytest.mark.parametrize(
    ("shelf", "key", "signal", "arguments"),
    [
        pytest.param(Shelf.DESK, Qt.Key.Key_Delete, "shelve_requested", ["r1", Shelf.TRASH], id="thrown away"),
        pytest.param(Shelf.ARCHIVE, Qt.Key.Key_Return, "open_requested", ["r1", None, ""], id="read in the archive"),
        pytest.param(Shelf.TRASH, Qt.Key.Key_Return, "shelve_requested", ["r1", Shelf.DESK], id="brought back"),
        pytest.param(Shelf.TRASH, Qt.Key.Key_Delete, "delete_requested", ["r1"], id="deleted for good"),
    ],
)
def test_keys_do_what_fits_the_place(
    panel: ReportPanel, qtbot: QtBot, shelf: Shelf, key: Qt.Key, signal: str, arguments: list[object]
) -> None:
    panel.show_reports([a_summary(1, shelf=shelf, shelved_at=datetime(2026, 1, 19)), a_summary(2)])
    panel.filter.look_at(shelf)

    with qtbot.waitSignal(getattr(panel, signal), timeout=1000) as got:
        qtbot.keyClick(panel.view, key)

    assert got.args == arguments


@pytest.mark.parametrize(
    ("shelf", "offers"),
    [
        (Shelf.DESK, ["打开(&O)", "复制一份(&C)", "归档(&A)", "导出交换文件(&E)…", "历年数字(&S)…", "", "删除(&D)"]),
        (Shelf.ARCHIVE, ["打开(&O)", "复制一份(&C)", "取出归档(&A)", "导出交换文件(&E)…", "历年数字(&S)…", "", "删除(&D)"]),
        (Shelf.TRASH, ["恢复(&O)", "彻底删除(&D)…"]),
    ],
)
def test_the_menu_offers_what_fits_the_place(panel: ReportPanel, shelf: Shelf, offers: list[str]) -> None:
    panel.show_reports([a_summary(1, shelf=shelf, shelved_at=datetime(2026, 1, 19))])
    panel.filter.look_at(shelf)

    panel.view.customContextMenuRequested.emit(panel.view.rect().center())
    panel.menu.close()

    assert [each.text() for each in panel.menu.actions()] == offers


def test_a_library_that_is_only_read_offers_nothing_but_reading(panel: ReportPanel, qtbot: QtBot) -> None:
    panel.show_reports([a_summary(1), thrown_away(2, datetime(2026, 1, 19))], read_only=True)
    asked: list[object] = []
    for signal in (panel.shelve_requested, panel.delete_requested, panel.copy_requested):
        signal.connect(lambda *words: asked.append(words))

    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    qtbot.keyClick(panel.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    panel.filter.look_at(Shelf.TRASH)
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)

    assert not panel.open_button.isEnabled() and not panel.delete_button.isEnabled()
    assert asked == []


def test_words_are_sought_as_one_types_and_the_passages_fetched_for_what_is_seen(
    panel: ReportPanel, qtbot: QtBot
) -> None:
    panel.show_reports([a_summary(number) for number in range(1, 3001)])
    with qtbot.waitSignal(panel.search_requested, timeout=1000) as got:
        qtbot.keyClicks(panel.filter.field, "a")
    assert got.args == ["a"]

    with qtbot.waitSignal(panel.passages_requested, timeout=1000) as got:
        panel.show_found("a", frozenset(range(1, 2001)))
    assert got.args[0] == "a" and got.args[1][0] == 1 and len(got.args[1]) == AHEAD
    panel.show_passages("a", {1: Hit(Place("introduction", "", "introduction", 0, 1), "a和b", ((0, 1),), 3)})

    assert len(panel.model.rows) == 2000
    assert panel.note.text() == "找到 2000 份。按回车打开到那一处。"
    assert panel.model.data(panel.model.index(0), Qt.ItemDataRole.DisplayRole).endswith("\na和b")
    with qtbot.waitSignal(panel.open_requested, timeout=1000) as got:
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert got.args == ["r1", Place("introduction", "", "introduction", 0, 1), "a"]


def test_answers_to_what_was_typed_before_are_passed_over(panel: ReportPanel) -> None:
    panel.show_reports(FOUR)
    panel.filter.field.setText("行政")

    panel.show_found("行", frozenset({1}))

    assert len(panel.model.rows) == 4


def test_hits_that_are_kept_elsewhere_are_told_of(panel: ReportPanel) -> None:
    panel.show_reports([*FOUR, a_summary(5, shelf=Shelf.ARCHIVE), thrown_away(6, datetime(2026, 1, 19))])
    panel.filter.field.setText("行政")
    panel.show_found("行政", frozenset({5, 6}))

    assert titles(panel) == []
    assert panel.note.text() == "在写的报告里没有找到；另有已归档 1 份、回收站 1 份。在上面的“放在”里换着看。"


def test_an_emptied_field_shows_all_again(panel: ReportPanel, qtbot: QtBot) -> None:
    panel.show_reports(FOUR)
    panel.filter.field.setText("行政")
    panel.show_found("行政", frozenset({2}))
    qtbot.keyClick(panel.filter.field, Qt.Key.Key_Escape)

    assert len(panel.model.rows) == 4
    assert panel.note.text() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_the_field_leads_to_the_list(panel: ReportPanel, qtbot: QtBot, key: Qt.Key) -> None:
    panel.show_reports(FOUR)
    panel.filter.begin_search()
    with qtbot.waitSignal(panel.filter.field.left, timeout=1000):
        qtbot.keyClick(panel.filter.field, key)


def test_few_reports_are_searched_when_one_asks_for_it(panel: ReportPanel) -> None:
    panel.show_reports(FOUR[:2])
    panel.filter.begin_search()

    assert shown(panel) == ["搜索全部报告里的文字"]


def test_the_next_report_is_chosen_when_one_goes(panel: ReportPanel) -> None:
    panel.show_reports(FOUR)
    panel.choose("r2")
    panel.show_reports([FOUR[0], *FOUR[2:]])

    assert panel.current is not None and panel.current.id == "r3"


@pytest.mark.parametrize(("left", "told"), [(0, False), (FEW, False), (FEW + 1, True)])
def test_a_long_indexing_is_told_of(panel: ReportPanel, left: int, told: bool) -> None:
    panel.tell_left(left)

    assert panel.left.isVisible() is told


def test_a_passage_is_cut_into_what_is_marked_and_what_is_not() -> None:
    assert pieces(Hit(Place(), "作出处罚120件", ((2, 4), (4, 7)), 2)) == [
        ("作出", False), ("处罚", True), ("120", True), ("件", False)]


def test_the_model_keeps_the_rules_of_models(panel: ReportPanel, qtmodeltester: ModelTester) -> None:
    model: QAbstractItemModel = panel.model
    panel.show_reports(FOUR)
    qtmodeltester.check(model)
    panel.filter.field.setText("a")
    panel.show_found("a", frozenset({1, 3}))
    qtmodeltester.check(model)


@pytest.mark.parametrize(("key", "modifiers", "signal"), [
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "shelve_requested"),
    (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier, "copy_requested"),
])
def test_a_key_held_down_counts_once(
    panel: ReportPanel, qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier, signal: str
) -> None:
    panel.show_reports(FOUR)

    with qtbot.assertNotEmitted(getattr(panel, signal)):
        QApplication.sendEvent(panel.view, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, "", autorep=True))
