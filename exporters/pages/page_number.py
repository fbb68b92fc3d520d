"""页码: 宋体, a dash on each side, outer corner, one 字 from the edge of the 版心 (7.5)."""

from __future__ import annotations

from exporters.pages.placed import PlacedText
from exporters.pages.setting import Piece, Setting, Shape
from models.layout.layout import TWIPS_PER_MM, TWIPS_PER_PT


def page_number(number: int, setting: Setting) -> tuple[PlacedText, ...]:
    """Return the foot of page `number`, on the left of even pages and on the right of odd ones; places on the sheet."""
    layout, measures = setting.layout, setting.measures
    dash, line = layout.words.page_number_dash, measures.page_number_line_twips
    piece = Piece(f"{dash} {number} {dash}", setting.look(layout.faces.song, measures.page_number_pt))
    one = round(measures.page_number_pt * TWIPS_PER_PT)
    shape = Shape(line, "right", right=one) if number % 2 else Shape(line, "left", left=one)
    top = measures.page_height_twips - measures.footer_distance_twips - line
    down = top / TWIPS_PER_MM
    return tuple(item._replace(baseline=item.baseline + down) for item in setting.one_line((piece,), shape))


def turned_page_number(number: int, upright: Setting) -> tuple[PlacedText, ...]:
    """Return page `number` where it stands on `upright` sheets, turned clockwise with its sheet (8)."""
    width = upright.measures.page_height_twips / TWIPS_PER_MM
    return tuple(
        item._replace(x=width - item.baseline, baseline=item.x, turned=True) for item in page_number(number, upright))
