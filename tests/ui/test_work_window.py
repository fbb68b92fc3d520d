"""The work window on a report: tasks, keys, search, parts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt

from builders import a_report
from models.checks.progress import TaskState
from models.domain.place import INTRODUCTION
from models.domain.report import Report, SectionKey
from work_bench import THERE, Bench


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

    for _ in tasks:
        bench.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert bench.window.task == tasks[0]
    assert bench.window.footer.previous.isHidden()


def test_the_button_below_the_page_leads_to_the_next_task_that_is_not_done(bench: Bench) -> None:
    tasks = list(bench.window.tasks.model.tasks)
    done = Bench(a_report(completed=frozenset({tasks[0], tasks[2]})), bench.qtbot)
    state = done.window.tasks.model.mark
    unfinished = [task for task in tasks if state(task).state is not TaskState.DONE]
    assert done.window.task == unfinished[0] and len(unfinished) < len(tasks)

    seen = [done.window.task]
    for _ in unfinished:
        assert done.window.footer.next.text().startswith("接着填：")
        done.window.footer.next.click()
        seen.append(done.window.task)

    assert seen == [*unfinished, unfinished[0]]  # round and round


def test_the_key_leads_on_from_the_last_task_to_the_first_that_is_not_done(bench: Bench) -> None:
    bench.window.go_to_task(bench.window.tasks.model.tasks[-1])

    bench.key(Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)

    assert bench.window.task == bench.window.tasks.model.tasks[0]


def test_when_all_is_done_the_button_leads_to_the_findings(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    tasks = bench.window.tasks.model.tasks
    done = Bench(a_report(completed=frozenset(tasks)), bench.qtbot)
    mark = done.window.tasks.model.mark
    monkeypatch.setattr(done.window.tasks.model, "mark", lambda task: replace(mark(task), state=TaskState.DONE))
    done.window.steps.show()
    assert done.window.footer.next.text().startswith("都完成了")

    done.window.footer.next.click()

    assert done.window.side.findings.isVisibleTo(done.window)


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

    assert bench.window.status.notice.text() == "本项还有 1 处必填，填好、改好以后才算完成。"
    assert bench.window.tasks.model.mark("part:plan").state.value != "完成"


def test_done_with_something_wrong_and_something_lacking_names_both(bench: Bench) -> None:
    bench.opened.show_findings((THERE, replace(THERE, slug="sum-mismatch")))
    bench.window.go_to_task("part:plan")

    bench.window.mark_done()

    assert bench.window.status.notice.text() == "本项还有 1 处必改，1 处必填，填好、改好以后才算完成。"


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
        "上移(&U)　已经是第一部分", "下移(&D)", "删除“一、主要举措和成效”（可撤销）",
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
