"""Sections of the document: upright and turned pages, and pages without a number; what stands in their feet."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from exporters.docx import styles
from exporters.docx.drawing import turned_box
from exporters.docx.elements.draft_mark import draft_mark
from exporters.docx.elements.page_number import page_number, page_number_runs
from exporters.docx.oxml import DECLARATION, Setting, declarations, paragraph
from models.layout.layout import TWIPS_PER_MM, TWIPS_PER_PT, Layout
from models.layout.turned import turned

PARAGRAPH = "<w:p><w:pPr>"
FOOT_DRAWING = 31
ODD, EVEN = "default", "even"


class Kind(Enum):
    """A kind of section: how its pages lie, and whether they bear numbers."""

    UPRIGHT = "upright"
    TURNED = "turned"
    UNNUMBERED = "unnumbered"


class Chunk(NamedTuple):
    """Content that stands in one section."""

    kind: Kind
    xml: str


def joined(chunks: list[Chunk]) -> list[Chunk]:
    """Return `chunks` with neighbours of one kind made one."""
    sections: list[Chunk] = []
    for chunk in chunks:
        if sections and sections[-1].kind is chunk.kind:
            sections[-1] = Chunk(chunk.kind, sections[-1].xml + chunk.xml)
        else:
            sections.append(chunk)
    return sections


def ended(content: str, section: str) -> str:
    """Return `content` with the properties `section` in its last paragraph: there that section ends."""
    if content.endswith("</w:tbl>"):
        content += paragraph(styles.THIN, "")
    end = content.index("</w:pPr>", content.rindex(PARAGRAPH))
    return content[:end] + section + content[end:]


def section_xml(layout: Layout, kind: Kind, references: str, letter: bool = False) -> str:
    """Return the properties of a section; no grid, since exact lines and run spacing make the page.

    The first page of a `letter` has a foot of its own, which is empty: it bears no number (10.1).
    """
    measures = turned(layout).measures if kind is Kind.TURNED else layout.measures
    side = ' w:orient="landscape"' if kind is Kind.TURNED else ""
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{measures.page_width_twips}" w:h="{measures.page_height_twips}"{side}/>'
        f'<w:pgMar w:top="{measures.top_margin_twips}" w:right="{measures.right_margin_twips}" '
        f'w:bottom="{measures.bottom_margin_twips}" w:left="{measures.left_margin_twips}" '
        f'w:header="{measures.header_distance_twips}" w:footer="{measures.footer_distance_twips}" w:gutter="0"/>'
        f"{'<w:titlePg/>' if letter else ''}</w:sectPr>"
    )


def reference(kind: str, pages: str, relation: str) -> str:
    """Return the reference of a section to its `kind` (header or footer) on `pages` (default, even or first)."""
    return f'<w:{kind}Reference w:type="{pages}" r:id="{relation}"/>'


def footer_xml(layout: Layout, kind: Kind, even: bool) -> str:
    """Return the foot of the even, else of the odd pages of a section of `kind`."""
    content = paragraph(styles.THIN, "")
    if kind is Kind.UPRIGHT:
        content = page_number(layout, even)
    elif kind is Kind.TURNED:
        content = paragraph(styles.THIN, _turned_number(layout, even))
    prefixes = () if kind is Kind.TURNED else ("w",)
    return f"{DECLARATION}<w:ftr {declarations(*prefixes)}>{content}</w:ftr>"


def _turned_number(layout: Layout, even: bool) -> str:
    """Return a box with the page number where it stands on upright sheets, turned with the sheet."""
    measures = layout.measures
    # Upright, the foot's line ends `footer_distance` over the sheet's lower edge: here that is the left edge.
    left_mm = measures.footer_distance_twips / TWIPS_PER_MM
    one = round(measures.page_number_pt * TWIPS_PER_PT)
    setting = Setting(left=one, align="left") if even else Setting(right=one, align="right")
    number = paragraph(styles.PAGE_NUMBER, page_number_runs(layout), setting)
    top_mm = measures.left_margin_twips / TWIPS_PER_MM
    size = (measures.page_number_line_twips, measures.text_width_twips)
    return turned_box("页码", FOOT_DRAWING + even, (left_mm, top_mm), size, number)


def header_xml(mark: str) -> str:
    """Return the page head that bears `mark`."""
    return f"{DECLARATION}<w:hdr {declarations('w')}>{draft_mark(mark)}</w:hdr>"
