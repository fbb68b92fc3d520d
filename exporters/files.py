"""Files written beside the old one and put in its place when they are whole."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from models.errors import UserError

TRIES = 6  # the first, and five more
WAIT_SECONDS = 0.2
DISK_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def replacing(path: Path, wait: Callable[[float], None] = time.sleep) -> Iterator[Path]:
    """Give the path of a fresh file in the folder of `path`; on leaving, flush it to the disk and rename it to `path`.

    An old file at `path` stays as it is until that rename, and for good when anything fails; no other file is left
    behind. A target held by another program is tried again for a second, pausing by `wait`. Raises UserError.
    """
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".{target.name[:60]}.{os.urandom(4).hex()}.tmp")
    try:
        _refuse_bad_target(target)
        _create(beside)
        yield beside
        _keep_mode(target, beside)
        _flush(beside)
        _rename(beside, target, wait)
    except OSError as error:
        raise _explained(error, target) from error
    finally:
        with suppress(OSError):
            beside.unlink()
    _flush_folder(target.parent)


def _refuse_bad_target(target: Path) -> None:
    if target.is_dir():
        raise UserError(f"“{target.name}”是一个文件夹，不能写成文件。", "请换一个文件名。")
    if not target.parent.is_dir():
        raise UserError(f"文件夹“{target.parent}”不存在。", "请先建好文件夹，或另选一个位置。")
    if target.exists() and not os.access(target, os.W_OK):
        raise UserError(f"“{target.name}”是只读文件，没有写成。", "请取消它的只读属性，或另存为别的名字。")


def _create(beside: Path) -> None:
    """Create the file with the usual rights of a new file; it must not be there yet."""
    os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))


def _keep_mode(target: Path, beside: Path) -> None:
    """Give the new file the rights of the old one, if there is one."""
    with suppress(OSError):
        os.chmod(beside, os.stat(target).st_mode & 0o7777)


def _flush(beside: Path) -> None:
    with open(beside, "rb+") as file:
        os.fsync(file.fileno())


def _rename(beside: Path, target: Path, wait: Callable[[float], None]) -> None:
    """Rename `beside` to `target`; while another program holds the target, wait and try again."""
    for attempt in range(TRIES):
        try:
            os.replace(beside, target)
            return
        except PermissionError:
            if attempt == TRIES - 1:
                raise UserError(
                    f"“{target.name}”可能正在 WPS 或 Word 中打开，没有写成，原来的文件没有变。",
                    "请关闭后再导出，或另存为别的名字。",
                ) from None
            wait(WAIT_SECONDS)


def _flush_folder(folder: Path) -> None:
    """Flush the folder's entry where the system can; the file is whole either way, only a power cut could undo it."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _explained(error: OSError, target: Path) -> UserError:
    """Return what `error` means to the clerk."""
    kept = "原来的文件没有变。" if os.path.exists(target) else ""  # never fails
    if error.errno in DISK_FULL:
        return UserError(f"磁盘已满，“{target.name}”没有写成。{kept}", "请腾出空间，或另选一个磁盘。")
    if error.errno == errno.EROFS:
        return UserError(f"磁盘是只读的，“{target.name}”没有写成。{kept}", "请另选一个位置。")
    if isinstance(error, PermissionError):
        return UserError(f"没有权限写入文件夹“{target.parent}”。{kept}", "请另选一个位置，例如桌面或“文档”。")
    if error.errno in (errno.ENAMETOOLONG, errno.EINVAL):
        return UserError("文件名不合规或路径太长，没有写成。", "请换一个短些的文件名。")
    if isinstance(error, FileNotFoundError):
        return UserError(f"文件夹“{target.parent}”已经不在，没有写成。", "U盘可能已拔出，请另选一个位置。")
    return UserError(f"写入“{target.name}”时磁盘出错，没有写成。{kept}", "请另选一个位置再试。")
