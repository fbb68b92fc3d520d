"""Findings as an item model: those of one task, or all by gravity."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.checks.finding import Finding, Severity

from ui.app.guarded import guarded

GRAVITY = (Severity.ERROR, Severity.WARNING, Severity.HINT)
SEVERITY_WORDS = {Severity.ERROR: "必改", Severity.WARNING: "请核", Severity.HINT: "提示"}


class FindingRole(IntEnum):
    """What the delegate asks for besides the message."""

    FINDING = Qt.ItemDataRole.UserRole + 1
    WHERE = Qt.ItemDataRole.UserRole + 2


def by_gravity(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return `findings` with the gravest first, otherwise in the order of the report."""
    return tuple(sorted(findings, key=lambda each: GRAVITY.index(each.severity)))


class FindingModel(QAbstractListModel):
    """Keeps the findings shown and the titles of the tasks they stand in."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.findings: tuple[Finding, ...] = ()
        self._titles: Mapping[str, str] = {}

    def show_findings(self, findings: tuple[Finding, ...], titles: Mapping[str, str]) -> bool:
        """Show `findings` with the task `titles`; return whether anything differs."""
        if findings == self.findings and titles == self._titles:
            return False
        self.beginResetModel()
        self.findings = findings
        self._titles = dict(titles)
        self.endResetModel()
        return True

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.findings)

    @guarded(None)
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        finding = self.findings[index.row()]
        where = self._titles.get(finding.place.task, "")
        if role == Qt.ItemDataRole.DisplayRole:
            return finding.message
        if role == FindingRole.FINDING:
            return finding
        if role == FindingRole.WHERE:
            return where
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{SEVERITY_WORDS[finding.severity]}，{where}，{finding.message}"
        return None
