"""Failures of disk and database, told in words a clerk can act on."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.errors import UserError


class DamagedLibrary(UserError):
    """The library, or one report in it, is not as it was written. `backup` is the newest good one; None: none known."""

    backup: Path | None = None


_FULL = ("磁盘已满。", "请清理磁盘后再试，或另存到别的盘。")
_IO = ("磁盘读写出错。", "请检查磁盘空间和移动盘是否接好，或另存到别的盘。")
_READ_ONLY = ("文件或它所在的文件夹不能写入。", "请检查写入权限，或把资料库复制到可以写入的位置。")
_BUSY = ("资料库正被别的程序占用。", "请关闭占用它的程序（如同步盘、杀毒软件）后再试。")
_GONE = ("找不到文件或文件夹。", "请检查移动盘是否接好，文件夹是否被移走或改名。")
_DENIED = ("没有权限。", "请检查文件和文件夹的权限，或换一个位置。")
_LONG = ("路径太长。", "请换一个层级较少、名称较短的位置。")
_FOLDER = ("这个位置是一个文件夹。", "请选择一个文件。")
_QUOTA = ("磁盘配额已用完。", "请清理文件后再试，或另存到别的盘。")
_TOO_BIG = ("文字太大，数据库放不下。", "请删去一部分后再试。")
_CHANGED = ("资料库的结构与本程序不符。", "请用备份恢复，或用建立它的那个版本打开。")
_UNKNOWN = ("数据库出错。", "请稍后再试，或另存一份。")

_BY_SQLITE_CODE = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR: _IO,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: _DENIED,
    sqlite3.SQLITE_AUTH: _DENIED,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_CANTOPEN: _GONE,
    sqlite3.SQLITE_TOOBIG: _TOO_BIG,
    sqlite3.SQLITE_ERROR: _CHANGED,
}
_BY_ERRNO = {
    errno.ENOSPC: _FULL,
    errno.EFBIG: _FULL,
    errno.EDQUOT: _QUOTA,
    errno.EIO: _IO,
    errno.EROFS: _READ_ONLY,
    errno.ENOENT: _GONE,
    errno.ENODEV: _GONE,
    errno.ENXIO: _GONE,
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.ENAMETOOLONG: _LONG,
    errno.EISDIR: _FOLDER,
    errno.ENOTDIR: _GONE,
}
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_MISMATCH)


@contextmanager
def told(what: str) -> Iterator[None]:
    """Turn expected failures inside into a UserError that begins with `what`, e.g. 没有保存."""
    try:
        yield
    except sqlite3.Error as error:
        raise from_sqlite(what, error) from error
    except UnicodeEncodeError as error:
        raise UserError(f"{what}：文字中有无法保存的字符。", "请删去显示为方框或问号的字符后再试。") from error
    except UnicodeDecodeError as error:
        raise DamagedLibrary(f"{what}：文字已损坏。", "请用备份恢复。") from error
    except OSError as error:
        cause, advice = _BY_ERRNO.get(error.errno or 0, _UNKNOWN)
        raise UserError(f"{what}：{cause}", advice) from error


def from_sqlite(what: str, error: sqlite3.Error) -> UserError:
    """Return what the engine's `error` means to the user, beginning with `what`."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # raised by the Python module itself: undecodable text, values out of range
        return DamagedLibrary(f"{what}：文字已损坏。", "请用备份恢复。") if "decode" in str(error).lower() else UserError(
            f"{what}：{_UNKNOWN[0]}", _UNKNOWN[1])
    if code & 0xFF in _DAMAGE:
        return DamagedLibrary(f"{what}：资料库文件已损坏。", "请用备份恢复。")
    cause, advice = _BY_SQLITE_CODE.get(code & 0xFF, _UNKNOWN)
    return UserError(f"{what}：{cause}", advice)
