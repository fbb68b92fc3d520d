"""Text split by the faces that set it: most in one, a rare character in one that has it."""

from __future__ import annotations

from models.layout.layout import Faces
from models.text.repertoire import is_ideograph

_SELECTORS = (("\ufe00", "\ufe0f"), ("\U000e0100", "\U000e01ef"))  # which form of the character before


def split_by_face(text: str, face: str, faces: Faces) -> list[tuple[str, str]]:
    """Return the pieces of `text`, which is set in `face`, each with the face that sets it."""
    pieces: list[tuple[str, str]] = []
    for character in text:
        if pieces and _selects(character):
            wanted = pieces[-1][1]
        else:
            wanted = faces.face_for(face, character) if is_ideograph(character) else face
        if pieces and pieces[-1][1] == wanted:
            pieces[-1] = (pieces[-1][0] + character, wanted)
        else:
            pieces.append((character, wanted))
    return pieces


def _selects(character: str) -> bool:
    return any(first <= character <= last for first, last in _SELECTORS)
