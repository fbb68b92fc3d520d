"""Scenes of a new report in which nothing is written yet: every page as a beginner meets it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from models.domain import place
from models.domain.organ import Organ
from models.domain.report import Report
from models.manuscript.new_report import new_report
from ui.widgets.side_panel import FINDINGS, GUIDANCE, LAST_YEAR

if TYPE_CHECKING:
    from ui.main_window import MainWindow

ORGAN = Organ(full_name="云峰县水利局", short_name="云峰县水利局")
YEAR = 2025


def scenes(window: MainWindow, wait: Callable[[Callable[[], object]], None]) -> Iterator[str]:
    """Begin a report in `window` and yield the name of each of its pages; `wait` waits until something holds."""
    from ui.app.session import standard_for

    report = new_report(ORGAN, standard_for(Report(organ=ORGAN)), YEAR)
    window.session.create_report(report)
    wait(lambda: window.work is not None and window.work.opened.report.organ.full_name == ORGAN.full_name)
    work = window.work
    assert work is not None
    wait(lambda: work.opened.findings)
    duty = next(task for task in work.tasks.model.tasks if task.startswith("duty:"))
    parts = {part.key.value: place.part_task(part.id) for part in report.parts}
    pages = {each: each for each in (place.HEAD, place.INTRODUCTION, place.ATTACHMENTS, place.SIGNATURE)}
    work.side.show_tab(GUIDANCE)
    for name, task in (pages | parts | {"duty": duty}).items():
        work.go_to_task(task)
        yield f"60-new-{name}"
    work.go_to_task(parts["problems"])
    work.side.show_tab(LAST_YEAR)
    yield "61-new-last-year"
    work.review()
    work.side.show_tab(FINDINGS)
    yield "62-new-findings"
    work.previewing.open()
    wait(lambda: work.previewing.up_to_date)
    yield "63-new-preview"
    work.previewing.close()
