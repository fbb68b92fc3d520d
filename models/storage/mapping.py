"""Between rows and the frozen values of the domain, both ways, complete and without loss.

Columns and fields carry the same names, so that a field without a column fails the tests at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, TypeAlias, TypeVar

from models.domain.dismissal import Dismissal
from models.domain.duty import DutyEntry, Evidence, PassageReference
from models.domain.head import Colophon, DocumentHead, Signature
from models.domain.organ import Organ
from models.domain.report import (
    Attachment, Entry, Part, Picture, PlanTask, Problem, Report, SecrecyReview, Topic,
)
from models.domain.source_document import LeftOut, SourceDocument, SourceParagraph
from models.storage.tables import (
    AttachmentRow,
    Base,
    DismissalRow,
    DutyRow,
    EntryRow,
    EvidenceRow,
    PartRow,
    PictureRow,
    ReportOrganRow,
    ReportRow,
    SourceLeftOutRow,
    SourceParagraphRow,
    SourceRow,
)

Value = TypeVar("Value")
Row: TypeAlias = Mapping[str, Any]
Rows: TypeAlias = Mapping[type[Base], Sequence[Row]]

_ENTRY_TYPES: dict[str, type[Entry]] = {"topic": Topic, "problem": Problem, "plan_task": PlanTask}
_TYPE_OF_ENTRY = {kind: name for name, kind in _ENTRY_TYPES.items()}
_IN_OTHER_ROWS: dict[type, frozenset[str]] = {  # fields that are not a column of the value's own row
    Report: frozenset({
        "organ", "head", "parts", "duties", "attachments", "signature", "colophon", "secrecy_review", "completed",
        "dismissals"}),
    Part: frozenset({"entries"}),
    Attachment: frozenset({"pictures"}),
    DutyEntry: frozenset({"evidence", "reference"}),
    SourceDocument: frozenset({"paragraphs", "left_out"}),
}
_OWN_FIELDS: dict[type, tuple[str, ...]] = {}


def own_fields(kind: type) -> tuple[str, ...]:
    """Return the names of the fields of the dataclass `kind` that are columns of its row."""
    known = _OWN_FIELDS.get(kind)
    if known is None:
        elsewhere = _IN_OTHER_ROWS.get(kind, frozenset())
        known = _OWN_FIELDS[kind] = tuple(each.name for each in fields(kind) if each.name not in elsewhere)
    return known


def rows_of_report(report: Report, number: int) -> dict[type[Base], list[Row]]:
    """Return the rows that hold `report` under its short `number`.

    The row of the report itself lacks what the store keeps of it: change, changed_at and digest.
    """
    parts = list(enumerate(report.parts))
    duties = list(enumerate(report.duties))
    return {
        ReportRow: [_report_row(report, number)],
        ReportOrganRow: [_row(report.organ, report=number)],
        PartRow: [_row(part, report=number, position=position) for position, part in parts],
        EntryRow: [
            _entry_row(entry, report=number, part=outer, position=position)
            for outer, part in parts for position, entry in enumerate(part.entries)],
        DutyRow: [_duty_row(duty, report=number, position=position) for position, duty in duties],
        EvidenceRow: [
            _row(line, report=number, duty=outer, position=position)
            for outer, duty in duties for position, line in enumerate(duty.evidence)],
        AttachmentRow: [
            _row(each, report=number, position=position) for position, each in enumerate(report.attachments)],
        PictureRow: [
            _row(picture, report=number, attachment=outer, position=position)
            for outer, each in enumerate(report.attachments) for position, picture in enumerate(each.pictures)],
        DismissalRow: [
            _row(each, report=number, position=position) for position, each in enumerate(report.dismissals)],
    }


def report_of_rows(rows: Rows) -> Report:
    """Return the report that `rows`, each list in the order of its key, hold.

    ValueError, TypeError or LookupError when they hold what no program of ours wrote.
    """
    row = rows[ReportRow][0]
    entries: defaultdict[int, list[Entry]] = defaultdict(list)
    for each in rows[EntryRow]:
        entries[each["part"]].append(_value(_ENTRY_TYPES[each["type"]], each))
    evidence: defaultdict[int, list[Evidence]] = defaultdict(list)
    for line in rows[EvidenceRow]:
        evidence[line["duty"]].append(_value(Evidence, line))
    pictures: defaultdict[int, list[Picture]] = defaultdict(list)
    for each in rows[PictureRow]:
        pictures[each["attachment"]].append(_value(Picture, each))
    return _value(
        Report, row,
        organ=organ_of_row(rows[ReportOrganRow][0]),
        head=_value(DocumentHead, row),
        parts=tuple(_value(Part, each, entries=tuple(entries[each["position"]])) for each in rows[PartRow]),
        duties=tuple(_duty_entry(each, tuple(evidence[each["position"]])) for each in rows[DutyRow]),
        attachments=tuple(
            _value(Attachment, each, pictures=tuple(pictures[each["position"]])) for each in rows[AttachmentRow]),
        signature=_value(Signature, row),
        colophon=_value(Colophon, row),
        secrecy_review=None if row["review_by"] is None else SecrecyReview(row["review_by"], row["review_date"]),
        completed=frozenset(row["completed"]),
        dismissals=tuple(_value(Dismissal, each) for each in rows[DismissalRow]),
    )


def row_of_organ(organ: Organ) -> Row:
    """Return the row that holds `organ`."""
    return _row(organ)


def organ_of_row(row: Row) -> Organ:
    """Return the organ that `row` holds."""
    return _value(Organ, row)


def rows_of_source(source: SourceDocument, number: int) -> dict[type[Base], list[Row]]:
    """Return the rows that hold `source`, the file the report with the short `number` came from."""
    return {
        SourceRow: [_row(source, report=number)],
        SourceParagraphRow: [
            _row(each, report=number, position=position) for position, each in enumerate(source.paragraphs)],
        SourceLeftOutRow: [
            _row(each, report=number, position=position) for position, each in enumerate(source.left_out)],
    }


def source_of_rows(rows: Rows) -> SourceDocument:
    """Return the source that `rows`, each list in the order of its key, hold; errors as `report_of_rows`."""
    return _value(
        SourceDocument, rows[SourceRow][0],
        paragraphs=tuple(_value(SourceParagraph, each) for each in rows[SourceParagraphRow]),
        left_out=tuple(_value(LeftOut, each) for each in rows[SourceLeftOutRow]),
    )


def _report_row(report: Report, number: int) -> Row:
    """Return the row of the report itself, with 版头, 署名 and 版记."""
    review = report.secrecy_review
    return {
        **_row(report, number=number), **_row(report.head), **_row(report.signature), **_row(report.colophon),
        "completed": tuple(sorted(report.completed)),
        "review_by": review.by if review else None,
        "review_date": review.date if review else None,
    }


def _entry_row(entry: Entry, **keys: int) -> Row:
    """Return the row of `entry`; columns that only other types of entries use get their default."""
    return {**_entry_defaults(), **_row(entry, **keys), "type": _TYPE_OF_ENTRY[type(entry)]}


@cache
def _entry_defaults() -> Row:
    """Return the fields of all types of entries with their defaults, but for the id, which has none."""
    kinds = _ENTRY_TYPES.values()
    return {each.name: each.default for kind in kinds for each in fields(kind) if each.default is not MISSING}


def _duty_row(entry: DutyEntry, **keys: int) -> Row:
    """Return the row of `entry` with its reference."""
    reference = entry.reference
    return {
        **_row(entry, **keys),
        "reference_entry_id": reference.entry_id if reference else None,
        "reference_quote": reference.quote if reference else None,
    }


def _duty_entry(row: Row, evidence: tuple[Evidence, ...]) -> DutyEntry:
    """Return the duty entry in `row` with its `evidence`."""
    reference = None
    if row["reference_entry_id"] is not None:
        reference = PassageReference(row["reference_entry_id"], row["reference_quote"])
    return _value(DutyEntry, row, evidence=evidence, reference=reference)


def _row(value: Any, **keys: int) -> dict[str, Any]:
    """Return the own fields of the dataclass `value` by name, with the `keys` of its row."""
    row: dict[str, Any] = {name: getattr(value, name) for name in own_fields(type(value))}
    row.update(keys)
    return row


def _value(kind: type[Value], row: Row, **others: object) -> Value:
    """Return a value of `kind` made of the columns of `row` and of `others`, the fields held elsewhere."""
    return kind(**{name: row[name] for name in own_fields(kind)}, **others)
