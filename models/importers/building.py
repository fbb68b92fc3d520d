"""The report made of what was found in the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.domain.report import Attachment, Part, SectionKey
from models.domain.source_document import LeftOut
from models.importers.entries import entries_of
from models.importers.joining import Group, Joining
from models.importers.headings import CHAPTER
from models.importers.parts import FoundPart
from models.importers.pieces import Piece
from models.text.marks import parse_mark

_MERGED = (SectionKey.PROBLEMS, SectionKey.PLAN, SectionKey.FIRST_RESPONSIBLE)


@dataclass(slots=True)
class PartDraft:
    """A part whose paragraphs are settled once 标点规范 has been applied.

    `heading` is None when the file has none; `passages` are its paragraphs, in as many lists as passages of
    the file make the part.
    """

    key: SectionKey
    heading: Group | None
    passages: list[list[Group]]

    @property
    def part(self) -> Part:
        """The part of the report."""
        heading = ""
        if self.heading is not None:
            mark, chapter = parse_mark(self.heading.text), CHAPTER.match(self.heading.text)
            length = chapter.end() if chapter else mark.length if mark else 0
            heading = self.heading.text[length:].rstrip("。：:.")
        entries = [
            entry for groups in self.passages for entry in entries_of(self.key, [group.passage for group in groups])
        ]
        return Part(key=self.key, heading=heading, entries=tuple(entries))


def draft_parts(found: Sequence[FoundPart], joining: Joining, left_out: list[LeftOut]) -> list[PartDraft]:
    """Return `found` as parts; a later 不足, 安排 or 第一责任人 joins the first, its heading is left out."""
    drafts: list[PartDraft] = []
    for part in found:
        first = next((draft for draft in drafts if draft.key is part.key), None) if part.key in _MERGED else None
        groups = joining.take(part.body)
        if first is None:
            heading = joining.take([part.heading])[0] if part.heading else None
            drafts.append(PartDraft(part.key, heading, [groups]))
        else:
            first.passages.append(groups)
            if part.heading:
                into = first.heading.pieces[0].text if first.heading else "前文"
                left_out.append(LeftOut(part.heading.text, f"内容并入“{into}”，这个标题不再单列"))
    return drafts


def read_attachments(pieces: Sequence[Piece], titles: Sequence[str], left_out: list[LeftOut]) -> tuple[Attachment, ...]:
    """Return the attachments in `pieces`, each opened by a line 附件; those only named in `titles` have no text.

    Where the attachments themselves are there, the 附件说明 is left out: it is composed from their titles.
    """
    attachments: list[Attachment] = []
    opened = False
    for piece in pieces:
        if not piece.cells and len(piece.text) <= 8 and piece.text.startswith("附") and "件" in piece.text:
            attachments.append(Attachment())
            opened = True
        elif opened and not piece.cells:
            attachments[-1] = replace(attachments[-1], title=piece.text)
            opened = False
        elif attachments:
            attachments[-1] = _with_more(attachments[-1], piece)
    left_out += [LeftOut("附件", "下面没有内容") for attachment in attachments if _is_bare(attachment)]
    attachments = [attachment for attachment in attachments if not _is_bare(attachment)]
    if not attachments:
        return tuple(Attachment(title=title) for title in titles)
    left_out += [LeftOut(title, "附件说明，由附件标题生成") for title in titles]
    return tuple(attachments)


def _is_bare(attachment: Attachment) -> bool:
    """Return whether nothing stands under the line 附件 that opens `attachment`."""
    return not (attachment.title or attachment.text or attachment.table)


def _with_more(attachment: Attachment, piece: Piece) -> Attachment:
    """Return `attachment` with `piece` as its next paragraph or table row."""
    if piece.cells:
        return replace(attachment, table=(*attachment.table, piece.cells))
    return replace(attachment, text=f"{attachment.text}\n{piece.text}" if attachment.text else piece.text)
