"""What paragraph styles say: outline level and automatic number."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.importers.docx.markup import read_markup


@dataclass(slots=True)
class ParagraphStyle:
    """A style as far as reading needs it; None means it does not say."""

    parent: str = ""
    outline: int | None = None  # 0 is the first level, 9 is body text
    list_id: str | None = None
    list_level: int = 0


@dataclass(slots=True)
class Styles:
    """The paragraph styles of a file by id."""

    by_id: dict[str, ParagraphStyle] = field(default_factory=dict)

    def resolve(self, style_id: str) -> ParagraphStyle:
        """Return what the style `style_id` says with what it inherits; loops of inheritance end."""
        found = ParagraphStyle()
        seen: set[str] = set()
        while style_id in self.by_id and style_id not in seen:
            seen.add(style_id)
            style = self.by_id[style_id]
            if found.outline is None:
                found.outline = style.outline
            if found.list_id is None and style.list_id is not None:
                found.list_id, found.list_level = style.list_id, style.list_level
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

    read_markup(part, start, lambda name: None, lambda text: None)
    return styles


def whole_number(text: str) -> int:
    """Return the number `text`; 0 when it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
