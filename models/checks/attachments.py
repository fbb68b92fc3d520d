"""Checks of the letter X on attachments: what the text names is listed, and what is listed is there."""

from __future__ import annotations

from collections.abc import Iterator

from models.checks.excerpts import quoted_hit
from models.checks.finding import Draft, Severity
from models.checks.registry import Hit, check, hit_in
from models.domain.place import ATTACHMENTS, Place
from models.domain.source_document import Role
from models.text.numerals import parse_numeral
from models.text.pattern import Pattern

LISTED = "GB/T 9704-2012，7.3.3、7.3.7：附件说明与附件的顺序号、名称一致"
_RUNNING = frozenset({Role.BODY, Role.INTRODUCTION, Role.CLOSING})
_NUMBERED = Pattern(r"附件 ?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,2})(?![\d份个项种类批])")
_PLAIN = Pattern(r"(?:具体)?(?:详见|参见|具体见|情况见|数据见|名单见|内容见|附表见|另见|(?<![一-鿿])见)(?:本报告|后附|所附)?附件(?![ \d一二三四五六七八九十])|附件附后")
_OF_ANOTHER = Pattern(r"[》”〕号](?:[（(][^（）()]{0,30}[）)])?(?:的)?[，、]?$|(?:文件|通知|方案|意见|办法|指引|细则)(?:的|中的|中)?$|上传$")


@check(
    "X007", slug="wrong-attachment-reference", severity=Severity.ERROR, local=True, basis=LISTED,
    message="正文提到“{excerpt}”，{listed}。请补上这个附件，或改正序号，或删去这一句。",
)
def attachment_named_is_not_listed(draft: Draft) -> Iterator[Hit]:
    """Each attachment that the text refers to is listed; those of other documents do not count."""
    count = len(draft.report.attachments)
    listed = f"报告却只列了{count}个附件" if count else "报告却没有列出附件"
    for passage in draft.passages:
        if passage.role not in _RUNNING or "附件" not in passage.text:
            continue
        text = passage.text
        for match in _NUMBERED.finditer(text):
            number = parse_numeral(match["number"]) or 0
            if number > count and not _of_another(text, match.start()):
                start = match.start() - (text[:match.start()].endswith("见") and 1)
                start -= text[:start].endswith("详")
                yield hit_in(passage, start, match.end(), listed=listed)
        for match in _PLAIN.finditer(text) if count == 0 else ():
            yield hit_in(passage, *match.span(), listed=listed)


@check(
    "X008", slug="wrong-attachment-reference", severity=Severity.ERROR, basis=LISTED,
    message="列出了附件“{title}”，后面却没有它的内容。请补上附件的内容，或从附件说明里删去。",
)
def attachment_listed_is_empty(draft: Draft) -> Iterator[Hit]:
    """Each attachment that is listed has its text, table or picture.

    A file may be the main text alone: where none is there, those that the text refers to are taken to lie elsewhere.
    """
    attachments = draft.report.attachments
    filled = [
        bool(each.text.strip() or each.pictures) or any(cell.strip() for row in each.table for cell in row)
        for each in attachments
    ]
    if draft.source is not None and not any(filled) and _refers_to_attachments(draft):
        return
    for attachment, there in zip(attachments, filled, strict=True):
        if not there and attachment.title.strip():
            place = Place(ATTACHMENTS, attachment.id, "title", 0, len(attachment.title))
            yield quoted_hit(draft, place, attachment.title, {"title": attachment.title})


def _refers_to_attachments(draft: Draft) -> bool:
    """Return whether the running text speaks of an attachment of the report."""
    return any(
        "附件" in passage.text and (_NUMBERED.search(passage.text) or _PLAIN.search(passage.text))
        for passage in draft.passages if passage.role in _RUNNING
    )


def _of_another(text: str, start: int) -> bool:
    """Return whether the attachment named at `start` is one of another document, named just before."""
    return _OF_ANOTHER.search(text[max(0, start - 40):start]) is not None
