"""Scenes of the start page with many reports: the list and a search."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from models.samples import sample_report

if TYPE_CHECKING:
    from models.domain.report import Report
    from ui.main_window import MainWindow

ORGANS = ("云峰县交通运输局", "云峰县司法局", "云峰县农业农村局")


def many_reports() -> list[Report]:
    """Return the sample as the reports of three organs over six years."""
    sample = replace(sample_report(), sample=False)
    return [
        replace(
            sample, id=f"{organ}{year}", year=year, organ=replace(sample.organ, full_name=organ, short_name=organ),
            head=replace(sample.head, title=f"{organ}{year}年度法治政府建设年度报告", title_lines=()))
        for year in range(2020, 2026) for organ in ORGANS]


def scenes(window: MainWindow, wait: Callable[[Callable[[], object]], None]) -> Iterator[str]:
    """Yield the name of each scene once the start page of `window` shows it; `wait` waits until something holds."""
    library, panel = window.session.library, window.start_page.panel
    assert panel is not None
    for report in many_reports():
        library.ask(lambda store, kept=report: store.save(kept), lambda _: None)
    library.refresh()
    wait(lambda: len(library.contents.reports) > len(ORGANS) * 6)
    yield "51-start-many"
    panel.filter.begin_search()
    panel.filter.field.setText("行政处罚 2024")
    wait(lambda: len(panel.model.rows) == len(library.contents.reports) and panel.model.hit(panel.model.rows[0].number))
    yield "52-start-search"
    panel.filter.field.setText("没有这样的话")
    wait(lambda: not panel.model.rows)
    yield "53-start-nothing-found"
