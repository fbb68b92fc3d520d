"""The lines of the task list."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from builders import a_duty, a_report, an_organ
from models.domain.organ import OrganKind, Post
from models.domain.report import Part, SectionKey
from models.domain.standard import Duty, Standard
from ui.item_models.task_model import TaskMark, TaskModel, TaskRole, plain_tooltip
from ui.item_models.task_rows import task_rows

from PySide6.QtCore import Qt

BOTH = (Post.SECRETARY, Post.HEAD)
STANDARD = Standard(
    OrganKind.DEPARTMENT, (), (Duty("D-1", "带头学法用法", ("C1",), BOTH), Duty("D-2", "规范执法", ("G1",), (Post.HEAD,))), ()
)


def test_tasks_come_in_the_order_of_the_report() -> None:
    assert [row.title for row in task_rows(a_report(), STANDARD)] == [
        "公文要素", "版头与主送",
        "报告内容", "引言", "一、主要举措和成效", "二、不足和原因", "三、第一责任人履职", "带头学法用法", "规范执法",
        "四、2026年度安排",
        "附件与落款", "附件", "结语与落款",
    ]


def test_two_persons_have_their_own_duties() -> None:
    report = a_report(organ=an_organ(same_person=False))

    assert [row.title for row in task_rows(report, STANDARD) if row.level] == [
        "带头学法用法（党组书记）", "带头学法用法（局长）", "规范执法（局长）",
    ]


def test_duties_beyond_the_standard_are_not_hidden() -> None:
    report = a_report(duties=0).with_duty(a_duty("D-9", title="自己加的"))

    assert "自己加的" in [row.title for row in task_rows(report, STANDARD)]


def test_duties_without_a_part_of_their_own_have_a_caption() -> None:
    report = a_report()
    report = replace(report, parts=tuple(part for part in report.parts if part.id != "first"))

    titles = [row.title for row in task_rows(report, STANDARD)]

    assert titles[titles.index("第一责任人履职（未单列）") + 1] == "带头学法用法"


def test_parts_of_one_block_are_told_apart() -> None:
    report = a_report(parts=(
        Part("a", SectionKey.MEASURES, "依法行政"), Part("b", SectionKey.MEASURES), Part("c", SectionKey.PLAN, "明年"),
    ))

    assert [row.title for row in task_rows(report, STANDARD) if row.part_id] == [
        "一、依法行政", "二、主要举措和成效（2）", "三、2026年度安排",
    ]


def test_problems_lose_the_causes_in_their_name_where_the_causes_have_a_part() -> None:
    report = a_report(parts=(Part("a", SectionKey.PROBLEMS), Part("b", SectionKey.CAUSES)))

    assert [row.title for row in task_rows(report, STANDARD) if row.part_id] == ["一、存在的不足", "二、产生原因"]


@pytest.fixture
def model(qapp: Any) -> TaskModel:
    made = TaskModel()
    made.show_rows(task_rows(a_report(), STANDARD))
    return made


def test_model_keeps_the_rules_of_qt(model: TaskModel, qtmodeltester: Any) -> None:
    qtmodeltester.check(model)


def test_only_tasks_can_be_chosen(model: TaskModel) -> None:
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable


def test_state_is_told_in_words(model: TaskModel) -> None:
    model.show_marks({"head": TaskMark(errors=2, counter="3项")})

    index = model.index_of("head")

    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "版头与主送，未填，2 处必改，3项"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "版头与主送：未填，2 处必改"


def test_only_what_differs_is_told(model: TaskModel, qtbot: Any) -> None:
    with qtbot.waitSignal(model.dataChanged, timeout=1000) as got:
        model.show_marks({"introduction": TaskMark(counter="5字")})
    assert got.args[0].data(TaskRole.ROW).task == "introduction"

    with qtbot.assertNotEmitted(model.dataChanged):
        model.show_marks({"introduction": TaskMark(counter="5字")})


def test_renamed_part_needs_no_new_list(model: TaskModel) -> None:
    report = replace(a_report(), year=2030)

    assert not model.show_rows(task_rows(report, STANDARD))
    assert "四、2031年度安排" in [row.title for row in model.rows]


@pytest.mark.parametrize(
    ("text", "shown"),
    [("<img src=x>&", "<span>&lt;img src=x&gt;&amp;</span>"), ("平常", "平常")],
)
def test_tooltips_show_text_letter_by_letter(text: str, shown: str) -> None:
    assert plain_tooltip(text) == shown
