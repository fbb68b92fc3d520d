"""The first-level parts of a report: where their headings stand, also in mid-paragraph, and what they speak of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from models.domain.report import SectionKey
from models.domain.source_document import Certainty
from models.importers.headings import (
    CHAPTER,
    CHAPTERS,
    FIRST,
    LONGEST_BARE,
    SOLID,
    Headed,
    Top,
    divided,
    heading_of,
    stray_heading,
    top_of,
    unnumbered_heading,
)
from models.importers.leaning import leans_to
from models.importers.pieces import Piece
from models.importers.run_on import without_run_on_headings
from models.importers.sections import Subject, names_block, subject_of
from models.text.pattern import Pattern

_CONTENTS = Pattern(r".{2,80}(?:\t|…{2,}|\.{4,}|·{4,})\s*\d{1,3}")
_NAMES_PROBLEMS = Pattern(r"^(?!.*(?:产生|形成|造成|导致)).*问题")
_ATTACHMENT = Pattern(r"附\s*件\s*[0-9０-９一二三四五六七八九十]{0,2}\s*[:：]?")


@dataclass(slots=True)
class FoundPart:
    """A part as it stands in the file. `heading` is None for text before any heading that belongs to no other part.

    `shared` is the heading of another part under which it stands, None when it stands on its own; `reason` says
    in Chinese why it is not certain.
    """

    heading: Piece | None
    subject: Subject
    key: SectionKey
    certainty: Certainty = Certainty.CERTAIN
    reason: str = ""
    body: list[Piece] = field(default_factory=list)
    shared: Piece | None = None


@dataclass(slots=True)
class Outline:
    """The pieces before the first part, the lines of a table of contents, the parts, and the attachments after them."""

    front: list[Piece] = field(default_factory=list)
    contents: list[Piece] = field(default_factory=list)
    parts: list[FoundPart] = field(default_factory=list)
    attachments: list[Piece] = field(default_factory=list)


def find_parts(pieces: Iterable[Piece], year: int, title: Sequence[Piece] = ()) -> Outline:
    """Return the parts that `pieces` (without empty ones) form in a report on `year` (0: not known).

    The pieces of its `title` head no part.
    """
    split = [part for piece in pieces for part in without_run_on_headings(piece, year)]
    top = top_of([piece for piece in split if piece not in title], year)
    contents = _contents_lines(split)
    outline = Outline()
    for position, piece in enumerate(split):
        if not outline.parts and (position in contents or is_contents_line(piece.text)):
            outline.contents.append(piece)
            continue
        if outline.parts and len(piece.text) < 12 and _ATTACHMENT.fullmatch(piece.text):
            outline.attachments = split[position:]
            break
        headed = _headed(piece, top, year, outline.parts) if piece not in title else None
        if headed is None and piece not in title and _fills_gap(split, position, top, outline.parts):
            headed = unnumbered_heading(piece, year)
        if headed is None:
            (outline.parts[-1].body if outline.parts else outline.front).append(piece)
            continue
        outline.parts.append(_part_of(headed.heading, year, outline.parts))
        if headed.rest is not None:
            outline.parts[-1].body.append(headed.rest)
    _settle_by_content(outline.parts)
    return outline


def is_contents_line(text: str) -> bool:
    """Return whether `text` is a line of a table of contents: a heading, leaders or a tab, a page number."""
    return len(text) <= 100 and text[-1:].isdigit() and _CONTENTS.fullmatch(text) is not None


def _contents_lines(pieces: Sequence[Piece]) -> set[int]:
    """Return where lines of a table of contents without page numbers stand: headings that all come again below."""
    start = next((place for place, piece in enumerate(pieces[:40]) if _letters(piece) == "目录"), None)
    if start is None:
        return set()
    times = Counter(_letters(piece) for piece in pieces[start + 1:])
    found: set[int] = set()
    seen: set[str] = set()
    for place in range(start + 1, len(pieces)):
        line = _letters(pieces[place])
        if line in seen or times[line] < 2:
            break
        seen.add(line)
        found.add(place)
    return found


def _letters(piece: Piece) -> str:
    """Return the text of `piece` without blanks."""
    return "".join(piece.text.split())


def _headed(piece: Piece, top: Top, year: int, before: Sequence[FoundPart]) -> Headed | None:
    """Return the heading of a part that `piece` begins with after the parts `before`; None when it begins with none."""
    headed = heading_of(piece, top, year)
    if headed is not None:
        return headed
    shared = before[-1].subject.also if before else ()
    headed = None if _is_lower(piece, before) else stray_heading(piece, top, year)
    if headed is not None and subject_of(headed.heading.text, year).key not in shared:
        return headed
    return _misnumbered(piece, top, year, before, shared)


def _fills_gap(pieces: Sequence[Piece], position: int, top: Top, before: Sequence[FoundPart]) -> bool:
    """Return whether the numbers of the parts leave one out just where the piece at `position` stands, without any."""
    piece = pieces[position]
    if top.kind != "mark" or piece.mark is not None or piece.cells or len(piece.text) > LONGEST_BARE:
        return False
    above = before[-1].heading.mark if before and before[-1].heading is not None else None
    number = above.number if above is not None else 0
    following = next((each.mark for each in pieces[position + 1:] if each.level == top.level), None)
    return following is not None and following.number == number + 2


def _is_lower(piece: Piece, before: Sequence[FoundPart]) -> bool:
    """Return whether the file sets `piece` below the headings of the parts `before`."""
    above = before[-1].heading if before else None
    return above is not None and 0 < above.outline < piece.outline


def _misnumbered(
    piece: Piece, top: Top, year: int, before: Sequence[FoundPart], shared: Sequence[SectionKey]
) -> Headed | None:
    """Return the heading that bears a number of another level; None if there is none.

    The number of a lower level goes on with those of the parts; a 六、 among chapters is none that counts in its chapter.
    """
    if top not in (FIRST, CHAPTERS) or not before or piece.mark is None or piece.cells:
        return None
    if piece.level not in (2, 3) if top == FIRST else piece.level != 1:
        return None
    if top == FIRST and piece.mark.number != len(before) + 1:
        return None
    headed = divided(piece)
    key = names_block(headed.heading.body, year) if headed else None
    above = next((each.mark for each in reversed(before[-1].body) if each.level == piece.level), None)
    follows = piece.mark.number == (above.number if above else 0) + 1
    return headed if key in SOLID and key not in shared and not follows else None


def _part_of(heading: Piece, year: int, before: Sequence[FoundPart]) -> FoundPart:
    """Return the part that `heading` opens after the parts `before`; position decides where words do not."""
    chapter = CHAPTER.match(heading.text)
    subject = subject_of(heading.text[chapter.end():] if chapter else heading.body, year)
    if subject.key is not None:
        certain = heading.mark is not None or chapter is not None or heading.outline or heading.emphasis
        return FoundPart(heading, subject, subject.key, *(
            (Certainty.CERTAIN, "") if certain else (Certainty.LIKELY, "标题没有编号")))
    if any(part.key is SectionKey.PLAN for part in before):
        return FoundPart(heading, subject, SectionKey.OTHER, Certainty.GUESS, "标题没有说明是哪一部分，按先后取的")
    if any(part.key is SectionKey.PROBLEMS for part in before):
        return FoundPart(heading, subject, SectionKey.MEASURES, Certainty.GUESS, "标题没有说明是哪一部分")
    return FoundPart(heading, subject, SectionKey.MEASURES)


def _settle_by_content(parts: list[FoundPart]) -> None:
    """Give the parts whose headings do not tell the block that their text speaks of, where that block is missing."""
    keys = {part.key for part in parts}
    _settle_causes(parts, keys)
    problems = next((place for place, part in enumerate(parts) if part.key is SectionKey.PROBLEMS), len(parts))
    for place, part in enumerate(parts):
        telling = part.subject.key not in (None, SectionKey.MEASURES)
        if telling or part.key not in (SectionKey.MEASURES, SectionKey.OTHER) or not place:
            continue
        key = leans_to("".join(piece.text for piece in part.body[:8])[:2000])
        if key is SectionKey.PLAN and place < problems != len(parts):
            continue
        if key is not None and key not in keys:
            part.key, part.certainty, part.reason = key, Certainty.GUESS, "标题没有说明是哪一部分，按内容取的"
            keys.add(key)


def _settle_causes(parts: list[FoundPart], keys: set[SectionKey]) -> None:
    """Take a part headed 存在问题的原因 for problems and causes where no other part holds the problems.

    产生问题的原因 are nothing but causes.
    """
    if SectionKey.PROBLEMS in keys:
        return
    for part in parts:
        if part.key is SectionKey.CAUSES and part.heading and _NAMES_PROBLEMS.search(part.heading.text):
            part.key = SectionKey.PROBLEMS
            part.subject = Subject(SectionKey.PROBLEMS, (SectionKey.CAUSES, *part.subject.also))
            keys.add(SectionKey.PROBLEMS)
            return
