"""What each piece of a file was taken for, gathered while it is understood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from models.domain.report import SectionKey
from models.domain.source_document import LeftOut, Role, SourceParagraph
from models.importers.pieces import Piece


@dataclass(slots=True)
class Assignment:
    """Roles of pieces, texts left out with their reasons, and what the clerk should confirm."""

    paragraphs: list[SourceParagraph] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)

    def assign(self, piece: Piece, role: Role, section: SectionKey | None = None, certain: bool = True) -> None:
        """Note that `piece` was taken for `role` in the block `section` (None: outside the blocks)."""
        mark = piece.mark if role in (Role.HEADING, Role.BODY) else None
        printed = piece.text[:mark.length].strip() if mark and mark.level else ""
        self.paragraphs.append(SourceParagraph(
            piece.index, piece.line[piece.start:piece.end], role, section, printed,
            mark.level if mark else 0, mark.number if mark and mark.level else 0, piece.start, certain,
        ))

    def assign_all(self, pieces: Iterable[Piece], role: Role, section: SectionKey | None = None) -> None:
        """Note that each of `pieces` was taken for `role`."""
        for piece in pieces:
            self.assign(piece, role, section)

    def leave_out(self, piece: Piece, role: Role, reason: str) -> None:
        """Note that `piece` is not in the report, and why."""
        self.assign(piece, role)
        self.left_out.append(LeftOut(piece.text, reason))
