"""Any readable file, or what was pasted, to clean paragraphs: each kind by its own reader, loaded when it is needed."""

from __future__ import annotations

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


Source: TypeAlias = Path | Pasted


def read_lines(source: Source) -> RawText:
    """Return the clean paragraphs of `source`; UserError when it cannot be read or holds no text."""
    raw = _cleaned(_read_pasted(source) if isinstance(source, Pasted) else _read_admitted(admit(source)))
    if not any(line.text.strip() for line in raw.lines):
        raise UserError(f"“{source.name}”里没有文字。", "请检查是否选对了内容；扫描件要先转成文字。")
    return raw


def _read_admitted(admitted: Admitted) -> RawText:
    """Return the paragraphs of a file that passed the gate."""
    path, kind, data = admitted
    if kind == TEXT:
        from models.importers.decoding import decode

        return _read_text(decode(data, path.name).text)
    if kind == WORD:
        from models.importers.docx.reading import read_word

        return read_word(path)
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
    return RawText(lines, raw.left_out, (*raw.notes, *cleaned.notes))
