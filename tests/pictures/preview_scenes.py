"""Search and replace, and the preview beside the form and in the whole window, with its search and its marks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from models.domain.place import INTRODUCTION, Place

if TYPE_CHECKING:
    from ui.work_window import WorkWindow


def scenes(work: WorkWindow) -> Iterator[str]:
    """Bring the search and the preview of `work` into each state and yield its name."""
    work.go_to(Place(INTRODUCTION))
    work.find_bar.open_bar("法治", replace=True)
    work.search.step(1)
    yield "32-replace-bar"
    work.find_bar.close_bar()
    work.body.show_side(False)
    work.go_to(Place(INTRODUCTION, "", "introduction", 40, 40))
    work.previewing.open()
    yield "33-preview"
    panel = work.previewing.panel
    assert panel is not None
    panel.open_search("行政执法")
    panel.step_search(1)
    yield "34-preview-search"
    panel.find_bar.close_bar()
    if panel.bar.whole_button.isVisibleTo(panel):
        panel.bar.whole_button.click()
    panel.view.show_page(2)
    yield "35-preview-whole"
    work.previewing.close()
