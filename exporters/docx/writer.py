"""Manuscript + Layout -> a Word file. This module knows the order of the elements, nothing of their look."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml

from exporters.docx.elements.attachment import attachment
from exporters.docx.elements.attachment_note import attachment_note
from exporters.docx.elements.body import body
from exporters.docx.elements.colophon import colophon
from exporters.docx.elements.document_number import document_number
from exporters.docx.elements.letter_head import letter_head
from exporters.docx.elements.organ_mark import organ_mark
from exporters.docx.elements.recipients import recipients
from exporters.docx.elements.signature import signature
from exporters.docx.elements.small_head import small_head
from exporters.docx.elements.title import title
from exporters.docx.oxml import declarations, paragraph
from exporters.docx.pictures import add_pictures, number_pictures
from exporters.docx.rare_characters import set_rare_characters
from exporters.docx.sections import (
    EVEN,
    ODD,
    Chunk,
    Kind,
    ended,
    footer_xml,
    header_xml,
    joined,
    reference,
    section_xml,
)
from exporters.docx.styles import THIN, font_table_xml, styles_xml
from exporters.docx.template import pack, template_path
from exporters.files import replacing
from exporters.legal import legal
from exporters.measures.head import small_lines
from exporters.page_one import gaps_of
from exporters.pages.setter import foot_pages
from models.errors import UserError
from models.layout.layout import Layout
from models.layout.turned import turned
from models.manuscript.blocks import Manuscript, ManuscriptHead
from models.text.repertoire import beyond_basic

if TYPE_CHECKING:
    from docx.document import Document

PARAGRAPH_END = "</w:p>"
LONGEST_PROPERTY = 255  # what Word takes


def write_manuscript(manuscript: Manuscript, layout: Layout, path: Path, created: datetime) -> None:
    """Write `manuscript` as a Word file to `path`, dated `created`; an older file there stays until the new is whole.

    Raises UserError when the file cannot be written.
    """
    data = manuscript_bytes(manuscript, layout, created)
    with replacing(path) as beside:
        beside.write_bytes(data)


def manuscript_bytes(manuscript: Manuscript, layout: Layout, created: datetime) -> bytes:
    """Return the Word file of `manuscript`: the same bytes for the same manuscript, layout and time `created`."""
    document = _open_template()
    _restyle(document, layout)
    references = _add_page_parts(document, manuscript, layout)
    content = body_xml(manuscript, layout, references)
    parsed = parse_xml(f"<w:document {declarations()}><w:body>{content}</w:body></w:document>")
    add_pictures(document, manuscript)
    number_pictures(parsed)
    rare = set_rare_characters(parsed, document.styles.element, layout.faces) if beyond_basic(content) else ()
    document.element.replace(document.element.body, parsed[0])
    _add(document, "fontTable", font_table_xml(layout.faces, rare), CONTENT_TYPE.WML_FONT_TABLE,
         RELATIONSHIP_TYPE.FONT_TABLE)
    _describe(document, manuscript, created)
    stream = BytesIO()
    document.save(stream)
    return _without_clock(stream)


def _without_clock(stream: BytesIO) -> bytes:
    """Return the package in `stream` without the time of writing that python-docx puts at its members."""
    made = BytesIO()
    with ZipFile(stream) as package:
        pack({name: package.read(name) for name in package.namelist()}, made)
    return made.getvalue()


def body_xml(manuscript: Manuscript, layout: Layout, references: Mapping[Kind, str]) -> str:
    """Return the elements of `manuscript` in their sections; `references` are those of each kind to its feet."""
    *above, last = joined(_chunks(manuscript, layout))
    parts = []
    letter = manuscript.letter  # only of the first section is the first page one without a number
    for chunk in above:
        parts.append(ended(chunk.xml, section_xml(layout, chunk.kind, references[chunk.kind], letter)))
        letter = False
    return "".join(parts) + last.xml + section_xml(layout, last.kind, references[last.kind], letter)


def _chunks(manuscript: Manuscript, layout: Layout) -> list[Chunk]:
    """Return the elements of `manuscript` in the order of the standard: 版头, 主体, attachments, 版记."""
    head, gaps = manuscript.head, gaps_of(manuscript, layout)
    text_gap = 0 if manuscript.main_recipients else gaps.under_title
    main_part = (
        _head(head, gaps.under_mark, layout) if head is not None else "",
        title(manuscript.title_lines, gaps.over_title),
        recipients(manuscript.main_recipients, gaps.under_title, layout),
        body(manuscript.blocks, layout, text_gap, manuscript.ended),
        attachment_note(manuscript.attachment_notes, layout),
        signature(manuscript, layout),
    )
    chunks = [Chunk(Kind.UPRIGHT, "".join(main_part))]
    for each in manuscript.attachments:
        kind = Kind.TURNED if each.landscape else Kind.UPRIGHT
        chunks.append(Chunk(kind, attachment(each, turned(layout) if each.landscape else layout)))
    return chunks + _foot(manuscript, layout, chunks[-1])


def _foot(manuscript: Manuscript, layout: Layout, last: Chunk) -> list[Chunk]:
    """Return the 版记 behind the `last` chunk: on its last page when it may, else on a page of its own (7.4, 7.5).

    Without 版记 nothing follows, or a full last page would be followed by a blank one; but a file ends in a paragraph.
    """
    content = manuscript.colophon
    if content is None:
        return [] if last.xml.endswith(PARAGRAPH_END) else [Chunk(last.kind, paragraph(THIN, ""))]
    # Without a new page the box would push the lines it meets over to the next page: programs differ in how many.
    pages = foot_pages(manuscript, layout)
    new_page = pages > 0 and (last.kind is Kind.UPRIGHT or manuscript.colophon_on_even_page)
    written = colophon(content, layout, ruled=not manuscript.letter, new_page=new_page)
    if pages > 1:  # a blank page before it: neither bears a number
        return [Chunk(Kind.UNNUMBERED, paragraph(THIN, "") + written)]
    return [Chunk(Kind.UPRIGHT, written)]


def _head(head: ManuscriptHead, gap: int, layout: Layout) -> str:
    """Return the 版头, `gap` twips between 标志 and 发文字号."""
    if head.letter:
        return letter_head(head, layout)
    small = small_lines(head)
    mark = organ_mark(head, small, gap, layout)
    return small_head(small, layout) + mark + document_number(head, layout)


def _open_template() -> Document:
    """Return our own blank document; UserError when the program's folder is damaged."""
    try:
        return docx.Document(BytesIO(template_path().read_bytes()))
    except (OSError, BadZipFile) as error:
        raise UserError("程序自带的空白文档读不出来，没有导出。", "请重新解压或安装本程序后再试。") from error


