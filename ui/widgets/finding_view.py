"""The list of finding cards: what keys, clicks and the menu on a card mean."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from ui.app.guarded import guarded
from ui.delegates.card_layout import BASIS, DISMISS, RESTORE, STEP
from ui.delegates.finding_delegate import FindingDelegate
from ui.item_models.finding_model import Card, FindingModel, FindingRole

GO = "go"  # to the place of the finding
KEYS = {
    Qt.Key.Key_Return: GO, Qt.Key.Key_Enter: GO, Qt.Key.Key_Delete: DISMISS, Qt.Key.Key_Right: STEP,
    Qt.Key.Key_Space: BASIS,
}


class FindingView(QListView):
    """Cards that are laid out anew when the view gets wider or narrower."""

    asked = Signal(object, str)  # Card, what is asked for: GO or the name of a link
    menu_asked = Signal(object, object)  # Card, QPoint on the screen

    def __init__(self, model: FindingModel, parent: QWidget | None = None) -> None:
        """Show `model`."""
        super().__init__(parent)
        self.setObjectName("finding_view")
        self.setAccessibleName("问题")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setModel(model)
        self._delegate = FindingDelegate(self)
        self.setItemDelegate(self._delegate)
        self._released = QPoint()  # where the mouse was let go
        self.clicked.connect(self._click)
        self.customContextMenuRequested.connect(self._ask_menu)

    @property
    def card(self) -> Card | None:
        """The chosen card; None when there is none."""
        index = self.currentIndex()
        return index.data(FindingRole.CARD) if index.isValid() else None

    def choose(self, row: int) -> None:
        """Choose the card in `row` and bring it into sight."""
        index = self.model().index(row, 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        name = KEYS.get(Qt.Key(event.key())) if plain else None
        if name is None:
            super().keyPressEvent(event)
        elif self.card is not None:
            self.asked.emit(self.card, RESTORE if name == DISMISS and self.card.dismissal is not None else name)

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._released = event.position().toPoint()
        super().mouseReleaseEvent(event)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _click(self, index: QModelIndex) -> None:
        name = self._delegate.link_at(index, self._released)
        self.asked.emit(index.data(FindingRole.CARD), name or GO)

    def _ask_menu(self, point: QPoint) -> None:
        index = self.indexAt(point)
        if not index.isValid():  # by the key of the menu: the chosen card
            index = self.currentIndex()
            point = self.visualRect(index).center()
        if index.isValid():
            self.setCurrentIndex(index)
            self.menu_asked.emit(index.data(FindingRole.CARD), self.viewport().mapToGlobal(point))
