"""What styles say: outline level, automatic number, and whether their text is set apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.importers.docx.markup import read_markup

_OFF = ("0", "false", "off")
_HEADING_FACES = ("黑体", "楷体", "SimHei", "KaiTi")


@dataclass(slots=True)
class ParagraphStyle:
    """A style as far as reading needs it; None means it does not say."""

    parent: str = ""
    outline: int | None = None  # 0 is the first level, 9 is body text
    list_id: str | None = None
    list_level: int | None = None
    list_style: str = ""  # the style, this or one it is based on, that gave the list
    marked: bool | None = None  # bold or in a heading face


@dataclass(slots=True)
class Styles:
    """The styles of a file by id."""

    by_id: dict[str, ParagraphStyle] = field(default_factory=dict)
    _resolved: dict[str, ParagraphStyle] = field(default_factory=dict)

    def resolve(self, style_id: str) -> ParagraphStyle:
        """Return what the style `style_id` says with what it inherits; loops of inheritance end."""
        if style_id not in self._resolved:
            self._resolved[style_id] = self._with_inherited(style_id)
        return self._resolved[style_id]

    def _with_inherited(self, style_id: str) -> ParagraphStyle:
        """Return the style `style_id` filled up from those it is based on."""
        found = ParagraphStyle()
        seen: set[str] = set()
        while style_id in self.by_id and style_id not in seen:
            seen.add(style_id)
            style = self.by_id[style_id]
            found.outline = style.outline if found.outline is None else found.outline
            found.list_level = style.list_level if found.list_level is None else found.list_level
            found.marked = style.marked if found.marked is None else found.marked
            if found.list_id is None and style.list_id is not None:
                found.list_id, found.list_style = style.list_id, style_id
            style_id = style.parent
        return found


def read_styles(part: bytes) -> Styles:
    """Return the styles of the XML `part`."""
    styles = Styles()
    current = ParagraphStyle()

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal current
        value = attributes.get("val", "")
        if name == "style":
            current = ParagraphStyle()
            styles.by_id[attributes.get("styleId", "")] = current
        elif name == "basedOn":
            current.parent = value
        elif name == "outlineLvl":
            current.outline = whole_number(value)
        elif name == "numId":
            current.list_id = value
        elif name == "ilvl":
            current.list_level = whole_number(value)
        elif name == "b":
            current.marked = is_on(attributes)
        elif name == "rFonts" and names_heading_face(attributes):
            current.marked = True

    read_markup(part, start, lambda name: None, lambda text: None)
    return styles


def is_on(attributes: Mapping[str, str]) -> bool:
    """Return whether a property with `attributes` is switched on: it is when it stands there without a value."""
    return attributes.get("val") not in _OFF


def names_heading_face(attributes: Mapping[str, str]) -> bool:
    """Return whether the `attributes` of w:rFonts name a face that headings are set in."""
    return attributes.get("eastAsia", "").startswith(_HEADING_FACES)


def whole_number(text: str) -> int:
    """Return the number `text`; 0 when it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
