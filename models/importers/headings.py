"""How the headings of first-level parts are told in one report: by numbers, by styles, or by their words alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from models.domain.report import SectionKey
from models.importers.pieces import Piece
from models.importers.sections import names_block, subject_of
from models.importers.wording import wording
from models.text.pattern import Pattern

HEADING_LIMIT = 160  # first-level headings of over a hundred characters were seen
# counts the parts where 一、 counts below them
CHAPTER = Pattern(r"^第[一二三四五六七八九十\d]{1,3}(?:部分|章|篇)[ \t\u3000、：:．.，]*")
SENTENCE_MARKS = Pattern(r"[。；！？]")
_NO_HEADING = Pattern(r"[。；！？;]|(?:报告|汇报)$|[:：].|^(?:针对|对于|对照|根据|按照|为|无|没有|本年度无)|，.*[:：]$")
LONGEST_BARE = 45
_RUN_IN = Pattern(r"(?:[^。；！？：:]{2,29}。|[^。；！？：:]{2,15}[：:])(?=\s*\S)")  # a heading without number, before its text
_SENTENCE_WORDS = Pattern(r"[还仍也均已是但虽]|了(?!解)")  # a heading that bears no number has no predicate
_TOLD = ("情况", "成效", "举措", "做法", "总结", "回顾")
_LONGEST_NAMED = 60  # characters of a heading by which the kind of all is told
_CLAUSE_FROM = 60  # a longer heading that names a block in its first clause ends there
SOLID = frozenset((SectionKey.PROBLEMS, SectionKey.PLAN, SectionKey.FIRST_RESPONSIBLE))
_COUNTED = SOLID | {SectionKey.MEASURES, SectionKey.OTHER}


class Top(NamedTuple):
    """What marks the headings of the parts: a chapter, a printed number, an outline level, or bare words.

    `level` is the level of the number or of the outline, 0 where there is none.
    """

    kind: str
    level: int = 0


CHAPTERS, BARE, FIRST = Top("chapter"), Top("bare"), Top("mark", 1)


class Headed(NamedTuple):
    """A piece that opens a part, as its heading and the text run in after it (None: nothing)."""

    heading: Piece
    rest: Piece | None


def top_of(pieces: Sequence[Piece], year: int) -> Top:
    """Return what marks the headings of the parts that `pieces` form in a report on `year` (0: not known)."""
    if sum(opens_chapter(piece) for piece in pieces) > 1:
        return CHAPTERS
    named: dict[Top, set[SectionKey]] = {}
    for top, key in _candidates(pieces, year):
        named.setdefault(top, set()).add(key)
    first_ones = (piece.level for piece in pieces if piece.mark and piece.mark.number == 1 and not piece.cells)
    again = Counter(Top("mark", level) for level in first_ones)
    has_first = any(piece.level == 1 and not piece.cells for piece in pieces)
    rivals = any(len(keys & SOLID) > 1 for top, keys in named.items() if top != FIRST)
    if has_first and not (rivals and (again[FIRST] > 1 or not named.get(FIRST, set()) & SOLID)):
        return FIRST
    best, most = FIRST, (False, 0, 1, False)
    for top, keys in named.items():  # the first to stand there wins among equals
        # numbers that begin anew are those of a lower level
        worth = (again[top] < 2, len(keys & SOLID), len(keys), top.kind != "mark")
        if len(keys) > 1 and keys & SOLID and worth > most:
            best, most = top, worth
    return best


def _candidates(pieces: Sequence[Piece], year: int) -> Iterator[tuple[Top, SectionKey]]:
    """Yield which block is named by what may mark headings."""
    for piece in pieces:
        if piece.cells:
            continue
        if piece.level:
            key = _numbered_key(piece, year)
            top = Top("mark", piece.level)
        else:
            bare = bare_heading(piece, year)
            key = _named(bare.heading, year) if bare else None
            top = Top("outline", piece.outline) if piece.outline else BARE
        if key in _COUNTED:
            yield top, key


def _numbered_key(piece: Piece, year: int) -> SectionKey | None:
    """Return the block that the heading of the numbered `piece` names; a whole sentence is no heading."""
    end = _end_of(piece)
    if end >= _LONGEST_NAMED or end == len(piece.text) and piece.text.endswith(("。", "；")):
        return None
    heading = piece.text[len(piece.text) - len(piece.body):end]
    key = subject_of(heading, year).key
    return key if key is SectionKey.MEASURES else names_block(heading, year)


def heading_of(piece: Piece, top: Top, year: int) -> Headed | None:
    """Return the part heading that `piece` begins with where `top` marks the headings; None when it has none."""
    if piece.cells:
        return None
    if top == CHAPTERS:
        return divided(piece) if opens_chapter(piece) else None
    if top.kind == "mark":
        return divided(piece) if piece.level == top.level else None
    if top.kind == "outline" and piece.outline == top.level and len(piece.text) <= HEADING_LIMIT:
        return Headed(piece, None)
    return None if piece.level or top.kind == "outline" and piece.outline else bare_heading(piece, year)


def stray_heading(piece: Piece, top: Top, year: int) -> Headed | None:
    """Return the part heading `piece` is without the number that the others bear; None when it is none."""
    if piece.cells or piece.mark is not None or top == BARE:
        return None
    text = piece.text
    key = names_block(text, year)
    if key not in SOLID or text[-1] in "。：:" or len(text) > LONGEST_BARE or _NO_HEADING.search(text):
        return None
    if "，" in text and key is not SectionKey.FIRST_RESPONSIBLE or text.startswith(wording().measure_openers):
        return None
    return Headed(piece, None)


def unnumbered_heading(piece: Piece, year: int) -> Headed | None:
    """Return the part heading that `piece` is where the numbers of the others leave room for it; None when it is none.

    Parts of any block may stand there, measures too.
    """
    text = piece.text
    if not text or text[-1] in "。：:" or "，" in text or _NO_HEADING.search(text) or _is_topic(text):
        return None
    return Headed(piece, None) if names_block(text, year) is not None else None


def bare_heading(piece: Piece, year: int) -> Headed | None:
    """Return the heading without number that `piece` is or begins with; None when its words are none."""
    text = piece.text
    if not text or piece.cells or piece.mark is not None:
        return None
    stop = _RUN_IN.match(text)
    if stop is not None and stop.end() < len(text):
        heading, rest = piece.divide(stop.end())
        key = names_block(heading.text, year)
        if key is None or _SENTENCE_WORDS.search(heading.text) or "，" in heading.text or _is_topic(heading.text[:-1]):
            return None
        return Headed(heading, rest)
    if len(text) > LONGEST_BARE or _NO_HEADING.search(text.rstrip("。")):
        return None
    key = _named(piece, year)
    if key is None or not (piece.outline or piece.emphasis) and _SENTENCE_WORDS.search(text):
        return None
    if key is SectionKey.MEASURES and not piece.outline and _is_topic(text):
        return None
    return Headed(piece, None)


def divided(piece: Piece) -> Headed | None:
    """Return the heading in the numbered `piece`, up to its first full stop or colon, and the text after it."""
    end = _end_of(piece)
    if end > HEADING_LIMIT:
        return None
    return Headed(*piece.divide(end)) if end < len(piece.text) else Headed(piece, None)


def _end_of(piece: Piece) -> int:
    """Return where the heading of the numbered `piece` ends: where what is set apart does, or by its marks."""
    if 0 < piece.emphasis < len(piece.text) and piece.text[piece.emphasis - 1] in "。：:":
        return piece.emphasis
    return _heading_end(piece)


def opens_chapter(piece: Piece) -> bool:
    """Return whether `piece` is a heading like 第一部分 主要举措."""
    if not piece.text.startswith("第") or piece.cells:
        return False
    found = CHAPTER.match(piece.text)
    return found is not None and (len(piece.text) <= HEADING_LIMIT and not SENTENCE_MARKS.search(piece.text[:-1]) or (
        subject_of(piece.text[found.end():].partition("。")[0]).key is not None))


def _is_topic(text: str) -> bool:
    """Return whether the line `text` says what was done, as a topic does, and not that measures are told."""
    return text.startswith(wording().measure_openers) and ("，" in text or not text.endswith(_TOLD))


def _named(piece: Piece, year: int) -> SectionKey | None:
    """Return the block that the unnumbered line `piece` names; one set apart need not end as headings do."""
    if piece.outline or piece.emphasis == len(piece.text):
        return subject_of(piece.text, year).key
    return names_block(piece.text, year)


def _heading_end(piece: Piece) -> int:
    """Return where the heading `piece` ends: at a full stop, a colon before sentences, or a clause that names."""
    text = piece.text
    end = len(text)
    for place, character in enumerate(text[:HEADING_LIMIT], start=1):
        if character == "。" or character in "：:" and SENTENCE_MARKS.search(text, place):
            end = place
            break
    if end > _CLAUSE_FROM:
        length = len(text) - len(piece.body)
        clause = text[length:_CLAUSE_FROM].split("，")[0]
        if length + len(clause) < min(end, _CLAUSE_FROM) and names_block(clause) in SOLID:
            return length + len(clause) + 1
    return end