def _restyle(document: Document, layout: Layout) -> None:
    """Give the template the styles of `layout`."""
    root = document.styles.element
    root[:] = list(parse_xml(styles_xml(layout).encode("utf-8")))


def _add_page_parts(document: Document, manuscript: Manuscript, layout: Layout) -> dict[Kind, str]:
    """Add page feet and, for a draft, page heads to the package; return the references of each kind of section.

    Feet that no section has are not written.
    """
    types, kinds = CONTENT_TYPE, RELATIONSHIP_TYPE
    heads = ""
    if manuscript.draft_mark:
        relation = _add(document, "header1", header_xml(manuscript.draft_mark), types.WML_HEADER, kinds.HEADER)
        pages_with_head = (ODD, EVEN, "first") if manuscript.letter else (ODD, EVEN)
        heads = "".join(reference("header", pages, relation) for pages in pages_with_head)
    wanted = [Kind.UPRIGHT]
    wanted += [Kind.TURNED] if any(each.landscape for each in manuscript.attachments) else []
    wanted += [Kind.UNNUMBERED] if manuscript.colophon_on_even_page else []
    references = {}
    number = 0
    for kind in wanted:
        references[kind] = heads
        for pages in (ODD, EVEN):
            number += 1
            foot = footer_xml(layout, kind, pages == EVEN)
            relation = _add(document, f"footer{number}", foot, types.WML_FOOTER, kinds.FOOTER)
            references[kind] += reference("footer", pages, relation)
    return references


def _add(document: Document, name: str, xml: str, content_type: str, kind: str) -> str:
    """Add a part with the text `xml` and return its relation."""
    package = document.part.package
    assert package is not None
    part = Part(PackURI(f"/word/{name}.xml"), content_type, xml.encode("utf-8"), package)
    return document.part.relate_to(part, kind)


def _describe(document: Document, manuscript: Manuscript, created: datetime) -> None:
    """Write the file's own properties: title, organ and time, and nothing of the person or the PC."""
    properties = document.core_properties
    properties.title = legal(manuscript.plain_title)[:LONGEST_PROPERTY]
    properties.author = legal(manuscript.organ)[:LONGEST_PROPERTY]
    properties.last_modified_by = ""
    properties.created = properties.modified = created.astimezone(UTC).replace(tzinfo=None)
