"""Excerpts: the offending words exactly as they stand in the file or in the stored text."""

from __future__ import annotations

from collections.abc import Mapping

from models.checks.finding import Draft
from models.checks.registry import Hit
from models.domain.place import Place
from models.domain.report import SectionKey
from models.domain.source_document import Role, SourceParagraph

_SHORT = 30
_STOPS = "。！？；，：\n"


def shortened(text: str, limit: int = _SHORT) -> str:
    """Return the beginning of `text` up to its first stop, or its first `limit` characters."""
    line = text.strip()
    ends = [where for stop in _STOPS if 0 < (where := line.find(stop)) < limit]
    return line[:min(ends)] if ends else line[:limit]


def quoted_hit(
    draft: Draft, stored: Place, text: str, words: Mapping[str, str], section: SectionKey | None = None
) -> Hit:
    """Return the hit on `text`, which stands at `stored` in a stored report.

    In a file the place and the excerpt are the line that holds it; without excerpt when no line does.
    """
    if draft.source is None:
        return Hit(section, stored, text or None, words)
    found = find_in_file(draft.source.paragraphs, text)
    if found is None:
        return Hit(section, stored, None, words)
    paragraph, start, end = found
    offset = max(paragraph.start, 0)
    place = Place(stored.task, stored.entry, stored.field, offset + start, offset + end, paragraph.index)
    return Hit(section, place, paragraph.text[start:end], words)


def find_in_file(paragraphs: tuple[SourceParagraph, ...], text: str) -> tuple[SourceParagraph, int, int] | None:
    """Return the paragraph that holds `text` and the offsets there.

    Where the text was put together of two lines, the first line of it stands for the whole. None when nothing fits.
    """
    if not text.strip():
        return None
    ordered = sorted(paragraphs, key=lambda each: each.role is Role.CHROME)
    for paragraph in ordered:
        start = paragraph.text.find(text)
        if start >= 0:
            return paragraph, start, start + len(text)
    squeezed = _squeeze(text)
    for paragraph in ordered:
        line = paragraph.text.strip("#* \t\u3000\n")
        if len(line) > 3 and squeezed.startswith(_squeeze(line)):
            start = paragraph.text.find(line)
            return paragraph, start, start + len(line)
    return None


def _squeeze(text: str) -> str:
    return "".join(text.split())
