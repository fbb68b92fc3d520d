"""The article of a web page told from what stands around it: menus, paths, related pages, the foot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from models.domain.source_document import LeftOut
from models.importers.raw_line import RawLine
from models.importers.web.page_reader import PageLine, PageReader
from models.importers.web.tags import NAVIGATION

_TEXT = 15  # characters of a line that is running text
_SHARE = 0.9  # of all running text that stands in the article
_LINES = 5  # of an article: less is a paragraph of it
_TITLE = 80  # characters of the longest title
_NEAR = 12  # lines among which an article has its own title


def article_of(page: PageReader) -> tuple[list[RawLine], list[LeftOut]]:
    """Return the lines of the article in `page`, and the rest by the reason it is left out for."""
    lines = page.lines
    for line in lines:
        if not line.aside and _is_link(line):
            line.aside = NAVIGATION
    first, last = _article(page)
    inside = [line for line in lines if first <= line.element < last and not line.aside]
    title = _title_before([line for line in lines if line.element < first and not line.aside], inside)
    for line in lines:
        if not line.aside and not first <= line.element < last and line is not title:
            line.aside = NAVIGATION
    kept = ([title] if title else []) + inside
    return _with_levels(kept), _left_out(lines)


def _is_link(line: PageLine) -> bool:
    """Return whether `line` is nothing but a link or a row of links; a link to an attachment says something."""
    visible = sum(not character.isspace() and character not in "|·>»/" for character in line.text)
    return 0 < visible <= line.links + 1 and line.links > 0 and "附件" not in line.text


def _article(page: PageReader) -> tuple[int, int]:
    """Return the first block of the article and the first one after it.

    That is the one block called article, when it holds nearly all text, else the innermost that does.
    """
    sizes, counts = [0] * len(page.parents), [0] * len(page.parents)
    for line in page.lines:
        if not line.aside:
            counts[line.element] += 1
            sizes[line.element] += len(line.text) if _is_sentence(line.text) else 0
    for element in range(len(sizes) - 1, 0, -1):
        sizes[page.parents[element]] += sizes[element]
        counts[page.parents[element]] += counts[element]
    if not sizes[0]:
        return 0, len(sizes)
    if len(page.articles) == 1 and sizes[page.articles[0]] >= sizes[0] * _SHARE:
        return page.articles[0], page.ends[page.articles[0]]
    enough = min(_LINES, counts[0])
    chosen = max(
        element for element, size in enumerate(sizes) if size >= sizes[0] * _SHARE and counts[element] >= enough)
    return chosen, page.ends[chosen]


def _is_sentence(text: str) -> bool:
    """Return whether `text` is running text, as the foot of a page with names and addresses is not."""
    return len(text) >= _TEXT and any(mark in text for mark in "，。；")


def _title_before(outside: Sequence[PageLine], inside: Sequence[PageLine]) -> PageLine | None:
    """Return the title of the article when it stands among the lines `outside` before it; None when it has its own."""
    if any(_may_be_title(line) for line in inside[:_NEAR]):
        return None
    titles = [line for line in outside if _may_be_title(line)]
    return max(titles, key=lambda line: bool(line.outline), default=None)


def _may_be_title(line: PageLine) -> bool:
    """Return whether `line` reads like the title of a report, and not like the path that leads to the page."""
    return "报告" in line.text and len(line.text) <= _TITLE and not any(mark in line.text for mark in "。>»：")


def _with_levels(lines: Sequence[PageLine]) -> list[RawLine]:
    """Return `lines` with heading levels as in a report, where the title has none: on a web page it is often h1."""
    levels = Counter(line.outline for line in lines if line.outline)
    down = 1 if levels[1] == 1 and levels[2] else 0
    return [RawLine(line.text, max(0, line.outline - down), line.lead, line.cells) for line in lines]


def _left_out(lines: Iterable[PageLine]) -> list[LeftOut]:
    """Return what was left out of `lines`, neighbours with the same reason together."""
    found: list[LeftOut] = []
    for line in lines:
        if line.aside and found and found[-1].reason == line.aside:
            found[-1] = LeftOut(f"{found[-1].text}\n{line.text}", line.aside)
        elif line.aside:
            found.append(LeftOut(line.text, line.aside))
    return found
