"""Between rows and the frozen values of the domain, both ways, complete and without loss.

Columns and fields carry the same names, so that a field without a column fails the tests at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from functools import cache
from typing import TypeAlias

from models.domain.dismissal import Dismissal
from models.domain.duty import DutyEntry, Evidence, PassageReference
from models.domain.head import Colophon, DocumentHead, Signature
from models.domain.material import Material
from models.domain.organ import Organ
from models.domain.report import (
    Attachment, Entry, Part, PlanTask, Problem, Report, SecrecyReview, Topic,
)
from models.domain.source_document import LeftOut, SourceDocument, SourceParagraph
from models.storage.own_fields import Row, own_fields, row_of, value_of
from models.storage.picture_rows import attachment_picture_rows, entry_picture_rows, picture_data_rows, pictures_by
from models.storage.source_tables import SourceLeftOutRow, SourceParagraphRow, SourceRow
from models.storage.tables import (
    AttachmentRow,
    Base,
    DismissalRow,
    DutyRow,
    EntryPictureRow,
    EntryRow,
    EvidenceRow,
    MaterialRow,
    PartRow,
    PictureDataRow,
    PictureRow,
    ReportOrganRow,
    ReportRow,
)

Rows: TypeAlias = Mapping[type[Base], Sequence[Row]]

_ENTRY_TYPES: dict[str, type[Entry]] = {"topic": Topic, "problem": Problem, "plan_task": PlanTask}
_TYPE_OF_ENTRY = {kind: name for name, kind in _ENTRY_TYPES.items()}


def rows_of_report(report: Report, number: int) -> dict[type[Base], list[Row]]:
    """Return the rows that hold `report` under its short `number`.

    The row of the report itself lacks what the store keeps of it: change, changed_at and digest.
    """
    parts = list(enumerate(report.parts))
    duties = list(enumerate(report.duties))
    return {
        ReportRow: [_report_row(report, number)],
        ReportOrganRow: [row_of(report.organ, report=number)],
        PartRow: [row_of(part, report=number, position=position) for position, part in parts],
        EntryRow: [
            _entry_row(entry, report=number, part=outer, position=position)
            for outer, part in parts for position, entry in enumerate(part.entries)],
        DutyRow: [_duty_row(duty, report=number, position=position) for position, duty in duties],
        EvidenceRow: [
            row_of(line, report=number, duty=outer, position=position)
            for outer, duty in duties for position, line in enumerate(duty.evidence)],
        AttachmentRow: [
            row_of(each, report=number, position=position) for position, each in enumerate(report.attachments)],
        PictureRow: attachment_picture_rows(report, number),
        EntryPictureRow: entry_picture_rows(report, number),
        PictureDataRow: picture_data_rows(report, number),
        DismissalRow: [
            row_of(each, report=number, position=position) for position, each in enumerate(report.dismissals)],
        MaterialRow: [
            row_of(each, report=number, position=position) for position, each in enumerate(report.materials)],
    }


def report_of_rows(rows: Rows) -> Report:
    """Return the report that `rows`, each list in the order of its key, hold.

    ValueError, TypeError or LookupError when they hold what no program of ours wrote.
    """
    row = rows[ReportRow][0]
    shown = pictures_by(rows[EntryPictureRow], rows[PictureDataRow], "part", "entry")
    entries: defaultdict[int, list[Entry]] = defaultdict(list)
    for each in rows[EntryRow]:
        place = (each["part"], each["position"])
        entries[each["part"]].append(value_of(_ENTRY_TYPES[each["type"]], each, pictures=shown[place]))
    evidence: defaultdict[int, list[Evidence]] = defaultdict(list)
    for line in rows[EvidenceRow]:
        evidence[line["duty"]].append(value_of(Evidence, line))
    pictures = pictures_by(rows[PictureRow], rows[PictureDataRow], "attachment")
    return value_of(
        Report, row,
        organ=organ_of_row(rows[ReportOrganRow][0]),
        head=value_of(DocumentHead, row),
        parts=tuple(value_of(Part, each, entries=tuple(entries[each["position"]])) for each in rows[PartRow]),
        duties=tuple(_duty_entry(each, tuple(evidence[each["position"]])) for each in rows[DutyRow]),
        attachments=tuple(
            value_of(Attachment, each, pictures=pictures[(each["position"],)]) for each in rows[AttachmentRow]),
        signature=value_of(Signature, row),
        colophon=value_of(Colophon, row),
        secrecy_review=None if row["review_by"] is None else SecrecyReview(row["review_by"], row["review_date"]),
        completed=frozenset(row["completed"]),
        dismissals=tuple(value_of(Dismissal, each) for each in rows[DismissalRow]),
        materials=tuple(value_of(Material, each) for each in rows[MaterialRow]),
    )


def row_of_organ(organ: Organ) -> Row:
    """Return the row that holds `organ`."""
    return row_of(organ)


def organ_of_row(row: Row) -> Organ:
    """Return the organ that `row` holds."""
    return value_of(Organ, row)


def rows_of_source(source: SourceDocument, number: int) -> dict[type[Base], list[Row]]:
    """Return the rows that hold `source`, the file the report with the short `number` came from."""
    return {
        SourceRow: [row_of(source, report=number)],
        SourceParagraphRow: [
            row_of(each, report=number, position=position) for position, each in enumerate(source.paragraphs)],
        SourceLeftOutRow: [
            row_of(each, report=number, position=position) for position, each in enumerate(source.left_out)],
    }


def source_of_rows(rows: Rows) -> SourceDocument:
    """Return the source that `rows`, each list in the order of its key, hold; errors as `report_of_rows`."""
    return value_of(
        SourceDocument, rows[SourceRow][0],
        paragraphs=tuple(value_of(SourceParagraph, each) for each in rows[SourceParagraphRow]),
        left_out=tuple(value_of(LeftOut, each) for each in rows[SourceLeftOutRow]),
    )


def _report_row(report: Report, number: int) -> Row:
    """Return the row of the report itself, with 版头, 署名 and 版记."""
    review = report.secrecy_review
    return {
        **row_of(report, number=number), **row_of(report.head), **row_of(report.signature), **row_of(report.colophon),
        "completed": tuple(sorted(report.completed)),
        "review_by": review.by if review else None,
        "review_date": review.date if review else None,
    }


def _entry_row(entry: Entry, **keys: int) -> Row:
    """Return the row of `entry`; columns that only other types of entries use get their default."""
    return {**_entry_defaults(), **row_of(entry, **keys), "type": _TYPE_OF_ENTRY[type(entry)]}


@cache
def _entry_defaults() -> Row:
    """Return the fields of all types of entries with their defaults, but for the id, which has none."""
    kinds = _ENTRY_TYPES.values()
    return {
        each.name: each.default for kind in kinds for each in fields(kind)
        if each.default is not MISSING and each.name in own_fields(kind)}


def _duty_row(entry: DutyEntry, **keys: int) -> Row:
    """Return the row of `entry` with its reference."""
    reference = entry.reference
    return {
        **row_of(entry, **keys),
        "reference_entry_id": reference.entry_id if reference else None,
        "reference_quote": reference.quote if reference else None,
    }


def _duty_entry(row: Row, evidence: tuple[Evidence, ...]) -> DutyEntry:
    """Return the duty entry in `row` with its `evidence`."""
    reference = None
    if row["reference_entry_id"] is not None:
        reference = PassageReference(row["reference_entry_id"], row["reference_quote"])
    return value_of(DutyEntry, row, evidence=evidence, reference=reference)
