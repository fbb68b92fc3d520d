"""A whole report as one compressed value, through the same rows that the tables hold.

What the mapping knows is packed, so that fields and tables of later versions come along by themselves. A content
that was packed before a column existed gets that column's default, as the migration gave it to older rows.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import Column, DefaultClause
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.types import TypeDecorator

from models.domain.report import Report
from models.storage.mapping import report_of_rows, rows_of_report
from models.storage.own_fields import Row
from models.storage.rows import table_of
from models.storage.tables import REPORT_TABLES, Base, PictureDataRow, PictureRow

_DIALECT = dialect()
_BLOB = "blob"  # the one key of what stands for bytes


class Packed(NamedTuple):
    """A packed report, and the bytes in it by their SHA-256: equal pictures are kept once."""

    content: bytes
    blobs: Mapping[str, bytes]


def pack(report: Report) -> Packed:
    """Return `report` packed."""
    blobs: dict[str, bytes] = {}
    tables = {
        kind.__tablename__: [
            {name: _stored(column, row[name], blobs) for name, column in table_of(kind).c.items() if name in row}
            for row in rows]
        for kind, rows in rows_of_report(report, 0).items()}
    text = json.dumps(tables, ensure_ascii=False, separators=(",", ":"))
    return Packed(zlib.compress(text.encode("utf-8"), 6), blobs)


def unpack(content: bytes, blob: Callable[[str], bytes]) -> Report:
    """Return the report packed in `content`; `blob` finds bytes by their digest.

    ValueError, TypeError, LookupError or zlib.error when it holds what `pack` did not make.
    """
    tables = _with_picture_data(json.loads(zlib.decompress(content).decode("utf-8")))
    return report_of_rows({
        kind: [_row(kind, row, blob) for row in tables.get(kind.__tablename__, ())] for kind in REPORT_TABLES})


def _with_picture_data(tables: dict[str, Any]) -> dict[str, Any]:
    """Return `tables` with the bytes of pictures apart; before version 7 each picture held its own."""
    shown: dict[str, Any] = {}
    for row in tables.get(PictureRow.__tablename__, ()):
        if "data" in row:
            data = row.pop("data")
            row["digest"] = data[_BLOB]
            shown[data[_BLOB]] = {"report": 0, "digest": data[_BLOB], "data": data}
    if shown:
        tables[PictureDataRow.__tablename__] = list(shown.values())
    return tables


def _row(kind: type[Base], held: Mapping[str, Any], blob: Callable[[str], bytes]) -> Row:
    """Return the row of `kind` whose packed columns are `held`."""
    row: dict[str, Any] = {}
    for name, column in table_of(kind).c.items():
        if name in held:
            row[name] = _loaded(column, held[name], blob)
        elif isinstance(column.server_default, DefaultClause):
            row[name] = default_of(column)
        elif column.nullable:
            row[name] = None
    return row


def _stored(column: Column[Any], value: Any, blobs: dict[str, bytes]) -> Any:
    """Return `value` of `column` as JSON can hold it; bytes are put aside into `blobs`."""
    if isinstance(value, bytes):
        digest = sha256(value).hexdigest()
        blobs[digest] = value
        return {_BLOB: digest}
    return column.type.process_bind_param(value, _DIALECT) if isinstance(column.type, TypeDecorator) else value


def _loaded(column: Column[Any], value: Any, blob: Callable[[str], bytes]) -> Any:
    """Return the value of `column` that `_stored` made `value` of."""
    if isinstance(value, dict):
        return blob(value[_BLOB])
    return column.type.process_result_value(value, _DIALECT) if isinstance(column.type, TypeDecorator) else value


def default_of(column: Column[Any]) -> Any:
    """Return the default that the schema gives older rows in `column`; it must have one."""
    assert isinstance(column.server_default, DefaultClause)
    text = str(column.server_default.arg)
    if isinstance(column.type, TypeDecorator):
        return column.type.process_result_value(text, _DIALECT)
    kind = column.type.python_type
    return text == "1" if kind is bool else kind(text)
