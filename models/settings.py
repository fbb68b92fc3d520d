"""Where the program keeps what belongs to the user: library, local requirements, logs."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from models.errors import UserError

NAME = "法治年报助手"
PORTABLE_MARK = "便携"


def program_folder() -> Path:
    """Return the folder the program was started from: beside the .exe when it is packed, else the source tree."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve().parent
    return Path(__file__).resolve().parent.parent


def data_folder() -> Path:
    """Return the user's data folder, or one beside the program when a file 便携 lies there. It may not exist yet."""
    beside = program_folder()
    if (beside / PORTABLE_MARK).exists():
        return beside / "数据"
    from platformdirs import user_data_path

    return user_data_path(NAME, appauthor=False)


def library_path() -> Path:
    """Return the library file that holds all reports of this user."""
    return data_folder() / "法治年报.db"


def overlay_folder() -> Path:
    """Return the folder of the local requirements a clerk has imported."""
    return data_folder() / "本地要求"


def installed_overlays() -> tuple[Path, ...]:
    """Return the imported local requirements in the order of their names; empty when there are none."""
    return tuple(sorted(overlay_folder().glob("*.yaml")))


def log_folder() -> Path:
    """Return the folder of the program's own records of errors."""
    return data_folder() / "日志"


def ready_folder(folder: Path) -> Path:
    """Create `folder` where it is missing and return it; UserError when nothing can be written there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise UserError(f"“{folder}”不能用作文件夹，同名的文件挡住了它。", "请把那个文件改名或移走后再试。") from error
    except OSError as error:
        raise UserError(f"不能建立文件夹“{folder}”。", "请检查磁盘空间和写入权限，或换一个位置。") from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UserError(f"文件夹“{folder}”不能写入。", "请检查写入权限，或换一个位置。")
    return folder
