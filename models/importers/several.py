"""Several reports in one file, which have to be read one by one."""

from __future__ import annotations

from collections.abc import Sequence

from models.domain.report import SectionKey
from models.importers.elements import read_dated_line
from models.importers.headings import SOLID
from models.importers.parts import FoundPart
from models.importers.pieces import Piece
from models.importers.titles import titles_in, year_of_title

_BLOCKS = SOLID | {SectionKey.MEASURES}
_ENOUGH, _ENOUGH_UNNAMED = 2, 3  # blocks that make a report of what stands under a title, and without one


def further_titles(parts: Sequence[FoundPart]) -> list[str]:
    """Return the titles that stand among `parts` with parts of another report below them; none in a single report.

    A title repeated at the end of a page, or over an attachment, has no such parts below.
    """
    titles: list[str] = []
    before = 0
    for place, part in enumerate(parts[:-1]):
        title = _title_in(part.body)
        fewest = _ENOUGH if title else _ENOUGH_UNNAMED
        if not title and _begins_anew(part.body, parts[place + 1]):
            title = "没有标题的一份"
        if title and _is_report(parts[before:place + 1], fewest) and _is_report(parts[place + 1:], fewest):
            titles.append(title)
            before = place + 1
    return titles


def _is_report(parts: Sequence[FoundPart], fewest: int) -> bool:
    """Return whether `parts` hold the `fewest` blocks of a report."""
    keys = {part.key for part in parts} & _BLOCKS
    return len(keys) >= fewest and bool(keys & SOLID)


def _begins_anew(body: Sequence[Piece], after: FoundPart) -> bool:
    """Return whether a report ends by its date in `body` and the part `after` counts from one again."""
    mark = after.heading.mark if after.heading else None
    return mark is not None and mark.number == 1 and any(read_dated_line(piece.text) for piece in body)


def _title_in(body: Sequence[Piece]) -> str:
    """Return the last title of a report in `body`, which names its year; empty when it has none."""
    titles = [title for title in titles_in(body) if year_of_title(title) and title.endswith(("报告", "总结", "汇报"))]
    return titles[-1] if titles else ""
