"""Where pictures come from: files that are chosen or dropped, and the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from models.domain.report import Picture
from models.errors import UserError

FILTER = "图片 (*.png *.jpg *.jpeg)"
ENDINGS = frozenset({
    ".png", ".jpg", ".jpeg", ".bmp", ".gif", ".tif", ".tiff", ".webp", ".emf", ".wmf", ".svg", ".heic",
})  # also of those that the gate refuses with a word
MOST = 20  # at once


class Source(NamedTuple):
    """A picture that is offered: what it is called, and what gets its file."""

    name: str
    read: Callable[[], bytes]


def ask_for_pictures(parent: QWidget) -> tuple[Source, ...]:
    """Let the clerk choose picture files; none when nothing was chosen."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, "插入图片", "", FILTER)
    return tuple(_of_file(Path(each)) for each in chosen)


def holds_pictures(data: QMimeData) -> bool:
    """Return whether `data` is a picture, or files that are pictures by their names; words with a picture are words."""
    return bool(_files(data)) or (data.hasImage() and not (data.hasText() or data.hasHtml()))


def pictures_in(data: QMimeData) -> tuple[Source, ...]:
    """Return the pictures of `data`; none when it holds something else."""
    if not holds_pictures(data):
        return ()
    files = _files(data)
    if files:
        return tuple(_of_file(each) for each in files)
    return (Source("剪贴板里的图片", partial(_png_of, QImage(data.imageData()))),)


def read_pictures(sources: Sequence[Source]) -> tuple[Picture, ...]:
    """Return the pictures of `sources`; UserError when one of them cannot be taken, or there are too many."""
    from models.importers.picture import read_picture  # brings the decoders

    if len(sources) > MOST:
        raise UserError(f"一次插入了 {len(sources)} 张图片，最多 {MOST} 张。", "请分几次插入。")
    return tuple(read_picture(each.read(), each.name) for each in sources)


def _files(data: QMimeData) -> list[Path]:
    """Return the files of `data` when all of them are pictures."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []
    return files if files and all(each.suffix.lower() in ENDINGS for each in files) else []


def _of_file(path: Path) -> Source:
    return Source(path.name, partial(_content, path))


def _content(path: Path) -> bytes:
    """Return the content of the file at `path`; UserError when it cannot be read or is too large."""
    from models.importers.picture import check_bytes

    try:
        check_bytes(path.stat().st_size, path.name)
        return path.read_bytes()
    except OSError as error:
        raise UserError(f"“{path.name}”打不开。", "请确认文件还在，没有被别的程序占用。") from error


def _png_of(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
