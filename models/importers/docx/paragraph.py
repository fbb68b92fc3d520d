"""A paragraph of a Word file while it is being read, and what its runs add to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.importers.docx.styles import Styles, is_on, names_heading_face, whole_number
from models.importers.raw_line import RawLine

# what the characters of symbol fonts that clerks insert look like
_SYMBOLS = {
    ("wingdings", 0xFE): "☑", ("wingdings", 0xA8): "□", ("wingdings", 0x6F): "□", ("wingdings", 0xFD): "☒",
    ("wingdings", 0xFC): "√", ("wingdings", 0xFB): "×", ("wingdings", 0x6C): "●", ("wingdings", 0x6E): "■",
    ("wingdings", 0x75): "◆", ("wingdings", 0xD8): "➢", ("wingdings", 0xAB): "★", ("symbol", 0xB7): "·",
    ("wingdings 2", 0x52): "☑", ("wingdings 2", 0xA3): "□", ("wingdings 2", 0x50): "√",
}


@dataclass(slots=True)
class Paragraph:
    """A paragraph while it is being read.

    `lead` counts the characters at its beginning that are set apart; `goes_on` tells that its end was deleted
    under revision, so that the next paragraph belongs to it; `boxes` are the text boxes that hang on it, `pictures`
    the numbers of the pictures in it.
    """

    style: str = ""
    outline: int | None = None
    list_id: str | None = None
    list_level: int | None = None
    text: list[str] = field(default_factory=list)
    length: int = 0
    lead: int = 0
    hidden: bool = False  # of the present run
    marked: bool = False  # the present run is bold or in a heading face
    style_marked: bool = False  # so is the style of the paragraph
    in_properties: bool = False
    in_text: bool = False
    goes_on: bool = False
    boxes: list[RawLine] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Append `text` of the present run."""
        if self.marked and self.lead == self.length:
            self.lead += len(text)
        self.text.append(text)
        self.length += len(text)

    def take_property(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the tag `name` inside the properties of the paragraph."""
        value = attributes.get("val", "")
        if name == "pStyle":
            self.style = value
        elif name == "outlineLvl":
            self.outline = whole_number(value)
        elif name == "numId":
            self.list_id = "" if value == "0" else value
        elif name == "ilvl":
            self.list_level = whole_number(value)

    def take_run(self, name: str, attributes: Mapping[str, str], styles: Styles) -> None:
        """Take the tag `name` inside the paragraph, outside its properties."""
        if name == "r":
            self.hidden, self.marked = False, self.style_marked
        elif name == "pPr":
            self.in_properties = True
        elif name == "vanish":
            self.hidden = is_on(attributes)
        elif name == "b":
            self.marked = is_on(attributes) or (self.marked and not self.style_marked)
        elif name == "rStyle":
            self.marked = self.marked or styles.resolve(attributes.get("val", "")).marked is True
        elif name == "rFonts":
            face = attributes.get("eastAsia")
            self.marked = names_heading_face(attributes) if face else self.marked
        elif name == "tab":
            self.add("\t")
        elif name == "cr" or (name == "br" and attributes.get("type", "textWrapping") == "textWrapping"):
            self.add("\n")
        elif name == "noBreakHyphen":
            self.add("-")
        elif name == "sym":
            self.add(symbol(attributes.get("font", ""), attributes.get("char", "")))

    def taken_up_by(self, after: Paragraph) -> Paragraph:
        """Return the paragraph that this one and `after` make, since the end between them was deleted.

        Of a paragraph deleted as a whole nothing stays, not even its number.
        """
        if not "".join(self.text).strip():
            after.boxes = self.boxes + after.boxes
            after.pictures = self.pictures + after.pictures
            return after
        self.text += after.text
        self.boxes += after.boxes
        self.pictures += after.pictures
        self.goes_on = after.goes_on
        return self


def symbol(font: str, code: str) -> str:
    """Return the character that Word shows for the `code` (hexadecimal) of a symbol `font`; □ when it is not known."""
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    if 0xF000 <= value <= 0xF0FF:
        value -= 0xF000
    found = _SYMBOLS.get((font.lower(), value))
    if found is None and font.lower().startswith(("wingdings", "webdings", "symbol")):
        return "□"
    return found or (chr(value) if 0x20 <= value < 0xD800 else "□")
