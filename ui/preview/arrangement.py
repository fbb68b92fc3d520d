"""Where the pages stand in the view: one under the other or two beside each other, at a zoom or made to fit."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSizeF

from exporters.pages.placed import Page
from ui.preview.painter import scaled

MARGIN = 12.0  # logical pixels round pages and between them
PIXELS_PER_MM = 96 / 25.4  # at 100 %
SMALLEST, LARGEST = 0.25, 4.0
SMALLEST_FIT = 0.05
STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)


class Fit(Enum):
    """What the zoom follows: the width of a page, a whole page, two whole pages; or FREE, nothing."""

    WIDTH = "页宽"
    PAGE = "整页"
    TWO = "两页"
    FREE = ""

    @property
    def columns(self) -> int:
        """How many pages stand beside each other."""
        return 2 if self is Fit.TWO else 1


class Arrangement:
    """The boxes of all pages in the view's own coordinates, and the zoom they are painted at."""

    def __init__(self, pages: tuple[Page, ...], view: QSizeF, fit: Fit = Fit.WIDTH, zoom: float = 1.0) -> None:
        """Arrange `pages` for a view of the size `view`; `zoom` counts where `fit` is FREE."""
        self.columns = fit.columns
        self.zoom = zoom if fit is Fit.FREE else fitting_zoom(pages, view, fit)
        self.scale = self.zoom * PIXELS_PER_MM
        self.boxes: list[QRectF] = []
        self.width = view.width()
        self._tops: list[float] = []
        self._arrange(pages, view)

    def visible(self, top: float, bottom: float) -> range:
        """Return the indexes of the pages that stand between `top` and `bottom`."""
        first = max(0, bisect_right(self._tops, top) - 1)
        last = bisect_left(self._tops, bottom)
        return range(first * self.columns, min(last * self.columns, len(self.boxes)))

    def page_at(self, place: QPointF) -> int | None:
        """Return the index of the page under `place`, None beside all pages."""
        near = self.visible(place.y(), place.y() + 1)
        return next((index for index in near if self.boxes[index].contains(place)), None)

    def on_page(self, index: int, place: QPointF) -> QPointF:
        """Return `place` in millimetres on the page `index`."""
        return (place - self.boxes[index].topLeft()) * (1 / self.scale)

    def from_page(self, index: int, box: QRectF) -> QRectF:
        """Return a `box` in millimetres on the page `index` in the view's coordinates."""
        return scaled(box, self.scale).translated(self.boxes[index].topLeft())

    def _arrange(self, pages: tuple[Page, ...], view: QSizeF) -> None:
        top = MARGIN
        rows = [pages[at:at + self.columns] for at in range(0, len(pages), self.columns)]
        widths = [sum(page.width for page in row) * self.scale + MARGIN * (self.columns + 1) for row in rows]
        self.width = max([view.width(), *widths])
        for row in rows:
            wanted = sum(page.width for page in row) * self.scale + MARGIN * (len(row) - 1)
            if len(row) < self.columns:  # the last page of an odd number stands on the left
                wanted += row[0].width * self.scale + MARGIN
            left = (self.width - wanted) / 2
            self._tops.append(top)
            for page in row:
                self.boxes.append(QRectF(left, top, page.width * self.scale, page.height * self.scale))
                left += page.width * self.scale + MARGIN
            top += max(page.height for page in row) * self.scale + MARGIN
        self.height = top


def fitting_zoom(pages: tuple[Page, ...], view: QSizeF, fit: Fit) -> float:
    """Return the zoom at which the widest page, or as many pages as `fit` says, fit into `view`."""
    if not pages:
        return 1.0
    width, height = max(page.width for page in pages), max(page.height for page in pages)
    columns = fit.columns
    zoom = (view.width() - MARGIN * (columns + 1)) / (width * columns * PIXELS_PER_MM)
    if fit is not Fit.WIDTH:
        zoom = min(zoom, (view.height() - 2 * MARGIN) / (height * PIXELS_PER_MM))
    return min(max(zoom, SMALLEST_FIT), LARGEST)


def next_zoom(zoom: float, by: int) -> float:
    """Return the next larger step after `zoom`, or the next smaller when `by` is -1."""
    if by > 0:
        return next((step for step in STEPS if step > zoom + 0.005), LARGEST)
    return next((step for step in reversed(STEPS) if step < zoom - 0.005), SMALLEST)
