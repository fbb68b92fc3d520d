"""The bar above the work: which report this is, and the few things one does with the whole of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from ui.app.guarded import guarded
from ui.app.icons import icon
from ui.widgets.labels import plain_label

HEIGHT = 52


class ElidedLabel(QLabel):
    """A line that ends in … where it does not fit; the whole is in its tooltip. Always plain text."""

    def __init__(self, kind: str = "", parent: QWidget | None = None) -> None:
        """Start empty in the look `kind`."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class TopBar(QFrame):
    """Title and organ on the left, buttons on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with an empty menu and no buttons."""
        super().__init__(parent)
        self.setObjectName("top_bar")
        self.setFixedHeight(HEIGHT)
        self.menu = QMenu(self)
        self.menu_button = QToolButton()
        self.menu_button.setIcon(icon("menu", "ink"))
        self.menu_button.setAccessibleName("菜单")
        self.menu_button.setToolTip("菜单（F10）")
        self.menu_button.setShortcut("F10")
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setMenu(self.menu)
        self.title = ElidedLabel("strong_title")
        self.organ = ElidedLabel("muted")
        self.sample = plain_label("示例", "badge", wrap=False)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 16, 0)
        self._row.setSpacing(8)
        for widget in (self.menu_button, self.title, self.organ, self.sample):
            self._row.addWidget(widget)
        self.sample.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row.addStretch(1)

    def show_report(self, title: str, organ: str, sample: bool) -> None:
        """Say which report is open; `sample` marks the built-in one."""
        self.title.setText(title)
        self.organ.setText(organ)
        self.sample.setVisible(sample)

    def add_button(self, action: QAction, text: str, kind: str = "") -> QPushButton:
        """Add a button called `text` for `action`, enabled as the action is; its tooltip names the key."""
        button = QPushButton(text)
        button.setProperty("kind", kind)
        key = action.shortcut().toString()
        button.setToolTip(f"{text}（{key}）" if key else text)
        button.clicked.connect(action.trigger)
        button.setEnabled(action.isEnabled())
        action.enabledChanged.connect(button.setEnabled)
        self._row.addWidget(button)
        return button
