"""版记: a box at the foot of the last page, its last rule on the lower edge of the 版心 (7.4)."""

from __future__ import annotations

from exporters.legal import legal
from exporters.measures.colophon import END_TWIPS, Names, colophon_rows, row_height, side_indent
from exporters.pages.flow import Foot
from exporters.pages.placed import Placed, PlacedRule, moved_down
from exporters.pages.setting import NOWHERE, Piece, Setting, Shape
from models.domain.place import HEAD, SIGNATURE, Place
from models.layout.layout import TWIPS_PER_MM, TWIPS_PER_PT
from models.manuscript.blocks import Manuscript, ManuscriptColophon


def colophon(manuscript: Manuscript, setting: Setting) -> Foot | None:
    """Return the 版记 of `manuscript`; None without one."""
    content = manuscript.colophon
    if content is None:
        return None
    rows = colophon_rows(content, setting.layout)
    foot = _OpenFoot(setting, ruled=not manuscript.letter)
    if rows.recipients:
        foot.add([line for names in rows.recipients for line in _names(names, setting)], rows.recipients_height)
    if rows.distribution_height:
        foot.add([_distribution(content, setting)], rows.distribution_height)
    return foot.closed()


def foot_page(pages: int, fits: bool, even: bool) -> int:
    """Return the number of the page for the 版记 of a text of `pages` pages, the last with room for it or not.

    `even` asks for an even page (GB/T 33476.2 7.3.1): then a blank one may lie between.
    """
    page = pages if fits else pages + 1
    return page + page % 2 if even else page


def bears_number(page: int, pages: int, foot: int) -> bool:
    """Return whether `page` is numbered, when the text has `pages` pages and the 版记 stands on page `foot`.

    A blank page before the 版记, and the page of the 版记 behind it, bear no number (7.5).
    """
    return page <= pages or foot <= pages + 1


class _OpenFoot:
    """The 版记 that is being built from its top: every row has a rule above it, the last also one below.

    That of a letter is not `ruled` (10.1).
    """

    def __init__(self, setting: Setting, ruled: bool = True) -> None:
        self._setting = setting
        self._ruled = ruled
        self._items: list[Placed] = []
        self._top = 0.0  # twips

    def add(self, lines: list[tuple[Placed, ...]], height: int) -> None:
        """Add a row of `lines`, at least `height` twips high, its text in the middle of it."""
        measures = self._setting.measures
        line, weight = measures.colophon_line_twips, self._rule(inner=bool(self._items))
        room = max(height, row_height(len(lines), measures))
        y = self._top + weight + (room - weight - len(lines) * line) / 2
        for items in lines:
            self._items += (moved_down(item, y / TWIPS_PER_MM) for item in items)
            y += line
        self._top += room

    def closed(self) -> Foot | None:
        """Return the whole; None when it has no row."""
        if not self._items:
            return None
        height = round(self._top) + END_TWIPS
        self._rule(inner=False)
        return Foot(height, tuple(self._items))

    def _rule(self, inner: bool) -> float:
        """Draw a rule, its upper edge at the top of the next row; return its weight in twips."""
        if not self._ruled:
            return 0.0
        measures = self._setting.measures
        eighths = measures.colophon_inner_rule_eighths if inner else measures.colophon_outer_rule_eighths
        weight = eighths / 8 * TWIPS_PER_PT
        left, width = measures.left_margin_twips / TWIPS_PER_MM, measures.text_width_twips / TWIPS_PER_MM
        y = (self._top + weight / 2) / TWIPS_PER_MM
        self._items.append(PlacedRule(left, y, left + width, y, weight / TWIPS_PER_MM))
        return weight


def _names(names: Names, setting: Setting) -> list[tuple[Placed, ...]]:
    """Return the lines of a label and its names."""
    words, measures = setting.layout.words, setting.measures
    look = setting.look(pt=measures.colophon_pt)
    field = "copy_recipients" if names.label == words.copy_recipients_label else "main_recipients"
    pieces = (Piece(names.label, look), Piece(legal(names.text), look, Place(HEAD, field=field)))
    shape = Shape(measures.colophon_line_twips, "left", names.left, names.right, -names.hanging)
    return [line.items for line in setting.paragraph(pieces, shape)]


def _distribution(content: ManuscriptColophon, setting: Setting) -> tuple[Placed, ...]:
    """Return 印发机关 on the left and 印发日期 on the right of one line."""
    measures = setting.measures
    look, side = setting.look(pt=measures.colophon_pt), side_indent(measures)
    line = measures.colophon_line_twips
    organ = Piece(legal(content.distributing_organ), look, Place(SIGNATURE, field="distributing_organ"))
    placed = setting.one_line((organ,), Shape(line, "left", left=side)) if organ.text else ()
    if not content.distribution_date:
        return placed
    date = Piece(legal(content.distribution_date), look, Place(SIGNATURE, field="distribution_date"))
    end = Piece(setting.layout.words.distribution_end, look, NOWHERE)
    return (*placed, *setting.one_line((date, end), Shape(line, "right", right=side)))
