"""What to look at once more before a report goes out, by the form it is exported in."""

from __future__ import annotations

from typing import NamedTuple

from models.checks.finding import Finding
from models.domain.place import ATTACHMENTS, HEAD, SIGNATURE, Place
from models.domain.report import ExportForm, Report, SecrecyReview

NOT_THERE = "没有填"
TITLES_SHOWN = 4
GAPS_SHOWN = 6


class ChecklistLine(NamedTuple):
    """One thing to look at: what it is, what is there, where it is changed; None where the program does not keep it."""

    name: str
    said: str
    place: Place | None
    there: bool = True


def checklist(report: Report, form: ExportForm) -> tuple[ChecklistLine, ...]:
    """Return the lines for `report` in `form`, in the order one looks them through.

    Those of the 报送版 are all there are; the other forms have some of them.
    """
    head, signature = report.head, report.signature
    title = _line("标题", head.title, Place(HEAD, "", "title"))
    attached = ChecklistLine("附件", _attachments(report), Place(ATTACHMENTS))
    signed = _line("署名和成文日期", _joined("　", signature.issuing_organ_signature, signature.date_of_issue),
                   Place(SIGNATURE, "", "date_of_issue"), bool(signature.date_of_issue))
    if form is ExportForm.PUBLIC:
        return title, attached, signed, _secrecy(report.secrecy_review)
    recipients = _line("主送", "、".join(head.main_recipients), Place(HEAD, "", "main_recipients"))
    meeting = _line("集体讨论", signature.deliberation, Place(SIGNATURE, "", "deliberation"))
    if form is ExportForm.REVIEW:
        return title, recipients, attached, meeting
    return (
        title, _line("发文字号", head.document_number, Place(HEAD, "", "document_number")),
        _line("签发人", "、".join(head.signatories), Place(HEAD, "", "signatories")), recipients, attached, signed,
        meeting, _secrecy(report.secrecy_review))


def gaps_text(form: ExportForm, gaps: tuple[Finding, ...]) -> str:
    """Return what the dialog says of `gaps`; empty when there are none."""
    if not gaps:
        return ""
    lines = [f"· {gap.message}" for gap in gaps[:GAPS_SHOWN]]
    more = f"\n· 另有 {len(gaps) - GAPS_SHOWN} 项" if len(gaps) > GAPS_SHOWN else ""
    mark = "现在导出，页眉会印上“草稿”。" if form is ExportForm.SUBMISSION else ""
    return f"还有 {len(gaps)} 项必填的没有填。{mark}\n" + "\n".join(lines) + more


def _line(name: str, said: str, place: Place, there: bool = True) -> ChecklistLine:
    return ChecklistLine(name, said or NOT_THERE, place, bool(said) and there)


def _attachments(report: Report) -> str:
    titles = [each.title or "（没有名称）" for each in report.attachments]
    if not titles:
        return "没有附件"
    more = "……" if len(titles) > TITLES_SHOWN else ""
    return f"{len(titles)} 件：{'；'.join(titles[:TITLES_SHOWN])}{more}"


def _secrecy(review: SecrecyReview | None) -> ChecklistLine:
    """Return the line of the 保密审查, which is entered in the dialog for the 公开版 or on the page of the end."""
    said = _joined("　", review.by, review.date) if review is not None else ""
    whole = review is not None and bool(review.by and review.date)
    return _line("保密审查", said or "还没有做，公开以前要做", Place(SIGNATURE, "", "by"), whole)


def _joined(between: str, *parts: str) -> str:
    return between.join(part for part in parts if part)
