"""How large the window shows everything: chosen once, kept in a small file, in force from the next start."""

from __future__ import annotations

import os
from collections.abc import MutableMapping
from contextlib import suppress
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.app.window_state import keep_small_file

FILE = "显示大小.txt"
VARIABLE = "QT_SCALE_FACTOR"
SIZES = {100: "标准", 125: "大（125%）", 150: "特大（150%）"}
USUAL = 100
ROOM = 910, 540  # logical pixels below which pages no longer fit


def chosen_size(folder: Path) -> int:
    """Return the per cent kept in `folder`; 100 when nothing, or nothing of use, is kept there."""
    with suppress(OSError, ValueError):
        size = int((folder / FILE).read_text(encoding="utf-8"))
        if size in SIZES:
            return size
    return USUAL


def keep_size(folder: Path, size: int) -> bool:
    """Keep `size`, a per cent, in `folder` and return whether that could be done."""
    return keep_small_file(folder / FILE, str(size))


def apply_size(folder: Path, environment: MutableMapping[str, str] = os.environ) -> None:
    """Let Qt, not started yet, show everything in the size kept in `folder`; what the system asks for goes before."""
    size = chosen_size(folder)
    if size != USUAL and not environment.get(VARIABLE):
        environment[VARIABLE] = f"{size / 100:g}"


def sizes_that_fit(width: int, height: int) -> tuple[int, ...]:
    """Return the sizes in which the pages fit a screen of `width` × `height` logical pixels at the usual size."""
    return tuple(size for size in SIZES if size == USUAL or (
        width * USUAL >= ROOM[0] * size and height * USUAL >= ROOM[1] * size))


def ask_size(window: QWidget, folder: Path) -> None:
    """Ask how large the window is to show everything and keep the answer in `folder`."""
    from ui.dialogs import messages

    room = window.screen().availableGeometry()
    now = chosen_size(folder)
    sizes = sizes_that_fit(room.width() * now // USUAL, room.height() * now // USUAL)
    names = tuple(f"{SIZES[size]}{'，现在' if size == now else ''}" for size in sizes)
    chosen = messages.ask(
        window, "显示大小", "文字和按钮显示多大？", (*names, "不改"), "选好以后，下次打开程序时起作用。放得下的才列出来。")
    if chosen < len(sizes) and sizes[chosen] != now and not keep_size(folder, sizes[chosen]):
        messages.tell(window, "没有记住", "显示大小没有记住：数据文件夹不能写入。", "请检查写入权限后再选一次。")
