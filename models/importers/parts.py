"""The first-level parts of a report: where their headings stand, also in mid-paragraph, and what they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from models.domain.report import SectionKey
from models.importers.pieces import Piece
from models.importers.sections import Subject, subject_of
from models.importers.wording import wording

HEADING_LIMIT = 160  # first-level headings of over a hundred characters were seen
CHAPTER = re.compile(r"第[一二三四五六七八九十]{1,3}部分[ \t\u3000、：:．.]*")  # counts the parts where 一、 counts below them
_GLUED = re.compile(r"(?<=[。！？；”）)])[一二三四五六七八九十]{1,3}、")
_GLUED_LIMIT = 40
_SENTENCE_MARKS = re.compile(r"[。；！？]")
_BARE_LIMIT = 30
_CONTENTS = re.compile(r".{2,80}(?:\t|…{2,}|\.{4,}|·{4,})\s*\d{1,3}")
_NO_HEADING = re.compile(r"[，。；！？,;]|(?:报告|总结|汇报)$|[:：].")
_ATTACHMENT = re.compile(r"附\s*件\s*[0-9０-９一二三四五六七八九十]{0,2}\s*[:：]?")


@dataclass(slots=True)
class FoundPart:
    """A part as it stands in the file. `heading` is None for text before any heading that belongs to no other part."""

    heading: Piece | None
    subject: Subject
    key: SectionKey
    certain: bool = True
    body: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class Outline:
    """The pieces before the first part, the parts, and the attachments after them."""

    front: list[Piece]
    parts: list[FoundPart]
    attachments: list[Piece]


def find_parts(pieces: Iterable[Piece], year: int) -> Outline:
    """Return the parts that `pieces` (without empty ones) form in a report on `year` (0: not known)."""
    divided = [part for piece in pieces for part in _without_glued_heading(piece)]
    level = _heading_level(divided, year)
    chapters = sum(_opens_chapter(piece) for piece in divided) > 1
    bare = all(piece.level != level for piece in divided) and any(_is_bare_heading(piece) for piece in divided)
    outline = Outline([], [], [])
    for position, piece in enumerate(divided):
        if not outline.parts and is_contents_line(piece.text):
            outline.front.append(piece)
            continue
        if outline.parts and _ATTACHMENT.fullmatch(piece.text):
            outline.attachments = divided[position:]
            break
        if chapters:
            heading, rest = (piece, None) if _opens_chapter(piece) else (None, piece)
        else:
            heading, rest = _as_heading(piece, level, bare)
        if heading is not None:
            outline.parts.append(_part_of(heading, year, outline.parts))
        if rest is not None:
            (outline.parts[-1].body if outline.parts else outline.front).append(rest)
    return outline


def is_contents_line(text: str) -> bool:
    """Return whether `text` is a line of a table of contents: a heading, leaders or a tab, a page number."""
    return len(text) <= 100 and _CONTENTS.fullmatch(text) is not None


def _opens_chapter(piece: Piece) -> bool:
    """Return whether `piece` is a heading like 第一部分 主要举措."""
    return len(piece.text) <= HEADING_LIMIT and not piece.cells and CHAPTER.match(piece.text) is not None and (
        _SENTENCE_MARKS.search(piece.text) is None)


def _without_glued_heading(piece: Piece) -> list[Piece]:
    """Return `piece`, divided where the heading of another part stands in mid-paragraph after a sentence."""
    for glued in _GLUED.finditer(piece.text, max(0, len(piece.text) - _GLUED_LIMIT)):
        heading = piece.text[glued.end():]
        if not _SENTENCE_MARKS.search(heading) and subject_of(heading).key:
            return list(piece.divide(glued.start()))
    return [piece]


def _heading_level(pieces: Sequence[Piece], year: int) -> int:
    """Return the level of the printed numbers that part headings bear: 1, or the highest that names two blocks."""
    if any(piece.level == 1 for piece in pieces):
        return 1
    for level in (2, 3):
        named = {subject_of(piece.body, year).key for piece in pieces if piece.level == level and len(piece.text) < 60}
        if len(named - {None, SectionKey.MEASURES}) >= 2:
            return level
    return 1


def _as_heading(piece: Piece, level: int, bare: bool) -> tuple[Piece | None, Piece | None]:
    """Return the part heading in `piece` and the text run in after it; None for what is not there.

    Part headings bear a number of `level`; `bare` tells that those of this report bear none.
    """
    if piece.level == level and not piece.cells:
        return _divided_heading(piece)
    if piece.mark is None and _is_bare_heading(piece, bare):
        return piece, None
    return None, piece


def _divided_heading(piece: Piece) -> tuple[Piece | None, Piece | None]:
    """Return the heading in the numbered `piece`, up to its first full stop or colon, and the text after it."""
    if 0 < piece.emphasis < len(piece.text) and piece.text[piece.emphasis - 1] in "。：:":
        end = piece.emphasis
    else:
        end = _heading_end(piece.text)
    if end > HEADING_LIMIT:
        return None, piece
    if end == len(piece.text):
        return piece, None
    heading, rest = piece.divide(end)
    return heading, rest


def _heading_end(text: str) -> int:
    """Return where the heading `text` begins with ends: at its first full stop, or a colon before sentences."""
    for end, character in enumerate(text[:HEADING_LIMIT], start=1):
        if character == "。" or character in "：:" and _SENTENCE_MARKS.search(text, end):
            return end
    return len(text)


def _is_bare_heading(piece: Piece, bare: bool = False) -> bool:
    """Return whether `piece`, which bears no number, is the heading of a part all the same.

    Where headings are `bare` throughout, one that names the measures counts too.
    """
    text = piece.text
    if len(text) > _BARE_LIMIT or piece.cells or _NO_HEADING.search(text) or not text:
        return False
    key = subject_of(text).key
    if piece.outline or piece.emphasis == len(text):
        return key is not None and key is not SectionKey.MEASURES
    if bare and key is SectionKey.MEASURES:
        return not text.startswith(wording().measure_openers)
    return key in (SectionKey.PROBLEMS, SectionKey.PLAN, SectionKey.FIRST_RESPONSIBLE) and text[-1] not in "：:"


def _part_of(heading: Piece, year: int, before: Sequence[FoundPart]) -> FoundPart:
    """Return the part that `heading` opens after the parts `before`; position decides where words do not."""
    chapter = CHAPTER.match(heading.text)
    subject = subject_of(heading.text[chapter.end():] if chapter else heading.body, year)
    if subject.key is not None:
        return FoundPart(heading, subject, subject.key, heading.mark is not None or chapter is not None)
    if any(part.key is SectionKey.PLAN for part in before):
        return FoundPart(heading, subject, SectionKey.OTHER, False)
    return FoundPart(heading, subject, SectionKey.MEASURES, all(part.key is not SectionKey.PROBLEMS for part in before))
