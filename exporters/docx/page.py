"""The page: section properties, feet with the page number, and the head that bears the mark of a draft."""

from __future__ import annotations

from exporters.docx.elements.draft_mark import draft_mark
from exporters.docx.elements.page_number import page_number
from exporters.docx.oxml import DECLARATION, declarations
from models.layout.layout import Layout


def section_xml(layout: Layout, references: str, letter: bool = False) -> str:
    """Return the section of the whole document; no grid, since exact lines and run spacing make the page.

    The first page of a `letter` has a foot of its own, which is empty: it bears no number (10.1).
    """
    measures = layout.measures
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{measures.page_width_twips}" w:h="{measures.page_height_twips}"/>'
        f'<w:pgMar w:top="{measures.top_margin_twips}" w:right="{measures.right_margin_twips}" '
        f'w:bottom="{measures.bottom_margin_twips}" w:left="{measures.left_margin_twips}" '
        f'w:header="{measures.header_distance_twips}" w:footer="{measures.footer_distance_twips}" w:gutter="0"/>'
        f"{'<w:titlePg/>' if letter else ''}</w:sectPr>"
    )


def reference(kind: str, pages: str, relation: str) -> str:
    """Return the reference of a section to its `kind` (header or footer) on `pages` (default, even or first)."""
    return f'<w:{kind}Reference w:type="{pages}" r:id="{relation}"/>'


def footer_xml(layout: Layout, even: bool) -> str:
    """Return the foot of the even, else of the odd pages."""
    return f"{DECLARATION}<w:ftr {declarations('w')}>{page_number(layout, even)}</w:ftr>"


def header_xml(mark: str) -> str:
    """Return the page head that bears `mark`."""
    return f"{DECLARATION}<w:hdr {declarations('w')}>{draft_mark(mark)}</w:hdr>"
