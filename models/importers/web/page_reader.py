"""The tags of a web page as they come, to lines: what a browser would show, block by block."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.errors import UserError
from models.importers.docx.figures import figure
from models.importers.gate import check_extent
from models.importers.web.tags import BLOCKS, HEADINGS, SILENT, reason_to_leave_out, style_of
from models.text.pattern import Pattern

DEPTH_LIMIT = 20_000  # unclosed tags of a careless page go deep, but not deeper
_TABLE_DEPTH = 12  # a table within so many others is no table any more
_CELL_LINES, _CELL_LENGTH = 3, 2_000  # a cell with more is there for the layout of the page
_NUMBERS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_BLANKS = " \u00a0\u2002\u2003\u2009"  # pages indent with them
_FOLDED = Pattern("(?<=[\u2e80-\uffef])[ \t]*[\r\n][ \t\r\n]*(?=[\u2e80-\uffef])")
_SPACES = Pattern("[ \t\r\n\f]+")


@dataclass(slots=True)
class PageLine:
    """A line of the page in the element `element`; `links` of its characters are links. `aside`: why it is no text."""

    text: str
    element: int
    outline: int = 0
    lead: int = 0
    links: int = 0
    aside: str = ""
    cells: tuple[str, ...] = ()


@dataclass(slots=True)
class _Open:
    """An element that is open: what it changes for the text in it."""

    tag: str
    aside: str
    bold: bool
    link: bool
    kept_breaks: bool
    list_mark: bool
    outline: int
    element: int = -1  # number of a block; -1 for what stands within a line
    counter: int = 0  # of a numbered list
    numbers: str = ""


@dataclass(slots=True)
class PageReader:
    """Takes what lxml's parser calls out; `lines` is the page, `parents` and `ends` the nesting of its blocks.

    `articles` are the blocks that the page itself calls its article.
    """

    lines: list[PageLine] = field(default_factory=list)
    parents: list[int] = field(default_factory=lambda: [-1])
    ends: list[int] = field(default_factory=lambda: [-1])  # first block after each
    articles: list[int] = field(default_factory=list)
    pictures: int = 0
    deletions: int = 0
    _stack: list[_Open] = field(default_factory=lambda: [_Open("", "", False, False, False, False, 0, 0)])
    _sinks: list[list[PageLine]] = field(default_factory=list)
    _rows: list[list[list[PageLine]]] = field(default_factory=list)
    _blocks: list[int] = field(default_factory=lambda: [0])
    _parts: list[str] = field(default_factory=list)
    _lead: list[str] = field(default_factory=list)
    _leading: bool = True
    _links: int = 0
    _asides: list[tuple[str, str]] = field(default_factory=list)  # with the reason
    _mark: str = ""  # number of a list item whose text has not begun
    _silent: int = 0
    _count: int = 0
    _characters: int = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take the opening `tag`."""
        if self._silent or self._falls_silent(tag, attributes):
            self._silent += 1
            return
        if len(self._stack) > DEPTH_LIMIT:
            raise UserError("网页的内部结构嵌套过深，为安全起见没有读入。", "请把正文复制出来，用“粘贴读入”。")
        opened = self._opened(tag, attributes)
        if tag in BLOCKS:
            self._break()
            opened.element = len(self.parents)
            self.parents.append(self._blocks[-1])
            self.ends.append(-1)
            self._blocks.append(opened.element)
            if tag == "article":
                self.articles.append(opened.element)
        self._stack.append(opened)
        if tag == "tr" and len(self._rows) < _TABLE_DEPTH:
            self._rows.append([])
            opened.counter = 1
        elif tag in ("td", "th") and self._rows and self._stack[-2].counter:
            self._sinks.append([])
            opened.counter = 1
        elif tag == "li":
            self._number(attributes)

    def end(self, tag: str) -> None:
        """Take the closing `tag`."""
        if self._silent:
            self._silent -= 1
            return
        if len(self._stack) < 2:
            return
        closed = self._stack[-1]
        if closed.element >= 0 or closed.tag == "br":
            self._break()
        if closed.element >= 0:
            self.ends[closed.element] = len(self.parents)
            self._blocks.pop()
        if closed.counter and closed.tag in ("td", "th"):
            self._rows[-1].append(self._sinks.pop())
        elif closed.counter and closed.tag == "tr":
            self._close_row(self._rows.pop(), closed.element)
        self._stack.pop()

    def data(self, text: str) -> None:
        """Take the characters `text`."""
        if self._silent:
            return
        here = self._stack[-1]
        if here.list_mark:
            text = text.replace("\u00a0", "").strip()
        if here.kept_breaks and "\n" in text:
            for line in text.split("\n")[:-1]:
                self._add(line, here)
                self._break()
            text = text.rpartition("\n")[2]
        self._add(text, here)

    def comment(self, text: str) -> None:
        """Pass over the comment `text`."""

    def pi(self, target: str, text: str | None = None) -> None:
        """Pass over the processing instruction `target`."""

    def close(self) -> PageReader:
        """Return the page that was read."""
        self._break()
        self.ends = [len(self.parents) if end < 0 else end for end in self.ends]
        return self

    def _falls_silent(self, tag: str, attributes: dict[str, str]) -> bool:
        """Return whether nothing in `tag` is text; count the pictures and deletions among such tags."""
        self.pictures += tag == "img"
        self.deletions += tag == "del"
        if tag in SILENT:
            return True
        name = attributes.get("class", "")
        return name.startswith("sdfootnote") or "MsoCommentReference" in name or "MsoFootnoteReference" in name

    def _opened(self, tag: str, attributes: dict[str, str]) -> _Open:
        """Return the element `tag` with what it inherits."""
        outer = self._stack[-1]
        style = style_of(attributes)
        bold = outer.bold or tag in ("b", "strong") or "font-weight:bold" in style or "font-weight:700" in style
        return _Open(
            tag, outer.aside or reason_to_leave_out(tag, attributes, style), bold, outer.link or tag == "a",
            outer.kept_breaks or tag == "pre" or "white-space:pre" in style,
            outer.list_mark or "mso-list:ignore" in style, HEADINGS.get(tag, outer.outline),
            numbers=_NUMBERS.get(attributes.get("type", "1"), "decimal") if tag == "ol" else "",
            counter=_whole(attributes.get("start", "1")) if tag == "ol" else 0,
        )

    def _number(self, attributes: dict[str, str]) -> None:
        """Write the number of the list item that has just been opened, as a browser shows it."""
        around = self._stack[-2]
        if around.tag != "ol" or around.element < 0:
            return
        if "value" in attributes:
            around.counter = _whole(attributes["value"])
        self._mark = f"{figure(around.counter, around.numbers)}. "
        around.counter += 1

    def _add(self, text: str, here: _Open) -> None:
        """Append `text`, which stands in `here`, to the present line."""
        if self._mark and text.strip():
            self._mark, text = "", f"{self._mark}{text.lstrip()}"
        if here.aside:
            self._asides.append((text, here.aside))
            return
        if not text:
            return
        self._parts.append(text)
        if text.strip():
            self._leading = self._leading and (here.bold or here.list_mark)
            self._links += len(text.strip()) if here.link else 0
        if self._leading:
            self._lead.append(text)

    def _break(self) -> None:
        """End the present line."""
        if self._asides:
            self._put_aside()
        if not self._parts:
            return
        text = _settled("".join(self._parts))
        if text:
            here = self._stack[-1]
            self._count += 1
            self._characters += len(text)
            check_extent(self._count, self._characters)
            lead = min(len(_settled("".join(self._lead))), len(text))
            line = PageLine(text, self._blocks[-1], here.outline, lead, self._links)
            (self._sinks[-1] if self._sinks else self.lines).append(line)
        self._parts, self._lead, self._leading, self._links = [], [], True, 0

    def _put_aside(self) -> None:
        """Keep what stands within the present line and is no text."""
        text, reason = _settled("".join(text for text, _ in self._asides)), self._asides[0][1]
        self._asides = []
        if text:
            self.lines.append(PageLine(text, self._blocks[-1], aside=reason))

    def _close_row(self, cells: list[list[PageLine]], element: int) -> None:
        """Add the table row of `cells`: a line of cells, or their lines when the table only lays out the page."""
        sink = self._sinks[-1] if self._sinks else self.lines
        filled = [cell for cell in cells if cell]
        length = sum(len(line.text) for cell in filled for line in cell)
        plain = all(len(cell) <= _CELL_LINES and not any(line.cells for line in cell) for cell in filled)
        if len(filled) < 2 or not plain or length > _CELL_LENGTH:
            sink.extend(line for cell in filled for line in cell)
            return
        texts = tuple("".join(line.text for line in cell) for cell in cells)
        links = sum(line.links for cell in filled for line in cell)
        sink.append(PageLine("\t".join(texts), element, links=links, cells=texts))


def _settled(text: str) -> str:
    """Return `text` with its blanks as a browser shows them; a line folded between Chinese characters is one line."""
    return _SPACES.sub(" ", _FOLDED.sub("", text)).strip(_BLANKS)


def _whole(text: str) -> int:
    """Return the number `text`; 1 when it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1
