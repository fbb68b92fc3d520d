"""Parts that hold two blocks under one heading, divided where the second begins; and measures without a heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.domain.report import SectionKey
from models.domain.source_document import Certainty
from models.importers.parts import FoundPart, Outline
from models.importers.pieces import Piece
from models.importers.sections import Subject, names_block
from models.importers.wording import wording
from models.text.pattern import Pattern

_HEADING = 40  # a numbered line this short is a heading
_REPORTED = Pattern(r"(?:报告|汇报|总结|通报)如下[：:。.]?$")
_FEWEST = 2  # paragraphs after 报告如下 that make a part without a heading


def divide_parts(outline: Outline, year: int) -> None:
    """Divide the part of `outline` that holds the plan too, where no other does; find measures without a heading."""
    if all(part.key is not SectionKey.MEASURES for part in outline.parts) and outline.parts:
        _take_headless_measures(outline)
    if any(part.key is SectionKey.PLAN for part in outline.parts):
        return
    named = any(SectionKey.PLAN in part.subject.also for part in outline.parts)
    for place in range(len(outline.parts) - 1, -1, -1):
        part = outline.parts[place]
        last = place == len(outline.parts) - 1 and part.key is not SectionKey.FIRST_RESPONSIBLE
        may_hold = last or SectionKey.PLAN in part.subject.also or part.key in (SectionKey.PROBLEMS, SectionKey.CAUSES)
        start = _plan_start(part, year, named) if may_hold and part.heading else None
        if start is not None:
            outline.parts[place:place + 1] = _divided(part, start, year)
            return


def _divided(part: FoundPart, start: int, year: int) -> tuple[FoundPart, FoundPart]:
    """Return `part` without its plan, and the plan, which begins at its paragraph `start`."""
    first, rest = part.body[start], part.body[start:]
    own = first if _names_plan(first, year) else None
    also = tuple(key for key in part.subject.also if key is not SectionKey.PLAN)
    plan = FoundPart(
        own, Subject(SectionKey.PLAN), SectionKey.PLAN, Certainty.LIKELY, "没有单列，从上一部分里按内容分出来的",
        rest[1:] if own else rest, part.heading)
    return replace(part, body=part.body[:start], subject=Subject(part.subject.key, also)), plan


def _plan_start(part: FoundPart, year: int, named: bool) -> int | None:
    """Return at which paragraph of `part` the plan begins; None when none of them opens it.

    Where the heading has `named` the plan, a paragraph that says what will be done is enough to open it.
    """
    pattern = wording().sentences[SectionKey.PLAN]
    for place, piece in enumerate(part.body):
        if place and (_names_plan(piece, year) or not piece.level and pattern.match(piece.body)):
            return place
        if place and year and piece.text.startswith(f"{year + 1}年") and (named or place > 1):
            return place
        if place and named and not piece.level and _ANSWERS.match(piece.text):
            return place
    return None


_ANSWERS = Pattern(r"(?:针对|对于?)(?:以上|上述|这些|存在)(?:的)?.{0,8}(?:问题|不足|短板).{0,40}(?:将|采取|措施|抓好|做好)")


def _names_plan(piece: Piece, year: int) -> bool:
    """Return whether `piece` is a heading that names the plan, and no sentence."""
    if not (piece.level or piece.outline or piece.emphasis == len(piece.text)) or len(piece.text) > _HEADING:
        return False
    return names_block(piece.body, year) is SectionKey.PLAN


def _take_headless_measures(outline: Outline) -> None:
    """Move the measures that stand before the first heading, numbered or after 报告如下, to a part of their own."""
    start = _measures_start(outline.front)
    if start is None:
        return
    body = outline.front[start:]
    del outline.front[start:]
    outline.parts.insert(0, FoundPart(
        None, Subject(), SectionKey.MEASURES, Certainty.GUESS, "前面没有标题，按位置取为主要举措和成效", body))


def _measures_start(front: Sequence[Piece]) -> int | None:
    """Return where in `front` the measures begin; None when it holds only head and introduction."""
    for place, piece in enumerate(front):
        if piece.level in (2, 3) and not piece.cells and len(front) - place > 1:
            return place
    for place, piece in enumerate(front):
        if _REPORTED.search(piece.text) and len(front) - place > _FEWEST:
            return place + 1
    return None
