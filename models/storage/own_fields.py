"""Which fields of a value of the domain are columns of its own row, and both ways between the two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeAlias, TypeVar

from models.domain.duty import DutyEntry
from models.domain.report import Attachment, Part, Picture, PlanTask, Problem, Report, Topic
from models.domain.source_document import SourceDocument

Value = TypeVar("Value")
Row: TypeAlias = Mapping[str, Any]

_PICTURES = frozenset({"pictures"})
_IN_OTHER_ROWS: dict[type, frozenset[str]] = {  # fields that are not a column of the value's own row
    Report: frozenset({
        "organ", "head", "parts", "duties", "attachments", "signature", "colophon", "secrecy_review", "completed",
        "dismissals", "materials"}),
    Part: frozenset({"entries"}),
    Topic: _PICTURES, Problem: _PICTURES, PlanTask: _PICTURES, Attachment: _PICTURES,
    Picture: frozenset({"data"}),
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


def row_of(value: Any, **keys: int) -> dict[str, Any]:
    """Return the own fields of the dataclass `value` by name, with the `keys` of its row."""
    row: dict[str, Any] = {name: getattr(value, name) for name in own_fields(type(value))}
    row.update(keys)
    return row


def value_of(kind: type[Value], row: Row, **others: object) -> Value:
    """Return a value of `kind` made of the columns of `row` and of `others`, the fields held elsewhere."""
    return kind(**{name: row[name] for name in own_fields(kind)}, **others)
