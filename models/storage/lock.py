"""One writer per library: a lock that the operating system drops with the process, and a word on who holds it."""

from __future__ import annotations

import json
import os
import platform
import sys
from datetime import datetime
from pathlib import Path

_BYTE = 1 << 30  # Windows locks are mandatory: a byte far behind the note leaves the note readable


class LibraryLock:
    """The right to write to one library, held until `release` or the end of the process."""

    def __init__(self, file: int) -> None:
        """Keep the open, locked file descriptor `file`."""
        self._file: int | None = file

    @classmethod
    def acquire(cls, path: Path, since: datetime) -> LibraryLock | None:
        """Lock the library at `path` and note who holds it `since` when; None when another holds it.

        OSError when no lock file can be written beside the library.
        """
        file = os.open(lock_path(path), os.O_RDWR | os.O_CREAT, 0o644)
        try:
            if not _lock(file):
                os.close(file)
                return None
            note = {"pid": os.getpid(), "host": _host(), "user": _user(), "since": since.isoformat()}
            os.ftruncate(file, 0)
            os.write(file, json.dumps(note, ensure_ascii=False).encode("utf-8"))
        except OSError:
            os.close(file)
            raise
        return cls(file)

    def release(self) -> None:
        """Give the right back. The file stays: removing it would race with the next holder."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


def lock_path(path: Path) -> Path:
    """Return the lock file of the library at `path`."""
    return path.with_name(f"{path.name}.lock")


def describe_holder(path: Path) -> str:
    """Return in Chinese who holds the library at `path` and since when, as far as the note tells."""
    try:
        note = json.loads(lock_path(path).read_text(encoding="utf-8"))
        since = datetime.fromisoformat(note["since"])
        place = "本机" if note["host"] == _host() else f"计算机“{note['host']}”"
        user = f"（用户 {note['user']}）" if note["user"] else ""
        return f"{place}{user}，{since.year}年{since.month}月{since.day}日{since:%H:%M}起"
    except (OSError, ValueError, KeyError, TypeError):  # caught half written, or unreadable for us
        return "另一个窗口"


def _lock(file: int) -> bool:
    """Lock the open `file` without waiting; False when another holds it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(file, _BYTE, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
            os.lseek(file, 0, os.SEEK_SET)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _host() -> str:
    """Return this computer's name."""
    return os.environ.get("COMPUTERNAME") or platform.node()


def _user() -> str:
    """Return the name of the user logged in; empty when the system does not say."""
    return os.environ.get("USERNAME") or os.environ.get("USER") or ""
