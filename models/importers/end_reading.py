"""What stands after the last part: 结语, 附件说明, 署名 and date, 附注, 版记, web furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from models.domain.head import Colophon, Signature
from models.domain.source_document import Role
from models.importers.assignment import Assignment
from models.importers.elements import (
    read_copy_recipients,
    read_dated_line,
    read_distribution,
    read_main_in_colophon,
    read_remark,
)
from models.importers.head_reading import WEB, is_web_furniture, shortened
from models.importers.organs import looks_like_organ
from models.importers.pieces import Piece
from models.importers.wording import wording

_ATTACHMENT_NOTE = re.compile(r"附\s*件\s*[：:]\s*(?P<rest>.+)")
_NOTE_NUMBER = re.compile(r"^\s*\d{1,2}\s*[.．、]\s*")
_COPIES = re.compile(r"[（(]?共印\s*\d+\s*份[）)]?")
_AFTER_DATE_LIMIT = 60


@dataclass(slots=True)
class EndReading:
    """The end of the report. Texts are empty, tuples bare where the file has nothing."""

    closing: list[Piece] = field(default_factory=list)
    organ: str = ""
    date: str = ""
    remark: str = ""
    attachment_titles: list[str] = field(default_factory=list)
    main_recipients: tuple[str, ...] = ()
    copy_recipients: tuple[str, ...] = ()
    distributing_organ: str = ""
    distribution_date: str = ""

    @property
    def signature(self) -> Signature:
        """署名, date and 附注."""
        return Signature(self.organ, self.date, remark=self.remark)

    @property
    def colophon(self) -> Colophon:
        """版记."""
        return Colophon(self.copy_recipients, self.distributing_organ, self.distribution_date)


def read_end(body: Sequence[Piece], assignment: Assignment, reading: EndReading) -> list[Piece]:
    """Take the end of the report off the pieces `body` into `reading`; return the pieces that remain."""
    remaining = list(body)
    _leave_out_after_date(remaining, assignment)
    while remaining and _take_last(remaining[-1], reading, assignment):
        remaining.pop()
    _take_attachment_notes(remaining, reading, assignment)
    while remaining and wording().closing.search(remaining[-1].text):
        reading.closing.insert(0, remaining.pop())
    assignment.assign_all(reading.closing, Role.CLOSING)
    return remaining


def read_colophon(pieces: Sequence[Piece], assignment: Assignment, reading: EndReading) -> list[Piece]:
    """Take the 版记 off the end of `pieces` (attachments) into `reading`; return the pieces that remain."""
    remaining = list(pieces)
    while remaining and (_take_colophon(remaining[-1], reading) or is_web_furniture(remaining[-1])):
        piece = remaining.pop()
        if is_web_furniture(piece):
            assignment.leave_out(piece, Role.CHROME, WEB)
        else:
            assignment.assign(piece, Role.COLOPHON)
    return remaining


def _leave_out_after_date(pieces: list[Piece], assignment: Assignment) -> None:
    """Leave out the short unknown lines after the last line that is a date: they belong to a web page."""
    places = [place for place, piece in enumerate(pieces) if read_dated_line(piece.text)]
    if not places:
        return
    tail = pieces[places[-1] + 1:]
    if any(len(piece.text) > _AFTER_DATE_LIMIT or piece.level for piece in tail):
        return
    for piece in tail:
        if not _is_end_element(piece):
            assignment.leave_out(piece, Role.CHROME, "落款之后的文字")
            assignment.unsure.append(f"落款之后的文字没有收进报告：“{shortened(piece.text)}”。")
            pieces.remove(piece)


def _is_end_element(piece: Piece) -> bool:
    """Return whether `piece` is an element that may stand after the date."""
    return bool(
        is_web_furniture(piece) or read_remark(piece.text) or _COPIES.fullmatch(piece.text)
        or _take_colophon(piece, EndReading())
    )


def _take_last(piece: Piece, reading: EndReading, assignment: Assignment) -> bool:
    """Take the last piece into `reading` when it is an element of the end, and return whether it was."""
    text = piece.text
    if piece.level and not piece.cells:
        return False
    if is_web_furniture(piece):
        assignment.leave_out(piece, Role.CHROME, WEB)
    elif _COPIES.fullmatch(text):
        assignment.leave_out(piece, Role.COLOPHON, "印数，由排版生成")
    elif not reading.date and _take_colophon(piece, reading):
        assignment.assign(piece, Role.COLOPHON)
    elif not reading.date and (dated := read_dated_line(text)):
        reading.date, reading.organ = dated.date, dated.organ
        assignment.assign(piece, Role.SIGNATURE)
    elif not reading.organ and looks_like_organ(text):
        reading.organ = "".join(text.split())
        assignment.assign(piece, Role.SIGNATURE)
    elif not reading.date and not reading.remark and (remark := read_remark(text)):
        reading.remark = remark
        assignment.assign(piece, Role.SIGNATURE)
    else:
        return False
    return True


def _take_colophon(piece: Piece, reading: EndReading) -> bool:
    """Take `piece` into `reading` when it is a line of the 版记, and return whether it was."""
    text = " ".join(piece.cells) if piece.cells else piece.text
    copies = read_copy_recipients(text)
    main = read_main_in_colophon(text)
    distribution = read_distribution(text)
    if copies is not None:
        reading.copy_recipients = copies
    elif main is not None:
        reading.main_recipients = main
    elif distribution is not None:
        reading.distributing_organ, reading.distribution_date = distribution.organ, distribution.date
    else:
        return False
    return True


def _take_attachment_notes(pieces: list[Piece], reading: EndReading, assignment: Assignment) -> None:
    """Take the 附件说明 off the end of `pieces` into `reading`, when there is one."""
    for place in range(len(pieces) - 1, max(-1, len(pieces) - 12), -1):
        found = _ATTACHMENT_NOTE.fullmatch(pieces[place].text)
        if found is None:
            continue
        lines = [found["rest"], *(piece.text for piece in pieces[place + 1:])]
        if any("。" in line for line in lines):
            return
        for line in lines:
            if reading.attachment_titles and not _NOTE_NUMBER.match(line):
                reading.attachment_titles[-1] += line.strip()
            else:
                reading.attachment_titles.append(_NOTE_NUMBER.sub("", line).strip())
        assignment.assign_all(pieces[place:], Role.ATTACHMENT)
        del pieces[place:]
        return
