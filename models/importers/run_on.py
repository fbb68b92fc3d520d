"""Headings in mid-paragraph: glued to the end of a text, or a whole report run together into one paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from models.importers.headings import SENTENCE_MARKS, SOLID
from models.importers.pieces import Piece
from models.importers.sections import names_block, subject_of
from models.importers.wording import wording
from models.text.marks import parse_mark
from models.text.pattern import Pattern

_GLUED = Pattern(r"(?<=[。！？；”）)])[ \t\u3000]*[一二三四五六七八九十]{1,3}、")
_GLUED_LIMIT = 40
_RUN_TOGETHER = 150  # a paragraph shorter than this does not hold a report
_MOST_GLUED = 20  # headings in one paragraph
_FEWEST = 3  # headings in a row that make a report run together
_FIRST_LEVEL = Pattern(r"(?<=[。！？；：:”）)])[ \t\u3000]*(?=[一二三四五六七八九十]{1,3}、)")
_SECOND_LEVEL = Pattern(r"(?:^|(?<=[。！？；：:]))[ \t\u3000]*(?=[（(][一二三四五六七八九十]{1,3}[）)])")
# what may follow a heading that nothing parts from its text
_TEXT_BEGINS = Pattern(r"(?:19|20)\d\d年|[（(]一[）)]|一是|今年|我[局镇乡区县市委厅街]|1[.、．]|[^，。]{2,8}认真")


def without_run_on_headings(piece: Piece, year: int) -> list[Piece]:
    """Return `piece`, divided where headings stand in mid-paragraph, in a report on `year` (0: not known)."""
    if piece.cells or "、" not in piece.text:
        return [piece]
    if len(piece.text) > _RUN_TOGETHER:
        starts = _chain(piece, _FIRST_LEVEL, 1)
        if len(starts) >= _FEWEST:
            return _divided_chain(piece, starts, year)
    return _without_glued_headings(piece, year)


def _without_glued_headings(piece: Piece, year: int) -> list[Piece]:
    """Return `piece`, divided where headings of other parts stand after a sentence."""
    cuts: list[int] = []
    for glued in _GLUED.finditer(piece.text):
        heading, stop, _ = piece.text[glued.end():glued.end() + _GLUED_LIMIT + 1].partition("。")
        if glued.end() + len(heading) == len(piece.text):
            heads = not SENTENCE_MARKS.search(heading) and subject_of(heading, year).key is not None
        else:
            heads = bool(stop) and "，" not in heading and names_block(heading, year) in SOLID
        if heads and len(cuts) < _MOST_GLUED:
            cuts.append(glued.start())
    return _divided_at(piece, cuts)


def _divided_at(piece: Piece, places: Sequence[int]) -> list[Piece]:
    """Return `piece` divided at `places`, which ascend; its beginning is no place to divide at."""
    pieces: list[Piece] = []
    for place in reversed(places):
        if place:
            piece, rest = piece.divide(place)
            pieces.insert(0, rest)
    return [piece, *pieces]


def _chain(piece: Piece, pattern: Pattern, level: int) -> list[int]:
    """Return where the numbers of `level` that `pattern` finds count up from one, without gap."""
    starts: list[int] = []
    for found in pattern.finditer(piece.text):
        mark = parse_mark(piece.text[found.end():found.end() + 12])
        if mark and mark.level == level and mark.number == len(starts) + 1:
            starts.append(found.end())
    return starts


def _divided_chain(piece: Piece, starts: list[int], year: int) -> list[Piece]:
    """Return `piece` divided at `starts`, each heading apart from its text, when they name blocks of a report."""
    first, *parts = _divided_at(piece, starts)
    if not starts[0]:
        parts.insert(0, first)
    if not any(_heading_length(part, year) for part in parts):
        return [piece]
    divided = [first] if starts[0] else []
    for part in parts:
        length = _heading_length(part, year)
        heading, text = part.divide(length) if 0 < length < len(part.text) else (part, None)
        divided += [heading, *(_under(text) if text else [])]
    return divided


def _heading_length(piece: Piece, year: int) -> int:
    """Return how many characters of the numbered `piece` are a heading that no mark parts from its text; 0 for none."""
    length = len(piece.text) - len(piece.body)
    for end in range(length + 2, min(length + _GLUED_LIMIT, len(piece.text)) + 1):
        heading = piece.text[length:end]
        if SENTENCE_MARKS.search(heading):
            return 0
        ends = end == len(piece.text) or _TEXT_BEGINS.match(piece.text, end) is not None
        if ends and heading.endswith(wording().heading_nouns) and names_block(heading, year):
            return end
    return 0


def _under(text: Piece) -> list[Piece]:
    """Return the `text` of a part run together, divided at the numbers of the second level."""
    return _divided_at(text, _chain(text, _SECOND_LEVEL, 2))
