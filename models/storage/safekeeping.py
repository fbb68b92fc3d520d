"""Making, proving and restoring backups. A backup gets its name only after it was reopened and proven whole."""

from __future__ import annotations

import shutil
from datetime import datetime
from glob import escape
from hashlib import sha256
from pathlib import Path

from sqlalchemy import select

from models.errors import UserError
from models.storage.backups import Backup, backup_folder, list_backups, next_backup_path, superfluous
from models.storage.connection import connected, connected_to_read
from models.storage.content import load_organs, load_report, load_source
from models.storage.failures import DamagedLibrary, told
from models.storage.files import put_in_place, sync_folder
from models.storage.inspection import inspect_library
from models.storage.revisions import check_revisions
from models.storage.sessions import Sessions
from models.storage.tables import ReportRow

_FAILURE = "备份没有做成"


def make_backup(path: Path, reason: str, at: datetime) -> Path:
    """Back up the library at `path`, prove the copy, thin out the older ones and return the new one's path.

    DamagedLibrary when the library itself is not whole: then no backup is made and none is removed.
    """
    with told(_FAILURE):
        folder = backup_folder(path)
        folder.mkdir(parents=True, exist_ok=True)
        for leftover in folder.glob(f"{escape(path.stem)}-*.part*"):
            leftover.unlink(missing_ok=True)
        target = next_backup_path(path, reason, at)
        part = target.with_suffix(".part")
        try:
            _copy(path, part)
            prove(part, original=path)
            put_in_place(part, target)
        finally:
            part.unlink(missing_ok=True)
        for backup in superfluous(list_backups(path)):
            backup.path.unlink(missing_ok=True)
    return target


def prove(path: Path, original: Path | None = None) -> None:
    """Raise DamagedLibrary unless the library at `path` is whole and each text in it has its digest.

    Versions without digests are compared with the `original` instead; None means there is none to compare with.
    """
    inspection = inspect_library(path)
    if inspection.older or inspection.newer:
        if original is not None and _fingerprint(path) != _fingerprint(original):
            raise DamagedLibrary("备份与资料库不一致。", "请检查磁盘后再试。")
        return
    with Sessions(path).reading(f"“{path.name}”没有通过核对") as session:
        load_organs(session)
        for number in session.scalars(select(ReportRow.number)).all():
            load_report(session, number)
            load_source(session, number)
        check_revisions(session)


def newest_good_backup(path: Path) -> Backup | None:
    """Return the newest backup of the library at `path` that is proven whole; None when there is none in reach."""
    try:
        backups = list_backups(path)
    except OSError:
        return None
    for backup in backups:
        try:
            prove(backup.path)
        except UserError:
            continue
        return backup
    return None


def with_way_out(path: Path, damage: DamagedLibrary) -> DamagedLibrary:
    """Return the error `damage` of the library at `path` with the newest good backup named in its advice."""
    backup = newest_good_backup(path)
    if backup is None:
        return DamagedLibrary(damage.message, "没有找到完好的备份，请保留这个文件，不要再写入。")
    found = DamagedLibrary(damage.message, f"可以用最近的完好备份恢复：{backup.label}。")
    found.backup = backup.path
    return found


def restore_library(path: Path, backup: Path, at: datetime) -> Path | None:
    """Put the content of `backup` in the place of the library at `path`; return where the present state was kept.

    None means there was no library. The caller holds the lock. A present state of which no backup can be proven
    is kept byte by byte.
    """
    with told("没有恢复"):
        prove(backup)
        fresh = path.with_name(f"{path.name}.new")
        fresh.unlink(missing_ok=True)
        try:
            _copy(backup, fresh)
            prove(fresh, original=backup)
            kept = _keep_present(path, at) if path.exists() else None
            path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
            put_in_place(fresh, path)
        finally:
            fresh.unlink(missing_ok=True)
    return kept


def _keep_present(path: Path, at: datetime) -> Path:
    """Keep the present state of the library at `path` and return where."""
    try:
        return make_backup(path, "恢复之前", at)
    except UserError:
        kept = next_backup_path(path, "已损坏", at).with_suffix(".damaged")
        kept.parent.mkdir(parents=True, exist_ok=True)
        for beside in ("", "-journal"):
            source = path.with_name(f"{path.name}{beside}")
            if source.exists():
                shutil.copyfile(source, kept.with_name(f"{kept.name}{beside}"))
        sync_folder(kept.parent)
        return kept


def _copy(source: Path, target: Path) -> None:
    """Copy one state of the library at `source` to the new file `target`, which is on disk afterwards."""
    with connected_to_read(source) as original, connected(target, "rwc") as copy:
        original.backup(copy)


def _fingerprint(path: Path) -> str:
    """Return a digest of all rows of all tables of the library at `path`, of whatever version."""
    digest = sha256()
    with connected_to_read(path) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type='table' ORDER BY 1")]
        for name in names:
            digest.update(repr((name, connection.execute(f'SELECT * FROM "{name}"').fetchall())).encode())
    return digest.hexdigest()
