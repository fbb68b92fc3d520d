"""The title of a report: found over one to three lines, repeated or not, and what it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from models.importers.organs import looks_like_organ, names_region
from models.importers.pieces import Piece
from models.text.numerals import parse_numeral

_SPACES = re.compile(r"\s")
_TITLE = re.compile(
    r".{0,60}(?:法治|法制|依法行政|依法治|述法).{0,40}(?:报告|总结|汇报|综述|情况"
    r"|(?:情况的?|建设的?|工作的?|年度)(?:函|请示|通报|说明|材料|自查|自评|小结|通知)|(?:总结|报告|汇报)(?:及|和|暨).{2,20}(?:计划|打算|安排))"
    r"(?:[（(].{1,20}[）)])?"
)
_NO_TITLE = re.compile(
    r"[。；！？，,;|>]|[：:]$|如下|^关于印发|^现将|_|文件$|签发人|[〔﹝★]|^\d{6}$|(?:来源|时间|日期|浏览|位置|作者|今天是)[：:]"
    r"|\d月\d{1,2}日[）)]?$"
)
_BEGINNING = re.compile(r"^(?:关于|[12１２]\d{3}年|二[〇零○])")
_GOES_ON = re.compile(r"(?:关于(?:推进|开展)?|[12１２]\d{3}年度?(?:推进|的)?)$")  # a line that is no title by itself
_TEXT = 12  # a paragraph longer than this with a full stop is running text
_LINE_LIMIT, _WHOLE_LIMIT, _MOST_LINES = 60, 100, 3
_YEAR = re.compile(r"([12１２]\d{3}|二[〇零○][〇零○一二三四五六七八九]{2})年")
_ORGAN = re.compile(r"^(?P<organ>.{2,40}?)(?:关于|[12１２]\d{3}年|二[〇零○]|推进法治|法治政府|法治建设|依法行政|贯彻落实)")
_ORGAN_AFTER_YEAR = re.compile(r"^[12]\d{3}年度?(?P<organ>.{2,40}?)(?:推进法治|法治政府|法治建设|依法行政)")


class FoundTitle(NamedTuple):
    """A title and the pieces it stands in; `repeated` are pieces with the same title or part of another."""

    text: str
    pieces: tuple[Piece, ...]
    repeated: tuple[Piece, ...] = ()

    def above_text(self, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
        """Return those pieces of the title that stand above the running text of `pieces`: no heading of a part does."""
        text = next((piece.index for piece in pieces if _is_text(piece.text)), 0)
        return tuple(piece for piece in (*self.pieces, *self.repeated) if piece.index < text)


def find_title(pieces: Sequence[Piece]) -> FoundTitle | None:
    """Return the best title among `pieces`, the last of equals, since web pages repeat it above; None without any."""
    found = [(_worth(title.text), title) for title in _titles(pieces)]
    if not found:
        return None
    best = max(worth for worth, _ in found)
    chosen = [title for worth, title in found if worth == best][-1]
    others = tuple(piece for _, title in found if title is not chosen for piece in title.pieces)
    return FoundTitle(chosen.text, chosen.pieces, others)


def titles_in(pieces: Sequence[Piece]) -> list[str]:
    """Return all titles that stand in lines of their own among `pieces`, in order."""
    return [title.text for title in _titles(pieces)]


def _titles(pieces: Sequence[Piece]) -> Iterator[FoundTitle]:
    """Yield the titles among `pieces`, in order; each as long as it goes."""
    position = 0
    while position < len(pieces):
        title = _title_at(pieces, position)
        if title is not None:
            yield title
        position += len(title.pieces) if title else 1


def year_of_title(title: str) -> int:
    """Return the year `title` names; 0 when it names none."""
    found = _YEAR.search(title)
    if found is None:
        return 0
    year = parse_numeral(found[1].replace("○", "〇")) or 0
    return year if 1990 <= year <= 2100 else 0


def organ_of_title(title: str) -> str:
    """Return the name of the organ `title` begins with; empty when it begins otherwise."""
    for pattern in (_ORGAN, _ORGAN_AFTER_YEAR):
        found = pattern.match(title)
        if found and (looks_like_organ(found["organ"]) or names_region(found["organ"])):
            return found["organ"]
    return ""


def _title_at(pieces: Sequence[Piece], position: int) -> FoundTitle | None:
    """Return the title that begins at `position`, over as few lines as it takes; None when none does."""
    text = ""
    for count, piece in enumerate(pieces[position:position + _MOST_LINES], start=1):
        line = _SPACES.sub("", piece.text)
        if _NO_TITLE.search(line) or len(line) > _LINE_LIMIT or piece.level in (1, 2, 3):
            return None
        text += line
        if len(text) <= _WHOLE_LIMIT and _TITLE.fullmatch(text):
            alone = count > 1 and _TITLE.fullmatch(line) and not _BEGINNING.match(line)
            if alone and not _GOES_ON.search(text[:-len(line)]):
                return None
            return FoundTitle(text, tuple(pieces[position:position + count]))
    return None


def _is_text(line: str) -> bool:
    """Return whether `line` is running text: a sentence, or the words that lead to the parts."""
    return len(line) > _TEXT and ("。" in line or "，" in line and line.endswith(("：", ":")))


def _worth(title: str) -> int:
    """Return how much of a full title `title` has: organ, year, 报告."""
    return 4 * bool(organ_of_title(title)) + 2 * bool(year_of_title(title)) + title.rstrip("）)").endswith("报告")
