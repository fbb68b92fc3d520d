"""What stands before the first part: web furniture, 版头, title, 主送, and the introduction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from models.domain.head import DocumentHead
from models.domain.source_document import LeftOut, Role
from models.importers.assignment import Assignment
from models.importers.elements import (
    head_field,
    read_dated_line,
    read_number_line,
    read_organ_mark,
    read_recipients,
)
from models.importers.organs import looks_like_organ
from models.importers.parts import is_contents_line
from models.importers.pieces import Piece
from models.importers.titles import find_title
from models.importers.wording import wording
from models.text.pattern import Pattern

WEB = "网页杂项"
_FORWARDS = Pattern(r"(?:现|兹)(?:将|把|就)?.{0,60}(?:呈送|呈报|呈上|报送|上报|报上|报告如上|随文)|请(?:予)?(?:审阅|审示|审核)")
_PAGE_NUMBER = Pattern(r"[—–－\-]\s*\d{1,3}\s*[—–－\-]|第\s*\d{1,3}\s*页(?:.{0,3}共\s*\d{1,3}\s*页)?")


@dataclass(slots=True)
class HeadReading:
    """The head of the report, the pieces of its introduction, and what stands under the title instead of at the end."""

    head: DocumentHead = field(default_factory=DocumentHead)
    introduction: list[Piece] = field(default_factory=list)
    organ: str = ""  # 署名 under the title; empty means none
    date: str = ""  # date under the title; empty means none
    letter_recipients: tuple[str, ...] = ()  # of a covering letter above the title
    letter_organ: str = ""
    letter_date: str = ""


def read_head(front: Sequence[Piece], assignment: Assignment) -> HeadReading:
    """Return what the pieces `front` before the first part say, each assigned its role."""
    pieces = [piece for piece in front if not _left_out_as_web(piece, assignment)]
    title = find_title(pieces)
    reading = HeadReading()
    if title is None:
        assignment.unsure.append("没有认出标题，请填写。")
        before, after = _leading_elements(pieces)
    else:
        first, last = pieces.index(title.pieces[0]), pieces.index(title.pieces[-1])
        before = [piece for piece in pieces[:first] if piece not in title.repeated]
        after = [piece for piece in pieces[last + 1:] if piece not in title.repeated]
        reading.head = replace(reading.head, title=title.text)
        assignment.assign_all(title.pieces, Role.HEAD)
        for piece in title.repeated:
            assignment.leave_out(piece, Role.CHROME, "重复的标题")
    strange = False
    web = len(pieces) < len(front)
    letter = _read_letter(before, reading, assignment) if title else []
    for piece in (piece for piece in before if piece not in letter):
        may_sign = not strange and not (web and title and not title.text.startswith("".join(piece.text.split())))
        if not _take_element(piece, reading, assignment, may_sign):
            strange = True
            assignment.leave_out(piece, Role.CHROME, "标题之前的文字")
            if len(piece.text) >= 10:
                assignment.unsure.append(f"标题之前的文字没有收进报告：“{shortened(piece.text)}”。")
    _read_after_title(after, reading, assignment)
    return reading


def shortened(text: str, length: int = 30) -> str:
    """Return `text`, cut after `length` characters."""
    return text if len(text) <= length else f"{text[:length]}……"


def is_page_number(piece: Piece) -> bool:
    """Return whether `piece` is a page number in a line of its own."""
    return len(piece.text) < 16 and piece.text[:1] in "—–－-第" and _PAGE_NUMBER.fullmatch(piece.text) is not None


def is_web_furniture(piece: Piece) -> bool:
    """Return whether `piece` is a line of a web page around the report."""
    text = piece.text.strip()
    if is_contents_line(text):
        return True
    return not piece.level and len(text) <= 120 and wording().chrome.fullmatch(_without_blanks(text)) is not None


def _without_blanks(text: str) -> str:
    """Return `text` without spaces, tabs kept: they part the columns of a table of contents."""
    return text.replace(" ", "").replace("\u3000", "").replace("\xa0", "")


def _left_out_as_web(piece: Piece, assignment: Assignment) -> bool:
    """Leave `piece` out when it is web furniture, and return whether it was."""
    if not is_web_furniture(piece):
        return False
    assignment.leave_out(piece, Role.CHROME, WEB)
    return True


def _read_letter(before: Sequence[Piece], reading: HeadReading, assignment: Assignment) -> list[Piece]:
    """Take recipients, organ and date of a covering letter among the pieces `before` the title, and return them."""
    place = next((place for place, piece in enumerate(before) if _FORWARDS.search(piece.text)), None)
    if place is None:
        return []
    taken: list[Piece] = []
    for piece in before[:place]:
        if not reading.letter_recipients and (recipients := read_recipients(piece.text)):
            reading.letter_recipients = recipients
            assignment.assign(piece, Role.RECIPIENTS)
            taken.append(piece)
    for piece in before[place + 1:]:
        dated = read_dated_line(piece.text)
        if dated is not None and not reading.letter_date:
            reading.letter_date, reading.letter_organ = dated.date, reading.letter_organ or dated.organ
        elif looks_like_organ(piece.text) and not reading.letter_organ:
            reading.letter_organ = "".join(piece.text.split())
        else:
            continue
        assignment.assign(piece, Role.SIGNATURE)
        taken.append(piece)
    return taken


def _leading_elements(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Return the head elements `pieces` begin with, and the rest: how it is read when there is no title."""
    for count, piece in enumerate(pieces):
        if not (read_number_line(piece.text) or read_organ_mark(piece.text) or head_field(piece.text)):
            return pieces[:count], pieces[count:]
    return pieces, []


