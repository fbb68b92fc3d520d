"""Manuscript -> plain text as one types it: two full-width blanks before a paragraph, cells parted by tabs.

With a byte order mark and Windows line ends: the notepad of Windows before 1809 knows no other line end, and takes
short Chinese text without the mark for GBK.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from exporters.files import replacing
from exporters.web.lines import Grid, Line, Piece, Role, Shown, pieces_of
from models.layout.layout import Layout, Words
from models.layout.measuring import width_in_characters
from models.manuscript.blocks import Manuscript

BLANK = "　"
INDENT = BLANK * 2
WIDTH = 28  # characters of a line in a 公文
RIGHT_MARGIN = 4  # characters between 署名 and the right edge, as on paper
INDENTED = frozenset({Role.HEADING, Role.BODY, Role.NOTE, Role.REMARK})
CENTRED = frozenset({Role.MARK, Role.DOCUMENT_NUMBER, Role.TITLE, Role.ATTACHMENT_TITLE, Role.CAPTION})
RIGHT = frozenset({Role.DRAFT_MARK, Role.SIGNATORY, Role.SIGNATURE})
APART = frozenset({Role.TITLE, Role.NOTE, Role.SIGNATURE, Role.ATTACHMENT_LABEL, Role.COLOPHON})


def write_plain_text(manuscript: Manuscript, layout: Layout, path: Path, created: datetime) -> None:
    """Write `manuscript` as plain text to `path`; UserError when it cannot be written. A text bears no time."""
    data = codecs.BOM_UTF8 + plain_text(manuscript, layout.words).replace("\n", "\r\n").encode("utf-8")
    with replacing(path) as beside:
        beside.write_bytes(data)


def plain_text(manuscript: Manuscript, words: Words) -> str:
    """Return `manuscript` as text, every line ended."""
    lines: list[str] = []
    before: Role | None = None
    for piece in _with_words_for_pictures(pieces_of(manuscript, words), words):
        role = piece.role if isinstance(piece, Line) else None
        if lines and _apart(before, role):
            lines.append("")
        lines += _lines(piece, words)
        before = role
    return "".join(f"{line}\n" for line in lines)


def _with_words_for_pictures(pieces: Iterator[Piece], words: Words) -> Iterator[Line | Grid]:
    """Yield `pieces` with a line in the place of each picture: its 图题, else what it shows."""
    shown: Shown | None = None
    for piece in (*pieces, None):
        caption = isinstance(piece, Line) and piece.role is Role.CAPTION
        if shown is not None and not caption:
            told = "：".join(each for each in (words.picture_label, shown.described) if each)
            yield Line(Role.CAPTION, words.picture_in_text.format(words=told))
        shown = piece if isinstance(piece, Shown) else None
        if isinstance(piece, Line) and caption:
            yield Line(Role.CAPTION, words.picture_in_text.format(words=piece.text.replace("\u3000", "：", 1)))
        elif isinstance(piece, (Line, Grid)):
            yield piece


def _apart(before: Role | None, role: Role | None) -> bool:
    """Return whether an empty line stands between `before` and `role`; None is a table."""
    if before is Role.TITLE or before is Role.ATTACHMENT_TITLE:
        return True
    return before is not role and (role is None or before is None or role in APART)


def _lines(piece: Line | Grid, words: Words) -> list[str]:
    if isinstance(piece, Grid):
        return ["\t".join(" ".join(cell.split()) for cell in row) for row in piece.rows]
    text = " ".join(piece.text.splitlines())
    if piece.role in INDENTED:
        under = BLANK * len(words.attachment_note_label) if piece.role is Role.NOTE and piece.level else ""
        return [INDENT + under + text]
    room = WIDTH - width_in_characters(text)
    if piece.role in CENTRED:
        return [BLANK * max(0, int(room / 2)) + text]
    if piece.role in RIGHT:
        return [BLANK * max(0, int(room - RIGHT_MARGIN * (piece.role is Role.SIGNATURE))) + text]
    return [text]
