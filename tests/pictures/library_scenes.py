"""Scenes of the start page with many reports: the list, a search, the archive, the trash."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from models.samples import sample_report
from models.storage.summary import Shelf

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
    for organ, year, shelf in ((0, 2020, Shelf.ARCHIVE), (1, 2020, Shelf.ARCHIVE), (2, 2020, Shelf.TRASH)):
        library.ask(
            lambda store, key=f"{ORGANS[organ]}{year}", shelf=shelf: store.shelves.put(key, shelf), lambda _: None)
    library.refresh()
    wait(lambda: len(library.contents.reports) > len(ORGANS) * 6)
    yield "51-start-many"
    panel.filter.begin_search()
    panel.filter.field.setText("行政处罚 2024")
    desk = [each for each in library.contents.reports if each.shelf is Shelf.DESK]
    wait(lambda: len(panel.model.rows) == len(desk) and panel.model.hit(panel.model.rows[0].number))
    yield "52-start-search"
    panel.filter.field.setText("没有这样的话")
    wait(lambda: not panel.model.rows)
    yield "53-start-nothing-found"
    panel.filter.field.clear()
    panel.filter.look_at(Shelf.TRASH)
    wait(lambda: len(panel.model.rows) == 1)
    panel.view.setFocus()
    yield "54-start-trash"
    panel.filter.look_at(Shelf.DESK)
    panel.delete_button.click()
    wait(lambda: panel.undo_button.isVisible())
    yield "55-start-thrown-away"
