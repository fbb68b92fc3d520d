"""Where the window stood and how it was folded, in a small file; a damaged or missing file means the defaults."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path

FILE = "窗口.json"


@dataclass(frozen=True, slots=True)
class WindowState:
    """Geometry and folding. `width` and `height` 0 means never shown before."""

    x: int = 0
    y: int = 0
    width: int = 0
    height: int = 0
    maximized: bool = False
    task_list_folded: bool = False
    side_panel_folded: bool = False
    folder: str = ""  # where the last file was chosen


def load_window_state(folder: Path) -> WindowState:
    """Return the state kept in `folder`; what is missing or of a wrong kind has its default."""
    try:
        values = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return WindowState()
    if not isinstance(values, dict):
        return WindowState()
    state = WindowState()
    good = {
        each.name: values[each.name]
        for each in fields(WindowState)
        if type(values.get(each.name)) is type(getattr(state, each.name))
    }
    return WindowState(**good)


def save_window_state(folder: Path, state: WindowState) -> None:
    """Keep `state` in `folder`; a folder that cannot be written is no reason to stop anyone."""
    keep_small_file(folder / FILE, json.dumps(asdict(state), ensure_ascii=False))


def keep_small_file(file: Path, text: str) -> bool:
    """Write `text` to `file`, whole or not at all, and return whether that could be done."""
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, encoding="utf-8")
        os.replace(beside, file)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        return False
    return True
