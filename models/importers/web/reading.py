"""A web page, saved or pasted, to lines: the article, with the page around it left out. Nothing is ever fetched."""

from __future__ import annotations

from typing import Any

from lxml import etree

from models.domain.source_document import LeftOut
from models.errors import UserError
from models.importers.decoding import decode
from models.importers.raw_line import RawText
from models.importers.web.archive import page_of_archive
from models.importers.web.article import article_of
from models.importers.web.page_reader import PageReader
from models.text.cleaning import clean
from models.text.pattern import Pattern

_HEAD = 4096
_CHARSET = Pattern(r"(?i)charset\s*=\s*[\"']?\s*([\w-]{2,20})")
_CHINESE = ("gb", "gbk", "gb2312", "gb18030", "gb_2312-80", "x-gbk", "cp936", "936")
_OTHERS = ("big5", "big5-hkscs", "hz-gb-2312")  # what `decode` would not tell by itself
_CLIPBOARD = Pattern(r"Version:\d\.\d\s+StartHTML:")
_ADVICE = "请在浏览器中打开，把正文复制出来，用“粘贴读入”。"


def read_page(data: bytes, name: str) -> RawText:
    """Return the article of the web page `data` called `name`; UserError when it cannot be read."""
    return read_markup_text(_decoded(data, name), name)


def read_archive(data: bytes, name: str) -> RawText:
    """Return the article of the archived web page `data` called `name` (.mht); UserError when it cannot be read."""
    page, charset = page_of_archive(data, name)
    return read_markup_text(_decoded(page, name, charset), name)


def read_markup_text(markup: str, name: str) -> RawText:
    """Return the article of the page whose HTML is `markup`; UserError when it cannot be read."""
    cleaned = clean(_without_clipboard_head(markup))
    target: Any = PageReader()
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True, no_network=True)
    try:
        page = etree.fromstring(cleaned.text.encode("utf-8"), parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise UserError(f"“{name}”里的网页内容已损坏，读不出来。", _ADVICE) from error
    if not isinstance(page, PageReader):
        raise UserError(f"“{name}”里没有文字。", "请检查是否选对了文件。")
    lines, left_out = article_of(page)
    notes = list(cleaned.notes)
    if page.pictures:
        notes.append(f"网页里有 {page.pictures} 张图片，没有读入")
    if page.deletions:
        notes.append("网页带有修订痕迹：按“接受全部修订”读入，已删除的文字没有读入")
    return RawText(tuple(lines), tuple(_bounded(each) for each in left_out), tuple(notes))


def _bounded(left_out: LeftOut) -> LeftOut:
    """Return `left_out` with no more text than a clerk may want to look through."""
    limit = 20_000
    return left_out if len(left_out.text) <= limit else LeftOut(f"{left_out.text[:limit]}……", left_out.reason)


def _decoded(data: bytes, name: str, charset: str = "") -> str:
    """Return the text of the page `data` by what it says of itself where that alone can tell, else by trial."""
    said = _CHARSET.search(data[:_HEAD].decode("latin-1"))
    declared = (charset or (said[1] if said else "")).lower()
    if declared in _OTHERS:
        try:
            return data.decode(declared)
        except UnicodeDecodeError:
            pass
    if declared in _CHINESE:
        try:
            return data.decode("gb18030")
        except UnicodeDecodeError:
            pass
    return decode(data, name).text


def _without_clipboard_head(markup: str) -> str:
    """Return `markup` without the lines that Windows puts before a copied page."""
    if not _CLIPBOARD.search(markup[:60]):
        return markup
    begin = markup.find("<")
    return markup[begin:] if begin >= 0 else ""
