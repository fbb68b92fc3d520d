"""Lines that can be ticked, as an item model: thousands of them cost no more than their texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui.app.guarded import guarded

_TOP = QModelIndex()
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable


class TickedModel(QAbstractListModel):
    """Keeps lines of text, each ticked or not."""

    changed = Signal()  # a line was ticked or is so no longer

    def __init__(self, lines: Sequence[tuple[str, bool]], parent: QObject | None = None) -> None:
        """Show `lines`, each with whether it is ticked at first."""
        super().__init__(parent)
        self._texts = tuple(text for text, _ in lines)
        self._ticked = [ticked for _, ticked in lines]

    @property
    def ticked(self) -> tuple[int, ...]:
        """The numbers of the lines that are ticked, counted from 0."""
        return tuple(row for row, ticked in enumerate(self._ticked) if ticked)

    def tick_all(self, on: bool) -> None:
        """Tick every line, or none."""
        self._ticked = [on] * len(self._ticked)
        if self._ticked:
            self.dataChanged.emit(self.index(0), self.index(len(self._ticked) - 1), [Qt.ItemDataRole.CheckStateRole])
        self.changed.emit()

    @guarded(0)
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _TOP) -> int:
        return 0 if parent.isValid() else len(self._texts)

    @guarded(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    @guarded(None)
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self._ticked[index.row()] else Qt.CheckState.Unchecked
        return None

    @guarded(False)
    def setData(
        self, index: QModelIndex | QPersistentModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        self._ticked[index.row()] = Qt.CheckState(value) is Qt.CheckState.Checked
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self.changed.emit()
        return True
