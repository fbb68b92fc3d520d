"""Checks of the letter X on the 附件说明 of a file: the attachments behind the report bear its numbers and titles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from models.checks.attachments import LISTED
from models.checks.finding import Draft, Severity
from models.checks.registry import Hit, check
from models.domain.place import ATTACHMENTS, Place
from models.domain.source_document import Role, SourceParagraph
from models.text.numerals import parse_numeral
from models.text.pattern import Pattern

_NOTE = Pattern(r"附 ?件 ?[：:][ \t\u3000]*(?P<rest>\S.*)")
_OPENING = Pattern(r"附 ?件[ \t\u3000]?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,2})?[：:]?")
_NUMBERED = Pattern(r"(?P<number>\d{1,2})[ \t\u3000]?[.．、][ \t\u3000]?(?P<title>\S.*)")
_ENDS = " \t\u3000《》。.；;"
_LONGEST_TITLE = 60


class _Title(NamedTuple):
    """The title of an attachment, its number, and the paragraph it stands in."""

    number: int
    title: str
    paragraph: SourceParagraph


@check(
    "X012", slug="wrong-attachment-reference", severity=Severity.ERROR, basis=LISTED,
    message="{wrong}。请让附件说明和后面的附件在序号、名称上一一对应。",
)
def attachments_are_not_those_listed(draft: Draft) -> Iterator[Hit]:
    """Where attachments follow the report, each stands in the 附件说明 with its number and title, and the reverse."""
    if draft.source is None:
        return
    paragraphs = [each for each in draft.source.paragraphs if each.role is not Role.CHROME and each.text.strip()]
    opened = _opened(paragraphs)
    if not opened:
        return
    listed = _listed(paragraphs, opened[0].paragraph.index)
    if not listed:
        yield _hit(opened[0].paragraph, "后面有附件，正文后面却没有附件说明")
    for title in listed:
        there = [each for each in opened if each.number == title.number]
        if not there:
            yield _hit(title.paragraph, f"附件说明里列了附件“{title.title}”，后面却没有它的内容", title.title)
        elif not _same(there[0].title, title.title):
            wrong = f"附件说明里写的是“{title.title}”，附件的标题却是“{there[0].title}”"
            yield _hit(there[0].paragraph, wrong, there[0].title)
    numbers = {title.number for title in listed}
    for each in opened if listed else ():
        if each.number not in numbers:
            yield _hit(each.paragraph, f"后面的附件{each.number}“{each.title}”没有列在附件说明里", each.title)


def _opened(paragraphs: Sequence[SourceParagraph]) -> list[_Title]:
    """Return the attachments that follow the report: a line 附件1, and the title below it."""
    found: list[_Title] = []
    for place, paragraph in enumerate(paragraphs[:-1]):
        opening = _OPENING.fullmatch(paragraph.text.strip()) if paragraph.text.strip()[:1] == "附" else None
        below = paragraphs[place + 1]
        if opening is not None and len(below.text.strip()) <= _LONGEST_TITLE and not below.text.rstrip().endswith("。"):
            number = parse_numeral(opening["number"]) if opening["number"] else len(found) + 1
            found.append(_Title(number or 0, below.text.strip(), below))
    return found


def _listed(paragraphs: Sequence[SourceParagraph], before: int) -> list[_Title]:
    """Return the attachments that the 附件说明 above the paragraph `before` lists; none where there is none."""
    found: list[_Title] = []
    for paragraph in paragraphs:
        text = paragraph.text.strip()
        note = _NOTE.fullmatch(text) if text[:1] == "附" else None
        if paragraph.index >= before:
            break
        if note is not None:
            text, found = note["rest"].strip(), []
        elif not found:
            continue
        numbered = _NUMBERED.fullmatch(text)
        if numbered is not None:
            found.append(_Title(int(numbered["number"]), numbered["title"].strip(_ENDS), paragraph))
        elif note is not None:
            found.append(_Title(1, text.strip(_ENDS), paragraph))
        elif paragraph.role is Role.ATTACHMENT and found[-1].paragraph.index == paragraph.index - 1:
            found[-1] = found[-1]._replace(title=found[-1].title + text.strip(_ENDS))  # a title over two lines
    return found


def _same(first: str, second: str) -> bool:
    """Return whether one title is the other, marks and blanks apart, or a part of it: its first line."""
    one, other = (("".join(filter(str.isalnum, each))) for each in (first, second))
    return one in other or other in one


def _hit(paragraph: SourceParagraph, wrong: str, title: str = "") -> Hit:
    """Return the hit on `title` in `paragraph`, on all of it where it does not stand there as one."""
    words = title if title and title in paragraph.text else paragraph.text.strip()
    start = paragraph.text.index(words)
    offset = max(paragraph.start, 0) + start
    place = Place(ATTACHMENTS, "", "title", offset, offset + len(words), paragraph.index)
    return Hit(None, place, words, {"wrong": wrong})
