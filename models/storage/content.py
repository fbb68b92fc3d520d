"""Whole values out of a library, each proven by its digest."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.domain.organ import Organ
from models.domain.report import Report
from models.domain.source_document import SourceDocument
from models.errors import UserError
from models.storage.digest import digest_of
from models.storage.failures import DamagedLibrary
from models.storage.mapping import organ_of_row, report_of_rows, source_of_rows
from models.storage.rows import all_rows, read_rows
from models.storage.source_tables import SOURCE_TABLES, SourceRow
from models.storage.tables import REPORT_TABLES, OrganRow, ReportRow

Value = TypeVar("Value")
_NUMBER_DIGITS = 9  # more digits are a hexadecimal id that happens to hold digits only


def report_number(session: Session, report_id: str) -> int | None:
    """Return the short number of the report `report_id`, its id or the short number as text; None: not there."""
    number = session.scalar(select(ReportRow.number).where(ReportRow.id == report_id))
    if number is None and report_id.isascii() and report_id.isdecimal() and len(report_id) <= _NUMBER_DIGITS:
        number = session.scalar(select(ReportRow.number).where(ReportRow.number == int(report_id)))
    return number


def known_number(session: Session, report_id: str) -> int:
    """Return the short number of the report `report_id`; UserError when the library has no such report."""
    number = report_number(session, report_id)
    if number is None:
        raise UserError(f"资料库里没有编号为“{report_id}”的报告。", "请在报告列表中查看编号。")
    return number


def load_report(session: Session, number: int, proven: bool = True) -> Report:
    """Return the report with the short `number`; DamagedLibrary when it is not as it was saved.

    `proven` false skips the digest: a newer program may have digested what this one does not know.
    """
    with _whole_report(number):
        report, digest = stored_report(session, number)
        return _proven(report, digest if proven else None)


def stored_report(session: Session, number: int) -> tuple[Report, str]:
    """Return the report with the short `number` and the digest kept beside it, which is not compared with it.

    DamagedLibrary when the rows hold no report.
    """
    with _whole_report(number):
        rows = read_rows(session, number, REPORT_TABLES)
        return report_of_rows(rows), rows[ReportRow][0]["digest"]


@contextmanager
def _whole_report(number: int) -> Iterator[None]:
    """Turn what the rows of a damaged report raise inside into DamagedLibrary."""
    try:
        yield
    except (ValueError, TypeError, LookupError) as error:
        raise DamagedLibrary(f"编号为 {number} 的报告已损坏，不是上次保存的内容。", "请用备份恢复。") from error


def load_source(session: Session, number: int, proven: bool = True) -> SourceDocument | None:
    """Return the source of the report with the short `number`; None when it was not imported."""
    try:
        rows = read_rows(session, number, SOURCE_TABLES)
        if not rows[SourceRow]:
            return None
        return _proven(source_of_rows(rows), rows[SourceRow][0]["digest"] if proven else None)
    except (ValueError, TypeError, LookupError) as error:
        raise DamagedLibrary(f"编号为 {number} 的报告，所读入的原文已损坏。", "请用备份恢复，或重新读入原文件。") from error


def load_organs(session: Session) -> tuple[Organ, ...]:
    """Return the organs of the library in the order they were entered."""
    try:
        return tuple(organ_of_row(row) for row in all_rows(session, OrganRow))
    except (ValueError, TypeError, LookupError) as error:
        raise DamagedLibrary("单位信息已损坏。", "请用备份恢复。") from error


def _proven(value: Value, digest: str | None) -> Value:
    """Return `value`; ValueError when it does not have the `digest` it was saved with; None: not known."""
    if digest is not None and digest_of(value) != digest:
        raise ValueError("the digest differs")
    return value
