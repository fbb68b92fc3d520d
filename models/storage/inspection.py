"""The gate in front of a library file: is it ours, is it whole, which version. It never alters the file."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from models.errors import UserError
from models.storage.connection import connected_to_read
from models.storage.failures import DamagedLibrary, told

APPLICATION_ID = 0x46415A48  # "FAZH", in the header of each library
HEAD_VERSION = 10
TABLES = frozenset({
    "library", "organs", "reports", "report_organs", "parts", "entries", "duties", "evidence",
    "attachments", "sources", "source_paragraphs", "source_left_out", "dismissals",
    "pictures", "revisions", "revision_contents", "revision_blobs", "exports", "shelves",
    "entry_pictures", "picture_data", "materials",
})
_SINCE = {
    3: frozenset({"dismissals"}), 4: frozenset({"pictures"}),
    5: frozenset({"revisions", "revision_contents", "revision_blobs", "exports"}),
    6: frozenset({"shelves"}), 7: frozenset({"entry_pictures", "picture_data"}),
    10: frozenset({"materials"}),
}  # tables that came with a later version
_MAGIC = b"SQLite format 3\x00"
_NOT_OURS = "请选择“法治年报.db”这样的资料库文件。"


@dataclass(frozen=True, slots=True)
class Inspection:
    """What the gate found: the schema version of the file."""

    version: int

    @property
    def older(self) -> bool:
        """Whether the file must be upgraded before use."""
        return self.version < HEAD_VERSION

    @property
    def newer(self) -> bool:
        """Whether a newer program wrote the file."""
        return self.version > HEAD_VERSION


def inspect_library(path: Path) -> Inspection:
    """Return the version of the library at `path`; UserError when it is foreign, DamagedLibrary when not whole."""
    with told(f"打不开资料库“{path.name}”"):
        _inspect_header(path)
        with connected_to_read(path) as connection:
            return _inspect_content(path, connection)


def _inspect_header(path: Path) -> None:
    """Refuse by the first 100 bytes what is not one of our files, before the database engine touches it."""
    if path.is_dir():
        raise UserError(f"“{path}”是一个文件夹，不是资料库。", _NOT_OURS)
    with path.open("rb") as file:
        header = file.read(100)
    if not header.strip(b"\x00"):
        raise DamagedLibrary(f"资料库“{path.name}”是空的，内容已丢失。", "请用备份恢复。")
    if not header.startswith(_MAGIC):
        raise UserError(f"“{path.name}”不是资料库文件。", _NOT_OURS)
    if len(header) < 100:
        raise DamagedLibrary(f"资料库“{path.name}”不完整。", "请用备份恢复。")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise UserError(f"“{path.name}”是别的程序的数据库。", _NOT_OURS)


def _inspect_content(path: Path, connection: sqlite3.Connection) -> Inspection:
    """Refuse a file with parts we never make, and one the engine finds damaged."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    names = set()
    for kind, name, statement in connection.execute("SELECT type, name, sql FROM sqlite_master"):
        if kind in ("trigger", "view") or str(statement or "").upper().startswith("CREATE VIRTUAL"):
            raise UserError(f"资料库“{path.name}”里有不属于本程序的内容（{name}）。", "请用备份恢复，或从原处重新复制一份。")
        if kind == "table" and not name.startswith("sqlite_"):
            names.add(name)
    wanted = TABLES.difference(*(added for since, added in _SINCE.items() if version < since))
    if version < 1 or not names >= wanted or (version <= HEAD_VERSION and names > wanted):
        raise DamagedLibrary(f"资料库“{path.name}”的结构不完整或被改动过。", "请用备份恢复。")
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise DamagedLibrary(f"资料库“{path.name}”已损坏。", "请用备份恢复。")
    return Inspection(version)
