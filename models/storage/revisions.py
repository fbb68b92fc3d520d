"""Kept versions of the reports of a library, and the history of what was exported of them."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from hashlib import sha256
from typing import Any, TypeAlias

from sqlalchemy import Table, delete, exists, insert, select, update
from sqlalchemy.orm import Session

from models.clock import Clock
from models.domain.report import ExportForm, Report
from models.errors import UserError
from models.storage.content import known_number, report_number
from models.storage.digest import digest_of
from models.storage.failures import DamagedLibrary
from models.storage.packing import pack, unpack
from models.storage.revision_tables import ExportRow, RevisionBlobRow, RevisionContentRow, RevisionRow
from models.storage.revision_thinning import superfluous_revisions
from models.storage.rows import table_of
from models.storage.summary import Exported, ExportRecord, RevisionSummary

Lend: TypeAlias = Callable[[str], AbstractContextManager[Session]]
DAILY, EXPORT = "每日", "导出"
_CONTENTS, _BLOBS = table_of(RevisionContentRow), table_of(RevisionBlobRow)
_REVISIONS, _EXPORTS = table_of(RevisionRow), table_of(ExportRow)
_RECORD = ("path", "sha256", "form", "profile", "fonts", "line_spacing", "at")


class Revisions:
    """The kept versions behind a store. Equal contents are stored once; each call is whole or not at all."""

    def __init__(self, reading: Lend, writing: Lend, clock: Clock) -> None:
        """Work in the sessions that `reading` and `writing` lend; `clock` dates what is kept."""
        self._reading = reading
        self._writing = writing
        self._clock = clock

    def of(self, report_id: str) -> tuple[RevisionSummary, ...]:
        """Return the versions of the report `report_id`, newest first; none of one that was never saved."""
        with self._reading("读不出版本") as session:
            number = report_number(session, report_id)
            return () if number is None else _summaries(session, number)

    def exports_of(self, report_id: str) -> tuple[ExportRecord, ...]:
        """Return the export history of the report `report_id`, newest first."""
        with self._reading("读不出导出记录") as session:
            number = report_number(session, report_id)
            return () if number is None else _records(session, number)

    def keep(self, report: Report, reason: str, words: int, name: str = "") -> RevisionSummary:
        """Keep `report`, which has `words` 字数, for `reason` and thin out the older versions; return what is kept.

        When the newest version is equal already, that one stands for it, with the `name` if it had none.
        UserError when the library does not hold the report yet.
        """
        with self._writing("没有留下版本") as session:
            return self._keep(session, report, reason, words, name)

    def keep_daily(self, report: Report, words: int) -> RevisionSummary | None:
        """Keep `report` as the day's version; None when today has one already, or the library has no such report."""
        with self._reading("没有留下版本") as session:
            number = report_number(session, report.id)
            held = () if number is None else _summaries(session, number)
        today = self._clock().date()
        if number is None or any(each.at.date() == today and each.reason == DAILY for each in held):
            return None
        if held and held[0].digest == digest_of(report):
            return None
        return self.keep(report, DAILY, words)

    def adopt(self, versions: Iterable[tuple[RevisionSummary, Report]]) -> None:
        """Keep `versions` of one report that were kept in another library, oldest first, dated and named as there.

        Those that are kept here already, at the same time for the same reason, are passed over. The number of a
        summary is of that library: here each gets its own.
        """
        with self._writing("没有留下版本") as session:
            for summary, report in versions:
                number = known_number(session, report.id)
                row = {each: getattr(summary, each) for each in ("at", "reason", "name", "words")}
                row["digest"] = _put_content(session, report)
                here = select(_REVISIONS.c.number).where(
                    _REVISIONS.c.report == number, *(_REVISIONS.c[name] == row[name] for name in (
                        "at", "reason", "name", "digest")))
                if session.connection().scalar(here) is None:
                    session.connection().execute(insert(_REVISIONS), {"report": number, **row})

    def rename(self, revision: int, name: str) -> None:
        """Give the version `revision` the `name`; an empty one takes its name away."""
        with self._writing("没有改名") as session:
            session.connection().execute(
                update(_REVISIONS).where(_REVISIONS.c.number == revision).values(name=name.strip()))

    def load(self, revision: int) -> Report:
        """Return the report as the version `revision` holds it; UserError when that was thinned out meanwhile."""
        with self._reading("打不开这个版本") as session:
            return _content(session, select(_REVISIONS.c.digest).where(_REVISIONS.c.number == revision))

    def load_exported(self, export: int) -> Report:
        """Return the report exactly as it was let out into the file of the entry `export`."""
        with self._reading("打不开这个版本") as session:
            return _content(session, select(_EXPORTS.c.content).where(_EXPORTS.c.number == export))

    def record_export(self, report: Report, words: int, let_out: Report, file: Exported) -> ExportRecord:
        """Keep `report` and enter `file`, written from `let_out`, into its history."""
        with self._writing("没有记下导出") as session:
            revision = self._keep(session, report, EXPORT, words)
            content = _put_content(session, let_out)
            record = {name: getattr(file, name) for name in _RECORD}
            entered = insert(_EXPORTS).values(
                report=known_number(session, report.id), revision=revision.number, content=content,
                **{**record, "form": file.form.value})
            number = session.connection().scalar(entered.returning(_EXPORTS.c.number))
            assert number is not None
        return ExportRecord(number, revision.number, file)

    def _keep(self, session: Session, report: Report, reason: str, words: int, name: str = "") -> RevisionSummary:
        number = known_number(session, report.id)
        held = _summaries(session, number)
        digest, name = digest_of(report), name.strip()
        if held and held[0].digest == digest and (not name or name == held[0].name):
            return held[0]
        _put_content(session, report)
        connection = session.connection()
        if held and held[0].digest == digest and not held[0].name:
            changed = update(_REVISIONS).where(_REVISIONS.c.number == held[0].number)
            connection.execute(changed.values(name=name))
        else:
            connection.execute(insert(_REVISIONS), {
                "report": number, "at": self._clock(), "reason": reason, "name": name, "digest": digest,
                "words": words})
        _thin_out(session, number)
        return _summaries(session, number)[0]


