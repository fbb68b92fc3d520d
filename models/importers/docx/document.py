"""The running text of a Word file in order: paragraphs, table rows, text boxes, automatic numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from models.importers.docx.drawings import TAGS as DRAWN
from models.importers.docx.drawings import Drawings
from models.importers.docx.fields import Fields
from models.importers.docx.markup import read_markup
from models.importers.docx.numbering import Numbering
from models.importers.docx.paragraph import Paragraph
from models.importers.docx.revisions import Revisions
from models.importers.docx.rows import lines_of_row
from models.importers.docx.styles import Styles
from models.importers.gate import check_extent
from models.importers.raw_line import RawLine

_SKIPPED = frozenset((
    "del", "moveFrom", "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange",
    "tblGridChange", "numberingChange", "rt", "fldData", "sectPr", "tblPr", "tblGrid", "binData",
))
_DELETING = ("del", "moveFrom")
_BODY_OUTLINE = 9
_TEXT = ("t", "delText")


class DocumentReader:
    """Collects lines from the tags of document.xml, and gathers what is not read."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        """Resolve outline levels by `styles` and automatic numbers by `numbering`."""
        self.lines: list[RawLine] = []
        self.aside: dict[str, list[str]] = {}  # texts that are not part of the document, by what they are
        self.seen: Counter[str] = Counter()  # pictures, formulas and the like, counted
        self.revisions = Revisions()
        self.drawings = Drawings()
        self._styles, self._numbering = styles, numbering
        self._paragraphs: list[Paragraph] = []
        self._sinks: list[list[RawLine]] = [self.lines]
        self._rows: list[list[list[RawLine]]] = []
        self._unfinished: Paragraph | None = None
        self._fields = Fields()
        self._controls: list[str] = []  # why the text of a content control is put aside, empty when it is not
        self._choices: list[bool] = []  # whether one of the alternatives was read
        self._skip = 0
        self._inserting = 0
        self._count = self._characters = 0
        self._openers: dict[str, Callable[[dict[str, str]], None]] = {
            "p": self._open_paragraph, "t": self._open_text, "tc": lambda _: self._sinks.append([]),
            "tr": lambda _: self._rows.append([]), "txbxContent": lambda _: self._sinks.append([]),
            "AlternateContent": lambda _: self._choices.append(False), "Choice": self._open_choice,
            "Fallback": self._open_choice, "sdt": lambda _: self._controls.append(""),
            "showingPlcHdr": lambda _: self._put_control_aside("内容控件里的提示文字，没有填写"),
            "docPartGallery": self._open_gallery, "instrText": self._open_instruction, "ins": self._open_insertion,
            "fldChar": lambda found: self._fields.mark(found.get("fldCharType", "")),
            "fldSimple": self._open_simple_field,
        }
        self._closers: dict[str, Callable[[], None]] = {
            "p": self._close_paragraph, "t": self._close_text, "pPr": self._close_properties, "tc": self._close_cell,
            "tr": self._close_row, "txbxContent": self._close_box, "instrText": self._close_instruction,
            "AlternateContent": lambda: _close_one(self._choices), "sdt": lambda: _close_one(self._controls),
            "ins": self._close_insertion, "fldSimple": lambda: self._fields.mark("end"),
        }
        self._reads_instruction = False

    def read(self, part: bytes) -> None:
        """Read the XML `part`; UserError when it is broken or too long."""
        read_markup(part, self._start, self._end, self._take_text)
        if self._unfinished is not None:
            self.lines.extend((*self._lines_of(self._unfinished), *self._unfinished.boxes))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the opening tag `name`."""
        if self._skip:
            self._skip += 1
            self.revisions.in_text = name in _TEXT
        elif name in _SKIPPED:
            self._skip = 1
            if name in _DELETING:
                self._open_deletion(name)
        elif name in self._openers:
            self._openers[name](attributes)
        elif self._paragraphs:
            paragraph = self._paragraphs[-1]
            if paragraph.in_properties:
                paragraph.take_property(name, attributes)
            else:
                paragraph.take_run(name, attributes, self._styles)
        if name in ("blip", "imagedata", "altChunk", "OLEObject") and not self._skip:
            self.seen[name] += 1
        if name in DRAWN and not self._skip:
            self._take_drawing(name, attributes)

    def _end(self, name: str) -> None:
        """Take the closing tag `name`."""
        if self._skip:
            self._skip -= 1
            self.revisions.in_text = False
            if not self._skip:
                self.revisions.close_deletion()
        elif name in self._closers:
            self._closers[name]()

    def _take_text(self, text: str) -> None:
        """Take character data: text only inside w:t."""
        if self._skip:
            self.revisions.take_deleted(text)
            return
        if not self._paragraphs or not self._paragraphs[-1].in_text:
            return
        if self._reads_instruction:
            self._fields.instruct(text)
            return
        paragraph = self._paragraphs[-1]
        why = self._why_aside(paragraph)
        if why:
            self.aside.setdefault(why, []).append(text)
            return
        if self._inserting:
            self.revisions.take_inserted(text)
        self._characters += len(text)
        paragraph.add(text)

    def _take_drawing(self, name: str, attributes: dict[str, str]) -> None:
        """Take a tag that tells of a picture; one that stands in the text belongs to its paragraph."""
        number = self.drawings.take(name, attributes)
        if number is not None and self._paragraphs and not self._why_aside(self._paragraphs[-1]):
            self._paragraphs[-1].pictures.append(number)

    def _why_aside(self, paragraph: Paragraph) -> str:
        """Return in Chinese why text of `paragraph` is no part of the document here; empty when it is."""
        if paragraph.hidden:
            return "Word 中的隐藏文字"
        if self._fields.in_contents:
            return "目录"
        return next((why for why in self._controls if why), "") if self._controls else ""

    def _open_deletion(self, name: str) -> None:
        """Begin a deletion under revision; in the properties of a paragraph it takes the paragraph's end away."""
        if self._paragraphs and self._paragraphs[-1].in_properties:
            self._paragraphs[-1].goes_on = True
            self.revisions.ends_deleted += 1
        else:
            self.revisions.open_deletion(name)

    def _open_insertion(self, _: dict[str, str]) -> None:
        self._inserting += 1

    def _close_insertion(self) -> None:
        self._inserting -= 1
        self.revisions.close_insertion()

    def _open_choice(self, _: dict[str, str]) -> None:
        """Read the first alternative, skip the others: they show the same."""
        if self._choices and self._choices[-1]:
            self._skip = 1
        elif self._choices:
            self._choices[-1] = True

    def _open_gallery(self, attributes: dict[str, str]) -> None:
        if attributes.get("val") == "Table of Contents":
            self._put_control_aside("目录")

    def _put_control_aside(self, why: str) -> None:
        if self._controls:
            self._controls[-1] = why

    def _open_simple_field(self, attributes: dict[str, str]) -> None:
        self._fields.mark("begin")
        self._fields.instruct(attributes.get("instr", ""))
        self._fields.mark("separate")

    def _open_paragraph(self, _: dict[str, str]) -> None:
        self._count += 1
        check_extent(self._count, self._characters)
        self._paragraphs.append(Paragraph())
        for texts in self.aside.values():
            if texts[-1] != "\n":
                texts.append("\n")  # a paragraph put aside ends here

    def _open_text(self, _: dict[str, str]) -> None:
        if self._paragraphs:
            self._paragraphs[-1].in_text = True

    def _close_text(self) -> None:
        if self._paragraphs:
            self._paragraphs[-1].in_text = False

    def _open_instruction(self, found: dict[str, str]) -> None:
        self._reads_instruction = True
        self._open_text(found)

    def _close_instruction(self) -> None:
        self._reads_instruction = False
        self._close_text()

    def _close_properties(self) -> None:
        if self._paragraphs:
            paragraph = self._paragraphs[-1]
            paragraph.in_properties = False
            paragraph.style_marked = self._styles.resolve(paragraph.style).marked is True

    def _close_paragraph(self) -> None:
        paragraph = self._paragraphs.pop()
        before, self._unfinished = self._unfinished, None
        if before is not None:
            paragraph = before.taken_up_by(paragraph)
        if paragraph.goes_on:
            self._unfinished = paragraph
            return
        self._sinks[-1].extend(self._lines_of(paragraph))
        self._sinks[-1].extend(paragraph.boxes)

    def _lines_of(self, paragraph: Paragraph) -> list[RawLine]:
        """Return the lines of `paragraph`, its automatic number before the first; line breaks divide it."""
        style = self._styles.resolve(paragraph.style)
        text = "".join(paragraph.text)
        mark = self._mark_of(paragraph)
        if mark and text.strip():
            blank = " " if mark[-1] in ".．" and text[0].isdigit() else ""
            text = f"{mark}{blank}{text}"
            paragraph.lead += len(mark) + len(blank) if paragraph.lead else 0
        outline = paragraph.outline if paragraph.outline is not None else style.outline
        level = 0 if outline is None or outline >= _BODY_OUTLINE else outline + 1
        first, *others = text.split("\n")
        pictures = tuple(paragraph.pictures)
        return [RawLine(first, level, min(paragraph.lead, len(first)), pictures=pictures),
                *(RawLine(line, level) for line in others)]

    def _mark_of(self, paragraph: Paragraph) -> str:
        """Return the automatic number of `paragraph`; empty when it has none."""
        style = self._styles.resolve(paragraph.style)
        list_id = paragraph.list_id if paragraph.list_id is not None else style.list_id
        if not list_id:
            return ""
        level = paragraph.list_level
        if level is None and paragraph.list_id is None:
            tied = self._numbering.level_of_style(list_id, style.list_style)
            level = style.list_level if style.list_level is not None else tied
        return self._numbering.next_mark(list_id, level or 0)

    def _close_cell(self) -> None:
        cell = self._sinks.pop()
        if self._rows:
            self._rows[-1].append(cell)
        else:
            self._sinks[-1].extend(cell)

    def _close_row(self) -> None:
        self._sinks[-1].extend(lines_of_row(self._rows.pop()))

    def _close_box(self) -> None:
        box = self._sinks.pop()
        if self._paragraphs:
            self._paragraphs[-1].boxes.extend(box)
        else:
            self._sinks[-1].extend(box)


def _close_one(open_ones: list[bool] | list[str]) -> None:
    """Take the innermost of `open_ones` away."""
    if open_ones:
        open_ones.pop()
