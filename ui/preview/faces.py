"""The faces of a layout as Qt draws them on this PC, each with what stands in for it when it is not installed."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase, QRawFont, QTextLayout

from exporters.face_states import Presence, presence_of
from models.layout.layout import Faces
from models.layout.stand_ins import class_of, load_stand_ins

NAMES_KEPT, SIZES_KEPT, CHARACTERS_KEPT = 64, 64, 4096


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
        self._data = load_stand_ins()
        self._drawn = lru_cache(NAMES_KEPT)(self._find)
        self._fonts = lru_cache(SIZES_KEPT)(_font)
        self._at_hand = lru_cache(NAMES_KEPT)(lambda drawn: _font(drawn, 100.0))
        self._elsewhere = lru_cache(CHARACTERS_KEPT)(self._find_elsewhere)

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
            drawn, index = (first, index) if index else self._elsewhere(face, character, first)
            if found and found[-1].drawn == drawn:
                found[-1] = found[-1]._replace(indexes=(*found[-1].indexes, index))
            else:
                found.append(Glyphs(at, (index,), drawn))
        return tuple(found)

    def index(self, drawn: Drawn, character: str) -> int:
        """Return the glyph by which `drawn` draws `character`; 0 when it has none."""
        return _indexes(self._at_hand(drawn), character)[0]

    def file_of(self, drawn: Drawn) -> tuple[str, str]:
        """Return family and style of what `drawn` is drawn with: one font for both when boldness is imitated."""
        font = self._at_hand(drawn)
        return font.familyName(), font.styleName()

    def _find(self, face: str, bold: bool) -> Drawn:
        presence, family = presence_of(face, self._faces, QFontDatabase.hasFamily, self._data)
        imitated = presence in (Presence.FREE, Presence.NONE) and class_of(face, self._faces) == "title"
        return Drawn(family or _any_chinese(), bold or imitated)

    def _find_elsewhere(self, face: str, character: str, first: Drawn) -> tuple[Drawn, int]:
        """Return a font that has `character`, which `face` lacks, and its glyph: the nearest to `face` there is.

        When no font at all has it, the `first` font's mark for nothing.
        """
        rare = self._faces.rare_of(face)
        near = (*(name for each in rare for name in (each, *self._faces.relatives_of(each))),
                *self._data.free_for(face, self._faces), *self._data.rare)
        for family in dict.fromkeys(near):
            if QFontDatabase.hasFamily(family):
                drawn = Drawn(family, first.bold)
                if index := self.index(drawn, character):
                    return drawn, index
        drawn = Drawn(_family_with(character, first.family), first.bold)
        index = self.index(drawn, character)
        return (drawn, index) if index else (first, 0)


def _family_with(character: str, family: str) -> str:
    """Return the family that Qt itself takes for `character` in text of `family`."""
    layout = QTextLayout(character, QFont(family))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return next((run.rawFont().familyName() for run in layout.glyphRuns()), family)


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
