"""Manuscript -> a web page that survives the editors of government web sites.

Those editors throw away classes, style sheets and scripts, and keep plain tags with short styles written into them.
So there is nothing else: headings h1 to h5, paragraphs two characters in, tables with their head, pictures. Faces
and sizes are left to the web site; the first sentence of a numbered paragraph, in 楷体 on paper, is not made bold for
it, since a bold beginning reads as a heading.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from lxml.html import HtmlElement, builder, tostring

from exporters.files import replacing
from exporters.web.lines import Grid, Line, Piece, Role, Shown, pieces_of
from models.layout.layout import Layout, Words
from models.manuscript.blocks import Manuscript

LANGUAGE = "zh-CN"
INDENTED, CENTRED, RIGHT = "text-indent:2em", "text-align:center", "text-align:right"
STYLES = {
    Role.DRAFT_MARK: RIGHT, Role.MARK: CENTRED, Role.DOCUMENT_NUMBER: CENTRED, Role.SIGNATORY: RIGHT,
    Role.BODY: INDENTED, Role.NOTE: INDENTED, Role.SIGNATURE: RIGHT, Role.REMARK: INDENTED,
    Role.ATTACHMENT_TITLE: CENTRED, Role.CAPTION: CENTRED,
}
UNDER_FIRST_NOTE = "text-indent:5em"  # two characters, and the three of 附件：
TABLE = "border-collapse:collapse;width:100%"
HOLDERS = ("html", "head", "body", "article", "section", "table", "thead", "tbody", "tr")
BLOCKS = ("meta", "title", "h1", "h2", "h3", "h4", "h5", "p", "th", "td")
PNG = b"\x89PNG"
CELL = "border:1px solid #000000;padding:4px 8px"


def write_html(manuscript: Manuscript, layout: Layout, path: Path, created: datetime) -> None:
    """Write `manuscript` as a web page to `path`; UserError when it cannot be written. A page bears no time."""
    data = html_bytes(manuscript, layout.words)
    with replacing(path) as beside:
        beside.write_bytes(data)


def html_bytes(manuscript: Manuscript, words: Words) -> bytes:
    """Return the web page of `manuscript` in UTF-8."""
    head = builder.HEAD(
        builder.META(charset="utf-8"),
        builder.META(name="viewport", content="width=device-width, initial-scale=1"),
        builder.TITLE(next(_titles(manuscript, words), "")),
    )
    page = builder.HTML(head, builder.BODY(_article(manuscript, words)), lang=LANGUAGE)
    _break_lines(page)
    data: bytes = tostring(page, encoding="utf-8", doctype="<!DOCTYPE html>")
    return data


def html_fragment(manuscript: Manuscript, words: Words) -> str:
    """Return what stands in the page of `manuscript`, without the page around it: for the clipboard."""
    article = _article(manuscript, words)
    _break_lines(article)
    return "".join(tostring(each, encoding="unicode") for each in article)


def _break_lines(page: HtmlElement) -> None:
    """Put every block of `page` on a line of its own; within a paragraph a line end would show as a blank."""
    for element in page.iter(*HOLDERS, *BLOCKS):
        element.tail = "\n"
        if element.tag in HOLDERS:
            element.text = "\n"


def _titles(manuscript: Manuscript, words: Words) -> Iterator[str]:
    return (each.text for each in pieces_of(manuscript, words) if isinstance(each, Line) and each.role is Role.TITLE)


def _article(manuscript: Manuscript, words: Words) -> HtmlElement:
    """Return the article of `manuscript`; each attachment, and what stands after the last, is a section of it."""
    article = _element("article")
    here = article
    for piece in pieces_of(manuscript, words):
        role = piece.role if isinstance(piece, Line) else None
        if role is Role.ATTACHMENT_LABEL:
            here = _element("section")
            article.append(here)
        elif role is Role.COLOPHON:
            here = article
        here.append(_piece(piece))
    return article


def _piece(piece: Piece) -> HtmlElement:
    if isinstance(piece, Grid):
        return _table(piece)
    if isinstance(piece, Shown):
        return _picture(piece)
    if piece.role is Role.TITLE:
        return _element("h1", piece.text, CENTRED)
    if piece.role is Role.HEADING:
        return _element(f"h{piece.level + 1}", piece.text)
    if piece.role is Role.ATTACHMENT_TITLE:
        return _element("h2", piece.text, CENTRED)
    if piece.role is Role.NOTE and piece.level:
        return _element("p", piece.text, UNDER_FIRST_NOTE)
    return _element("p", piece.text, STYLES.get(piece.role, ""))


def _picture(shown: Shown) -> HtmlElement:
    """Return the picture with its file in the page itself: it is sent and copied as one."""
    image: HtmlElement = builder.E("img", src=_inline(shown.data), alt=shown.described)
    image.set("style", f"width:{shown.percent}%;max-width:100%")
    paragraph = _element("p", style=CENTRED)
    paragraph.append(image)
    return paragraph


def _inline(data: bytes) -> str:
    """Return the file `data` as an address that holds it."""
    kind = "png" if data.startswith(PNG) else "jpeg"
    return f"data:image/{kind};base64,{b64encode(data).decode('ascii')}"


def _table(grid: Grid) -> HtmlElement:
    rows = [_row(cells, "th" if index == 0 else "td") for index, cells in enumerate(grid.rows)]
    table = _element("table", style=TABLE)
    for name, held in (("thead", rows[:1]), ("tbody", rows[1:])):
        if held:
            part = _element(name)
            part.extend(held)
            table.append(part)
    return table


def _row(cells: tuple[str, ...], tag: str) -> HtmlElement:
    row = _element("tr")
    for cell in cells:
        lines = cell.splitlines() or [""]
        element = _element(tag, lines[0], CELL)
        for line in lines[1:]:
            ended = _element("br")
            ended.tail = line
            element.append(ended)
        row.append(element)
    return row


def _element(tag: str, text: str = "", style: str = "") -> HtmlElement:
    """Return the element `tag` with `text` in the look `style`."""
    element: HtmlElement = builder.E(tag)
    if style:
        element.set("style", style)
    element.text = text or None
    return element
