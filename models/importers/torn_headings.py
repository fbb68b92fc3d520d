"""Headings that were torn into two lines, in a file whose paragraphs are whole."""

from __future__ import annotations

from models.importers.elements import read_dated_line
from models.importers.headings import CHAPTER
from models.importers.line_breaks import is_ended, joined
from models.importers.organs import looks_like_organ
from models.importers.raw_line import RawLine, RawText
from models.importers.sections import names_block
from models.text.marks import parse_mark
from models.text.pattern import Pattern

_BLANKS = " \t\u3000"
_SHORTEST, _LONGEST = 10, 45  # characters of a heading that is torn
_REST = 20  # characters of what is left of it
_SCRAP = 2  # characters no paragraph is as short as
_NOTHING = ("无", "略", "暂无", "没有")  # may stand below a heading by themselves
_UNFINISHED = ("、", "，", "和", "与", "及", "的", "《", "“", "（", "暨", "第一责任")
_GOES_ON = Pattern(r"(?:和(?![谐平解睦])|与(?!会|时)|以?及(?!时)|的|、|暨|[》”）])")
_NO_REST = Pattern(r"[，。；：:！？]")


def with_whole_headings(raw: RawText) -> RawText:
    """Return `raw` with the headings whole that were torn into two lines; itself where none was."""
    lines: list[RawLine] = []
    found: list[str] = []
    for line in raw.lines:
        if lines and _is_torn(lines[-1], line):
            text = joined([lines[-1].text.rstrip(_BLANKS), line.text.strip(_BLANKS)])
            lines[-1] = lines[-1]._replace(text=text, lead=lines[-1].lead + line.lead)
            found.append(f"“{text.strip(_BLANKS)}”")
        else:
            lines.append(line)
    if not found:
        return raw
    return raw._replace(lines=tuple(lines), notes=(*raw.notes, f"把断成两行的标题接了起来：{'、'.join(found[:3])}"))


def _is_torn(line: RawLine, following: RawLine) -> bool:
    """Return whether `line` is a heading that ends in the line `following` it."""
    before, after = line.text.strip(_BLANKS), following.text.strip(_BLANKS)
    if line.cells or following.cells or line.outline != following.outline or not 0 < len(after) <= _REST:
        return False
    if not _SHORTEST <= len(before) <= _LONGEST or is_ended(before) or any(stop in before for stop in "。；"):
        return False
    chapter, mark = CHAPTER.match(before), parse_mark(before)
    length = chapter.end() if chapter else mark.length if mark and mark.level in (1, 2) else 0
    if not length or _NO_REST.search(after) or parse_mark(after) or CHAPTER.match(after):
        return False
    if looks_like_organ(after) or read_dated_line(after):
        return False
    if len(after) <= _SCRAP and after not in _NOTHING or before.endswith(_UNFINISHED) or _GOES_ON.match(after):
        return True
    key = names_block(before[length:] + after)
    return key is not None and names_block(before[length:]) is None and names_block(after) is not key
