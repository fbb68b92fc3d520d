"""Lines put together to the paragraphs that a margin has broken into them: by width, indent, end mark and number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from models.importers.elements import read_dated_line, read_recipients
from models.importers.headings import CHAPTER
from models.importers.line_breaks import PAUSES, counts_anew, cuts_a_date, is_ended, joined
from models.importers.organs import looks_like_organ
from models.importers.raw_line import RawLine
from models.importers.sections import names_block
from models.importers.wrapped.blocks import BLANKS, Margin
from models.text.marks import parse_mark
from models.text.pattern import Pattern

# what no margin parts: a figure or a word, with the brackets that open before it and the marks that close after it
_UNBROKEN = Pattern(r"[“‘（《〈【「『(]{0,3}(?:[A-Za-z0-9.,%％‰\-/]{1,30}|.)[，。；：、！？）》〉】」』”’…—%％)]{0,4}")
_SLACK = 2  # half characters by which a line may fall short without ending its paragraph
_SPACED = 0.6  # of the lines cut are followed by an empty one, which then parts no paragraphs


def paragraphs_of(lines: Sequence[RawLine], margin: Margin) -> list[RawLine]:
    """Return the paragraphs that `lines`, broken at `margin`, were; empty lines between them stay."""
    lines = _without_spacing(lines, margin)
    indent = _usual_indent(lines)
    made: list[RawLine] = []
    paragraph: list[RawLine] = []
    empty: list[RawLine] = []
    for line in lines:
        if not line.text.strip(BLANKS):
            empty.append(line)
            continue
        if paragraph and not _goes_on(paragraph, line, margin, indent, bool(empty)):
            made.append(_whole(paragraph))
            paragraph = []
        if not paragraph:
            made += empty
        empty = []
        paragraph.append(line)
    return [*made, *([_whole(paragraph)] if paragraph else []), *empty]


def _without_spacing(lines: Sequence[RawLine], margin: Margin) -> Sequence[RawLine]:
    """Return `lines` without the empty ones, where there is one after every line."""
    cut = [
        after for before, after in zip(lines, lines[1:])
        if margin.is_reached(before.text.rstrip(BLANKS)) and not is_ended(before.text.rstrip(BLANKS))
    ]
    if sum(not line.text.strip(BLANKS) for line in cut) < _SPACED * len(cut):
        return lines
    return [line for line in lines if line.text.strip(BLANKS)]


def _usual_indent(lines: Sequence[RawLine]) -> int:
    """Return with how many blanks most of `lines` begin."""
    indents = Counter(_indent(line.text) for line in lines if line.text.strip(BLANKS))
    return indents.most_common(1)[0][0] if indents else 0


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(BLANKS))


def _goes_on(paragraph: Sequence[RawLine], line: RawLine, margin: Margin, indent: int, apart: bool) -> bool:
    """Return whether `line` belongs to the `paragraph` whose lines so far are given; `apart` by an empty line."""
    before, after = paragraph[-1].text.strip(BLANKS), line.text.strip(BLANKS)
    if _indent(line.text) > indent or _is_set_apart(paragraph[-1]) != _is_set_apart(line):
        return False
    ended = is_ended(before)
    if not ended and _is_within_sentence(paragraph):
        return not (_closes_report(after) or counts_anew([f"{before}。"], after))
    left = margin.width - margin.width_of(paragraph[-1].text.rstrip(BLANKS))
    unbroken = _UNBROKEN.match(after)
    needed = margin.width_of(unbroken.group()) if unbroken else 0
    if left >= needed + (0 if ended else _SLACK):
        return False
    if cuts_a_date(before, after):
        return True
    if apart and (ended or len(paragraph) == 1 and not _has_pause(before)):
        return False
    if ended and (_closes_report(after) or after.startswith("附件")):
        return False
    if len(paragraph) == 1 and _is_whole_line(before):
        return False
    return not counts_anew([each.text.strip(BLANKS) for each in paragraph[-2:]], after)


def _is_set_apart(line: RawLine) -> bool:
    """Return whether the file sets the whole of `line` apart, as a heading."""
    return 0 < len(line.text.rstrip(BLANKS)) <= line.lead


def _is_within_sentence(paragraph: Sequence[RawLine]) -> bool:
    """Return whether `paragraph`, which does not end as sentences do, is no heading, so that more of it has to come."""
    first, last = paragraph[0].text, paragraph[-1].text.rstrip(BLANKS)
    if last.endswith(("，", "、")) or any(stop in line.text for line in paragraph for stop in "。；"):
        return True
    return "，" in first and parse_mark(first) is None and CHAPTER.match(first.strip(BLANKS)) is None


def _has_pause(text: str) -> bool:
    return any(mark in text for mark in PAUSES)


def _closes_report(text: str) -> bool:
    """Return whether the line `text` is a 署名 or a date."""
    return looks_like_organ(text) or read_dated_line(text) is not None


def _is_whole_line(text: str) -> bool:
    """Return whether `text` is a title, a heading or 主送机关 with nothing left to come, though it fills its line."""
    if read_recipients(text):
        return True
    if _has_pause(text[3:]):
        return False
    if text.endswith(("报告", "汇报")):
        return True
    chapter, mark = CHAPTER.match(text), parse_mark(text)
    length = chapter.end() if chapter else mark.length if mark and mark.level == 1 else 0
    return bool(length) and names_block(text[length:]) is not None


def _whole(paragraph: Sequence[RawLine]) -> RawLine:
    """Return the lines of `paragraph` in one."""
    first, *others = paragraph
    if not others:
        return first
    text = joined([first.text.rstrip(BLANKS), *(line.text.strip(BLANKS) for line in others)])
    return RawLine(text, lead=len(text) if _is_set_apart(first) else first.lead)
