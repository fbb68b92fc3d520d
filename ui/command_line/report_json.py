"""The outcome of a check as the JSON object of one file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from models.checks.finding import Draft, Finding
from models.domain.report import SectionKey
from models.domain.source_document import SectionReading
from models.text.dates import parse_date

Json: TypeAlias = "str | int | bool | None | list[Json] | dict[str, Json]"


def read_object(name: str, draft: Draft, findings: Sequence[Finding], errors: Sequence[str]) -> dict[str, Json]:
    """Return the object of the file `name` that was read: `errors` holds what is unsure or was cleaned."""
    report = draft.report
    day = parse_date(report.signature.date_of_issue)
    return {
        "file": name,
        "title": report.head.title or None,
        "year": report.year or None,
        "organ": report.organ.full_name or report.organ.short_name or None,
        "document_number": report.head.document_number or None,
        "signatory": "、".join(report.head.signatories) or None,
        "recipients": "、".join(report.head.main_recipients) or None,
        "date": day.isoformat() if day else None,
        "introduction": report.introduction or None,
        "closing": report.closing or None,
        "sections": {key.value: section_object(draft.sections.get(key, SectionReading())) for key in SectionKey},
        "findings": [finding_object(finding) for finding in findings],
        "errors": list(errors),
    }


def unread_object(name: str, error: str) -> dict[str, Json]:
    """Return the object of the file `name` that could not be read because of `error`: the same keys, all empty."""
    absent: dict[str, Json] = dict.fromkeys((
        "title", "year", "organ", "document_number", "signatory", "recipients", "date", "introduction", "closing"))
    sections: dict[str, Json] = {key.value: section_object(SectionReading()) for key in SectionKey}
    return {"file": name, **absent, "sections": sections, "findings": [], "errors": [error]}


def section_object(reading: SectionReading) -> dict[str, Json]:
    """Return how one block stands."""
    return {
        "present": reading.present, "standalone": reading.standalone,
        "heading": reading.heading, "text": reading.text,
    }


def finding_object(finding: Finding) -> dict[str, Json]:
    """Return one finding; `section` is null when it concerns the whole report."""
    return {
        "code": finding.code, "slug": finding.slug, "severity": finding.severity.value,
        "section": finding.section.value if finding.section else None,
        "message": finding.message, "excerpt": finding.excerpt,
    }
