"""The right side of the work window: 指引, 问题, 去年 and 材料, or a narrow strip with their names."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget

from ui.app.icons import icon
from ui.widgets.side_panel_findings import FindingsPanel
from ui.widgets.side_panel_guidance import GuidancePanel
from ui.widgets.side_panel_last_year import LastYearPanel
from ui.widgets.side_panel_materials import MaterialsPanel

WIDTH = 300
STRIP = 48
GUIDANCE, FINDINGS, LAST_YEAR, MATERIALS = 0, 1, 2, 3
TITLES = ("指引", "问题", "去年", "材料")
ICONS = ("guidance", "findings", "last_year", "materials")


class SidePanel(QFrame):
    """Four tabs over each other."""

    fold_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with 指引."""
        super().__init__(parent)
        self.setObjectName("side_panel")
        self.setFixedWidth(WIDTH)
        self.guidance = GuidancePanel()
        self.findings = FindingsPanel()
        self.last_year = LastYearPanel()
        self.materials = MaterialsPanel()
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("右侧栏")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for title in TITLES:
            self.tabs.addTab(title)
        self.fold_button = QToolButton()
        self.fold_button.setIcon(icon("fold_right"))
        self.fold_button.setAccessibleName("收起右侧栏")
        self.fold_button.setToolTip("收起右侧栏")
        self.fold_button.clicked.connect(self.fold_requested)
        self._stack = QStackedWidget()
        for panel in (self.guidance, self.findings, self.last_year, self.materials):
            self._stack.addWidget(panel)
        self.findings.counted.connect(lambda count: self._show_count(FINDINGS, count))
        self.materials.counted.connect(lambda count: self._show_count(MATERIALS, count))
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        top = QHBoxLayout()
        top.setContentsMargins(8, 8, 8, 0)
        top.addWidget(self.tabs)
        top.addStretch(1)
        top.addWidget(self.fold_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)

    def show_tab(self, tab: int) -> None:
        """Bring the tab GUIDANCE, FINDINGS or LAST_YEAR to the front."""
        self.tabs.setCurrentIndex(tab)

    def _show_count(self, tab: int, count: int) -> None:
        """Say on `tab` how many cards are listed under it."""
        text = f"{TITLES[tab]} {count}" if count else TITLES[tab]
        if self.tabs.tabText(tab) != text:
            self.tabs.setTabText(tab, text)


class SideStrip(QFrame):
    """What is left of the panel when it is folded: one button a tab."""

    tab_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the buttons."""
        super().__init__(parent)
        self.setObjectName("side_strip")
        self.setFixedWidth(STRIP)
        self._buttons = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        for tab, (title, name) in enumerate(zip(TITLES, ICONS, strict=True)):
            button = QToolButton()
            button.setText(title)
            button.setIcon(icon(name))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setAccessibleName(f"展开{title}")
            button.clicked.connect(lambda _=False, tab=tab: self.tab_requested.emit(tab))
            self._buttons.append(button)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def show_count(self, count: int) -> None:
        """Say how many findings there are."""
        self._buttons[FINDINGS].setText(f"问题{count}" if count else "问题")
