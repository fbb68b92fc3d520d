"""Gaining the right to a library file: create, lock, inspect, upgrade, or be content with reading."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from models.errors import UserError
from models.settings import ready_folder
from models.storage.failures import DamagedLibrary, told
from models.storage.inspection import Inspection, inspect_library
from models.storage.lock import LibraryLock, describe_holder
from models.storage.safekeeping import make_backup, newest_good_backup, restore_library, with_way_out
from models.storage.schema import check_columns, create_library, upgrade_library


@dataclass(slots=True)
class Access:
    """What may be done with the library at `path`.

    `lock` is None when reading is all that was gained or the right was given back; `notice` says why in Chinese.
    `proven` tells whether digests can be compared: a newer program may digest what this one does not know.
    """

    path: Path
    lock: LibraryLock | None = None
    holder: str = ""
    notice: str = ""
    proven: bool = True

    @property
    def read_only(self) -> bool:
        """Whether nothing may be changed."""
        return bool(self.notice)

    def settle(self, now: datetime) -> None:
        """Bring the file to the newest version; a newer one is only read, a damaged or foreign one refused."""
        inspection = _inspect(self.path)
        if inspection.newer:
            self.proven = False
            self.notice = self.notice or "资料库是较新版本的程序建立的，这里只能查看。要修改，请使用新版本。"
            return
        if inspection.older:
            if self.read_only:
                raise UserError("资料库是旧版本，需要先升级，而这里只能读取。", "请在可以写入的位置，用本程序的窗口打开一次。")
            make_backup(self.path, "升级之前", now)
            upgrade_library(self.path, inspection.version)
        check_columns(self.path)

    def release(self) -> None:
        """Give the right to write back."""
        if self.lock is not None:
            self.lock.release()
            self.lock = None
        self.notice = self.notice or "资料库已经关闭。"


def gain_access(path: Path, now: datetime, to_read: bool = False) -> Access:
    """Return the access to the library at `path` that can be had `now`; `to_read` asks for no more than reading.

    UserError when the library is foreign, out of reach or another program is just making it.
    """
    with told(f"打不开资料库“{path.name}”"):
        if path.is_dir():
            raise UserError(f"“{path}”是一个文件夹，不是资料库。", "请选择“法治年报.db”这样的资料库文件。")
        access = _reading(path) if to_read else _writing(path, now)
        try:
            if not path.exists():
                _create(access)
            access.settle(now)
        except BaseException:
            access.release()
            raise
    return access


def regain_access(path: Path, backup: Path, now: datetime) -> Access:
    """Restore `backup` over the library at `path`, which may be damaged or lost, and return the access to it."""
    with told("没有恢复"):
        access = _writing(path, now)
        try:
            if access.read_only:
                raise UserError(f"没有恢复：{access.notice}", "请先关闭另一个窗口，或换到可以写入的位置。")
            restore_library(path, backup, now)
            access.settle(now)
        except BaseException:
            access.release()
            raise
    return access


def _reading(path: Path) -> Access:
    """Return the access of one who asked to read."""
    return Access(path, notice="资料库是以只读方式打开的。")


def _writing(path: Path, now: datetime) -> Access:
    """Return access with the lock where it can be had, else with the reason why not."""
    if not path.exists():
        ready_folder(path.parent)
    elif not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return Access(path, notice="资料库所在的位置不能写入，这里只能查看。要修改，请把它复制到可以写入的位置。")
    lock = LibraryLock.acquire(path, now)
    if lock is not None:
        return Access(path, lock)
    holder = describe_holder(path)
    return Access(path, holder=holder, notice=f"资料库已在{holder}打开，这里只能查看。")


def _create(access: Access) -> None:
    """Create the missing library; UserError when that is not ours to do."""
    if access.holder:
        raise UserError("资料库正由另一个窗口建立。", "请稍候再打开。")
    if access.read_only:
        raise UserError(f"找不到资料库“{access.path}”。", "请检查路径；移动盘请先接好。")
    create_library(access.path)


def _inspect(path: Path) -> Inspection:
    """Return the inspection of the file at `path`; where it fails on a library with backups, name the newest good."""
    try:
        return inspect_library(path)
    except DamagedLibrary as damage:
        raise with_way_out(path, damage) from damage
    except UserError as error:
        if path.is_file() and newest_good_backup(path):  # a library that lost its first page looks like a foreign file
            raise with_way_out(path, DamagedLibrary(error.message, error.advice)) from error
        raise
