"""Running the checks on a stored report or on a file read in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, partial

from models.checks import (  # noqa: F401 — importing a module registers its checks
    attachment_list,
    attachments,
    broken_words,
    completeness,
    conflicts,
    consistency,
    dates,
    document_head,
    document_numbers,
    duties,
    enumerations,
    estimates,
    growth,
    last_year_figures,
    law_titles,
    leaders,
    number_style,
    numbering,
    organ_names,
    organ_role,
    pairs,
    plan_answers,
    previous_year,
    privacy,
    punctuation,
    rare_characters,
    rates,
    rule_titles,
    said_in_words,
    stale_years,
    substance,
    table_totals,
    terms,
    told_dates,
    totals,
    wording,
    yearly,
    years,
)
from models.checks.finding import Draft, Finding, Passage, Severity
from models.checks.keeping import Keeper
from models.checks.once import once_for_each, while_the_same
from models.checks.passages import passages_of_report, passages_of_source
from models.checks.progress import TaskState, missing_count, task_states
from models.checks.readings import read_sections
from models.checks.registry import finding_of, registered
from models.domain.place import HEAD, INTRODUCTION, SIGNATURE, part_task
from models.domain.report import ExportForm, Report, SectionKey
from models.domain.source_document import ImportedReport
from models.domain.standard import Standard
from models.text.closing_up import closed_up

__all__ = ["TaskState", "draft_of_import", "draft_of_report", "missing_count", "run_checks", "task_states"]

_BLOCKS = list(SectionKey)
_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}


def draft_of_report(
    report: Report, standard: Standard, form: ExportForm, today: date, previous: Report | None = None
) -> Draft:
    """Return what the checks look at for the stored `report`; `previous` is last year's, None where not known."""
    return Draft(
        report, standard, form, today, passages_of_report(report, standard), read_sections(report, standard),
        previous=previous,
    )


def draft_of_import(
    imported: ImportedReport, standard: Standard, form: ExportForm, today: date, previous: Report | None = None
) -> Draft:
    """Return what the checks look at for a file read in: its paragraphs as they stand; `previous` as above."""
    return Draft(
        imported.report, standard, form, today, passages_of_source(imported.source), imported.sections,
        imported.source, previous,
    )


def run_checks(draft: Draft) -> tuple[Finding, ...]:
    """Return all findings on `draft`, errors first, then in the order of the document."""
    if _with_blanks(draft.passages):
        from models.checks.closing_up import close_up

        closed = close_up(draft)
        findings = [closed.put_back(finding) for finding in _findings(closed.draft)]
    else:
        findings = _findings(draft)
    findings.sort(key=partial(_position, _reading_order(draft)))
    return tuple(findings)


@once_for_each
def _with_blanks(passage: Passage) -> Sequence[Passage]:
    """Return `passage` if it has blanks to be closed up."""
    return (passage,) if closed_up(passage.text) is not None else ()


def _findings(draft: Draft) -> list[Finding]:
    """Return all findings on `draft`; those on single passages of a stored report are kept from run to run."""
    checks = registered().values()
    if draft.source is not None:
        return [finding_of(each, hit) for each in checks for hit in each.rule(draft)]
    found = [finding_of(each, hit) for each in checks if not each.local for hit in each.rule(draft)]
    return found + _keeper().findings(draft)


@cache
def _keeper() -> Keeper:
    """Return the keeper of what the rules found that look at each passage by itself."""
    return Keeper([each for each in registered().values() if each.local])


def _reading_order(draft: Draft) -> Mapping[tuple[str, str, str], int]:
    """Return where each text of a stored report comes, by task, by entry, by field."""
    return _order(_fields(draft.passages), tuple(part.id for part in draft.report.parts))


@once_for_each
def _fields(passage: Passage) -> Sequence[tuple[str, str, str]]:
    """Return the field that `passage` is: its task, its entry, its name."""
    place = passage.place
    return ((place.task, place.entry, place.field),)


@while_the_same
def _order(fields: Sequence[tuple[str, str, str]], parts: tuple[str, ...]) -> Mapping[tuple[str, str, str], int]:
    """Return the place of each of `fields`, of the first of each entry and each task; tasks without any come last."""
    order: dict[tuple[str, str, str], int] = {}
    for number, (task, entry, field) in enumerate(fields):
        for key in ((task, "", ""), (task, entry, ""), (task, entry, field)):
            order.setdefault(key, number)
    for task in (HEAD, INTRODUCTION, *map(part_task, parts)):
        order.setdefault((task, "", ""), len(fields))
    order.setdefault((SIGNATURE, "", ""), len(fields) + 1)
    return order


def _position(order: Mapping[tuple[str, str, str], int], finding: Finding) -> tuple[int, int, int, str]:
    """Return where `finding` comes: errors first, then as in the document; what has no place by its block."""
    place, rank = finding.place, _RANK[finding.severity]
    if place.line >= 0:
        return rank, place.line, place.start, finding.code
    for key in ((place.task, place.entry, place.field), (place.task, place.entry, ""), (place.task, "", "")):
        if key in order:
            return rank, order[key], place.start, finding.code
    block = _BLOCKS.index(finding.section) if finding.section is not None else -1
    return rank, 1_000_000 + block, place.start, finding.code
