"""How LibreOffice 7.4 measures and breaks a line, where that is not what Word does with the same file.

The table of it stands in `exporters.pages.lines`. All was found by trying: paragraphs of known
widths in lines that grow twip by twip, and every pair of marks where a line must end.
"""

from __future__ import annotations

from itertools import accumulate

from exporters.pages.break_places import NOT_FIRST, NOT_LAST
from exporters.pages.lines import Manner, Pieces
from models.layout.layout import TWIPS_PER_PT
from models.layout.loader import load_layout
from models.layout.rare_characters import split_by_face

FACES = load_layout().faces
SCRIPT_SPACE = 0.2
FIRST = frozenset("…％%℃°‰")
CLOSING = frozenset("，。、）》”’】〕")
OPENING = frozenset("（《“‘【〔")
ASIAN, LATIN, WEAK = "asian", "latin", ""


class LibreOffice(Manner):
    """The manner of LibreOffice 7.4."""

    hangs = False

    def may_break(self, text: str, index: int) -> bool:
        """Return whether a line of `text` may end before the character at `index`."""
        before, after = text[index - 1:index], text[index:index + 1]
        latin_before, latin_after = (each.isascii() and each.isalnum() for each in (before, after))
        if after in FIRST and before and not latin_before and before not in NOT_LAST:
            return True
        if before in CLOSING and latin_after or latin_before and after in OPENING:
            return False
        if before == "·" and after and after not in NOT_FIRST:
            return not latin_after
        return before == after == "—" or super().may_break(text, index)

    def measure(self, pieces: Pieces, advances: list[float]) -> tuple[list[float], list[float]]:
        """Return the advances with the space between scripts, and where a line would end after each character."""
        text = "".join(piece for piece, _ in pieces)
        looks = [look._replace(face=face) for piece, look in pieces
                 for part, face in split_by_face(piece, look.face, FACES) for _ in part]
        scripts = scripts_of(text)
        wider = list(advances)
        reaches = [0.0]
        for index, (look, end) in enumerate(zip(looks, accumulate(advances), strict=True)):
            reaches.append(end - look.spacing)
            if index + 1 == len(text):
                break
            if scripts[index] != scripts[index + 1] or look != looks[index + 1]:
                wider[index] -= look.spacing
            if scripts[index] != scripts[index + 1] and text[index].isalnum() and text[index + 1].isalnum():
                wider[index] += SCRIPT_SPACE * look.pt * TWIPS_PER_PT
        added = accumulate((new - old for new, old in zip(wider, advances, strict=True)), initial=0.0)
        before = [0.0, *added][:len(reaches)]
        return wider, [reach + extra for reach, extra in zip(reaches, before, strict=True)]


def scripts_of(text: str) -> list[str]:
    """Return the script of each character of `text`; marks of no script take that of the character before them."""
    scripts: list[str] = []
    for character in text:
        script = own_script(character)
        scripts.append(script or (scripts[-1] if scripts else WEAK))
    first = next((script for script in scripts if script), LATIN)
    return [script or first for script in scripts]


def own_script(character: str) -> str:
    """Return the script of `character`; empty for spaces and the marks that Chinese and Latin share."""
    if character >= "\u2e80" or "\u2460" <= character <= "\u24ff":
        return ASIAN
    return WEAK if character in " \u00a0" or character >= "\u2000" else LATIN
