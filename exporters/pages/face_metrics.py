"""How wide the characters of a face are, in shares of the em.

Chinese characters fill one em in every face used here; only ASCII and a few marks differ from face to face. For
those the font file is asked that stands in for the face on this PC; without one a half em is taken, which is what
仿宋_GB2312, 楷体_GB2312, 黑体 and 宋体 have.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from functools import cache

from exporters.fonts import FontFile, font_files
from exporters.pages.font_file import advances_in
from models.layout.layout import Layout

HALF, FULL = 0.5, 1.0
CHINESE = "国"  # a font without it stands in for none of our faces
ASCII = "".join(map(chr, range(0x20, 0x7F)))
MARKS = "·—–‘’“”…‰′″℃←↑→↓−×÷±°§★☆●○■□▲△①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤⅥ"  # beyond ASCII: what a font may set narrower
LAST_LATIN = "\u024f"


class Widths(dict[str, float]):
    """Advances of one face by character, what is not known yet found by the character's own nature."""

    def __missing__(self, character: str) -> float:
        width = self[character] = usual_advance(character)
        return width


class FaceMetrics:
    """Advances of all faces. Compared by identity: one is part of the keys of the lines that are kept."""

    def __init__(self, files: Callable[[], Mapping[str, FontFile]] | None = None) -> None:
        """Measure the fonts that `files` names by face, asked at the first character; None: nothing is measured."""
        self._files = files
        self._known: Mapping[str, FontFile] | None = None
        self._faces: dict[str, Widths] = {}

    def widths(self, face: str) -> Widths:
        """Return the advances of `face`, in shares of the em."""
        found = self._faces.get(face)
        if found is None:
            found = self._faces[face] = Widths(self._measured(face))
        return found

    def _measured(self, face: str) -> dict[str, float]:
        """Return what the font of `face` says; nothing when there is none, or one without Chinese characters."""
        if self._known is None:
            self._known = self._files() if self._files else {}
        file = self._known.get(face)
        found = advances_in(file.path, file.number, CHINESE + ASCII + MARKS) if file else {}
        return found if CHINESE in found else {}

    def advance(self, face: str, character: str) -> float:
        """Return the advance of `character` in `face`, in shares of the em."""
        return self.widths(face)[character]


@cache
def installed_metrics(layout: Layout) -> FaceMetrics:
    """Return the widths of the faces of `layout` on this PC, measured once and only when text is set."""
    return FaceMetrics(lambda: font_files(layout))


def usual_advance(character: str) -> float:
    """Return the advance of `character` in a Chinese face: an em, half of one, or nothing for a combining mark."""
    width = unicodedata.east_asian_width(character)
    # GB2312 holds Greek and Cyrillic letters and signs such as ±, § and ①, so Chinese faces draw them in full width.
    if width in "WF" or width == "A" and not (character <= LAST_LATIN and character.isalpha()):
        return 0.0 if unicodedata.combining(character) else FULL
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Cc"):
        return 0.0
    return HALF
