"""Rare characters of a Word file in faces that have them.

Word takes a character that its face lacks from any font it likes, mostly one of another kind. So each gets the nearest
face that has it by name (`fonts.yaml`), in a run of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from models.layout.layout import Faces
from models.layout.rare_characters import split_by_face
from models.text.repertoire import beyond_basic

if TYPE_CHECKING:
    from lxml.etree import _Element

SLOTS = tuple(qn(f"w:{slot}") for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
_PARAGRAPH, _RUN, _PROPERTIES, _TEXT, _FONTS, _VAL = map(qn, ("w:p", "w:r", "w:rPr", "w:t", "w:rFonts", "w:val"))


def set_rare_characters(document: _Element, styles: _Element, faces: Faces) -> tuple[str, ...]:
    """Name a face for each character of `document` that its own lacks; return the faces named, in their order."""
    by_style = _faces_by_style(styles)
    named: dict[str, None] = {}
    for run in list(document.iter(_RUN)):
        if not any(beyond_basic(each.text or "") for each in run.findall(_TEXT)):
            continue
        face = _face(run, by_style) or faces.body
        parts = list(_parts(run, face, faces))
        if all(wanted == face for _, wanted in parts):
            continue
        for content, wanted in parts:
            run.addprevious(_run(run, content, wanted if wanted != face else ""))
            if wanted not in faces.names:
                named[wanted] = None
        parent = run.getparent()
        assert parent is not None
        parent.remove(run)
    return tuple(named)


def _parts(run: _Element, face: str, faces: Faces) -> Iterator[tuple[list[_Element], str]]:
    """Yield the content of `run`, which is set in `face`, in parts of one face each."""
    kept: list[_Element] = []
    last = face
    for child in run:
        if child.tag == _PROPERTIES:
            continue
        pieces = [(child, face)]
        if child.tag == _TEXT:
            pieces = [(_text(child, text), wanted) for text, wanted in split_by_face(child.text or "", face, faces)]
        for element, wanted in pieces:
            if kept and wanted != last:
                yield kept, last
                kept = []
            kept.append(element)
            last = wanted
    if kept:
        yield kept, last


def _text(element: _Element, text: str) -> _Element:
    """Return a copy of the w:t `element` with `text`."""
    made = deepcopy(element)
    made.text = text
    return made


def _run(run: _Element, content: list[_Element], face: str) -> _Element:
    """Return a run like `run` with `content`, in `face`; empty means as its style has it."""
    made = run.makeelement(_RUN)
    properties = deepcopy(run.find(_PROPERTIES))
    if properties is not None:
        made.append(properties)
        fonts = properties.find(_FONTS)
        if face and fonts is not None:
            fonts.attrib.update(dict.fromkeys(SLOTS, face))
    made.extend(content)
    return made


def _face(run: _Element, by_style: dict[str, str]) -> str:
    """Return the face of `run` by its own style, else by that of its paragraph; empty means the document's."""
    own = run.find(f"{_PROPERTIES}/{qn('w:rStyle')}")
    if own is not None:
        return by_style.get(own.get(_VAL, ""), "")
    paragraph = next(run.iterancestors(_PARAGRAPH), None)
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") if paragraph is not None else None
    return by_style.get(style.get(_VAL, ""), "") if style is not None else ""


def _faces_by_style(styles: _Element) -> dict[str, str]:
    """Return the face of each style that has one, by itself or by what it is based on."""
    own: dict[str, str] = {}
    based: dict[str, str] = {}
    for style in styles.findall(qn("w:style")):
        id = style.get(qn("w:styleId"), "")
        fonts, parent = style.find(f"{_PROPERTIES}/{_FONTS}"), style.find(qn("w:basedOn"))
        own[id] = fonts.get(qn("w:eastAsia"), "") if fonts is not None else ""
        based[id] = parent.get(_VAL, "") if parent is not None else ""
    return {id: own[id] or own.get(based[id], "") or own.get(based.get(based[id], ""), "") for id in own}
