"""What stands on pages and not in the text: page numbers, running heads and feet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from models.domain.source_document import LeftOut
from models.importers.line_breaks import furniture_left_out, is_page_number, without_figures
from models.importers.pdf.pages import Page
from models.importers.pdf.rows import Row

_HEAD, _FOOT = 0.9, 0.15  # shares of the page's height beyond which furniture stands
_SHARE = 0.6  # of the pages a running head stands on, every second one included
_DEEP = 2  # rows


def without_furniture(pages: Sequence[Page], rows: Sequence[Sequence[Row]]) -> tuple[list[list[Row]], list[LeftOut]]:
    """Return the `rows` of `pages` without what is no text, and the same as left out, a kind once with its count."""
    running = _running(pages, rows)
    kept: list[list[Row]] = []
    numbers: list[str] = []
    heads: Counter[str] = Counter()
    for page, of_page in zip(pages, rows, strict=True):
        kept.append([])
        for row in of_page:
            if not _at_edge(row, page):
                kept[-1].append(row)
            elif is_page_number(row.text):
                numbers.append(row.text)
            elif without_figures(row.text) in running:
                heads[row.text] += 1
            else:
                kept[-1].append(row)
    return kept, furniture_left_out(numbers, heads)


def _running(pages: Sequence[Page], rows: Sequence[Sequence[Row]]) -> set[str]:
    """Return what stands at the edge of so many pages that it is no text, figures apart."""
    counts: Counter[str] = Counter()
    for page, of_page in zip(pages, rows, strict=True):
        edge = {without_figures(row.text) for row in (*of_page[:_DEEP], *of_page[-_DEEP:]) if _at_edge(row, page)}
        counts.update(edge)
    filled = sum(bool(of_page) for of_page in rows)
    return {text for text, count in counts.items() if count >= 3 and count >= filled * _SHARE / 2}


def _at_edge(row: Row, page: Page) -> bool:
    """Return whether `row` stands at the head or the foot of `page`."""
    height = page.top - page.foot
    place = (row.baseline - page.foot) / height if height > 0 else 0.5
    return place > _HEAD or place < _FOOT
