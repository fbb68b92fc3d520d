"""The line by which many reports are narrowed down: words, year, organ, and where they are kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from models.storage.summary import ReportSummary, Shelf
from ui.app.guarded import guarded
from ui.app.report_choice import SHELF_WORDS, Choice
from ui.widgets.labels import plain_label

SEARCHED_FROM = 4  # reports; fewer are seen at one glance
NARROWEST, WIDEST = 5, 220  # characters and pixels of the list of organs


class SearchField(QLineEdit):
    """A field whose arrow down leaves it for the list, and whose Esc empties it."""

    left = Signal()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class ReportFilter(QWidget):
    """Each part is there when it is of use: search from four reports on, a list when it has something to choose."""

    wanted_changed = Signal(str)
    choice_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing to narrow down."""
        super().__init__(parent)
        self.field = SearchField()
        self.field.setPlaceholderText("搜索全部报告里的文字")
        self.field.setAccessibleName("搜索全部报告里的文字")
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumWidth(120)
        self.field.textChanged.connect(self.wanted_changed)
        self.field.returnPressed.connect(self.field.left)
        self.year, self.organ, self.shelf = (_list(name) for name in ("报告年度", "单位", "放在哪里"))
        self.organ.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.organ.setMinimumContentsLength(NARROWEST)
        self.organ.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._labels: dict[QWidget, QLabel] = {}
        self.places = QWidget()  # where reports are kept; it stands beside the heading
        for box, parts in (
            (self, (("搜索(&F)", self.field, 3), ("年度(&Y)", self.year, 0), ("单位(&W)", self.organ, 1))),
            (self.places, (("放在(&K)", self.shelf, 0),)),
        ):
            self._lay_out(box, parts)
        for each in (self.year, self.organ, self.shelf):
            each.currentIndexChanged.connect(self.choice_changed)
        self.show_reports(())

    @property
    def wanted(self) -> str:
        """The words that are sought; empty when none are."""
        return self.field.text().strip()

    @property
    def choice(self) -> Choice:
        """What the lists are set to."""
        shelf = Shelf(self.shelf.currentData()) if self.shelf.count() else Shelf.DESK
        return Choice(shelf, int(self.year.currentData() or 0), str(self.organ.currentData() or ""))

    def show_reports(self, reports: Sequence[ReportSummary]) -> None:
        """Offer the years, organs and places of `reports`; what was chosen stays as long as it is among them."""
        years = Counter(each.year for each in reports if each.year)
        organs = Counter(each.organ for each in reports if each.organ)
        shelves = Counter(each.shelf for each in reports)
        _fill(self.year, [("全部年度", 0), *((f"{year}年度", year) for year in sorted(years, reverse=True))])
        _fill(self.organ, [("全部单位", ""), *((organ, organ) for organ in sorted(organs))])
        _fill(self.shelf, [(f"{words} {shelves[shelf]}", shelf.value) for shelf, words in SHELF_WORDS.items()])
        many = len(reports) >= SEARCHED_FROM
        self._show(self.field, many or bool(self.wanted))
        self._show(self.year, many and len(years) > 1)
        self._show(self.organ, many and len(organs) > 1)
        elsewhere = any(shelf is not Shelf.DESK for shelf in shelves)
        if not elsewhere:
            self.shelf.setCurrentIndex(0)
        self._show(self.shelf, elsewhere)
        self._settle_visible()

    def begin_search(self) -> None:
        """Show the field, however few the reports are, and put the cursor in it."""
        self._show(self.field, True)
        self._settle_visible()
        self.field.setFocus()
        self.field.selectAll()

    def look_at(self, shelf: Shelf) -> None:
        """Set the list of places to `shelf`."""
        self.shelf.setCurrentIndex(self.shelf.findData(shelf.value))

    def _lay_out(self, box: QWidget, parts: Sequence[tuple[str, QWidget, int]]) -> None:
        """Put `parts` into `box` side by side: words, widget, share of the room that is left."""
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for words, widget, stretch in parts:
            self._labels[widget] = plain_label(words, "caption", wrap=False)
            self._labels[widget].setBuddy(widget)
            row.addWidget(self._labels[widget])
            row.addWidget(widget, stretch)

    def _show(self, widget: QWidget, wanted: bool) -> None:
        self._labels[widget].setVisible(wanted)
        widget.setVisible(wanted)

    def _settle_visible(self) -> None:
        self.setVisible(any(not widget.isHidden() for widget in (self.field, self.year, self.organ)))


def _list(name: str) -> QComboBox:
    """Return an empty list to choose from, under the accessible `name`."""
    made = QComboBox()
    made.setAccessibleName(name)
    made.setMaximumWidth(WIDEST)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return made


def _fill(box: QComboBox, options: Sequence[tuple[str, object]]) -> None:
    """Let `box` offer `options`, words with their values, and keep what was chosen where it is still offered."""
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    for words, value in options:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)) if chosen is not None else 0)
    box.blockSignals(False)
