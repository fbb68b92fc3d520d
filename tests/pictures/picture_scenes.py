"""Pictures in the text and in an attachment, as they are filled in and as they will be printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from models.domain.place import ATTACHMENTS, Place, part_task, picture_field

if TYPE_CHECKING:
    from models.domain.report import Report
    from ui.main_window import MainWindow
    from ui.work_window import WorkWindow


def scenes(window: MainWindow, work: WorkWindow) -> Iterator[str]:
    """Give the report of `window` pictures, bring `work` to each of them and yield the name of each state."""
    opened = window.session.opened
    assert opened is not None
    before = opened.report
    pictured, topic = _pictured(before)
    opened.edit(pictured, "插入图片")
    task = part_task(pictured.parts[0].id)
    work.go_to(Place(task, topic, picture_field(0)))
    yield "36-pictures-topic"
    work.go_to(Place(ATTACHMENTS, pictured.attachments[0].id, picture_field(0)))
    yield "37-pictures-attachment"
    work.body.show_side(False)
    work.go_to(Place(task, topic, picture_field(0), 0, 0))
    work.previewing.open()
    yield "38-pictures-preview"
    work.previewing.close()
    opened.edit(before, "删除图片")


def _pictured(report: Report) -> tuple[Report, str]:
    """Return `report` with pictures in its first topic, whose id is returned too, and in its first attachment."""
    from pictured import a_picture

    part, attachment = report.parts[0], report.attachments[0]
    topic = replace(part.entries[0], pictures=(
        a_picture("2025年行政执法案件数量变化", 120, 1, id="one"), a_picture("", 60, 1, (400, 500), id="two")))
    report = report.with_part(replace(part, entries=(topic, *part.entries[1:])))
    shown = replace(attachment, pictures=(a_picture("执法检查现场", 0, size=(1600, 900), id="three"),))
    return replace(report, attachments=(shown, *report.attachments[1:])), topic.id
