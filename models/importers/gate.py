"""The gate before any parser: is the file there, of a size and kind that can be read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from models.errors import UserError
from models.importers.kinds import EXCHANGE, HEAD_LENGTH, OLE, READABLE, TEXT, WEB_ARCHIVE, WEB_PAGE, WORD
from models.importers.kinds import kind_of_bytes, kind_of_ole

WORD_LIMIT = 50 * 1024 * 1024
TEXT_LIMIT = 10 * 1024 * 1024
PARAGRAPH_LIMIT = 60_000
CHARACTER_LIMIT = 2_000_000
SAVE_AS = "请在 WPS 或 Word 中另存为 .docx 后再读入。"
_TEXTS = {TEXT: "文本文件", WEB_PAGE: "网页文件", WEB_ARCHIVE: "网页文件"}


class Admitted(NamedTuple):
    """A file that passed: its kind, one of READABLE, and its bytes; a .docx has none here, it is read from its path."""

    path: Path
    kind: str
    data: bytes = b""


def admit(path: Path) -> Admitted:
    """Return the file `path` when its size and kind allow reading; raise UserError, which says what it is, when not."""
    with opened_to_read(path) as (size, stream):
        return _admitted(path, size, stream)


@contextmanager
def opened_to_read(path: Path) -> Iterator[tuple[int, IO[bytes]]]:
    """Give size and content of the file `path`; UserError, which says what to do, when it cannot be read."""
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise UserError(f"“{path.name or path}”是一个文件夹。", "请选择其中的一份报告文件。")
        with path.open("rb") as stream:
            yield size, stream
    except FileNotFoundError as error:
        raise UserError(f"找不到文件“{path.name}”。", "请检查文件名和位置。") from error
    except PermissionError as error:
        raise UserError(f"没有权限读取“{path.name}”。", "请把文件复制到自己的文件夹后再读入。") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise UserError(f"读不出文件“{path.name}”：磁盘或网络位置出错。", "请把文件复制到本机后再读入。") from error


def check_extent(paragraphs: int, characters: int) -> None:
    """Raise UserError when a document is too long to be a report."""
    if paragraphs > PARAGRAPH_LIMIT:
        raise UserError(f"文件超过 {PARAGRAPH_LIMIT // 10_000} 万段，不像一份年度报告。", "请只保留报告正文后再读入。")
    if characters > CHARACTER_LIMIT:
        raise UserError(
            f"文件超过 {CHARACTER_LIMIT // 10_000} 万字，不像一份年度报告。", "请只保留报告正文后再读入。"
        )


def _admitted(path: Path, size: int, stream: IO[bytes]) -> Admitted:
    """Return the open file `stream` of `size` bytes when it passes."""
    head = stream.read(HEAD_LENGTH)
    kind = kind_of_bytes(head)
    _check_size(path, size, kind)
    if kind == OLE:
        stream.seek(0)
        kind = kind_of_ole(stream)
        stream.seek(len(head))
    if kind not in READABLE:
        raise _refused(path, kind)
    return Admitted(path, kind, b"" if kind == WORD else head + stream.read(WORD_LIMIT))


def _check_size(path: Path, size: int, kind: str) -> None:
    """Raise UserError when the file is empty or larger than files of `kind` may be."""
    if size == 0:
        raise UserError(f"“{path.name}”是空文件。", "请检查是否选对了文件。")
    limit = TEXT_LIMIT if kind in _TEXTS else WORD_LIMIT
    if size > limit:
        raise UserError(
            f"“{path.name}”有 {size / 1024 / 1024:.0f} MB，{_TEXTS.get(kind, '文件')}不能超过 {limit // 1024 // 1024} MB。",
            "请只保留报告正文、删去图片后再读入。",
        )


def _refused(path: Path, kind: str) -> UserError:
    """Return the error that says what the file is and what to do with it."""
    if kind == "加了密码的文件":
        return UserError(f"“{path.name}”加了打开密码。", "请在 WPS 或 Word 中去掉密码，另存为 .docx 后再读入。")
    if kind == EXCHANGE:
        return UserError(f"“{path.name}”是本程序的交换文件，不是文稿。", "请在窗口里用“打开交换文件”打开。")
    if kind == "数据库文件":
        return UserError(f"“{path.name}”是{kind}，不能直接读入。", f"其中的报告写作“{path.name}#编号”，在窗口里则从报告列表打开。")
    return UserError(f"“{path.name}”是{kind}，不能直接读入。", SAVE_AS)
