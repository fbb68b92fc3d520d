"""How wide the characters of a face are, in shares of the em.

Chinese characters fill one em in every face used here; only ASCII and a few marks differ from face to face. For
those the font file is asked that stands in for the face on this PC; without one a half em is taken, which is what
仿宋_GB2312, 楷体_GB2312, 黑体 and 宋体 have.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping

HALF, FULL = 0.5, 1.0
MARKS = "·—–‘’“”…‰′″℃←↑→↓−×÷±°§★☆●○■□▲△①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤⅥ"  # beyond ASCII: what a font may set narrower
WIDE = "·—‘’“”…★☆●○■□▲△℃‰′″←↑→↓×÷±°§"  # Unicode leaves their width open; our faces set them as Chinese marks

FontOf = Callable[[str], Mapping[str, float]]


class Widths(dict[str, float]):
    """Advances of one face by character, what is not known yet found by the character's own nature."""

    def __missing__(self, character: str) -> float:
        width = self[character] = usual_advance(character)
        return width


class FaceMetrics:
    """Advances of all faces; what a face's font file says is asked once, when its first character is set."""

    def __init__(self, measured: FontOf | None = None) -> None:
        """Measure by `measured`, which returns what a face's font says of ASCII and `MARKS`; None: nothing known."""
        self._measured = measured
        self._faces: dict[str, Widths] = {}

    def widths(self, face: str) -> Widths:
        """Return the advances of `face`, in shares of the em."""
        found = self._faces.get(face)
        if found is None:
            found = self._faces[face] = Widths(self._measured(face) if self._measured else {})
        return found

    def advance(self, face: str, character: str) -> float:
        """Return the advance of `character` in `face`, in shares of the em."""
        return self.widths(face)[character]


def usual_advance(character: str) -> float:
    """Return the advance of `character` in a Chinese face: an em, half of one, or nothing for a combining mark."""
    if character in WIDE or unicodedata.east_asian_width(character) in "WF":
        return FULL
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Cc"):
        return 0.0
    return HALF
