"""Widgets that are off the screen for good, deleted piece by piece: a whole report at once would hold up a key."""

from __future__ import annotations

from time import monotonic
from typing import cast

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from ui.app.collecting import collect_after_report, let_go
from ui.widgets.card import Card

SLICE = 0.012  # seconds for which pieces are deleted before keys have their turn


class TakingDown(QObject):
    """Deletes a hidden widget and all in it: first its cards, those in others before them, at the end the rest."""

    def __init__(self, widget: QWidget, rest: tuple[QWidget, ...] = ()) -> None:
        """Begin to delete `widget`, after the cards each of the widgets `rest` in it on its own."""
        super().__init__(widget.parent())
        cards = cast(list[QWidget], widget.findChildren(Card))
        self._pieces = [widget, *rest, *cards]  # from behind: what is found first holds what follows
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def _go_on(self) -> None:
        end = monotonic() + SLICE
        while self._pieces and monotonic() < end:
            piece = self._pieces.pop()
            if shiboken6.isValid(piece):
                gone = [piece, *cast(list[QObject], piece.findChildren(QObject))]
                piece.deleteLater()
                QCoreApplication.sendPostedEvents(piece, QEvent.Type.DeferredDelete)
                let_go(gone)
        if not self._pieces:
            self._timer.stop()
            self.deleteLater()
            QTimer.singleShot(0, collect_after_report)
