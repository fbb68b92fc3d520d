"""The running text of a Word file in order: paragraphs, table rows, text boxes, automatic numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from models.importers.docx.markup import read_markup
from models.importers.docx.numbering import Numbering
from models.importers.docx.styles import Styles, whole_number
from models.importers.gate import check_extent
from models.importers.raw_line import RawLine

_SKIPPED = frozenset((
    "del", "moveFrom", "Fallback", "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange",
    "delText", "instrText", "delInstrText", "rt", "fldData", "sectPr", "tblPr", "tblGrid", "binData",
))
_HEADING_FACES = ("黑体", "楷体", "SimHei", "KaiTi")
_BODY_OUTLINE = 9
_OFF = ("0", "false", "off")


@dataclass(slots=True)
class _Paragraph:
    """A paragraph while it is being read."""

    style: str = ""
    outline: int | None = None
    list_id: str | None = None
    list_level: int | None = None
    text: list[str] = field(default_factory=list)
    length: int = 0
    lead: int = 0
    hidden: bool = False  # of the present run
    marked: bool = False  # the present run is bold or in a heading face
    in_properties: bool = False
    in_text: bool = False
    goes_on: bool = False  # its end was deleted under revision: the next paragraph belongs to it
    boxes: list[RawLine] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Append `text` of the present run."""
        if self.marked and self.lead == self.length:
            self.lead += len(text)
        self.text.append(text)
        self.length += len(text)


class DocumentReader:
    """Collects lines from the tags of document.xml, and counts what is not read."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        """Resolve outline levels by `styles` and automatic numbers by `numbering`."""
        self.lines: list[RawLine] = []
        self.hidden: list[str] = []
        self.deleted = 0
        self._styles, self._numbering = styles, numbering
        self._paragraphs: list[_Paragraph] = []
        self._sinks: list[list[RawLine]] = [self.lines]
        self._rows: list[list[list[RawLine]]] = []
        self._unfinished: _Paragraph | None = None
        self._skip = 0
        self._count = 0
        self._characters = 0
        self._openers: dict[str, Callable[[dict[str, str]], None]] = {
            "p": self._open_paragraph, "t": self._open_text, "tc": lambda _: self._sinks.append([]),
            "tr": lambda _: self._rows.append([]), "txbxContent": lambda _: self._sinks.append([]),
        }
        self._closers: dict[str, Callable[[], None]] = {
            "p": self._close_paragraph, "t": self._close_text, "pPr": self._close_properties, "tc": self._close_cell,
            "tr": self._close_row, "txbxContent": self._close_box,
        }

    def read(self, part: bytes) -> None:
        """Read the XML `part`; UserError when it is broken or too long."""
        read_markup(part, self._start, self._end, self._take_text)
        if self._unfinished is not None:
            self.lines.extend((*self._lines_of(self._unfinished), *self._unfinished.boxes))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the opening tag `name`."""
        if self._skip:
            self._skip += 1
        elif name in _SKIPPED:
            self._skip = 1
            if name in ("del", "moveFrom"):
                self._note_deletion()
        elif name in self._openers:
            self._openers[name](attributes)
        elif self._paragraphs:
            paragraph = self._paragraphs[-1]
            if paragraph.in_properties:
                _take_property(paragraph, name, attributes)
            else:
                _take_run(paragraph, name, attributes)

    def _end(self, name: str) -> None:
        """Take the closing tag `name`."""
        if self._skip:
            self._skip -= 1
        elif name in self._closers:
            self._closers[name]()

    def _take_text(self, text: str) -> None:
        """Take character data: text only inside w:t."""
        if self._skip or not self._paragraphs or not self._paragraphs[-1].in_text:
            return
        paragraph = self._paragraphs[-1]
        if paragraph.hidden:
            self.hidden.append(text)
            return
        self._characters += len(text)
        paragraph.add(text)

    def _note_deletion(self) -> None:
        """Count a deletion under revision; in the properties of a paragraph it takes the paragraph's end away."""
        self.deleted += 1
        if self._paragraphs and self._paragraphs[-1].in_properties:
            self._paragraphs[-1].goes_on = True

    def _open_paragraph(self, _: dict[str, str]) -> None:
        self._count += 1
        check_extent(self._count, self._characters)
        self._paragraphs.append(_Paragraph())

    def _open_text(self, _: dict[str, str]) -> None:
        if self._paragraphs:
            self._paragraphs[-1].in_text = True

    def _close_text(self) -> None:
        if self._paragraphs:
            self._paragraphs[-1].in_text = False

    def _close_properties(self) -> None:
        if self._paragraphs:
            self._paragraphs[-1].in_properties = False

    def _close_paragraph(self) -> None:
        paragraph = self._paragraphs.pop()
        before, self._unfinished = self._unfinished, None
        if before is not None:
            before.text += paragraph.text
            before.boxes += paragraph.boxes
            before.goes_on = paragraph.goes_on
            paragraph = before
        if paragraph.goes_on:
            self._unfinished = paragraph
            return
        self._sinks[-1].extend(self._lines_of(paragraph))
        self._sinks[-1].extend(paragraph.boxes)

    def _lines_of(self, paragraph: _Paragraph) -> list[RawLine]:
        """Return the lines of `paragraph`, its automatic number before the first; line breaks divide it."""
        style = self._styles.resolve(paragraph.style)
        text = "".join(paragraph.text)
        list_id = paragraph.list_id if paragraph.list_id is not None else style.list_id
        mark = ""
        if list_id:
            level = paragraph.list_level if paragraph.list_level is not None else style.list_level
            mark = self._numbering.next_mark(list_id, level)
        if mark and text.strip():
            blank = " " if mark[-1] in ".．" and text[0].isdigit() else ""
            text = f"{mark}{blank}{text}"
            paragraph.lead += len(mark) + len(blank) if paragraph.lead else 0
        outline = paragraph.outline if paragraph.outline is not None else style.outline
        level = 0 if outline is None or outline >= _BODY_OUTLINE else outline + 1
        first, *others = text.split("\n")
        return [RawLine(first, level, min(paragraph.lead, len(first))), *(RawLine(line, level) for line in others)]

    def _close_cell(self) -> None:
        cell = self._sinks.pop()
        if self._rows:
            self._rows[-1].append(cell)
        else:
            self._sinks[-1].extend(cell)

    def _close_row(self) -> None:
        cells = self._rows.pop()
        filled = [cell for cell in cells if any(line.text.strip() for line in cell)]
        if len(filled) < 2:
            self._sinks[-1].extend(line for cell in filled for line in cell)
            return
        texts = tuple(_in_one([line.text.strip() for line in cell]) for cell in cells)
        self._sinks[-1].append(RawLine("\t".join(texts), cells=texts))

    def _close_box(self) -> None:
        box = self._sinks.pop()
        if self._paragraphs:
            self._paragraphs[-1].boxes.extend(box)
        else:
            self._sinks[-1].extend(box)


