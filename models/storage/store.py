"""The store: one library file with all reports of all years and organs, opened by one writer at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import NamedTuple

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from models.clock import Clock, system_clock
from models.domain.organ import Organ
from models.domain.report import Report, new_id
from models.domain.source_document import SourceDocument
from models.errors import UserError
from models.storage import safekeeping
from models.storage.access import Access, gain_access, regain_access
from models.storage.backups import Backup, list_backups
from models.storage.connection import connected, connected_to_read
from models.storage.content import known_number, load_organs, load_report, load_source, stored_report
from models.storage.digest import digest_of
from models.storage.failures import DamagedLibrary, told
from models.storage.library import list_reports
from models.storage.mapping import row_of_organ, rows_of_report, rows_of_source
from models.storage.own_fields import Row
from models.storage.revisions import Revisions, contents_of, drop_contents
from models.storage.rows import RowsByKind, table_of, write_rows
from models.storage.sessions import Sessions
from models.storage.shelving import Shelves
from models.storage.source_tables import SourceRow
from models.storage.summary import ReportSummary, SavedMark
from models.storage.tables import LibraryRow, OrganRow, ReportRow

BACKUP_PERIOD = timedelta(minutes=20)


class Proven(NamedTuple):
    """What the file holds of the report saved last, as long as the library counts no other `change`."""

    report_id: str
    number: int
    change: int
    rows: RowsByKind


class ReportStore:
    """Reports and organs in one library file. Any thread may call it; each call is whole or not at all."""

    def __init__(self, path: Path, access: Access, clock: Clock) -> None:
        """Serve the library at `path` with the `access` that was gained; use `open` instead."""
        self.path = path
        self._access = access
        self._clock = clock
        self._sessions = Sessions(path)
        self._changed_since: datetime | None = None  # the first change since the last backup
        self._proven: Proven | None = None
        self._turn = RLock()
        self.revisions = Revisions(self._reading, self._writing, clock)
        self.shelves = Shelves(self._writing, clock)

    @classmethod
    def open(cls, path: Path, clock: Clock = system_clock) -> ReportStore:
        """Open the library at `path`: create a missing one, back up and upgrade an older one.

        The store is read-only when another program has the library open, when the place cannot be written, or when
        a newer program made the file. UserError when it is foreign or out of reach, DamagedLibrary when damaged.
        """
        return cls(path, gain_access(path, clock()), clock)

    @classmethod
    def open_restored(cls, path: Path, backup: Path, clock: Clock = system_clock) -> ReportStore:
        """Put the content of `backup` in the place of a library that cannot be opened, and open it."""
        return cls(path, regain_access(path, backup, clock()), clock)

    @classmethod
    def open_to_read(cls, path: Path, clock: Clock = system_clock) -> ReportStore:
        """Open the existing library at `path` read-only, without lock; nothing is created or upgraded."""
        return cls(path, gain_access(path, clock(), to_read=True), clock)

    def __enter__(self) -> ReportStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    @property
    def read_only(self) -> bool:
        """Whether nothing may be changed."""
        return self._access.read_only

    @property
    def holder(self) -> str:
        """Where the library is open already and since when, in Chinese; empty when it is not."""
        return self._access.holder

    @property
    def notice(self) -> str:
        """Why nothing may be changed, in Chinese; empty when it may."""
        return self._access.notice

    def organs(self) -> tuple[Organ, ...]:
        """Return the organs in the order they were entered."""
        with self._reading("读不出单位信息") as session:
            return load_organs(session)

    def save_organ(self, organ: Organ) -> Organ:
        """Save `organ` and return it, with a fresh id when it had none."""
        organ = organ if organ.id else replace(organ, id=new_id())
        with self._writing("单位信息没有保存") as session:
            _count_change(session)
            known = session.scalar(select(OrganRow.number).where(OrganRow.id == organ.id))
            if known is None:
                session.execute(insert(OrganRow), [row_of_organ(organ)])
            else:
                session.execute(update(OrganRow), [{**row_of_organ(organ), "number": known}])
        return organ

    def reports(self) -> tuple[ReportSummary, ...]:
        """Return what the library holds, newest change first."""
        with self._turn, told("读不出报告列表"), connected_to_read(self.path) as connection:
            return list_reports(connection)

    def load(self, report_id: str) -> Report:
        """Return the report `report_id`, its id or its short number as text.

        UserError when there is none, DamagedLibrary when it is not as it was saved.
        """
        with self._reading("打不开报告") as session:
            return load_report(session, known_number(session, report_id), self._access.proven)

    def save(self, report: Report) -> SavedMark:
        """Save `report` in one transaction, read it back and return the proof; UserError when any of it failed."""
        with self._turn:
            with told("没有保存"):
                mark = SavedMark(self._clock(), digest_of(report))
            if self._stored(report, mark) or self._stored(report, mark):  # the second time nothing is taken as known
                return mark
            raise UserError("没有保存：写入后核对，内容不一致。", "请检查磁盘，并把报告另存到别处。")

    def save_source(self, report_id: str, source: SourceDocument) -> None:
        """Keep `source`, the file from which the report `report_id` was read."""
        with self._writing("读入的原文没有保存") as session:
            _count_change(session)
            number = known_number(session, report_id)
            rows = rows_of_source(source, number)
            rows[SourceRow] = [{**rows[SourceRow][0], "digest": digest_of(source)}]
            write_rows(session, number, rows)

    def load_source(self, report_id: str) -> SourceDocument | None:
        """Return the file from which the report `report_id` was read; None when it was not read from one."""
        with self._reading("打不开读入的原文") as session:
            return load_source(session, known_number(session, report_id), self._access.proven)

    def delete(self, *report_ids: str) -> None:
        """Delete the reports `report_ids` with their sources for good, after a backup; the words leave the file too."""
        with self._turn:
            with self._reading("没有删除") as session:
                numbers = [known_number(session, each) for each in report_ids]
            self.back_up("删除之前")
            with self._writing("没有删除") as session:
                _count_change(session)
                kept = contents_of(session, numbers)
                session.execute(delete(ReportRow).where(ReportRow.number.in_(numbers)))
                drop_contents(session, kept)
            self._shrink()

    def backups(self) -> tuple[Backup, ...]:
        """Return the backups of this library, newest first."""
        with told("读不出备份列表"):
            return list_backups(self.path)

    def back_up(self, reason: str) -> Path:
        """Make a proven backup named after `reason`, thin out the older ones and return its path."""
        with self._turn:
            backup = safekeeping.make_backup(self.path, reason, self._clock())
            self._changed_since = None
            return backup

    def back_up_if_due(self) -> Path | None:
        """Back up when changes are older than 20 minutes, or the clock was turned back; None when it is not time."""
        with self._turn:
            if self._changed_since is None:
                return None
            if timedelta() <= self._clock() - self._changed_since < BACKUP_PERIOD:
                return None
            return self.back_up("定时")

    def restore(self, backup: Path) -> None:
        """Put the content of `backup` in the place of the present one, which is backed up first."""
        with self._turn:
            self._check_writable("没有恢复")
            self._proven = None  # the change counter goes back, too
            safekeeping.restore_library(self.path, backup, self._clock())
            self._access.settle(self._clock())
            self._changed_since = self._changed_since or self._clock()

    def close(self) -> None:
        """Give the library back, after a backup when something was changed.

        The library is given back also when the backup fails; the UserError says that the reports are saved.
        """
        with self._turn:
            try:
                if self._changed_since is not None and not self.read_only:
                    self.back_up("关闭程序")
            except UserError as error:
                raise UserError(f"报告都已保存，但关闭前没有做成备份。{error.message}", error.advice) from error
            finally:
                self._access.release()

    def _shrink(self) -> None:
        """Take the room of what was deleted out of the file. The words are overwritten already; failing is no loss."""
        try:
            with connected(self.path) as connection:
                connection.execute("VACUUM")
        except sqlite3.Error:
            return

    def _stored(self, report: Report, mark: SavedMark) -> bool:
        """Write `report` in one transaction and return whether it is read back as it is."""
        known, self._proven = self._proven, None
        with self._writing("没有保存") as session:
            put = self._put(session, report, mark, known)
        try:
            with self._reading("没有保存：写入后核对不成") as session:
                same = stored_report(session, put.number) == (report, mark.digest)
        except DamagedLibrary:
            if known is None:
                raise
            return False
        self._proven = put if same else None
        return same

    def _put(self, session: Session, report: Report, mark: SavedMark, known: Proven | None) -> Proven:
        """Write the rows of `report` and return them; `known` are those of the save before, None when not known."""
        change = _count_change(session)
        kept = {"change": change, "changed_at": mark.at, "digest": mark.digest}
        if known is not None and (known.report_id, known.change + 1) == (report.id, change):
            rows = _rows_to_keep(report, known.number, kept)
            write_rows(session, known.number, rows, known.rows)
            return Proven(report.id, known.number, change, rows)
        table = table_of(ReportRow)
        number: int | None = session.connection().scalar(select(table.c.number).where(table.c.id == report.id))
        if number is None:
            first = {**rows_of_report(report, 0)[ReportRow][0], **kept}
            del first["number"]
            number = session.scalar(insert(ReportRow).values(first).returning(ReportRow.number))
            assert number is not None
        rows = _rows_to_keep(report, number, kept)
        write_rows(session, number, rows)
        return Proven(report.id, number, change, rows)

    @contextmanager
    def _reading(self, failure: str) -> Iterator[Session]:
        """Lend a session to read; where damage is met, the newest good backup is named."""
        try:
            with self._turn, self._sessions.reading(failure) as session:
                yield session
        except DamagedLibrary as damage:
            raise safekeeping.with_way_out(self.path, damage) from damage

    @contextmanager
    def _writing(self, failure: str) -> Iterator[Session]:
        """Lend a session to write; its changes are committed at the end, or not at all."""
        with self._turn:
            self._check_writable(failure)
            with self._sessions.writing(failure) as session:
                yield session
            self._changed_since = self._changed_since or self._clock()

    def _check_writable(self, failure: str) -> None:
        """Raise UserError when this store may not change the library."""
        if self._access.read_only:
            raise UserError(f"{failure}：{self._access.notice}", "需要保留改动时，请另存到别处。")


def _rows_to_keep(report: Report, number: int, kept: Row) -> RowsByKind:
    """Return the rows of `report`, what is `kept` of it among them."""
    rows = rows_of_report(report, number)
    return {**rows, ReportRow: [{**rows[ReportRow][0], **kept}]}


def _count_change(session: Session) -> int:
    """Return the number of the change that is under way: order never rests on the clock."""
    table = table_of(LibraryRow)
    statement = update(table).values(change=table.c.change + 1).returning(table.c.change)
    change: int | None = session.connection().scalar(statement)
    if change is None:
        raise DamagedLibrary("资料库的计数丢失了。", "请用备份恢复。")
    return change
