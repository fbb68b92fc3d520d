"""Backups beside the library: numbered, thinned with time, the newest always kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeVar

NEWEST = 10
DAILY = 14
WEEKLY = 8
LARGEST_TOTAL = 200 * 1024 * 1024  # bytes


class Moment(Protocol):
    """What was made at some time."""

    @property
    def at(self) -> datetime: ...


Dated = TypeVar("Dated", bound=Moment)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file. Its place in the order is `sequence`: the clock of an office PC may be wrong or turned back."""

    path: Path
    sequence: int
    at: datetime
    reason: str
    size: int

    @property
    def label(self) -> str:
        """The backup as a list shows it, e.g. 2026年1月20日14:32（关闭程序）."""
        return f"{self.at.year}年{self.at.month}月{self.at.day}日{self.at:%H:%M}（{self.reason}）"


def backup_folder(path: Path) -> Path:
    """Return the folder of the backups of the library at `path`."""
    return path.parent / "备份"


def list_backups(path: Path) -> tuple[Backup, ...]:
    """Return the backups of the library at `path`, newest first; OSError when their folder cannot be read."""
    try:
        files = tuple(backup_folder(path).iterdir())
    except FileNotFoundError:
        return ()
    found = (_backup(path, file) for file in files)
    return tuple(sorted((each for each in found if each), key=lambda backup: backup.sequence, reverse=True))


def _backup(path: Path, file: Path) -> Backup | None:
    """Return the backup of the library at `path` that `file` is, by its name; None when it is something else."""
    match = re.fullmatch(rf"{re.escape(path.stem)}-(\d{{6,}})-(\d{{8}}-\d{{6}})-(\w+)\.db", file.name)
    if match is None:
        return None
    try:
        return Backup(file, int(match[1]), datetime.strptime(match[2], "%Y%m%d-%H%M%S"), match[3], _size(file))
    except ValueError:
        return None


def _size(file: Path) -> int:
    """Return the size of `file` in bytes; 0 when it is out of reach."""
    try:
        return file.stat().st_size
    except OSError:
        return 0


def next_backup_path(path: Path, reason: str, at: datetime) -> Path:
    """Return where the next backup of the library at `path`, made `at` that time for `reason`, belongs."""
    sequence = max((backup.sequence for backup in list_backups(path)), default=0) + 1
    stamp = re.sub(r"[-:]", "", at.isoformat(timespec="seconds")).replace("T", "-")
    words = re.sub(r"\W", "", reason)[:20] or "备份"
    return backup_folder(path) / f"{path.stem}-{sequence:06d}-{stamp}-{words}.db"


def superfluous(backups: Sequence[Backup], largest_total: int = LARGEST_TOTAL) -> tuple[Backup, ...]:
    """Return those of `backups`, newest first, that may go.

    The 10 newest stay, then the last one of each of 14 days, of 8 weeks, and of every year. When what stays is
    still larger than `largest_total` bytes, the oldest go, those kept for their year last. The newest never goes.
    """
    yearly = last_of_each(backups, lambda at: at.year, len(backups))
    kept = {
        *backups[:NEWEST],
        *last_of_each(backups, lambda at: at.date(), DAILY),
        *last_of_each(backups, lambda at: at.isocalendar()[:2], WEEKLY),
        *yearly,
    }
    total = sum(backup.size for backup in kept)
    oldest_first = sorted(kept - {*backups[:1]}, key=lambda backup: (backup in yearly, backup.sequence))
    for backup in oldest_first:
        if total <= largest_total:
            break
        kept.remove(backup)
        total -= backup.size
    return tuple(backup for backup in backups if backup not in kept)


def last_of_each(
    moments: Sequence[Dated], period: Callable[[datetime], Hashable], count: int
) -> frozenset[Dated]:
    """Return the newest of `moments`, newest first, in each of the `count` newest periods."""
    found: dict[Hashable, Dated] = {}
    for moment in moments:
        if len(found) == count:
            break
        found.setdefault(period(moment.at), moment)
    return frozenset(found.values())
