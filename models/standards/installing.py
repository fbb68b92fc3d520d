"""Takes a clerk's file of local requirements into the data folder."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from models.errors import UserError
from models.standards.fields import refuse
from models.standards.overlay import Overlay, read_overlay


def install_overlay(path: Path, folder: Path) -> Path:
    """Copy the local requirements `path` into `folder` and return the copy; a file of the same name is replaced.

    UserError when the file is not fit, clashes with another one in `folder`, or cannot be written; then
    nothing in `folder` is changed.
    """
    overlay = read_overlay(path)
    target = folder / f"{path.stem}.yaml"
    _refuse_clash(overlay, [each for each in sorted(folder.glob("*.yaml")) if each != target])
    if target.exists() and target.samefile(path):
        return target
    beside = folder / f"{path.stem}.yaml.new"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as stream:
            stream.write(path.read_bytes())
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(beside, target)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise UserError(f"本地要求“{path.name}”没能存进数据文件夹。", "请检查磁盘空间和文件夹权限。") from error
    return target


def sort_out(paths: Iterable[Path]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Return the files of `paths` that are local requirements, and those that are damaged."""
    whole, damaged = [], []
    for path in paths:
        try:
            read_overlay(path)
        except UserError:
            damaged.append(path)
        else:
            whole.append(path)
    return tuple(whole), tuple(damaged)


def _refuse_clash(overlay: Overlay, others: list[Path]) -> None:
    """Raise UserError when a file of `others` already adds an id of `overlay` for the same kind of organ."""
    for path in others:
        try:
            other = read_overlay(path)
        except UserError:
            continue  # a damaged file is told of where standards are loaded
        if not set(other.kinds) & set(overlay.kinds):
            continue
        for each in overlay.added_ids:
            if each in other.added_ids:
                refuse(overlay.file, "add", f"的编号“{each}”在已读入的“{path.name}”里用过了", "请换一个编号。")
