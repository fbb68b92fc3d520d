"""版头 of a 信函: the mark above the 版心, two red double lines, 发文字号 on the right under the first (10.1)."""

from __future__ import annotations

from exporters.legal import legal
from exporters.measures.head import small_lines
from exporters.pages.flow import FlowLine
from exporters.pages.placed import RED, Placed, PlacedRule, moved_down
from exporters.pages.setting import Piece, Setting, Shape
from models.domain.place import HEAD, Place
from models.layout.layout import TWIPS_PER_MM
from models.layout.letter import LetterPage, letter_page
from models.layout.mark import mark_form
from models.manuscript.blocks import ManuscriptHead


def letter_head(content: ManuscriptHead, setting: Setting) -> tuple[FlowLine, ...]:
    """Return the lines above the title; what is placed on the sheet goes with the first of them."""
    measures = setting.measures
    pitch, page = measures.line_pitch_twips, letter_page(content.issuing_organ_mark, measures)
    number = Piece(legal(content.document_number), setting.body_look(), Place(HEAD, field="document_number"))
    lines: list[tuple[Placed, ...]] = []
    for line in small_lines(content):
        look = setting.body_look(setting.layout.faces.hei if line.black else "")
        lines.append(setting.one_line((Piece(legal(line.text), look, Place(HEAD, field=line.field)),), Shape(pitch)))
    lines = lines or [()]
    lines[0] = (*lines[0], *setting.one_line((number,), Shape(pitch, "right")))
    if not content.preprinted:
        top = (measures.top_margin_twips + page.first_line_twips) / TWIPS_PER_MM
        lines[0] += tuple(moved_down(item, -top) for item in _on_sheet(content, page, setting))
    return tuple(
        FlowLine(pitch, items, before=page.first_line_twips if index == 0 else 0, keep_next=True)
        for index, items in enumerate(lines))


def _on_sheet(content: ManuscriptHead, page: LetterPage, setting: Setting) -> tuple[Placed, ...]:
    """Return the mark and the rules of both double lines at their places on the sheet."""
    measures, faces = setting.measures, setting.layout.faces
    form = mark_form(content.mark_names, "", measures)
    look = setting.look(faces.title, form.pt, 0, RED, faces.title_bold, form.scale_percent)
    piece = Piece(legal(content.issuing_organ_mark), look, Place(HEAD, field="issuing_organ_mark"))
    mark = setting.one_line((piece,), Shape(form.line, "center"))
    left = (measures.page_width_twips / TWIPS_PER_MM - measures.letter_line_width_mm) / 2
    right = left + measures.letter_line_width_mm
    middles = ((rule.top_mm + rule.weight_mm / 2, rule.weight_mm) for rule in page.rules)
    rules = (PlacedRule(left, y, right, y, weight, RED) for y, weight in middles)
    return (*(moved_down(item, page.mark_top_mm) for item in mark), *rules)
