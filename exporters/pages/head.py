"""版头: 份号 to 紧急程度, 发文机关标志, 发文字号 and 签发人, and the red line under them (7.2)."""

from __future__ import annotations

from exporters.legal import legal
from exporters.measures.head import (
    SmallLine,
    red_line_top_mm,
    side_indent,
    signatory_columns,
    signatory_rows,
    small_lines,
    space_above_mark,
)
from exporters.page_one import gaps_of
from exporters.pages.flow import FlowLine
from exporters.pages.letter_head import letter_head
from exporters.pages.lines import Look
from exporters.pages.placed import RED, PlacedRule, PlacedText
from exporters.pages.setting import Piece, Setting, Shape
from models.domain.place import HEAD, Place
from models.layout.layout import TWIPS_PER_MM
from models.layout.mark import MarkForm, mark_form
from models.manuscript.blocks import Manuscript, ManuscriptHead


def head(manuscript: Manuscript, setting: Setting) -> tuple[FlowLine, ...]:
    """Return the lines of the 版头 of `manuscript`; none in a form without it."""
    content = manuscript.head
    if content is None:
        return ()
    if content.letter:
        return letter_head(content, setting)
    small = small_lines(content)
    return (
        *(_small(each, setting) for each in small),
        _mark(content, small, gaps_of(manuscript, setting.layout).under_mark, setting),
        *_number_lines(content, setting),
    )


def _small(line: SmallLine, setting: Setting) -> FlowLine:
    """Return one line of those at the top left."""
    pitch = setting.measures.line_pitch_twips
    look = setting.body_look(setting.layout.faces.hei if line.black else "")
    piece = Piece(legal(line.text), look, Place(HEAD, field=line.field))
    return FlowLine(pitch, setting.one_line((piece,), Shape(pitch)), before=line.skipped * pitch)


def _mark(content: ManuscriptHead, above: tuple[SmallLine, ...], gap: int, setting: Setting) -> FlowLine:
    """Return the line of the 发文机关标志, `gap` twips over the next one; several names are one high line."""
    faces = setting.layout.faces
    form = mark_form(content.mark_names, content.mark_word, setting.measures)
    before = space_above_mark(form, above, setting.measures)
    look = setting.look(faces.title, form.pt, 0, RED, faces.title_bold, form.scale_percent)
    items: tuple[PlacedText, ...] = ()
    if content.preprinted:
        pass
    elif content.joint_organs:
        items = _joint_mark(content, form, look, setting)
    else:
        piece = Piece(legal(content.issuing_organ_mark), look, Place(HEAD, field="issuing_organ_mark"))
        items = setting.one_line((piece,), Shape(form.line, "center"))
    return FlowLine(form.height, items, before, gap, keep_next=True)


def _joint_mark(content: ManuscriptHead, form: MarkForm, look: Look, setting: Setting) -> tuple[PlacedText, ...]:
    """Return the names one under the other, all as wide as the longest, and 文件 in the middle of their right."""
    left = round((setting.measures.text_width_twips - form.names_width - form.word_width) / 2)
    place = Place(HEAD, field="joint_organs")
    placed: list[PlacedText] = []
    for index, name in enumerate(content.joint_organs):
        piece = Piece(legal(name), look, place)
        gaps = len(piece.text) - 1
        spare = max(0.0, form.names_width - setting.width(piece.text, look)) / TWIPS_PER_MM
        text = setting.text(left, (setting.baseline(form.line) + index * form.line / TWIPS_PER_MM), piece)
        wide = tuple(each + spare / gaps for each in text.advances[:-1]) if gaps > 0 else ()
        placed.append(text._replace(advances=(*wide, *text.advances[-1:])))
    if content.mark_word:
        middle = (form.height - form.line) / 2 / TWIPS_PER_MM + setting.baseline(form.line)
        word = Piece(content.mark_word, look, Place(HEAD, field="issuing_organ_mark"))
        right = left + form.names_width + form.word_width
        placed.append(setting.text(right - setting.width(word.text, look), middle, word))
    return tuple(placed)


def _number_lines(content: ManuscriptHead, setting: Setting) -> tuple[FlowLine, ...]:
    """Return the lines of the 签发人; the last bears the 发文字号 and the red line."""
    measures = setting.measures
    pitch = measures.line_pitch_twips
    names = _names(content.signatories, setting)
    number = Piece(legal(content.document_number), setting.body_look(), Place(HEAD, field="document_number"))
    numbered = (setting.text(side_indent(measures), setting.baseline(pitch), number),)
    *above, last = names
    drawn = () if content.preprinted else (red_line(setting),)
    return (
        *(FlowLine(pitch, each, keep_next=True) for each in above),
        FlowLine(pitch, (*numbered, *last, *drawn), keep_next=True),
    )


def _names(names: tuple[str, ...], setting: Setting) -> tuple[tuple[PlacedText, ...], ...]:
    """Return the 签发人 line by line; one empty line without any."""
    measures = setting.measures
    pitch, words = measures.line_pitch_twips, setting.layout.words
    label = Piece(words.signatory_label, setting.body_look())
    pieces = _name_pieces(names, setting)
    if len(names) < 2:
        shape = Shape(pitch, "right", right=side_indent(measures))
        return (setting.one_line((label, *pieces), shape) if pieces else (),)
    start, columns = signatory_columns(names, words.signatory_label, measures)
    rows = []
    baseline = setting.baseline(pitch)
    for index, row in enumerate(signatory_rows(names, measures)):
        first = index * measures.signatories_per_line
        placed = [setting.text(start, baseline, label)] if index == 0 else []
        for x, piece in zip(columns, pieces[first:first + len(row)], strict=False):
            placed.append(setting.text(x, baseline, piece))
        rows.append(tuple(placed))
    return tuple(rows)


def _name_pieces(names: tuple[str, ...], setting: Setting) -> tuple[Piece, ...]:
    """Return the names in 楷体, each with its place among the names joined by one mark, as the form shows them."""
    look = setting.body_look(setting.layout.faces.kai)
    pieces = []
    start = 0
    for name in names:
        pieces.append(Piece(legal(name), look, Place(HEAD, field="signatories", start=start)))
        start += len(name) + 1
    return tuple(pieces)


def red_line(setting: Setting) -> PlacedRule:
    """Return the red line, down from the top of the line with the 发文字号."""
    measures = setting.measures
    y = red_line_top_mm(measures) + measures.red_line_weight_mm / 2
    left, width = measures.left_margin_twips / TWIPS_PER_MM, measures.text_width_twips / TWIPS_PER_MM
    return PlacedRule(left, y, left + width, y, measures.red_line_weight_mm, RED)
