"""The work window on a report: lists, pages, keys, folding, search, findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from builders import a_report, fixed_clock
from models.checks.finding import Finding, Severity
from models.domain.organ import OrganKind
from models.domain.place import INTRODUCTION, Place
from models.domain.report import Report, SectionKey
from models.standards.loader import load_standard
from ui.app.actions import make_action
from ui.app.open_report import OpenReport
from ui.app.saved_state import Phase, SavedState
from ui.app.work_actions import add_actions
from ui.pages.factory import page_for
from ui.widgets.side_panel import FINDINGS, GUIDANCE
from ui.work_window import WorkWindow

HERE = Finding("W1", "placeholder-left", Severity.WARNING, "这里有空", excerpt="____",
               place=Place(INTRODUCTION, "", "introduction", 2, 6))
THERE = Finding("C1", "empty-section", Severity.ERROR, "没有写", place=Place("part:plan"))
NOWHERE = Finding("C1", "missing-section", Severity.ERROR, "缺一部分", section=SectionKey.OTHER)


class Outside:
    """What the actions need of a main window."""

    def __init__(self) -> None:
        self.session: Any = self
        self.autosave: Any = self
        self.called: list[str] = []
        owner = QWidget()
        self.owner = owner
        self.actions_by_name: dict[str, QAction] = {
            name: make_action(name, owner, lambda: None) for name in ("new", "open", "close", "help", "quit")
        }

    def save_now(self) -> None:
        self.called.append("save")

    def export(self) -> None:
        self.called.append("export")

    def settle_failure(self) -> None:
        self.called.append("settle")


class Bench:
    """A work window with its keys."""

    def __init__(self, report: Report, qtbot: QtBot, size: tuple[int, int] = (1366, 728)) -> None:
        self.qtbot = qtbot
        self.opened = OpenReport(report, load_standard(OrganKind.DEPARTMENT), clock=fixed_clock)
        self.window = WorkWindow(self.opened, page_for)
        self.outside = Outside()
        self.actions = add_actions(self.window, self.outside)
        qtbot.addWidget(self.window)
        qtbot.addWidget(self.outside.owner)
        self.window.resize(*size)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.window, key, modifier)

    def text(self) -> QPlainTextEdit:
        self.window.go_to_task(INTRODUCTION)
        found: QPlainTextEdit = self.window.pages.page(INTRODUCTION).findChildren(QPlainTextEdit)[0]
        found.setFocus()
        return found


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    yield Bench(a_report(), qtbot)


def test_first_open_task_is_shown(bench: Bench) -> None:
    assert bench.window.task == "head"

    done = Bench(a_report(completed=frozenset({"head"})), bench.qtbot)
    assert done.window.task == "introduction"


def test_all_tasks_are_reached_by_the_keyboard(bench: Bench) -> None:
    tasks = bench.window.tasks.model.tasks
    seen = [bench.window.task]
    for _ in tasks:
        bench.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        seen.append(bench.window.task)

    assert seen[:len(tasks)] == list(tasks)
    assert bench.window.footer.next.isHidden()

    for _ in tasks:
        bench.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert bench.window.task == tasks[0]
    assert bench.window.footer.previous.isHidden()


def test_arrow_keys_in_the_list_choose_tasks_and_skip_captions(bench: Bench) -> None:
    view = bench.window.tasks.view
    view.setFocus()
    bench.qtbot.keyClick(view, Qt.Key.Key_Down)

    assert bench.window.task == "introduction"


def test_typing_reaches_the_report_and_the_window_takes_it_back(bench: Bench) -> None:
    text = bench.text()
    before = bench.opened.report.introduction
    text.moveCursor(text.textCursor().MoveOperation.End)
    bench.qtbot.keyClicks(text, "abc")
    assert bench.opened.report.introduction == before + "abc"

    bench.qtbot.keyClick(text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bench.opened.report.introduction == before
    assert text.toPlainText() == before

    bench.qtbot.keyClick(text, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert text.toPlainText() == before + "abc"


def test_undo_shows_where_it_was(bench: Bench) -> None:
    bench.opened.edit(replace(bench.opened.report, closing="此报告。"), "修改结语")
    bench.window.go_to_task("part:plan")

    bench.window.undo()

    assert bench.window.task == "signature"


def test_a_key_touches_only_the_page_in_sight(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.window.go_to_task("part:measures")
    hidden = bench.window.pages.page("part:measures")
    text = bench.text()
    shown: list[Report] = []
    monkeypatch.setattr(hidden, "show_report", lambda report, standard: shown.append(report))

    bench.qtbot.keyClicks(text, "xyz")

    assert shown == []
    bench.window.go_to_task("part:measures")
    assert shown == [bench.opened.report]


def test_mark_done_and_take_it_back(bench: Bench) -> None:
    bench.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bench.opened.report.completed == {"head"}
    assert bench.window.footer.done.text() == "取消完成"
    assert bench.window.tasks.model.mark("head").state.value == "完成"

    bench.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bench.opened.report.completed == frozenset()


def test_done_with_something_to_change_is_told(bench: Bench) -> None:
    bench.opened.show_findings((THERE,))
    bench.window.go_to_task("part:plan")

    bench.window.mark_done()

    assert bench.window.status.notice.text() == "本项还有 1 处必改，改好后才算完成。"
    assert bench.window.tasks.model.mark("part:plan").state.value != "完成"


def test_f8_walks_the_findings_by_gravity(bench: Bench) -> None:
    bench.opened.show_findings((HERE, THERE))

    bench.key(Qt.Key.Key_F8)
    assert bench.window.task == "part:plan"
    bench.key(Qt.Key.Key_F8)
    assert bench.window.task == INTRODUCTION
    assert bench.text().textCursor().selectedText() == bench.opened.report.introduction[2:6]
    bench.key(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert bench.window.task == "part:plan"


def test_a_finding_without_a_place_says_what_to_do(bench: Bench) -> None:
    bench.window.go_to_finding(NOWHERE)

    assert "增减部分" in bench.window.status.notice.text()


def test_panel_shows_the_findings_of_the_task_and_all_for_a_review(bench: Bench) -> None:
    bench.opened.show_findings((HERE, THERE))
    bench.window.go_to_task(INTRODUCTION)
    panel = bench.window.side

    assert panel.tabs.tabText(FINDINGS) == "问题 1"
    assert panel.findings.model.findings == (HERE,)

    bench.key(Qt.Key.Key_F7)
    assert panel.tabs.currentIndex() == FINDINGS
    assert panel.findings.model.findings == (THERE, HERE)


def test_a_click_on_a_finding_leads_to_its_place(bench: Bench) -> None:
    bench.opened.show_findings((THERE,))
    bench.window.review()
    view = bench.window.side.findings.view
    index = view.model().index(0, 0)

    bench.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())

    assert bench.window.task == "part:plan"


def test_guidance_follows_the_task(bench: Bench) -> None:
    bench.window.go_to_task("part:plan")
    plan = [label.text() for label in bench.window.side.guidance.findChildren(QLabel)]
    bench.window.go_to_task("part:problems")
    problems = [label.text() for label in bench.window.side.guidance.findChildren(QLabel)]

    assert any("每个问题都要有一项任务" in text for text in plan)
    assert plan != problems
    assert bench.window.side.tabs.tabText(GUIDANCE) == "指引"


@pytest.mark.parametrize(
    ("width", "docked"), [pytest.param(1366, True, id="wide"), pytest.param(1093, False, id="narrow")]
)
def test_right_side_has_room_or_lies_over_the_page(qtbot: QtBot, width: int, docked: bool) -> None:
    bench = Bench(a_report(), qtbot, (width, 582))
    body = bench.window.body

    assert body.side.isVisible() is docked
    assert body.strip.isVisible() is not docked
    before = body.centre.width()
    body.show_side(True)
    assert body.side.isVisible()
    assert (body.centre.width() == before) is True
    assert body.centre.width() >= 560

    bench.key(Qt.Key.Key_Escape)
    assert body.side.isVisible() is docked


def test_both_sides_fold(bench: Bench) -> None:
    bench.actions["fold_tasks"].trigger()
    bench.actions["fold_side"].trigger()

    assert bench.window.tasks.width() == 48
    assert not bench.window.side.isVisible()
    assert bench.window.body.strip.isVisible()

    bench.actions["fold_tasks"].trigger()
    bench.actions["fold_side"].trigger()
    assert bench.window.tasks.width() == 256
    assert bench.window.side.isVisible()


def test_going_to_a_place_uncovers_it(qtbot: QtBot) -> None:
    bench = Bench(a_report(), qtbot, (960, 492))
    bench.opened.show_findings((THERE,))
    bench.window.review()
    assert bench.window.side.isVisible()

    bench.window.go_to_finding(THERE)

    assert not bench.window.side.isVisible()


def test_find_walks_through_the_hits(bench: Bench) -> None:
    bench.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = bench.window.find_bar
    assert bar.isVisible()
    bar.field.setText("2025年度")
    assert bar.count.text() == "2 处"

    bench.key(Qt.Key.Key_F3)
    assert (bench.window.task, bar.count.text()) == ("head", "1/2")
    bench.key(Qt.Key.Key_F3)
    assert (bench.window.task, bar.count.text()) == (INTRODUCTION, "2/2")
    assert bench.text().textCursor().selectedText() == "2025年度"
    bench.key(Qt.Key.Key_F3)
    assert bench.window.task == "head"
    bench.key(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert bench.window.task == INTRODUCTION

    bench.qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_find_says_when_there_is_nothing(bench: Bench) -> None:
    bench.window.find_bar.open_bar("没有这样的词")

    assert bench.window.find_bar.count.text() == "没有找到"


def test_find_keeps_up_with_edits(bench: Bench) -> None:
    bench.window.find_bar.open_bar("2025年度")
    bench.key(Qt.Key.Key_F3)
    bench.opened.edit(replace(bench.opened.report, introduction="没有年份"), "修改引言")

    bench.key(Qt.Key.Key_F3)

    assert bench.window.task == "head"
    assert bench.window.find_bar.count.text() == "1/1"


def test_parts_are_added_moved_and_removed_in_one_step_each(bench: Bench) -> None:
    menu = bench.window.part_menu
    before = bench.opened.report
    menu.add(SectionKey.OTHER)
    added = bench.opened.report.parts[-1]
    assert added.key is SectionKey.OTHER
    assert bench.window.task == f"part:{added.id}"

    menu.move(added, -1)
    assert bench.opened.report.parts[-2] is added
    menu.remove(added)
    assert added.id not in [part.id for part in bench.opened.report.parts]
    assert f"part:{added.id}" not in bench.window.tasks.model.tasks

    for _ in range(3):
        bench.window.undo()
    assert bench.opened.report is before


def test_menu_of_parts_offers_what_can_be_done(bench: Bench) -> None:
    rows = {row.part_id: row for row in bench.window.tasks.model.rows if row.part_id}
    texts = [action.text() for action in bench.window.part_menu.menu_for(rows["measures"]).actions() if action.text()]

    assert texts == [
        "加一部分：主要举措和成效", "加一部分：产生原因", "加一部分：其他需要报告的情况",
        "上移(&U)", "下移(&D)", "删除“一、主要举措和成效”（可撤销）",
    ]
    assert [action.text() for action in bench.window.part_menu.menu_for(None).actions()] == texts[:3]


def test_context_menu_asks_for_the_line_under_the_mouse(bench: Bench) -> None:
    tasks = bench.window.tasks
    center = tasks.view.visualRect(tasks.model.index_of("part:plan")).center()
    seen: list[Any] = []
    tasks.menu_requested.disconnect()
    tasks.menu_requested.connect(lambda row, point: seen.append(row.task if row else None))

    tasks.view.customContextMenuRequested.emit(center)
    tasks.view.customContextMenuRequested.emit(QPoint(5, 5000))

    assert seen == ["part:plan", None]


def test_read_only_report_can_be_read_and_copied_only(qtbot: QtBot) -> None:
    bench = Bench(a_report(), qtbot)
    bench.window.go_to_task(INTRODUCTION)
    bench.opened.make_read_only()
    bench.window.show_banner("资料库已在别处打开，这里只能查看。")

    for task in bench.window.tasks.model.tasks:
        bench.window.go_to_task(task)
        page = bench.window.pages.page(task)
        fields: list[QWidget] = page.findChildren(QWidget)
        assert all(field.isReadOnly() for field in fields if isinstance(field, QLineEdit | QPlainTextEdit)), task
    assert not bench.window.footer.done.isEnabled()
    assert not bench.actions["save"].isEnabled()
    assert bench.window.status.saved.text() == "○ 只读"
    assert bench.window.banner.isVisible()
    text = bench.text()
    qtbot.keyClicks(text, "abc")
    assert bench.opened.report == a_report()


def test_saved_state_is_told_in_words(bench: Bench) -> None:
    bench.opened.show_saved_state(SavedState(Phase.FAILED, None, "磁盘满了。"))
    assert bench.window.status.saved.text() == "● 保存失败（点此处理）"

    bench.window.status.saved.click()
    assert bench.outside.called == ["settle"]

    bench.opened.confirm_saved(bench.opened.report, fixed_clock())
    assert bench.window.status.saved.text() == "● 已保存 14:32:05"


@pytest.mark.parametrize(
    ("key", "modifier", "called"),
    [
        (Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier, "save"),
        (Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier, "export"),
    ],
)
def test_keys_work_from_inside_a_text(
    bench: Bench, key: Qt.Key, modifier: Qt.KeyboardModifier, called: str
) -> None:
    bench.qtbot.keyClick(bench.text(), key, modifier)

    assert bench.outside.called == [called]


def test_no_key_of_an_input_method_is_taken(bench: Bench) -> None:
    taken = {key.toString() for action in (*bench.actions.values(), *bench.outside.actions_by_name.values())
             for key in action.shortcuts()}

    assert not taken & {"Ctrl+Space", "Ctrl+.", "Ctrl+;", "Shift+Space"}
    assert len(taken) == sum(len(action.shortcuts()) for action in
                             (*bench.actions.values(), *bench.outside.actions_by_name.values()))


def test_f6_goes_round_the_columns(bench: Bench) -> None:
    window = bench.window
    window.tasks.view.setFocus()

    bench.key(Qt.Key.Key_F6)
    assert window.pages.isAncestorOf(window.focusWidget())
    bench.key(Qt.Key.Key_F6)
    assert window.side.isAncestorOf(window.focusWidget())
    bench.key(Qt.Key.Key_F6)
    assert window.focusWidget() is window.tasks.view


def test_tab_goes_as_one_reads(bench: Bench) -> None:
    window = bench.window
    for task in ("part:plan", INTRODUCTION, "signature", "part:plan"):  # pages made late, seen again
        window.go_to_task(task)
        stops: list[QWidget] = []
        widget = window.tasks.view
        for _ in range(1000):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                stops.append(widget)
            widget = widget.nextInFocusChain()
            if widget is window.tasks.view:
                break
        areas = [next(name for name, area in (
            ("tasks", window.tasks), ("page", window.pages), ("footer", window.footer), ("side", window.side),
            ("top", window.top), ("rest", window),
        ) if area.isAncestorOf(stop)) for stop in stops]

        assert list(dict.fromkeys(areas)) == ["tasks", "page", "footer", "side", "top"], task
        assert areas == sorted(areas, key=["tasks", "page", "footer", "side", "top"].index), task


def test_everything_that_takes_the_focus_has_a_name(bench: Bench) -> None:
    for task in bench.window.tasks.model.tasks:
        bench.window.go_to_task(task)
    nameless = []
    widgets: list[QWidget] = bench.window.findChildren(QWidget)
    for widget in widgets:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None and widget.isEnabled():
            named = widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())
            internal = widget.window() is not bench.window  # lists of combo boxes are windows of their own
            if not named and not internal:
                nameless.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")

    assert nameless == []


CANARY = '<img src="file:///canary"><a href="x">点</a>&amp;%1{}'


def test_text_of_the_clerk_is_shown_letter_by_letter(qtbot: QtBot) -> None:
    report = a_report(introduction=CANARY, closing=CANARY)
    report = replace(
        report, organ=replace(report.organ, full_name=CANARY), head=replace(report.head, title=CANARY),
        parts=tuple(replace(part, heading=CANARY) for part in (*report.parts, report.parts[0])),
    )
    bench = Bench(replace(report, year=0), qtbot)
    bench.opened.show_findings((replace(HERE, message=CANARY), replace(THERE, message=CANARY)))
    for task in bench.window.tasks.model.tasks:
        bench.window.go_to_task(task)
    bench.window.go_to_finding(bench.opened.findings[0])

    labels: list[QLabel] = bench.window.findChildren(QLabel)
    rich = [label.text() for label in labels if label.textFormat() is not Qt.TextFormat.PlainText and label.text()]
    assert rich == []
    assert bench.window.top.title.text() == CANARY
    assert bench.window.status.notice.text() == CANARY
    tips: list[QWidget] = bench.window.findChildren(QWidget)
    assert not [tip.toolTip() for tip in tips if "<img" in tip.toolTip()]
