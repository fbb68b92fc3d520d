"""A report as plain values that any program reads as JSON, and strictly back: what a file from elsewhere may hold.

The rows are those that the tables hold, under the names of the domain. Texts stand in lists, choices by their value;
the bytes of pictures stand elsewhere, under their SHA-256. A column that was added later may be missing: it has its
default then.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeAlias

from sqlalchemy import Column, DefaultClause

from models.domain.report import Report
from models.domain.source_document import SourceDocument
from models.storage.column_types import ChoiceType, TextsType, TextTableType
from models.storage.mapping import report_of_rows, rows_of_report, rows_of_source, source_of_rows
from models.storage.own_fields import Row
from models.storage.packing import default_of
from models.storage.rows import RowsByKind, table_of
from models.storage.source_tables import SOURCE_TABLES, SourceRow
from models.storage.tables import REPORT_TABLES, Base, EntryPictureRow, PictureDataRow, PictureRow, ReportRow

Tables: TypeAlias = dict[str, list[dict[str, Any]]]
_OF_THE_LIBRARY = {  # columns that tell where and when the library keeps it
    ReportRow: frozenset({"number", "change", "changed_at", "digest"}), SourceRow: frozenset({"report", "digest"})}
_OWNER = frozenset({"report"})
_KINDS = tuple(kind for kind in REPORT_TABLES if kind is not PictureDataRow)


def tables_of_report(report: Report) -> tuple[Tables, dict[str, bytes]]:
    """Return `report` as plain tables, and the bytes of its pictures by their SHA-256."""
    rows = rows_of_report(report, 0)
    blobs = {row["digest"]: row["data"] for row in rows.pop(PictureDataRow)}
    return _tables(rows), blobs


def report_of_tables(tables: object, blob: Callable[[str], bytes]) -> Report:
    """Return the report that the plain `tables` hold; `blob` finds bytes by their SHA-256.

    ValueError, TypeError or LookupError when they hold anything else than `tables_of_report` makes.
    """
    rows = _rows(tables, _KINDS)
    shown = {row["digest"] for kind in (PictureRow, EntryPictureRow) for row in rows[kind]}
    rows[PictureDataRow] = [{"digest": digest, "data": blob(digest)} for digest in sorted(shown)]
    report = report_of_rows(rows)
    _compare(rows, rows_of_report(report, 0))
    return report


def tables_of_source(source: SourceDocument) -> Tables:
    """Return `source` as plain tables."""
    return _tables(rows_of_source(source, 0))


def source_of_tables(tables: object) -> SourceDocument:
    """Return the source that the plain `tables` hold; errors as `report_of_tables`."""
    rows = _rows(tables, SOURCE_TABLES)
    source = source_of_rows(rows)
    _compare(rows, rows_of_source(source, 0))
    return source


def _tables(rows: RowsByKind) -> Tables:
    return {
        kind.__tablename__: [{name: _plain(value) for name, value in _own(kind, row).items()} for row in held]
        for kind, held in rows.items() if held}


def _own(kind: type[Base], row: Mapping[str, Any]) -> dict[str, Any]:
    """Return `row` of `kind` without the columns that are the library's own."""
    others = _OF_THE_LIBRARY.get(kind, _OWNER)
    return {name: value for name, value in row.items() if name not in others}


def _plain(value: Any) -> Any:
    """Return `value` of a row as JSON knows it."""
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.value if isinstance(value, StrEnum) else value


def _rows(tables: object, kinds: Sequence[type[Base]]) -> dict[type[Base], list[Row]]:
    """Return the rows of `kinds` that `tables` hold, proven column by column."""
    if not isinstance(tables, dict) or tables.keys() - {kind.__tablename__ for kind in kinds}:
        raise ValueError("unknown tables")
    return {kind: [_row(kind, row) for row in _list(tables.get(kind.__tablename__, []))] for kind in kinds}


def _row(kind: type[Base], held: object) -> Row:
    columns = _own(kind, dict(table_of(kind).c.items()))
    if not isinstance(held, dict) or held.keys() - columns.keys():
        raise ValueError(f"unknown columns of {kind.__tablename__}")
    row: dict[str, Any] = {}
    for name, column in columns.items():
        if name in held:
            row[name] = _value(column, held[name])
        elif isinstance(column.server_default, DefaultClause):
            row[name] = default_of(column)
        else:
            raise LookupError(name)
    return row


def _value(column: Column[Any], held: object) -> Any:
    """Return the value of `column` written as `held`; ValueError when it is of another kind."""
    if held is None and column.nullable:
        return None
    kind = column.type
    if isinstance(kind, TextsType):
        return _texts(held)
    if isinstance(kind, TextTableType):
        return tuple(_texts(row) for row in _list(held))
    if isinstance(kind, ChoiceType):
        return kind.choices(_of(str, held))
    return _of(kind.python_type, held)


def _texts(held: object) -> tuple[str, ...]:
    return tuple(_of(str, each) for each in _list(held))


def _list(held: object) -> list[Any]:
    found: list[Any] = _of(list, held)
    return found


def _of(kind: type[Any], held: object) -> Any:
    """Return `held` when it is exactly of `kind`: a truth value is no number."""
    if type(held) is not kind:
        raise ValueError(f"{type(held).__name__} instead of {kind.__name__}")
    return held


def _compare(rows: Mapping[type[Base], Sequence[Row]], again: RowsByKind) -> None:
    """Raise ValueError when `rows` hold more than comes back out of what was made of them, or in another order."""
    for kind, held in rows.items():
        if [_own(kind, row) for row in again[kind]] != held:
            raise ValueError(f"rows of {kind.__tablename__} that hang together with nothing")
