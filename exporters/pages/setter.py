"""Manuscript + Layout -> pages. This module knows the order of the elements, nothing of their look.

Paragraphs are kept once set, so a key pressed in one of them sets that one anew and puts the lines on pages again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, groupby, islice
from operator import itemgetter
from typing import NamedTuple

from exporters.page_one import gaps_of
from exporters.pages.attachment import attachment
from exporters.pages.attachment_note import attachment_note
from exporters.pages.body import body
from exporters.pages.colophon import bears_number, colophon, foot_page
from exporters.pages.draft_mark import draft_mark
from exporters.pages.face_metrics import FaceMetrics
from exporters.pages.flow import FlowLine, Foot
from exporters.pages.head import head
from exporters.pages.lines import WORD, Manner
from exporters.pages.page_number import page_number, turned_page_number
from exporters.pages.pager import FilledPage, fill_pages
from exporters.pages.placed import OutlineEntry, Page, PagedDocument, Placed, moved_down
from exporters.pages.recipients import recipients
from exporters.pages.setting import Setting
from exporters.pages.signature import signature
from exporters.pages.title import title
from models.layout.layout import TWIPS_PER_MM, Layout
from models.layout.turned import turned
from models.manuscript.blocks import Manuscript, ManuscriptAttachment


class _Sheet(NamedTuple):
    """A page with text, the setting of its section, and that of upright pages."""

    filled: FilledPage
    setting: Setting
    upright: Setting


@lru_cache(maxsize=8)
def setting_for(layout: Layout, metrics: FaceMetrics | None = None, manner: Manner = WORD) -> Setting:
    """Return the setting of `layout`, always the same one, so that what was set once is found again."""
    return Setting(layout, metrics, manner)


def set_pages(
    manuscript: Manuscript, layout: Layout, metrics: FaceMetrics | None = None, manner: Manner = WORD
) -> PagedDocument:
    """Return all pages of `manuscript`, as Word sets them; `metrics` None takes the usual widths of Chinese faces."""
    pages: list[Page] = []
    outline: list[OutlineEntry] = []
    for page, entries in _pages(manuscript, setting_for(layout, metrics, manner)):
        pages.append(page)
        outline += entries
    return PagedDocument(tuple(pages), tuple(outline), manuscript.plain_title, manuscript.organ)


def foot_pages(manuscript: Manuscript, layout: Layout) -> int:
    """Return how many pages the 版记 of `manuscript` takes beyond those of its text; 0: it stands on the last of them."""
    setting = setting_for(layout)
    foot = colophon(manuscript, setting)
    if foot is None:
        return 0
    number, last = deque(enumerate(_sheets(manuscript, setting), 1), maxlen=1).pop()
    fits = _fits(last, foot, setting)
    return foot_page(number, fits, manuscript.colophon_on_even_page) - number


def first_pages(
    manuscript: Manuscript, layout: Layout, count: int, metrics: FaceMetrics | None = None
) -> tuple[Page, ...]:
    """Return the first `count` pages of `manuscript` without setting those after them."""
    return tuple(page for page, _ in islice(_pages(manuscript, setting_for(layout, metrics)), count))


def flow(manuscript: Manuscript, setting: Setting) -> Iterator[FlowLine]:
    """Yield the lines of `manuscript` up to its attachments, in the order of the standard: 版头, 主体."""
    yield from head(manuscript, setting)
    yield from title(manuscript, setting)
    yield from recipients(manuscript, setting)
    yield from body(manuscript.blocks, setting, first_gap(manuscript, setting), manuscript.ended)
    yield from attachment_note(manuscript, setting)
    yield from signature(manuscript, setting)


def _sheets(manuscript: Manuscript, setting: Setting) -> Iterator[_Sheet]:
    """Yield the pages with text; where the pages turn, another section begins as in the Word file."""
    parts = [(False, flow(manuscript, setting))]
    parts += [(each.landscape, _attached(each, _lying(setting) if each.landscape else setting))
              for each in manuscript.attachments]
    for landscape, section in groupby(parts, itemgetter(0)):
        sheet = _lying(setting) if landscape else setting
        lines = chain.from_iterable(part for _, part in section)
        for page in fill_pages(lines, sheet.measures.text_height_twips):
            yield _Sheet(page, sheet, setting)


def _attached(each: ManuscriptAttachment, setting: Setting) -> Iterator[FlowLine]:
    """Yield the lines of the attachment `each`; `setting` is that of its pages."""
    opening = attachment(each, setting)
    yield from opening
    yield from body(each.blocks, setting, above=sum(line.before + line.height + line.after for line in opening))


@lru_cache(maxsize=8)
def _lying(setting: Setting) -> Setting:
    """Return `setting` for pages turned on their side."""
    return Setting(turned(setting.layout), setting.metrics, setting.manner)


def _fits(last: _Sheet, foot: Foot, setting: Setting) -> bool:
    """Return whether the 版记 has room on the `last` page with text; on a turned page it never stands."""
    return last.setting is setting and last.filled.bottom + foot.height <= setting.measures.text_height_twips


def first_gap(manuscript: Manuscript, setting: Setting) -> int:
    """Return the space above the first line of text: that under the title, when no 主送 stands between."""
    return 0 if manuscript.main_recipients else gaps_of(manuscript, setting.layout).under_title


def _pages(manuscript: Manuscript, setting: Setting) -> Iterator[tuple[Page, list[OutlineEntry]]]:
    """Yield the pages of `manuscript`, each with its entries of the outline."""
    for index, (sheet, last) in enumerate(_with_last(_sheets(manuscript, setting))):
        if last:
            yield from _last_pages(sheet, index + 1, manuscript, setting)
        else:
            yield _page(sheet, index, None, manuscript)


def _last_pages(
    last: _Sheet, number: int, manuscript: Manuscript, setting: Setting
) -> Iterator[tuple[Page, list[OutlineEntry]]]:
    """Yield page `number`, the last with text, and those that the 版记 needs besides."""
    foot = colophon(manuscript, setting)
    if foot is None:
        yield _page(last, number - 1, None, manuscript)
        return
    end = foot_page(number, _fits(last, foot, setting), manuscript.colophon_on_even_page)
    for page in range(number, end + 1):
        sheet = last if page == number else _Sheet(FilledPage((), 0), setting, setting)
        yield _page(sheet, page - 1, foot if page == end else None, manuscript, bears_number(page, number, end))


def _with_last(filled: Iterator[_Sheet]) -> Iterator[tuple[_Sheet, bool]]:
    """Yield each page, and whether it is the last."""
    page = next(filled)
    for following in filled:
        yield page, False
        page = following
    yield page, True


def _page(
    sheet: _Sheet, index: int, foot: Foot | None, manuscript: Manuscript, numbered: bool = True
) -> tuple[Page, list[OutlineEntry]]:
    """Return the page `index` with what stands around its text, and its entries of the outline."""
    filled, setting, upright = sheet
    measures = setting.measures
    items: list[Placed] = list(draft_mark(manuscript.draft_mark, setting))
    outline = []
    for top, line in filled.lines:
        y = (measures.top_margin_twips + top) / TWIPS_PER_MM
        items += (moved_down(item, y) for item in line.items)
        if line.level:
            outline.append(OutlineEntry(line.level, line.heading, index, y))
    if foot is not None:
        y = (measures.top_margin_twips + measures.text_height_twips - foot.height) / TWIPS_PER_MM
        items += (moved_down(item, y) for item in foot.items)
    unnumbered = not numbered or (manuscript.letter and index == 0)
    number = None if unnumbered else index + 1
    if number is not None:
        items += page_number(number, setting) if setting is upright else turned_page_number(number, upright)
    size = (measures.page_width_twips / TWIPS_PER_MM, measures.page_height_twips / TWIPS_PER_MM)
    return Page(tuple(items), number, *size), outline
