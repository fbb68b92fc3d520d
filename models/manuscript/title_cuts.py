"""Where a title may be cut, and at what price: 0 is where an expert cuts first."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from models.resources import read_yaml

FORBIDDEN = 1000.0
AFTER_ORGAN, BEFORE_ABOUT, AFTER_MARK, AFTER_YEAR = -3.0, 0.0, 1.0, 4.0
AT_LINE_START, BEFORE_KIND, BETWEEN_TERMS, BEFORE_YEAR = 3.0, 6.0, 5.0, 8.0
BESIDE_UNKNOWN, INSIDE_ORGAN, INSIDE_UNKNOWN = 12.0, 40.0, 60.0
INSIDE_BOOK_TITLE = 6.0  # added: 《》 is kept whole when it can be

NO_LINE_START = set("\u3000的和与及、，。；：！？）》”’】〕〉之等·—…")
NO_LINE_END = set("《（“‘【〔〈第")
ABOUT = "关于"
_YEAR = re.compile(r"(?:\d{2,4}|[〇○零一二三四五六七八九]{4})(?:[—-]\d{2,4})?年(?:度|上半年|下半年|第?[一二三四]季度|\d{1,2}月(?:\d{1,2}日)?)?")
_WHOLE = re.compile(
    rf"《[^《》]*》|“[^“”]*”|（[^（）]*）|{_YEAR.pattern}"
    r"|第?[\d一二三四五六七八九十百]+(?:号|届|次|期|批|项|条|个|%|％|万元|亿元|月|日)|[A-Za-z0-9.]+"
)


class Piece(NamedTuple):
    """A stretch of a title that is not cut: a listed term, a year, a 书名号 pair, or one unknown character."""

    start: int
    end: int
    text: str
    known: bool
    year: bool = False


@cache
def _words() -> tuple[frozenset[str], frozenset[str], tuple[str, ...], tuple[str, ...], int]:
    data = read_yaml("wording", "title_terms.yaml")
    terms = frozenset((*data["organs"], *data["kinds"], *data["terms"], ABOUT))
    return (terms, frozenset(data["kinds"]), tuple(data["line_starts"]), tuple(data["organ_ends"]),
            max(map(len, terms)))


def cut_prices(text: str) -> dict[int, float]:
    """Return a price for every place between two characters of `text`; FORBIDDEN and above means never by choice."""
    pieces = split_pieces(text)
    prices = dict.fromkeys(range(1, len(text)), FORBIDDEN)
    organ_end = end_of_organ(text, pieces)
    for left, right in pairwise(pieces):
        inside = text.count("《", 0, right.start) > text.count("》", 0, right.start)
        prices[right.start] = _price(left, right, text, organ_end) + INSIDE_BOOK_TITLE * inside
    return prices


def split_pieces(text: str) -> tuple[Piece, ...]:
    """Return `text` cut into pieces: the longest listed term at each place, else one character."""
    terms, *_, longest = _words()
    pieces = []
    at = 0
    while at < len(text):
        whole = _WHOLE.match(text, at)
        if whole is not None and len(whole.group()) <= 18:
            end, known, year = whole.end(), True, _YEAR.fullmatch(whole.group()) is not None
        else:
            sizes = range(min(longest, len(text) - at), 1, -1)
            size = next((size for size in sizes if text[at:at + size] in terms), 0)
            end, known, year = at + (size or 1), size > 0, False
        pieces.append(Piece(at, end, text[at:end], known, year))
        at = end
    return tuple(pieces)


def end_of_organ(text: str, pieces: tuple[Piece, ...]) -> int:
    """Return where the name of the issuing organ ends: before 关于, else before the first year; 0 when unknown."""
    ends = _words()[3]
    about = text.find(ABOUT)
    if about > 0:
        return about
    year = next((piece.start for piece in pieces if piece.year), 0)
    return year if year and text[:year].endswith(ends) else 0


def _price(left: Piece, right: Piece, text: str, organ_end: int) -> float:
    """Return the price of a cut between the neighbours `left` and `right`."""
    _, kinds, starts, _, _ = _words()
    at = right.start
    after_mark = left.text[-1] in "、》）”\u3000"  # the last parts the names of a joint issue
    if right.text[0] in NO_LINE_START or left.text[-1] in NO_LINE_END or left.text == ABOUT:
        return FORBIDDEN
    if at < organ_end and not after_mark:
        return INSIDE_ORGAN if left.known and right.known else INSIDE_UNKNOWN
    if at == organ_end:
        return AFTER_ORGAN
    if right.text == ABOUT:
        return BEFORE_ABOUT
    if after_mark:
        return AFTER_MARK
    if left.text == "的":
        return BEFORE_KIND if right.text in kinds and len(text) - at <= 6 else BETWEEN_TERMS
    if left.year:
        return AFTER_YEAR
    if right.year:
        return BEFORE_YEAR
    return _price_of_words(left, right, starts)


def _price_of_words(left: Piece, right: Piece, starts: tuple[str, ...]) -> float:
    if not left.known and not right.known:
        return INSIDE_UNKNOWN
    if right.text.startswith(starts):
        return AT_LINE_START
    return BETWEEN_TERMS if left.known and right.known and right.text[0] not in NO_LINE_END else BESIDE_UNKNOWN
