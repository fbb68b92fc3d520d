"""The outline at the left moved by the mouse: parts among each other, and entries into parts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.widgets.entry_drag import carried
from ui.widgets.task_view import CARRIED_PART, TaskView
from work_bench import Bench

BUTTON, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def let_go(view: TaskView, data: QMimeData, point: QPoint) -> bool:
    """Carry `data` to `point` and let it go; return whether that place was said to take it."""
    action = Qt.DropAction.MoveAction
    QApplication.sendEvent(view.viewport(), QDragEnterEvent(point, action, data, BUTTON, NO_KEYS))
    over = QDragMoveEvent(point, action, data, BUTTON, NO_KEYS)
    QApplication.sendEvent(view.viewport(), over)
    QApplication.sendEvent(view.viewport(), QDropEvent(QPointF(point), action, data, BUTTON, NO_KEYS))
    return over.isAccepted()


def line_of(bench: Bench, task: str) -> QPoint:
    """Return the middle of the line of `task`."""
    tasks = bench.window.tasks
    return tasks.view.visualRect(tasks.model.index_of(task)).center()


def a_part(part_id: str) -> QMimeData:
    """Return what is carried while a part is dragged."""
    data = QMimeData()
    data.setData(CARRIED_PART, part_id.encode())
    return data


def part_ids(bench: Bench) -> list[str]:
    """Return the ids of the parts in order."""
    return [part.id for part in bench.opened.report.parts]


def test_an_entry_let_go_on_a_part_goes_there_and_the_window_follows(bench: Bench) -> None:
    entry = bench.opened.report.part("measures").entries[0]
    problems = bench.opened.report.part("problems").entries

    assert let_go(bench.window.tasks.view, carried(entry.id), line_of(bench, "part:problems"))

    report = bench.opened.report
    assert entry.id not in [each.id for each in report.part("measures").entries]
    assert [each.id for each in report.part("problems").entries] == [*(each.id for each in problems), entry.id]
    assert bench.window.task == "part:problems"
    assert bench.opened.undo_label.startswith("移动")

    bench.window.undo()
    assert bench.opened.report.part("measures").entries[0] is entry


@pytest.mark.parametrize("task", ["head", "introduction", "signature"])
def test_lines_that_are_no_parts_take_no_entry(task: str, bench: Bench) -> None:
    before = bench.opened.report
    entry = before.part("measures").entries[0]

    assert not let_go(bench.window.tasks.view, carried(entry.id), line_of(bench, task))
    assert bench.opened.report is before


def test_an_entry_let_go_on_its_own_part_stays_where_it_is(bench: Bench) -> None:
    before = bench.opened.report
    let_go(bench.window.tasks.view, carried(before.part("measures").entries[0].id), line_of(bench, "part:measures"))

    assert bench.opened.report is before


def test_a_part_is_moved_between_two_others(bench: Bench) -> None:
    ids = part_ids(bench)
    top = bench.window.tasks.view.visualRect(bench.window.tasks.model.index_of(f"part:{ids[0]}")).topLeft()
    let_go(bench.window.tasks.view, a_part(ids[-1]), top + QPoint(20, 2))

    assert part_ids(bench) == [ids[-1], *ids[:-1]]
    assert bench.opened.undo_label == "调整部分的先后"


def test_a_part_let_go_where_it_stands_makes_no_step(bench: Bench) -> None:
    before = bench.opened.report
    let_go(bench.window.tasks.view, a_part(part_ids(bench)[0]), line_of(bench, f"part:{part_ids(bench)[0]}"))

    assert bench.opened.report is before


def test_a_report_that_is_only_to_be_read_stays_as_it_is(bench: Bench) -> None:
    before = bench.opened.report
    bench.opened.make_read_only()
    let_go(bench.window.tasks.view, carried(before.part("measures").entries[0].id), line_of(bench, "part:problems"))
    let_go(bench.window.tasks.view, a_part(part_ids(bench)[-1]), line_of(bench, "introduction"))

    assert bench.opened.report is before


def test_a_held_mouse_takes_up_the_part_and_chooses_none_of_the_lines_it_passes(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []
    view = bench.window.tasks.view
    monkeypatch.setattr(view, "_drag", lambda row: taken.append(row.part_id))

    QTest.mousePress(view.viewport(), BUTTON, pos=line_of(bench, "part:measures"))
    for point in (line_of(bench, "part:problems"), line_of(bench, "introduction")):
        place = QPointF(point)
        QApplication.sendEvent(view.viewport(), QMouseEvent(
            QMouseEvent.Type.MouseMove, place, place, Qt.MouseButton.NoButton, BUTTON, NO_KEYS))

    assert taken == ["measures"]
    assert bench.window.task == "part:measures"
