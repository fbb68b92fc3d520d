"""Reading and writing the rows of one report: what is the same already is not written again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, TypeAlias

from sqlalchemy import (
    ColumnElement,
    Delete,
    Insert,
    Select,
    Table,
    Update,
    and_,
    bindparam,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from models.storage.own_fields import Row
from models.storage.tables import Base, ReportRow

Key: TypeAlias = tuple[Any, ...]
RowsByKind: TypeAlias = Mapping[type[Base], Sequence[Row]]


def all_rows(session: Session, kind: type[Base]) -> list[Row]:
    """Return all rows of the table of `kind` in the order of their keys."""
    table = table_of(kind)
    rows = session.connection().execute(select(table).order_by(*table.primary_key))
    return [dict(zip(_columns(kind), row, strict=True)) for row in rows]


def read_rows(session: Session, number: int, kinds: Sequence[type[Base]]) -> dict[type[Base], list[Row]]:
    """Return the rows of the report with the short `number` in the tables of `kinds`, in the order of their keys."""
    connection = session.connection()
    found: dict[type[Base], list[Row]] = {}
    for kind in kinds:
        names = _columns(kind)
        rows = connection.execute(_select(kind), {"owner": number}).all()
        found[kind] = [dict(zip(names, row, strict=True)) for row in rows]
    return found


def write_rows(session: Session, number: int, wanted: RowsByKind, held: RowsByKind | None = None) -> None:
    """Make the tables hold for the report with the short `number` exactly the `wanted` rows.

    `held` are the rows they are known to hold now; None reads them.
    """
    connection = session.connection()
    if held is None:
        try:
            held = read_rows(session, number, tuple(wanted))
        except (ValueError, TypeError, LookupError, DBAPIError):  # damaged since it was loaded: what is at hand is good
            held = _clear(session, number, tuple(wanted))
    for kind, rows in wanted.items():
        before = {_key(kind, row): row for row in held[kind]}
        after = {_key(kind, row): row for row in rows}
        names = [_key_parameter(name) for name in _key_columns(kind)]
        gone = [dict(zip(names, key, strict=True)) for key in before.keys() - after.keys()]
        new = [row for key, row in after.items() if key not in before]
        changed = [row for key, row in after.items() if key in before and before[key] != row]
        if gone:
            connection.execute(_delete(kind), gone)
        if new:
            connection.execute(_insert(kind), new)
        if changed:
            connection.execute(_update(kind), [_bound(kind, row) for row in changed])


def _clear(session: Session, number: int, kinds: Sequence[type[Base]]) -> RowsByKind:
    """Delete the rows of the report with the short `number` but its own, and return the keys that are left."""
    for kind in kinds:
        if kind is not ReportRow:
            table = table_of(kind)
            session.connection().execute(delete(table).where(table.c.report == number))
    return {kind: [{"number": number}] if kind is ReportRow else [] for kind in kinds}


def table_of(kind: type[Base]) -> Table:
    """Return the table of the row class `kind`."""
    table = kind.__table__
    assert isinstance(table, Table)
    return table


@cache
def _columns(kind: type[Base]) -> tuple[str, ...]:
    """Return the names of the columns of `kind`."""
    return tuple(table_of(kind).c.keys())


@cache
def _key_columns(kind: type[Base]) -> tuple[str, ...]:
    """Return the names of the key columns of `kind`."""
    return tuple(column.name for column in table_of(kind).primary_key)


def _key(kind: type[Base], row: Row) -> Key:
    """Return the key of `row`."""
    return tuple(row[name] for name in _key_columns(kind))


@cache
def _select(kind: type[Base]) -> Select[Any]:
    """Return the statement that reads the rows of one report in the order of their keys."""
    table = table_of(kind)
    owner = table.c.number if kind is ReportRow else table.c.report
    return select(table).where(owner == bindparam("owner")).order_by(*table.primary_key)


@cache
def _delete(kind: type[Base]) -> Delete:
    """Return the statement that deletes one row by its key."""
    return delete(table_of(kind)).where(_is_row(kind))


@cache
def _insert(kind: type[Base]) -> Insert:
    """Return the statement that inserts one row."""
    return insert(table_of(kind))


@cache
def _update(kind: type[Base]) -> Update:
    """Return the statement that writes the other columns of one row found by its key."""
    keys = _key_columns(kind)
    return update(table_of(kind)).where(_is_row(kind)).values(
        {name: bindparam(name) for name in _columns(kind) if name not in keys})


def _is_row(kind: type[Base]) -> ColumnElement[bool]:
    """Return the condition that a row has the key that is bound."""
    table = table_of(kind)
    return and_(*(table.c[name] == bindparam(_key_parameter(name)) for name in _key_columns(kind)))


def _bound(kind: type[Base], row: Row) -> dict[str, Any]:
    """Return `row` as parameters; a key has a name of its own, as the column's name stands for what is written."""
    keys = _key_columns(kind)
    return {_key_parameter(name) if name in keys else name: value for name, value in row.items()}


def _key_parameter(name: str) -> str:
    return f"key_{name}"
