"""The faces of a layout as Qt draws them on this PC, each with what stands in for it when it is not installed."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from models.layout.layout import Faces

SERIF = ("FandolSong", "Source Han Serif SC", "Noto Serif CJK SC", "AR PL UMing CN", "SimSun", "宋体")
SANS = ("FandolHei", "Source Han Sans SC", "Noto Sans CJK SC", "WenQuanYi Zen Hei", "Microsoft YaHei")
FREE = {  # by class of face, nearest first; what is drawn when neither the face nor a relative is installed
    "title": SERIF,
    "body": ("FandolFang", *SERIF),
    "kai": ("FandolKai", "AR PL UKai CN", *SERIF),
    "hei": SANS,
    "song": SERIF,
}
NAMES_KEPT, SIZES_KEPT = 64, 64


class Drawn(NamedTuple):
    """What is drawn for a face: an installed family. `bold` imitates a face that is heavier than its stand-in."""

    family: str
    bold: bool = False


class Glyphs(NamedTuple):
    """Characters that one font draws: from `start` of the text, their glyphs, and the family they come from."""

    start: int
    indexes: tuple[int, ...]
    drawn: Drawn


class DrawnFaces:
    """Finds the font of a face and the glyphs of its characters. Qt's fonts belong to the thread that made them."""

    def __init__(self, faces: Faces) -> None:
        """Draw the names of `faces`; other names are drawn like 仿宋."""
        self._faces = faces
        classes = {getattr(faces, name): name for name in ("song", "hei", "kai", "body", "title")}
        self._classes = classes
        self._drawn = lru_cache(NAMES_KEPT)(self._find)
        self._fonts = lru_cache(SIZES_KEPT)(_font)
        self._at_hand = lru_cache(NAMES_KEPT)(lambda drawn: _font(drawn, 100.0))

    def drawn(self, face: str, bold: bool = False) -> Drawn:
        """Return what is drawn for `face`."""
        return self._drawn(face, bold)

    def font(self, drawn: Drawn, pixels: float) -> QRawFont:
        """Return the font of `drawn` at `pixels` an em."""
        return self._fonts(drawn, pixels)

    def stand_ins(self) -> dict[str, str]:
        """Return the family drawn for each face of which neither itself nor another name of it is installed."""
        found = {}
        for face in self._faces.names:
            family = self.drawn(face).family
            if family not in (face, *self._faces.same_as(face)):
                found[face] = family
        return found

    def glyphs(self, face: str, bold: bool, text: str) -> tuple[Glyphs, ...]:
        """Return the glyphs of `text` in order; a character the face lacks is taken from another font that has it."""
        first = self.drawn(face, bold)
        indexes = _indexes(self._at_hand(first), text)
        if 0 not in indexes:
            return (Glyphs(0, indexes, first),)
        found: list[Glyphs] = []
        for at, (character, index) in enumerate(zip(text, indexes, strict=True)):
            drawn, index = (first, index) if index else self._elsewhere(character, first)
            if found and found[-1].drawn == drawn:
                found[-1] = found[-1]._replace(indexes=(*found[-1].indexes, index))
            else:
                found.append(Glyphs(at, (index,), drawn))
        return tuple(found)

    def index(self, drawn: Drawn, character: str) -> int:
        """Return the glyph by which `drawn` draws `character`; 0 when it has none."""
        return _indexes(self._at_hand(drawn), character)[0]

    def _find(self, face: str, bold: bool) -> Drawn:
        own = (face, *self._faces.same_as(face), *self._faces.relatives_of(face))
        family = next((name for name in own if QFontDatabase.hasFamily(name)), "")
        if family:
            return Drawn(family, bold)
        kind = self._classes.get(face, "body")
        family = next((name for name in FREE[kind] if QFontDatabase.hasFamily(name)), "") or _any_chinese()
        return Drawn(family, bold or kind == "title")

    def _elsewhere(self, character: str, first: Drawn) -> tuple[Drawn, int]:
        """Return a font that has `character`, and its glyph; the `first` font's mark for nothing when none has it."""
        for family in dict.fromkeys((*SERIF, *SANS, _any_chinese())):
            if QFontDatabase.hasFamily(family):
                drawn = Drawn(family)
                index = self.index(drawn, character)
                if index:
                    return drawn, index
        return first, 0


def _any_chinese() -> str:
    """Return an installed family with simplified characters; Qt's own choice when there is none."""
    families = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    return families[0] if families else QFont().family()


def _font(drawn: Drawn, pixels: float) -> QRawFont:
    font = QFont(drawn.family)
    font.setBold(drawn.bold)
    font.setPixelSize(max(1, round(pixels)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # letters keep their place at every zoom
    raw = QRawFont.fromFont(font, QFontDatabase.WritingSystem.SimplifiedChinese)
    raw.setPixelSize(pixels)
    return raw


def _indexes(font: QRawFont, text: str) -> tuple[int, ...]:
    """Return one glyph for each character of `text`, 0 where `font` has none."""
    indexes = tuple(font.glyphIndexesForString(text))
    if len(indexes) == len(text):
        return indexes
    return tuple((font.glyphIndexesForString(character) or [0])[0] for character in text)  # selectors take no glyph
