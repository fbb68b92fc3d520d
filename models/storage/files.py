"""Moving a finished file into its place so that a crash leaves the old one or the new one, never half of one."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from time import sleep

_ATTEMPTS = 5
_PAUSE = 0.2  # seconds; Windows refuses while a virus scanner or another window reads the old file


def put_in_place(fresh: Path, target: Path) -> None:
    """Move the file `fresh`, already on disk, over `target` in the same folder; OSError when that fails."""
    for attempt in range(_ATTEMPTS):
        try:
            os.replace(fresh, target)
            break
        except PermissionError:
            if attempt == _ATTEMPTS - 1 or sys.platform != "win32":
                raise
            sleep(_PAUSE)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make renames in `folder` lasting, where the system lets a folder be synced."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
