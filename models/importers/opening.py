"""Any readable file, or what was pasted, to clean paragraphs: each kind by its own reader, loaded when it is needed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from models.errors import UserError
from models.importers.gate import Admitted, TEXT_LIMIT, admit, check_extent
from models.importers.kinds import PDF, RICH_TEXT, TEXT, WEB_ARCHIVE, WEB_PAGE, WORD
from models.importers.raw_line import RawLine, RawText
from models.text.cleaning import clean


class Pasted(NamedTuple):
    """What a clerk copied elsewhere: the plain `text`, and the same as `page` in HTML, empty when there is none."""

    text: str
    page: str = ""
    name: str = "粘贴的文字"


_SHORTEST, _LONGEST = 16, 120  # characters of a line that a page may have cut
_BLANKS = " \t\u3000"
_SENTENCE_ENDS = frozenset("。：；")
_FEW = 2
_REST = 40  # characters, blanks before them included, of a line that may be the end of the heading above it
_SHORTEST_HEADING = 10
_COUNTING = frozenset("一二三四五六七八九十第（(")
_HEADING = _COUNTING | frozenset("#*")

Source: TypeAlias = Path | Pasted


def read_lines(source: Source, pictures: bool = False) -> RawText:
    """Return the clean paragraphs of `source`, its pictures too when they are wanted.

    UserError when it cannot be read or holds no text.
    """
    raw = _cleaned(_read_pasted(source) if isinstance(source, Pasted) else _read_admitted(admit(source), pictures))
    if not raw.rejoined and _may_be_wrapped(raw.lines):
        from models.importers.wrapped.reading import unwrapped

        raw = unwrapped(raw)
    if _may_tear_a_heading(raw.lines):
        from models.importers.torn_headings import with_whole_headings

        raw = with_whole_headings(raw)
    if not any(line.text.strip() for line in raw.lines):
        raise UserError(f"“{source.name}”里没有文字。", "请检查是否选对了内容；扫描件要先转成文字。")
    return raw


def _may_be_wrapped(lines: Sequence[RawLine]) -> bool:
    """Return whether enough of `lines` are as short as those of a page and end within a sentence."""
    short = (line.text for line in lines if _SHORTEST <= len(line.text) <= _LONGEST and "|" not in line.text)
    return sum(text[-1] not in _SENTENCE_ENDS and text.lstrip(_BLANKS)[:1] not in _HEADING for text in short) > _FEW


def _may_tear_a_heading(lines: Sequence[RawLine]) -> bool:
    """Return whether a line with a number, short as a heading, is followed by one shorter still."""
    return any(
        0 < len(after.text) <= _REST and _SHORTEST_HEADING < len(before.text) <= _LONGEST
        and before.text.lstrip(_BLANKS)[:1] in _COUNTING
        for before, after in zip(lines, lines[1:])
    )


def _read_admitted(admitted: Admitted, pictures: bool) -> RawText:
    """Return the paragraphs of a file that passed the gate."""
    path, kind, data = admitted
    if kind == TEXT:
        from models.importers.decoding import decode

        return _read_text(decode(data, path.name).text)
    if kind == WORD:
        from models.importers.docx.reading import read_word

        return read_word(path, pictures)
    if kind == PDF:
        from models.importers.pdf.reading import read_pdf

        return read_pdf(data, path.name)
    if kind in (WEB_PAGE, WEB_ARCHIVE):
        from models.importers.web.reading import read_archive, read_page

        return read_page(data, path.name) if kind == WEB_PAGE else read_archive(data, path.name)
    if kind == RICH_TEXT:
        from models.importers.rich_text.reading import read_rich_text

        return read_rich_text(data)
    from models.importers.binary_word.reading import read_binary_word

    return read_binary_word(data, path)


def _read_pasted(pasted: Pasted) -> RawText:
    """Return the paragraphs of what was pasted: of the web page when its HTML came along, else of the text."""
    if max(len(pasted.text), len(pasted.page)) > TEXT_LIMIT:
        raise UserError("要读入的内容太多，没有读入。", "请只复制报告正文。")
    if not pasted.page.strip():
        return _read_text(pasted.text)
    from models.importers.web.reading import read_markup_text

    return read_markup_text(pasted.page, pasted.name)


def _read_text(text: str) -> RawText:
    """Return the lines of the plain `text`."""
    cleaned = clean(text)
    check_extent(cleaned.text.count("\n") + 1, len(cleaned.text))
    return RawText(tuple(RawLine(line) for line in cleaned.text.split("\n")), notes=cleaned.notes)


def _cleaned(raw: RawText) -> RawText:
    """Return `raw` with every paragraph clean, and what was cleaned among its notes."""
    cleaned = clean("\n".join(line.text for line in raw.lines))
    if not cleaned.notes:
        return raw
    lines = tuple(
        RawLine(text, line.outline, min(line.lead, len(text)), tuple(clean(cell).text for cell in line.cells))
        for line in raw.lines for text in clean(line.text).text.split("\n")
    )
    return raw._replace(lines=lines, notes=(*raw.notes, *cleaned.notes))
