"""An RTF file to lines: its groups and control words read one after the other, formatting passed over."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from models.domain.source_document import LeftOut
from models.errors import UserError
from models.importers.gate import check_extent
from models.importers.raw_line import RawLine, RawText
from models.importers.rich_text.words import (
    ALLOWED_EXTRAS, BREAKS, CHARACTERS, CODE_PAGES, NO_TEXT, RUNNING, State, code_page)

DEPTH_LIMIT = 5_000
_TOKEN = r"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\(\*)|\\([^a-z])|([{}])|([^\\{}\r\n]+)"


def read_rich_text(data: bytes) -> RawText:
    """Return the text of the RTF file `data`; UserError when it is damaged or too long."""
    reader = _Reader()
    for token in re.finditer(_TOKEN, data.decode("latin-1")):
        reader.take(token)
    reader.finish()
    notes = ["文件带有修订痕迹：按“接受全部修订”读入，已删除的文字没有读入"] if reader.deleted else []
    left_out = [LeftOut("\n".join(texts), reason) for reason, texts in reader.left_out.items()]
    return RawText(tuple(reader.lines), tuple(left_out), tuple(notes))


@dataclass(slots=True)
class _Reader:
    """Collects lines from the tokens of a file."""

    lines: list[RawLine] = field(default_factory=list)
    left_out: dict[str, list[str]] = field(default_factory=dict)
    groups: list[State] = field(default_factory=list)
    deleted: bool = False
    _state: State = State()
    _default: str = "cp1252"
    _fonts: dict[int, str] = field(default_factory=dict)
    _font: int = -1  # the last one named
    _styles: dict[int, int] = field(default_factory=dict)  # heading levels
    _style: int = 0  # being described
    _extra: bool = False  # after \*
    _swallow: int = 0
    _bytes: bytearray = field(default_factory=bytearray)
    _units: list[int] = field(default_factory=list)  # code units of characters written as numbers
    _text: list[str] = field(default_factory=list)
    _lead: int = 0
    _length: int = 0
    _outline: int = 0
    _cells: list[str] = field(default_factory=list)
    _cell: list[str] = field(default_factory=list)
    _aside: dict[str, list[str]] = field(default_factory=dict)
    _characters: int = 0
    _around: list[tuple[list[RawLine], list[str], int, int]] = field(default_factory=list)  # what boxes interrupt
    _boxes: list[RawLine] = field(default_factory=list)

    def take(self, token: re.Match[str]) -> None:
        """Take one `token` of the file."""
        word, number, code, star, symbol, brace, text = token.groups()
        if text is not None:
            self._take_bytes(text.encode("latin-1"))
        elif code is not None:
            self._take_bytes(bytes.fromhex(code))
        elif brace is not None:
            self._settle()
            self._take_brace(brace)
        elif star is not None:
            self._extra = True
        elif word is not None:
            self._take_word(word, int(number) if number else None)
        elif symbol in CHARACTERS or symbol in BREAKS:
            self._take_word(symbol, None)
        elif symbol in "{}\\":
            self._take_bytes(symbol.encode())

    def finish(self) -> None:
        """Take the end of the file."""
        self._settle()
        if self._text or self._boxes:
            self._end_line()
        if self._cells or self._cell:
            self._end_row()
        for reason, parts in self._aside.items():
            if "".join(parts).strip():
                self.left_out[reason] = ["".join(parts).strip()]

    def _take_brace(self, brace: str) -> None:
        """Open or close a group."""
        self._extra, self._swallow = False, 0
        if brace == "{":
            if len(self.groups) > DEPTH_LIMIT:
                raise UserError("文件的内部结构嵌套过深，为安全起见没有读入。", "请在 WPS 或 Word 中另存为 .docx 后再读入。")
            self.groups.append(self._state)
        elif self.groups:
            within = self._state.boxes
            self._state = self.groups.pop()
            if self._state.boxes < within:
                self._close_box()

    def _take_word(self, word: str, number: int | None) -> None:
        """Take the control word `word` with its `number`, None when it has none."""
        if word == "u" and number is not None:
            self._take_unit(number % 0x10000)
            return
        if word == "uc":
            self._state = self._state._replace(skipped=max(0, min(number or 0, 100)))
            return
        self._settle()
        extra, self._extra = self._extra, False
        if self._is_destination(word, extra):
            return
        if word in CHARACTERS:
            self._add(CHARACTERS[word])
        elif word in ("b", "v", "deleted"):
            self._switch(word, number != 0)
        elif word == "plain":
            self._state = self._state._replace(bold=False, hidden=False, deleted=False)
        elif word in ("f", "fcharset", "ansicpg"):
            self._take_font(word, number or 0)
        elif self._state.styles:
            self._take_style(word, number)
        elif not self._state.silent:
            self._take_structure(word, number)

    def _switch(self, word: str, on: bool) -> None:
        """Turn what `word` says of the characters that follow on or off."""
        if word == "b":
            self._state = self._state._replace(bold=on)
        elif word == "v":
            self._state = self._state._replace(hidden=on)
        else:
            self._state = self._state._replace(deleted=on)

    def _is_destination(self, word: str, extra: bool) -> bool:
        """Return whether `word` begins a destination (`extra`: one that may be passed over); the state follows it."""
        if word == "stylesheet":
            self._state = self._state._replace(silent=True, styles=True)
        elif word in RUNNING:
            self._state = self._state._replace(aside="页眉或页脚")
        elif word == "footnote":
            self._state = self._state._replace(aside="脚注")
        elif word in NO_TEXT or extra and word not in ALLOWED_EXTRAS:
            self._state = self._state._replace(silent=True)
        elif word == "shptxt":
            self._open_box()
        elif word in ("listtext", "pntext"):
            self._state = self._state._replace(list_text=True)
        else:
            return False
        return True

    def _take_font(self, word: str, number: int) -> None:
        """Take what tells the code page of the bytes that follow."""
        if word == "ansicpg":
            self._default = code_page(number)
        elif word == "fcharset":
            self._fonts[self._font] = CODE_PAGES.get(number, "")
        else:
            self._font = number
            self._state = self._state._replace(code_page=self._fonts.get(number, ""))

    def _take_style(self, word: str, number: int | None) -> None:
        """Take a word of the list of styles."""
        if word == "s":
            self._style = number or 0
        elif word == "outlinelevel":
            self._styles[self._style] = _outline(number)

    def _take_structure(self, word: str, number: int | None) -> None:
        """Take a word that ends or describes a paragraph or a cell."""
        if word in BREAKS:
            self._end_line()
        elif word == "pard":
            self._outline = 0
        elif word == "s":
            self._outline = self._styles.get(number or 0, 0)
        elif word == "outlinelevel":
            self._outline = _outline(number)
        elif word in ("cell", "nestcell"):
            self._cell.append(self._taken())
            self._cells.append("".join(part.strip() for part in self._cell))
            self._cell = []
        elif word in ("row", "nestrow"):
            self._end_row()

    def _take_bytes(self, data: bytes) -> None:
        """Take `data`, characters in a code page, less those that stand for a number before them."""
        self._extra = False
        if self._swallow:
            taken = min(self._swallow, len(data))
            self._swallow -= taken
            data = data[taken:]
        if data and not self._state.silent:
            if self._units:
                self._settle()
            self._bytes += data

    def _take_unit(self, unit: int) -> None:
        """Take a code unit written as a number."""
        if self._bytes:
            self._settle()
        self._swallow = self._state.skipped
        if not self._state.silent:
            self._units.append(unit)

    def _settle(self) -> None:
        """Turn the bytes and code units read so far into text."""
        if self._units:
            data = b"".join(unit.to_bytes(2, "little") for unit in self._units)
            self._units.clear()
            self._add(data.decode("utf-16-le", "surrogatepass"))
        if self._bytes:
            data = bytes(self._bytes)
            self._bytes.clear()
            self._add(data.decode(self._state.code_page or self._default, "replace").replace("\ufffd", "\udc80"))

    def _add(self, text: str) -> None:
        """Append `text` as the present state has it."""
        state = self._state
        if state.list_text:
            text = text.strip()
        if state.silent or not text:
            return
        if state.deleted:
            self.deleted = True
        elif state.hidden or state.aside:
            self._aside.setdefault(state.aside or "Word 中的隐藏文字", []).append(text)
        else:
            self._characters += len(text)
            check_extent(len(self.lines), self._characters)
            if (state.bold or state.list_text) and self._lead == self._length:
                self._lead += len(text)
            self._length += len(text)
            self._text.append(text)

    def _taken(self) -> str:
        """Return the text of the present line and begin a new one."""
        text = "".join(self._text)
        self._text.clear()
        self._lead = self._length = 0
        return text

    def _end_line(self) -> None:
        """End a paragraph, or a line within one."""
        if self._state.aside:
            self._aside.setdefault(self._state.aside, []).append("\n")
            return
        if self._cells:
            self._cell.append(self._taken())
            return
        lead = self._lead
        text = self._taken()
        self.lines.append(RawLine(text, self._outline, min(lead, len(text))))
        if not self._around:
            self.lines += self._boxes
            self._boxes = []
        check_extent(len(self.lines), self._characters)

    def _open_box(self) -> None:
        """Begin a text box, whose lines come after the paragraph it hangs on."""
        if not self._state.silent:
            self._state = self._state._replace(boxes=self._state.boxes + 1)
            self._around.append((self.lines, self._text, self._lead, self._length))
            self.lines, self._text, self._lead, self._length = [], [], 0, 0

    def _close_box(self) -> None:
        """End a text box."""
        if self._text:
            self._end_line()
        self._boxes += self.lines
        self.lines, self._text, self._lead, self._length = self._around.pop()

    def _end_row(self) -> None:
        """End a table row: a line of cells, or plain lines when but one of them is filled."""
        rest = "".join([*self._cell, self._taken()])
        cells = tuple([*self._cells, rest] if rest.strip() else self._cells)
        self._cells, self._cell = [], []
        filled = [cell for cell in cells if cell.strip()]
        if len(filled) < 2:
            self.lines.extend(RawLine(cell) for cell in filled)
        else:
            self.lines.append(RawLine("\t".join(cells), cells=cells))


def _outline(number: int | None) -> int:
    """Return the heading level that `number` after \\outlinelevel means."""
    return number + 1 if number is not None and 0 <= number < 9 else 0
