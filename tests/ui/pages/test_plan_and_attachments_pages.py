"""Pages of the plan and of the attachments."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders import a_report
from form_desk import Desk, a_desk
from models.domain.place import ATTACHMENTS
from models.domain.report import Attachment, PlanTask, Report
from ui.pages.attachments_page import AttachmentCard, AttachmentsPage
from ui.pages.plan_card import PlanCard
from ui.pages.plan_page import PlanPage


def plan_desk(qtbot: QtBot, report: Report) -> tuple[Desk, PlanPage]:
    """Return the page of the plan of `report`."""
    desk = a_desk(qtbot, "part:plan", report)
    assert isinstance(desk.page, PlanPage)
    return desk, desk.page


def test_a_task_is_added_for_a_problem_nobody_answers(qtbot: QtBot) -> None:
    report = a_report()
    desk, page = plan_desk(qtbot, report.with_part(replace(report.part("plan"), entries=())))
    open_ = page.open.isVisible()
    page._buttons["p1"].click()

    added = desk.report.part("plan").entries[0]
    assert open_ and not page.open.isVisible()
    assert isinstance(added, PlanTask) and added.answers == "p1"


def test_the_problem_a_task_answers_is_chosen_from_the_list(qtbot: QtBot) -> None:
    report = a_report()
    desk, page = plan_desk(qtbot, report)
    card = page.entries.cards[0]
    assert isinstance(card, PlanCard)
    offered = [card.answers.box.itemText(index) for index in range(card.answers.box.count())]
    card.answers.box.activated.emit(0)

    assert offered == ["不对应具体问题", "1. 案卷质量不高"]
    task = desk.report.entry("k1")
    assert isinstance(task, PlanTask) and task.answers == ""
    assert desk.labels == ["修改任务的对应的问题"] and desk.bursts == [""]


def test_the_wheel_over_a_closed_choice_changes_nothing(qtbot: QtBot) -> None:
    desk, page = plan_desk(qtbot, a_report())
    card = page.entries.cards[0]
    assert isinstance(card, PlanCard)
    event = QWheelEvent(QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
                        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(card.answers.box, event)

    assert card.answers.value == "p1" and desk.labels == []


def attachments_desk(qtbot: QtBot, *attachments: Attachment) -> tuple[Desk, AttachmentsPage]:
    """Return the page of `attachments`."""
    desk = a_desk(qtbot, ATTACHMENTS, a_report(attachments=attachments))
    assert isinstance(desk.page, AttachmentsPage)
    return desk, desk.page


def test_attachments_are_added_moved_and_removed(qtbot: QtBot) -> None:
    desk, page = attachments_desk(qtbot, Attachment("a", "甲"), Attachment("b", "乙"))
    page.entries.cards[1].up.click()
    page.entries.cards[0].remove.click()
    page.entries.add.click()

    assert [each.title for each in desk.report.attachments] == ["甲", ""]
    assert desk.labels == ["上移附件“乙”", "删除附件“乙”", "添加附件"]


def test_a_table_is_added_to_an_attachment_in_one_step(qtbot: QtBot) -> None:
    desk, page = attachments_desk(qtbot, Attachment("a", "甲"))
    page.entries.cards[0].fields["table"].create_table.click()  # type: ignore[attr-defined]

    assert desk.report.attachments[0].table == (("", "", ""), ("", "", ""))
    assert desk.labels == ["添加表格"] and desk.bursts == [""]


def test_an_attachment_is_turned_and_turned_back(qtbot: QtBot) -> None:
    desk, page = attachments_desk(qtbot, Attachment("a", "甲"))
    card = page.entries.cards[0]
    assert isinstance(card, AttachmentCard)
    for _ in range(2):
        card.landscape.click()

    assert desk.labels == ["附件改为横排", "附件改为竖排"] and desk.bursts == ["", ""]
    assert not desk.report.attachments[0].landscape and not card.landscape.isChecked()
