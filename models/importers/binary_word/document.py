"""The text of a Word 97 to 2003 file in order: paragraphs, table rows, text boxes, automatic numbers."""

from __future__ import annotations

from collections.abc import Iterator

from models.importers.binary_word.lists import read_lists
from models.importers.binary_word.pieces import Pieces, whole
from models.importers.binary_word.properties import (
    BOLD, DELETED, HIDDEN, SPECIAL, ParagraphProperties, ParagraphRuns, character_flags)
from models.importers.binary_word.structure import BOXES, SHAPES, STYLES, WordStreams, split_table
from models.importers.binary_word.styles import StyleSheet
from models.importers.gate import check_extent
from models.importers.raw_line import RawLine
from models.text.pattern import Pattern

_MARKS = Pattern("[\r\x07\x0c]")  # ends of paragraphs, cells and pages
_CONTROLS = Pattern("[\x00-\x08\x0b\x0e-\x1f]")
_CELL = "\x07"
_FIELD, _RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_WRITTEN = {"\x0b": "\n", "\x1e": "-", "\t": "\t"}  # what stands for itself among the control characters
_BODY_OUTLINE = 9
_SHAPE, _BOX, _BOX_SHAPE = 26, 22, 14  # bytes of a record, and where a text box names its shape


class DocumentReader:
    """Turns ranges of characters into lines, and keeps what is not read."""

    def __init__(self, streams: WordStreams) -> None:
        """Read all that bears on the text of `streams`."""
        self._pieces = Pieces(streams)
        self._text = self._pieces.text
        self._flags = character_flags(streams, self._pieces)
        self._runs = ParagraphRuns(streams)
        self._styles = StyleSheet(streams.part(STYLES))
        self._numbering = read_lists(streams)
        self._lengths = streams.lengths
        self._boxes = self._placed_boxes(streams)
        self.hidden: list[str] = []
        self.deleted = False
        self._lines: list[RawLine] = []
        self._cells: list[str] = []
        self._cell: list[str] = []
        self._begun: list[tuple[str, int]] = []  # text and its bold beginning, whose paragraph's end was deleted
        self._fields: list[bool] = []  # of each open field, whether its result has begun
        self._found = 0

    def main_text(self) -> list[RawLine]:
        """Return the lines of the main text, text boxes after the paragraphs they hang on, lost ones at the end."""
        lines = self._read(0, self._lengths[0])
        for boxes in self._boxes.values():
            for first, last in boxes:
                lines += self._read(first, last)
        return lines

    def texts(self, number: int) -> list[str]:
        """Return the paragraphs with text of the text `number`: 1 footnotes, 2 headers, 3 comments, 4 endnotes."""
        first = sum(self._lengths[:number])
        lines = self._read(first, first + self._lengths[number])
        return [line.text.strip() for line in lines if line.text.strip()]

    def _read(self, first: int, last: int) -> list[RawLine]:
        """Return the lines of the characters from `first` to before `last`."""
        outer, self._lines, self._fields = self._lines, [], []
        for begin, end in self._paragraphs(first, min(last, len(self._text))):
            self._take_paragraph(begin, end)
            for anchor in [each for each in self._boxes if begin <= each <= end] if self._boxes else ():
                for box_first, box_last in self._boxes.pop(anchor):
                    self._lines += self._read(box_first, box_last)
        self._close_row()
        if self._begun:
            self._add_lines("", 0, ParagraphProperties())
        lines, self._lines = self._lines, outer
        return lines

    def _paragraphs(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Yield where each paragraph between `first` and `last` begins, and where its mark stands."""
        while first < last:
            found = _MARKS.search(self._text, first)
            end = min(found.start() if found else last, last)
            yield first, end
            first = end + 1

    def _take_paragraph(self, begin: int, end: int) -> None:
        """Take the paragraph from `begin` to its mark at `end`."""
        text, lead = self._visible(begin, end)
        mark = self._text[end] if end < len(self._text) else "\r"
        if end < len(self._flags) and self._flags[end] & DELETED:
            self.deleted = True
            self._begun.append((text, lead))
            return
        properties = self._styles.resolve(self._runs.at(self._pieces.place(end)))
        if mark == _CELL:
            if properties.row_end or not properties.in_table and begin == end and self._cells:
                self._close_row()
            else:
                self._cell.append(text)
                self._cells.append("".join(part.strip() for part in self._cell))
                self._cell = []
        elif properties.in_table and mark == "\r":
            self._cell.append(text)
        else:
            self._close_row()
            self._add_lines(text, lead, properties)

    def _add_lines(self, text: str, lead: int, properties: ParagraphProperties) -> None:
        """Add the lines of a paragraph, its automatic number before the first; line breaks divide it."""
        if self._begun:
            joined = "".join(each for each, _ in self._begun)
            lead = self._begun[0][1] or (0 if joined else lead)
            text, self._begun = joined + text, []
        mark = ""
        if properties.list_use:
            mark = self._numbering.next_mark(str(properties.list_use), properties.list_level or 0)
        if mark and text.strip():
            blank = " " if mark[-1] in ".．" and text[0].isdigit() else ""
            text = f"{mark}{blank}{text}"
            lead += len(mark) + len(blank) if lead else 0
        level = 0 if properties.outline is None or properties.outline >= _BODY_OUTLINE else properties.outline + 1
        first, *others = whole(text).split("\n")
        self._lines += [RawLine(first, level, min(lead, len(first))), *(RawLine(line, level) for line in others)]
        self._found += 1 + len(others)
        check_extent(self._found, 0)

    def _close_row(self) -> None:
        """Add the cells read so far as a table row, or as plain lines when but one of them is filled."""
        cells = tuple(whole(cell).replace("\n", "") for cell in [*self._cells, *filter(str.strip, self._cell)])
        self._cells, self._cell = [], []
        filled = [cell for cell in cells if cell.strip()]
        if len(filled) < 2:
            self._lines += [RawLine(cell) for cell in filled]
        else:
            self._lines.append(RawLine("\t".join(cells), cells=cells))

    def _visible(self, begin: int, end: int) -> tuple[str, int]:
        """Return what a reader sees of the characters from `begin` to before `end`, and how many are bold at first."""
        text = self._text[begin:end]
        flags = self._flags[begin:end]
        if not self._fields and not _CONTROLS.search(text) and not flags.strip(b"\x00"):
            return text, 0
        seen: list[str] = []
        lead = 0
        hidden: list[str] = []
        for character, flag in zip(text, flags):
            written = self._written(character, flag)
            if not written:
                continue
            if flag & DELETED:
                self.deleted = True
            elif flag & HIDDEN:
                hidden.append(written)
            else:
                lead += lead == len(seen) and bool(flag & BOLD)
                seen.append(written)
        self.hidden += ["".join(hidden)] if hidden else []
        return "".join(seen), lead

    def _written(self, character: str, flag: int) -> str:
        """Return what `character` shows; nothing for anchors and for the instructions of a field."""
        if character == _FIELD:
            self._fields.append(False)
        elif character == _RESULT and self._fields:
            self._fields[-1] = True
        elif character == _FIELD_END and self._fields:
            self._fields.pop()
        elif all(self._fields) and (character >= " " and not (flag & SPECIAL and character == "(")
                                    or character in _WRITTEN):
            return _WRITTEN.get(character, character)
        return ""

    def _placed_boxes(self, streams: WordStreams) -> dict[int, list[tuple[int, int]]]:
        """Return where in the main text the text boxes hang, and their ranges; -1 for those that hang nowhere."""
        begin = sum(streams.lengths[:5])
        anchors, shapes = split_table(streams.part(SHAPES), _SHAPE)
        by_shape = {shape[:4]: anchor for anchor, shape in zip(anchors, shapes)}
        limits, boxes = split_table(streams.part(BOXES), _BOX)
        placed: dict[int, list[tuple[int, int]]] = {}
        for first, last, box in zip(limits, limits[1:], boxes):
            if first < last <= streams.lengths[5]:
                anchor = by_shape.get(box[_BOX_SHAPE:_BOX_SHAPE + 4], -1)
                placed.setdefault(anchor, []).append((begin + first, begin + last))
        return placed
