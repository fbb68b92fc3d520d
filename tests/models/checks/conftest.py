"""Drafts made of the examples in `examples/`: a clean report with one thing changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeAlias

import pytest
from builders import TODAY, a_duty, a_report

from models.checks.finding import Draft
from models.checks.runner import draft_of_import, draft_of_report
from models.domain.duty import DutyEntry, DutyState, Evidence, PassageReference
from models.domain.organ import OrganKind, OrganLevel, Post
from models.domain.report import Attachment, ExportForm, Part, PlanTask, Problem, Report, SectionKey, Topic
from models.domain.source_document import ImportedReport, Role, SectionReading, SourceDocument, SourceParagraph
from models.domain.standard import Standard
from models.standards.loader import load_standard
from models.text.marks import parse_mark

Example: TypeAlias = str | Mapping[str, Any]
MakeDraft: TypeAlias = Callable[[Example], Draft]

_HEAD = ("title", "document_number", "issuing_organ_mark", "signatories", "main_recipients", "letter")
_SIGNATURE = ("date_of_issue", "issuing_organ_signature", "remark")
_FIELDS = frozenset({
    *_HEAD, *_SIGNATURE, "text", "section", "field", "year", "introduction", "closing", "distribution_date", "form",
    "kind", "level", "heading", "problems", "plan", "previous", "duty", "without", "only", "file",
    "readings", "cell", "excerpt", "organ", "attachments",
})


@pytest.fixture(scope="session")
def standard() -> Standard:
    """Return the national standard of a department."""
    return load_standard(OrganKind.DEPARTMENT)


@pytest.fixture(scope="session")
def clean_report(standard: Standard) -> Report:
    """Return a complete report without a fault."""
    return complete_report(standard)


def complete_report(standard: Standard) -> Report:
    """Return a report with everything that `standard` wants."""
    report = a_report(duties=0)
    text = "局长林致远于2025年3月12日主持党组会专题研究。"
    duties = tuple(a_duty(duty.id, text=text) for duty in standard.duties)
    return replace(report, duties=duties)


@pytest.fixture(scope="session")
def draft_of(clean_report: Report, standard: Standard) -> MakeDraft:
    """Return the maker of drafts from examples; a plain text is a paragraph of 主要举措."""
    return lambda example: draft_from(example, clean_report, standard)


def draft_from(example: Example, clean_report: Report, standard: Standard) -> Draft:
    """Return the draft of `example`: `clean_report` with one thing changed, or a file read in."""
    if isinstance(example, str):
        example = {"text": example}
    unknown = example.keys() - _FIELDS
    assert not unknown, f"unknown words in an example: {sorted(unknown)}"
    report = _report(clean_report, example)
    form = ExportForm(example.get("form", "submission"))
    binding = load_standard(report.organ.kind)
    before = replace(_report(clean_report, example["previous"]), year=2024) if "previous" in example else None
    if "file" not in example and "readings" not in example:
        return draft_of_report(report, binding, form, TODAY, before)
    return draft_of_import(_imported(report, example, standard, TODAY), binding, form, TODAY, before)


def _report(report: Report, example: Mapping[str, Any]) -> Report:
    """Return `report` changed as `example` says."""
    organ = replace(report.organ, **example.get("organ", {}))
    organ = replace(
        organ, kind=OrganKind(example.get("kind", organ.kind)), level=OrganLevel(example.get("level", organ.level))
    )
    report = replace(
        report,
        organ=organ,
        year=example.get("year", report.year),
        head=replace(report.head, **{name: _value(example[name]) for name in _HEAD if name in example}),
        signature=replace(report.signature, **{name: example[name] for name in _SIGNATURE if name in example}),
        introduction=example.get("introduction", report.introduction),
        closing=example.get("closing", report.closing),
    )
    if "distribution_date" in example:
        report = replace(report, colophon=replace(report.colophon, distribution_date=example["distribution_date"]))
    if "cell" in example:
        report = replace(report, attachments=(Attachment("a", "统计表", "", (("项目", "件数"), ("处罚", example["cell"]))),))
    if "attachments" in example:
        given = ({**each, "table": tuple(map(tuple, each.get("table", ())))} for each in example["attachments"])
        report = replace(report, attachments=tuple(Attachment(f"a{n}", **each) for n, each in enumerate(given)))
    report = _with_parts(report, example)
    return _with_duties(report, example)


def _with_parts(report: Report, example: Mapping[str, Any]) -> Report:
    """Return `report` with the text, heading or problems of `example` put in, and the parts it leaves out gone."""
    key = SectionKey(example.get("section", "measures"))
    part = next(iter(report.parts_of(key)), Part("other", key))
    if "heading" in example:
        part = replace(part, heading=example["heading"])
    if "text" in example:
        field = example.get("field", "text")
        entry = {SectionKey.PROBLEMS: Problem, SectionKey.PLAN: PlanTask}.get(key, Topic)
        values = {"title": "规范行政执法", "text": "按计划开展。", field: example["text"]}
        if entry is Problem:
            values.setdefault("cause", "主要是人手不足。")
        part = replace(part, entries=(entry("example", **values),))
    if "problems" in example:
        part = next(iter(report.parts_of(SectionKey.PROBLEMS)))
        problems = tuple(Problem(f"p{number}", **each) for number, each in enumerate(example["problems"]))
        part = replace(part, entries=problems)
    if "plan" in example:
        plan = next(iter(report.parts_of(SectionKey.PLAN)))
        tasks = tuple(PlanTask(f"k{number}", **each) for number, each in enumerate(example["plan"]))
        report = report.with_part(replace(plan, entries=tasks))
    if all(each.id != part.id for each in report.parts):
        report = replace(report, parts=(*report.parts, part))
    report = report.with_part(part)
    without = {SectionKey(each) for each in example.get("without", ())}
    return replace(report, parts=tuple(each for each in report.parts if each.key not in without))


def _with_duties(report: Report, example: Mapping[str, Any]) -> Report:
    """Return `report` with the duty entry of `example` put in; `only` leaves no other."""
    if "only" in example:
        report = replace(report, duties=tuple(entry for entry in report.duties if entry.duty_id in example["only"]))
    if "duty" in example:
        given = dict(example["duty"])
        quote = given.pop("quote", None)
        evidence = tuple(Evidence(**each) for each in given.pop("evidence", ()))
        entry = DutyEntry(
            given.pop("id"), Post.HEAD, DutyState(given.pop("state", "fulfilled")), evidence=evidence,
            reference=PassageReference("t1", quote) if quote else None, **given,
        )
        report = report.with_duty(entry)
    return report


def _imported(report: Report, example: Mapping[str, Any], standard: Standard, today: date) -> ImportedReport:
    """Return `report` as if it had been read from the lines of `example`."""
    paragraphs = []
    for index, line in enumerate(example.get("file", ())):
        mark = parse_mark(line)
        role = Role.HEADING if mark is not None and mark.level == 1 else Role.BODY
        printed = line[:mark.length].strip() if mark is not None else ""
        paragraphs.append(SourceParagraph(
            index, line, role, SectionKey.MEASURES, printed, mark.level if mark else 0, mark.number if mark else 0,
        ))
    readings = dict(draft_of_report(report, standard, ExportForm.SUBMISSION, today).sections)
    for key, given in example.get("readings", {}).items():
        readings[SectionKey(key)] = SectionReading(**given)
    return ImportedReport(report, SourceDocument("稿.txt", tuple(paragraphs)), readings)


def _value(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