def _in_one(lines: list[str]) -> str:
    """Return the `lines` of a table cell in one: between Latin words a space, between Chinese nothing."""
    text = ""
    for line in lines:
        latin = text[-1:].isascii() and text[-1:].isalnum() and line[:1].isascii() and line[:1].isalnum()
        text += f" {line}" if latin else line
    return text


def _take_property(paragraph: _Paragraph, name: str, attributes: dict[str, str]) -> None:
    """Take the tag `name` inside the properties of `paragraph`."""
    value = attributes.get("val", "")
    if name == "pStyle":
        paragraph.style = value
    elif name == "outlineLvl":
        paragraph.outline = whole_number(value)
    elif name == "numId":
        paragraph.list_id = "" if value == "0" else value
    elif name == "ilvl":
        paragraph.list_level = whole_number(value)


def _take_run(paragraph: _Paragraph, name: str, attributes: dict[str, str]) -> None:
    """Take the tag `name` inside `paragraph`, outside its properties."""
    if name == "r":
        paragraph.hidden = paragraph.marked = False
    elif name == "pPr":
        paragraph.in_properties = True
    elif name == "vanish":
        paragraph.hidden = attributes.get("val") not in _OFF
    elif name == "b":
        paragraph.marked = paragraph.marked or attributes.get("val") not in _OFF
    elif name == "rFonts":
        paragraph.marked = paragraph.marked or attributes.get("eastAsia", "").startswith(_HEADING_FACES)
    elif name == "tab":
        paragraph.add("\t")
    elif name == "cr" or (name == "br" and attributes.get("type", "textWrapping") == "textWrapping"):
        paragraph.add("\n")
    elif name == "noBreakHyphen":
        paragraph.add("-")
