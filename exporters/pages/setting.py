"""Setting text: looks, pieces and shapes, and how they become lines with a place on the sheet.

Elements use `Setting.paragraph` for whole paragraphs and `Setting.one_line` for text that stands alone; both give
`FlowLine`s that the pager puts on pages. Lengths are twips as in the Word file; what is placed is in millimetres.
"""

from __future__ import annotations

from typing import NamedTuple

from exporters.pages.face_metrics import FaceMetrics
from exporters.pages.flow import FlowLine
from exporters.pages.lines import WORD, Line, Look, Manner, break_lines
from exporters.pages.placed import BLACK, PlacedText
from models.domain.place import Place
from models.layout.layout import TWIPS_PER_MM, Layout, Measures

NOWHERE = Place()


class Piece(NamedTuple):
    """Text in one look. `place` is where its first character stands; one with start == end lies before a field."""

    text: str
    look: Look
    place: Place = NOWHERE


class Shape(NamedTuple):
    """How a paragraph is set, in twips: `line` its exact line height, the indents as in w:ind of Word.

    `first` is added to the first line's left indent and negative in a hanging one. `align` is both, left, center
    or right. `offset` and `width` are those of the column it stands in; width 0 means the whole 版心.
    """

    line: int
    align: str = "both"
    left: int = 0
    right: int = 0
    first: int = 0
    offset: int = 0
    width: int = 0


class Gaps(NamedTuple):
    """What a paragraph does to its surroundings: empty twips above and under it, and how it keeps to pages."""

    before: int = 0
    after: int = 0
    keep_next: bool = False
    new_page: bool = False


NO_GAPS = Gaps()


class Setting:
    """A layout and the widths of its faces. Compared by identity: it is part of the keys of what is kept."""

    def __init__(self, layout: Layout, metrics: FaceMetrics | None = None, manner: Manner = WORD) -> None:
        """Set by `layout` in the `manner` of a program; `metrics` None takes the usual advances of Chinese faces."""
        self.layout = layout
        self.manner = manner
        self.metrics = metrics or FaceMetrics()

    @property
    def measures(self) -> Measures:
        """The measures of the layout."""
        return self.layout.measures

    def look(self, face: str = "", pt: float = 0, spacing: int = 0, colour: str = BLACK, bold: bool = False,
             scale_percent: int = 100) -> Look:
        """Return a look; an empty `face` is that of the body."""
        measures = self.measures
        return Look(face or self.layout.faces.body, pt or measures.body_pt, spacing, colour, bold, scale_percent)

    def body_look(self, face: str = "") -> Look:
        """Return the look of running text, its narrowed spacing included, in `face`; empty means 仿宋."""
        return self.look(face, spacing=self.measures.body_spacing_twips)

    def baseline(self, line: int) -> float:
        """Return how far under the top of an exact `line` (twips) its baseline lies, in millimetres."""
        return line * self.measures.baseline_share / TWIPS_PER_MM

    def width(self, text: str, look: Look) -> float:
        """Return the width of `text` in `look`, in twips."""
        return sum(look.advances(text, self.metrics))

    def text(self, x_twips: float, baseline_mm: float, piece: Piece) -> PlacedText:
        """Return `piece` beginning `x_twips` right of the left edge of the 版心, in one run."""
        advances = tuple(each / TWIPS_PER_MM for each in piece.look.advances(piece.text, self.metrics))
        return _placed(piece, self._x(x_twips), baseline_mm, piece.text, advances, 0)

    def one_line(self, pieces: tuple[Piece, ...], shape: Shape) -> tuple[PlacedText, ...]:
        """Return `pieces` on one line whatever its length, aligned as `shape` says ("both" is "left")."""
        total = sum(self.width(piece.text, piece.look) for piece in pieces)
        room = (shape.width or self.measures.text_width_twips) - shape.left - shape.first - shape.right
        x = shape.offset + shape.left + shape.first + _slack(shape.align, room - total)
        placed = []
        for piece in pieces:
            placed.append(self.text(x, self.baseline(shape.line), piece))
            x += self.width(piece.text, piece.look)
        return tuple(placed)

    def paragraph(self, pieces: tuple[Piece, ...], shape: Shape, gaps: Gaps = NO_GAPS, level: int = 0,
                  heading: str = "") -> tuple[FlowLine, ...]:
        """Return `pieces` broken into lines; one empty line when there is no text.

        `level` and `heading` go to the first line, for the outline.
        """
        width = shape.width or self.measures.text_width_twips
        room = width - shape.left - shape.right
        lines = break_lines(
            tuple((piece.text, piece.look) for piece in pieces), room - shape.first, room, shape.align, self.metrics,
            self.manner)
        last = len(lines) - 1
        return tuple(
            FlowLine(
                shape.line, self._items(line, pieces, shape, index == 0),
                gaps.before if index == 0 else 0, gaps.after if index == last else 0,
                gaps.keep_next, gaps.new_page and index == 0,
                level if index == 0 else 0, heading if index == 0 else "",
            )
            for index, line in enumerate(lines)
        )

    def _items(self, line: Line, pieces: tuple[Piece, ...], shape: Shape, first: bool) -> tuple[PlacedText, ...]:
        """Return the runs of `line`, one for each of `pieces` that it holds."""
        x = self._x(shape.offset + shape.left + (shape.first if first else 0) + line.x)
        baseline = self.baseline(shape.line)
        placed = []
        for run in line.runs:
            placed.append(_placed(pieces[run.piece], x, baseline, run.text, run.advances, run.start))
            x += run.width
        return tuple(placed)

    def _x(self, twips: float) -> float:
        """Return `twips` from the left edge of the 版心 as millimetres from the left edge of the sheet."""
        return (self.measures.left_margin_twips + twips) / TWIPS_PER_MM


def _placed(piece: Piece, x: float, baseline: float, text: str, advances: tuple[float, ...], start: int) -> PlacedText:
    """Return the part of `piece` that is `text` and begins at its character `start`."""
    look, place = piece.look, piece.place
    if start and place.end != place.start:
        place = Place(place.task, place.entry, place.field, place.start + start, place.end, place.line)
    return PlacedText(
        x, baseline, text, look.face, look.pt, advances, look.colour, look.bold, look.scale_percent, place)


def _slack(align: str, spare: float) -> float:
    """Return how much of the `spare` room stands before a line."""
    return spare if align == "right" else spare / 2 if align == "center" else 0.0