def _take_element(piece: Piece, reading: HeadReading, assignment: Assignment, at_top: bool = False) -> bool:
    """Take `piece` as an element of the head into `reading`, and return whether it was one.

    A bare name of an organ is a 发文机关标志 only `at_top`: below other text it signs a covering letter.
    """
    head, text = reading.head, piece.text
    line = read_number_line(text)
    name = head_field(text)
    if line is not None:
        head = replace(
            head, document_number=head.document_number or line.number, signatories=head.signatories or line.signatories)
        if line.rest:
            assignment.left_out.append(LeftOut(line.rest, "版头只写签发人"))
    elif name:
        head = _with_field(head, name, text)
    elif mark := read_organ_mark(text):
        head = replace(head, issuing_organ_mark=mark)
    elif at_top and looks_like_organ(text) and not head.issuing_organ_mark:
        head = replace(head, issuing_organ_mark="".join(text.split()))
    else:
        return False
    reading.head = head
    assignment.assign(piece, Role.HEAD)
    return True


def _with_field(head: DocumentHead, name: str, text: str) -> DocumentHead:
    """Return `head` with `text` as its copy_number, secrecy or urgency, whichever `name` says."""
    if name == "copy_number":
        return replace(head, copy_number=text)
    return replace(head, secrecy=text) if name == "secrecy" else replace(head, urgency=text)


def _read_after_title(pieces: Sequence[Piece], reading: HeadReading, assignment: Assignment) -> None:
    """Read what follows the title: date or organ under it, number line, 主送, then the introduction."""
    for position, piece in enumerate(pieces):
        dated = read_dated_line(piece.text)
        if dated is not None:
            reading.date, reading.organ = dated.date, reading.organ or dated.organ
            assignment.assign(piece, Role.SIGNATURE)
        elif looks_like_organ(piece.text) and position < 3:
            reading.organ = "".join(piece.text.split())
            assignment.assign(piece, Role.SIGNATURE)
        elif recipients := read_recipients(piece.text):
            reading.head = replace(reading.head, main_recipients=recipients)
            assignment.assign(piece, Role.RECIPIENTS)
            reading.introduction.extend(pieces[position + 1:])
            break
        elif not (read_number_line(piece.text) and _take_element(piece, reading, assignment)):
            reading.introduction.extend(pieces[position:])
            break
    assignment.assign_all(reading.introduction, Role.INTRODUCTION)
