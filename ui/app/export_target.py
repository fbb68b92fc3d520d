"""Where an export goes when a file of that name is there already: nobody's work is replaced unasked."""

from __future__ import annotations

import os
from collections.abc import Collection
from itertools import count
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.app.writing import digest_of_file
from ui.dialogs import messages

OTHER_NAME, REPLACE, LEAVE = "换个名字存", "替换", "先不导出"


def settled_target(path: Path, ours: Collection[str], window: QWidget | None) -> Path | None:
    """Return where to write for somebody who wants `path`; None: nowhere, the clerk wants to look first.

    A file that is as we wrote it, its SHA-256 among `ours`, is replaced without a word: it can be written again at any
    time. Of any other the clerk is asked: it may have been edited in Word or WPS since.
    """
    digest = digest_of_file(path)
    if not os.path.exists(path) or digest and digest in ours:  # os.path: also where nobody may look
        return path
    other = free_name(path)
    chosen = messages.ask(
        window, "已有这个文件", f"“{path.name}”已经有了，不是本程序导出时的原样：可能有人在 Word 或 WPS 里改过，也可能是别的文件。",
        (OTHER_NAME, REPLACE, LEAVE), f"换个名字会存成“{other.name}”；替换以后，原来的内容就没有了。")
    return (other, path, None)[chosen]


def free_name(path: Path) -> Path:
    """Return `path` with the first number behind its name, from 2 on, that no file has: 年报（2）.docx."""
    return next(each for number in count(2) if not os.path.exists(each := path.with_stem(f"{path.stem}（{number}）")))
