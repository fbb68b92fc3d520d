"""The tab 问题: findings as cards; a click or Enter leads to the place."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from models.checks.finding import Finding
from ui.app.guarded import guarded
from ui.delegates.finding_delegate import FindingDelegate
from ui.item_models.finding_model import FindingModel, FindingRole, by_gravity
from ui.widgets.labels import link_button, plain_label


class FindingsPanel(QWidget):
    """Shows the findings of the task at hand, or all of the report (核对)."""

    finding_requested = Signal(object)  # Finding
    all_requested = Signal(bool)  # show all, or only the task's

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty, with the findings of one task."""
        super().__init__(parent)
        self._all = False
        self.model = FindingModel(self)
        self.view = _CardView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(FindingDelegate(self.view))
        self.view.clicked.connect(self._request)
        self.view.activated.connect(self._request)
        self.caption = plain_label("", "caption")
        self.switch = link_button("")
        self.switch.clicked.connect(lambda: self.all_requested.emit(not self._all))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        column.addWidget(self.caption)
        column.addWidget(self.view, 1)
        column.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)

    def show_findings(
        self, findings: tuple[Finding, ...], task: str, titles: Mapping[str, str], everything: bool
    ) -> None:
        """Show those of `findings` that stand in `task`, or all when `everything`; `titles` name the tasks."""
        self._all = everything
        shown = by_gravity(findings if everything else tuple(each for each in findings if each.place.task == task))
        self.model.show_findings(shown, titles)
        where = "全文" if everything else "本项"
        self.caption.setText(f"{where} {len(shown)} 个问题，点一个就到那里" if shown else f"{where}没有发现问题。")
        self.switch.setText("只看本项" if everything else f"看全文的 {len(findings)} 个问题")
        self.switch.setVisible(everything or len(findings) > len(shown))

    def choose(self, finding: Finding) -> None:
        """Mark `finding` among the cards; nothing happens when it is not shown."""
        if finding in self.model.findings:
            index = self.model.index(self.model.findings.index(finding))
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def _request(self, index: QModelIndex) -> None:
        if index.isValid():
            self.finding_requested.emit(index.data(FindingRole.FINDING))


class _CardView(QListView):
    """A list whose cards are laid out anew when it gets wider or narrower."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("finding_view")
        self.setAccessibleName("问题")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
