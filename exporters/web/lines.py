"""The lines of a manuscript in reading order, for the formats that have no pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum, auto
from typing import NamedTuple, TypeAlias

from exporters.legal import legal
from models.layout.layout import Words
from models.manuscript.blocks import Block, Heading, Manuscript, ManuscriptHead, Paragraph, Table


TEXT_WIDTH = 156  # mm, of an upright page


class Role(Enum):
    """What a line is."""

    DRAFT_MARK = auto()
    SMALL_HEAD = auto()  # 份号, 密级, 紧急程度
    MARK = auto()
    DOCUMENT_NUMBER = auto()
    SIGNATORY = auto()
    TITLE = auto()
    RECIPIENTS = auto()
    HEADING = auto()
    BODY = auto()
    NOTE = auto()
    SIGNATURE = auto()
    REMARK = auto()
    ATTACHMENT_LABEL = auto()
    ATTACHMENT_TITLE = auto()
    CAPTION = auto()  # 图题
    COLOPHON = auto()


class Line(NamedTuple):
    """One paragraph; a heading has its `level`.

    Of several entries of the 附件说明 all but the first have `level` 1: they stand under its number.
    """

    role: Role
    text: str
    level: int = 0


class Grid(NamedTuple):
    """A table, its first row the head."""

    rows: tuple[tuple[str, ...], ...]


class Shown(NamedTuple):
    """A picture: its bytes, what it shows, and its width in percent of the text's."""

    data: bytes
    described: str
    percent: int


Piece: TypeAlias = Line | Grid | Shown


def pieces_of(manuscript: Manuscript, words: Words) -> Iterator[Piece]:
    """Yield everything that `manuscript` prints, in order; empty lines and empty elements are none."""
    for piece in _pieces(manuscript, words):
        if not isinstance(piece, Line) or piece.text:
            yield piece


def _pieces(manuscript: Manuscript, words: Words) -> Iterator[Piece]:
    yield _line(Role.DRAFT_MARK, manuscript.draft_mark)
    if manuscript.head is not None:
        yield from _head(manuscript.head, words)
    yield _line(Role.TITLE, manuscript.plain_title or "".join(manuscript.title_lines))
    if manuscript.main_recipients:
        yield _line(Role.RECIPIENTS, manuscript.main_recipients + words.recipients_end)
    yield from _blocks(manuscript.blocks, words)
    for index, note in enumerate(manuscript.attachment_notes):
        yield _line(Role.NOTE, (words.attachment_note_label if index == 0 else "") + note, min(index, 1))
    yield _line(Role.SIGNATURE, manuscript.signature)
    for post in manuscript.stamp_posts:
        yield _line(Role.SIGNATURE, post)
    yield _line(Role.SIGNATURE, manuscript.date_of_issue)
    if manuscript.remark:
        yield _line(Role.REMARK, words.remark_open + manuscript.remark + words.remark_close)
    for attachment in manuscript.attachments:
        yield _line(Role.ATTACHMENT_LABEL, attachment.label)
        yield _line(Role.ATTACHMENT_TITLE, attachment.title)
        yield from _blocks(attachment.blocks, words)
    yield from _colophon(manuscript, words)


def _head(head: ManuscriptHead, words: Words) -> Iterator[Line]:
    for text in (head.copy_number, head.secrecy, head.urgency):
        yield _line(Role.SMALL_HEAD, text)
    *others, last = head.mark_names
    for name in others:
        yield _line(Role.MARK, name)
    yield _line(Role.MARK, last + head.mark_word)
    yield _line(Role.DOCUMENT_NUMBER, head.document_number)
    if head.signatories:
        yield _line(Role.SIGNATORY, words.signatory_label + "　".join(head.signatories))


def _blocks(blocks: Iterable[Block], words: Words) -> Iterator[Piece]:
    for block in blocks:
        if isinstance(block, Heading):
            yield _line(Role.HEADING, block.number + block.text, block.level)
        elif isinstance(block, Paragraph):
            yield _line(Role.BODY, block.number + block.text)
        elif isinstance(block, Table):
            yield Grid(tuple(tuple(legal(cell) for cell in row) for row in block.rows))
        else:
            yield Shown(block.data, legal(block.described), min(100, round(100 * block.width / TEXT_WIDTH)) or 100)
            if block.number:
                yield _line(Role.CAPTION, f"{words.picture_label}{block.number}\u3000{block.caption}")


def _colophon(manuscript: Manuscript, words: Words) -> Iterator[Line]:
    colophon = manuscript.colophon
    if colophon is None:
        return
    for label, names in ((words.main_recipients_label, colophon.main_recipients),
                         (words.copy_recipients_label, colophon.copy_recipients)):
        if names:
            yield _line(Role.COLOPHON, label + names.rstrip(words.colophon_end) + words.colophon_end)
    date = colophon.distribution_date + words.distribution_end if colophon.distribution_date else ""
    yield _line(Role.COLOPHON, "　".join(part for part in (colophon.distributing_organ, date) if part))


def _line(role: Role, text: str, level: int = 0) -> Line:
    """Return the line of `text` without characters that no file can hold."""
    return Line(role, legal(text), level)
