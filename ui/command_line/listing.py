"""The outcome of a check as a clerk reads it in a console."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from models.checks.finding import Draft, Finding, Severity
from models.domain.block_names import APART
from models.domain.place import ATTACHMENTS, HEAD, INTRODUCTION, SIGNATURE, duty_task
from models.domain.report import Report, SectionKey
from models.domain.source_document import SectionReading
from models.domain.standard import Standard

SEVERITY_NAMES = {Severity.ERROR: "必改", Severity.WARNING: "请核", Severity.HINT: "提示"}
PAGE_NAMES = {HEAD: "版头与主送", INTRODUCTION: "引言", SIGNATURE: "结语与落款", ATTACHMENTS: "附件"}
EXCERPT = 60  # characters of an excerpt shown before it is cut


def list_findings(
    name: str, draft: Draft, findings: Sequence[Finding], errors: Sequence[str], dismissed: int = 0
) -> Iterator[str]:
    """Yield the lines on the file `name`: what it is, its parts, its `findings` by severity, what is unsure.

    `dismissed` is how many further findings its clerk set aside.
    """
    yield f"{name}：{draft.report.head.title or '没有标题'}"
    yield f"各部分：{sections_line(draft.sections)}"
    yield f"问题：{counts_line(findings)}{f'（另有 {dismissed} 个已忽略）' if dismissed else ''}"
    for severity, label in SEVERITY_NAMES.items():
        for finding in findings:
            if finding.severity is severity:
                yield f"[{label}] {finding.message}"
                yield from details(finding, draft)
    for error in errors:
        yield f"[待确认] {error}"


def counts_line(findings: Sequence[Finding]) -> str:
    """Return how many `findings` there are of each severity."""
    counts = {severity: sum(finding.severity is severity for finding in findings) for severity in SEVERITY_NAMES}
    return "，".join(f"{label} {counts[severity]} 处" for severity, label in SEVERITY_NAMES.items())


def sections_line(sections: Mapping[SectionKey, SectionReading]) -> str:
    """Return which blocks are there, in a part of their own or inside another; 其他 is named only when it is."""
    words = []
    for key, label in APART.items():
        reading = sections.get(key, SectionReading())
        if reading.present or key is not SectionKey.OTHER:
            words.append(label + ("" if reading.standalone else "（在其他部分里）" if reading.present else "（缺）"))
    return "、".join(words)


def details(finding: Finding, draft: Draft) -> Iterator[str]:
    """Yield where `finding` stands, and its words cut to a line."""
    where = place_words(finding, draft.report, draft.standard)
    if where:
        yield f"       位置：{where}"
    if finding.excerpt:
        line = " ".join(finding.excerpt.split())
        yield f"       原文：{line if len(line) <= EXCERPT else line[:EXCERPT] + '……'}"


def place_words(finding: Finding, report: Report, standard: Standard) -> str:
    """Return the place of `finding` in words; empty when it concerns the whole report."""
    place = finding.place
    duties = {duty_task(duty.id, post): duty.title for duty in standard.duties for post in report.organ.posts}
    words = [APART[finding.section]] if finding.section else []
    if place.task in PAGE_NAMES or place.task in duties:
        words = [*words, PAGE_NAMES.get(place.task) or duties[place.task]]
    if place.line >= 0:
        words.append(f"文件第 {place.line + 1} 段")
    return "，".join(words)