def contents_of(session: Session, numbers: Sequence[int]) -> tuple[str, ...]:
    """Return the digests of the contents that the versions and exports of the reports `numbers` need."""
    wanted = select(_REVISIONS.c.digest).where(_REVISIONS.c.report.in_(numbers)).union(
        select(_EXPORTS.c.content).where(_EXPORTS.c.report.in_(numbers)))
    return tuple(session.connection().scalars(wanted))


def drop_contents(session: Session, digests: Iterable[str]) -> None:
    """Delete those of the contents `digests` that nothing needs any more, and the pictures only they showed."""
    connection = session.connection()
    needed = exists().where(_REVISIONS.c.digest == _CONTENTS.c.digest) | exists().where(
        _EXPORTS.c.content == _CONTENTS.c.digest)
    loose: set[str] = set()
    for digest in digests:
        gone = delete(_CONTENTS).where(_CONTENTS.c.digest == digest, ~needed).returning(_CONTENTS.c.blobs)
        loose.update(*connection.scalars(gone))
    if loose:
        shown = connection.scalars(select(_CONTENTS.c.blobs).where(_CONTENTS.c.blobs != ()))
        for blob in loose.difference(*shown):
            connection.execute(delete(_BLOBS).where(_BLOBS.c.digest == blob))


def check_revisions(session: Session) -> None:
    """Raise DamagedLibrary when a kept version is not whole by the sums it is packed with."""
    connection = session.connection()
    try:
        for content in connection.scalars(select(_CONTENTS.c.content)):
            zlib.decompress(content)
    except (zlib.error, TypeError) as error:
        raise _damaged() from error
    if any(sha256(data).hexdigest() != digest for digest, data in connection.execute(
            select(_BLOBS.c.digest, _BLOBS.c.data))):
        raise _damaged()


def _damaged() -> DamagedLibrary:
    return DamagedLibrary("这个版本已损坏，不是当时留下的内容。", "请用备份恢复。")


def _summaries(session: Session, number: int) -> tuple[RevisionSummary, ...]:
    columns = (_REVISIONS.c[name] for name in ("number", "at", "reason", "name", "digest", "words"))
    rows = _newest_first(session, _REVISIONS, number, *columns)
    return tuple(RevisionSummary(*row) for row in rows)


def _records(session: Session, number: int) -> tuple[ExportRecord, ...]:
    columns = (_EXPORTS.c[name] for name in ("number", "revision", *_RECORD))
    rows = _newest_first(session, _EXPORTS, number, *columns)
    return tuple(
        ExportRecord(row[0], row[1], Exported(
            **{**dict(zip(_RECORD, row[2:], strict=True)), "form": ExportForm(row[4])})) for row in rows)


def _newest_first(session: Session, table: Table, report: int, *columns: Any) -> Iterable[Any]:
    wanted = select(*columns).where(table.c.report == report).order_by(table.c.number.desc())
    return session.connection().execute(wanted).all()


def _put_content(session: Session, report: Report) -> str:
    """Store the content of `report` unless it is there, and return its digest."""
    connection, digest = session.connection(), digest_of(report)
    if connection.scalar(select(_CONTENTS.c.digest).where(_CONTENTS.c.digest == digest)) is not None:
        return digest
    packed = pack(report)
    for blob, data in packed.blobs.items():
        if connection.scalar(select(_BLOBS.c.digest).where(_BLOBS.c.digest == blob)) is None:
            connection.execute(insert(_BLOBS), {"digest": blob, "data": data})
    connection.execute(
        insert(_CONTENTS), {"digest": digest, "content": packed.content, "blobs": tuple(sorted(packed.blobs))})
    return digest


def _content(session: Session, wanted: Any) -> Report:
    """Return the report whose digest `wanted` selects."""
    digest = session.connection().scalar(wanted)
    if digest is None:
        raise UserError("这个版本已经不在了。", "请在版本列表里另选一个。")
    return _unpacked(session, digest)


def _unpacked(session: Session, digest: str) -> Report:
    """Return the content `digest`, proven by it; DamagedLibrary when it is not as it was kept."""
    connection = session.connection()

    def blob(name: str) -> bytes:
        data = connection.scalar(select(_BLOBS.c.data).where(_BLOBS.c.digest == name))
        if data is None:
            raise LookupError(name)
        return bytes(data)

    try:
        content = connection.scalar(select(_CONTENTS.c.content).where(_CONTENTS.c.digest == digest))
        report = unpack(content or b"", blob)
        if digest_of(report) != digest:
            raise ValueError("the digest differs")
    except (ValueError, TypeError, LookupError, zlib.error) as error:
        raise _damaged() from error
    return report


def _thin_out(session: Session, number: int) -> None:
    """Delete the versions of the report `number` that may go."""
    exported = frozenset(session.connection().scalars(
        select(_EXPORTS.c.revision).where(_EXPORTS.c.report == number)))
    gone = superfluous_revisions(_summaries(session, number), exported)
    if gone:
        numbers = [each.number for each in gone]
        session.connection().execute(delete(_REVISIONS).where(_REVISIONS.c.number.in_(numbers)))
        drop_contents(session, {each.digest for each in gone})
