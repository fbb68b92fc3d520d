"""What the status line says of the safety of the text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Phase(StrEnum):
    """How far the last change is on its way to the disk."""

    TYPING = "typing"
    SAVING = "saving"
    SAVED = "saved"
    FAILED = "failed"
    READ_ONLY = "read_only"
    NEW = "new"  # opened, not stored yet, nothing changed


@dataclass(frozen=True, slots=True)
class SavedState:
    """The saved state in words. `at` is when the last save was confirmed, None before the first."""

    phase: Phase
    at: datetime | None = None
    reason: str = ""  # why the last save failed, and what to do

    @property
    def words(self) -> str:
        """The state as the status line says it."""
        if self.phase is Phase.SAVED:
            return f"已保存 {self.at:%H:%M:%S}" if self.at else "已保存"
        return {
            Phase.TYPING: "正在输入",
            Phase.SAVING: "正在保存",
            Phase.FAILED: "保存失败（点此处理）",
            Phase.READ_ONLY: "只读",
            Phase.NEW: "尚未改动",
        }[self.phase]
