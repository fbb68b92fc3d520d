"""The reports of the library on the start page: found, opened, put away, thrown away and brought back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QMenu, QPushButton, QVBoxLayout, QWidget

from models.storage.summary import Hit, ReportSummary, Shelf
from ui.app.guarded import guarded
from ui.app.report_choice import SHELF_WORDS, chosen, elsewhere
from ui.delegates.report_delegate import ReportDelegate
from ui.item_models.report_model import ReportModel
from ui.widgets.labels import allow, link_button, plain_label
from ui.widgets.report_filter import ReportFilter

BATCH = 500  # rows that are laid out at one go
FEW = 30  # reports that are indexed before one looks up
PLACES = {Shelf.DESK: "在写的报告里", Shelf.ARCHIVE: "已归档的报告里", Shelf.TRASH: "回收站里"}


class ReportView(QListView):
    """The list itself, with keys of its own: Delete and Ctrl+D. Held down they count once."""

    delete_pressed = Signal()
    copy_pressed = Signal()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        copying = event.key() == Qt.Key.Key_D and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() != Qt.Key.Key_Delete and not copying:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            (self.copy_pressed if copying else self.delete_pressed).emit()


class ReportPanel(QWidget):
    """Lists reports and asks for what one does with them; it changes none itself."""

    open_requested = Signal(str, object, str)  # report id, Place or None, the words that are sought
    shelve_requested = Signal(str, object)  # report id, Shelf
    copy_requested = Signal(str)
    exchange_requested = Signal(str)
    series_requested = Signal(str)
    delete_requested = Signal(str)  # for good
    search_requested = Signal(str)
    passages_requested = Signal(str, object)  # the words that are sought, short numbers
    undo_requested = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        """Start with no reports on the day `today`."""
        super().__init__(parent)
        self._reports: Sequence[ReportSummary] = ()
        self._numbers: frozenset[int] | None = None  # what the search found; None while nothing is sought
        self._typed = ""  # what the list shows the answer to
        self._left = 0
        self._read_only = False
        self.model = ReportModel(today, self)
        self.filter = ReportFilter()
        self.view = ReportView()
        self.open_button = QPushButton("打开(&O)")
        self.delete_button = QPushButton("删除(&D)")
        self.more_button = QPushButton("更多(&M)")
        self.menu = QMenu(self)
        self.note = plain_label("", "caption")
        self.left = plain_label("", "caption", wrap=False)
        self.undo_button = link_button("撤销(&Z)")
        self._prepare_view()
        self._assemble()
        self._connect()
        self.tell("")
        self.tell_left(0)

    @property
    def current(self) -> ReportSummary | None:
        """The report that is chosen; None when there is none."""
        row = self.view.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def show_reports(self, reports: Sequence[ReportSummary], read_only: bool = False) -> None:
        """List `reports`; `read_only` leaves nothing to do with them but to read them."""
        self._reports, self._read_only = reports, read_only
        self.filter.show_reports(reports)
        self._refresh()

    def show_found(self, typed: str, numbers: frozenset[int]) -> None:
        """Show the reports with these short `numbers`, in which `typed` stands; an older search is passed over."""
        if typed != self.filter.wanted:
            return
        self._numbers = numbers
        self._refresh()
        fresh, self._typed = typed != self._typed, typed
        if fresh or not self.view.hasFocus():  # a search begins at the top; one that grows stays where the clerk is
            self.view.setCurrentIndex(self.model.index(0))
            self.view.scrollToTop()

    def show_passages(self, typed: str, hits: Mapping[int, Hit]) -> None:
        """Show the passages in which `typed` stands, by short number."""
        if typed == self.filter.wanted:
            self.model.show_hits(hits)

    def choose(self, report_id: str) -> None:
        """Choose the report `report_id`, where it is shown."""
        index = self.model.index_of(report_id)
        if index.isValid():
            self.view.setCurrentIndex(index)

    def tell(self, words: str, undo: bool = False) -> None:
        """Say `words` above the list; `undo` offers to take back what they tell of. Empty words take both away."""
        self.note.setText(words)
        self.note.setVisible(bool(words))
        self.undo_button.setVisible(undo and bool(words))

    def tell_left(self, count: int) -> None:
        """Say that `count` reports cannot be found yet; a few are read before that could be read."""
        self._left = count
        self.left.setText(f"还有 {count:,} 份正在整理，稍后能搜到")
        self.left.setVisible(count > (FEW if self._numbers is None else 0))

    def _prepare_view(self) -> None:
        self.view.setObjectName("report_list")
        self.view.setAccessibleName("已有的报告")
        self.view.setModel(self.model)
        self.view.setItemDelegate(ReportDelegate(self.model, self.view))
        self.view.setUniformItemSizes(True)
        self.view.setLayoutMode(QListView.LayoutMode.Batched)  # ten thousand rows would hold up the keys
        self.view.setBatchSize(BATCH)
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _assemble(self) -> None:
        heading = QHBoxLayout()
        heading.addWidget(plain_label("已有的报告", "heading", wrap=False))
        heading.addSpacing(8)
        heading.addWidget(self.filter.places)
        heading.addStretch(1)
        for button in (self.more_button, self.delete_button, self.open_button):
            button.setMinimumHeight(34)
            button.setAutoDefault(False)
            heading.addWidget(button)
        told = QHBoxLayout()
        told.addWidget(self.note, 1)
        told.addWidget(self.undo_button)
        told.addWidget(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(heading)
        column.addWidget(self.filter)
        column.addLayout(told)
        column.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.view.activated.connect(self._open)
        self.view.selectionModel().currentChanged.connect(self._refresh_buttons)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.open_button.clicked.connect(self._open)
        self.delete_button.clicked.connect(self._throw_away)
        self.more_button.clicked.connect(lambda: self._show_menu(None))
        self.undo_button.clicked.connect(self.undo_requested)
        self.filter.wanted_changed.connect(self._search)
        self.filter.choice_changed.connect(self._narrow)
        self.filter.field.left.connect(self.view.setFocus)
        self.model.passages_wanted.connect(
            lambda numbers: self.passages_requested.emit(self.filter.wanted, numbers))
        self.view.delete_pressed.connect(self._throw_away)
        self.view.copy_pressed.connect(self._copy)
        QShortcut(QKeySequence("Ctrl+F"), self, self.filter.begin_search, context=Qt.ShortcutContext.WindowShortcut)

    def _narrow(self) -> None:
        self.tell("")
        self._refresh()

    def _search(self) -> None:
        self.tell("")
        if self.filter.wanted:
            self.search_requested.emit(self.filter.wanted)
        else:
            self._numbers, self._typed = None, ""
            self._refresh()

    def _refresh(self) -> None:
        """Show what is chosen, with the report chosen before still chosen."""
        before, row = self.current, self.view.currentIndex().row()
        choice = self.filter.choice
        self.model.show_rows(chosen(self._reports, choice, self._numbers), seeking=self._numbers is not None)
        index = self.model.index_of(before.id) if before is not None else QModelIndex()
        left = self.model.index(max(0, min(row, len(self.model.rows) - 1)))  # where the one that went stood
        self.view.setCurrentIndex(index if index.isValid() else left)
        if not self.undo_button.isVisibleTo(self):
            advice = "年度、单位改回“全部”，就都列出来。" if choice.year or choice.organ else ""
            nothing = "" if self.model.rows else f"{PLACES[choice.shelf]}没有符合条件的。{advice}"
            self.tell(self._found_words() if self._numbers is not None else nothing)
        self.tell_left(self._left)
        self._refresh_buttons()

    def _found_words(self) -> str:
        """Say how many reports the search found, and how many of them are kept elsewhere."""
        assert self._numbers is not None
        choice, shown = self.filter.choice, len(self.model.rows)
        others = [f"{SHELF_WORDS[shelf]} {count} 份" for shelf, count in
                  sorted(elsewhere(self._reports, choice, self._numbers).items())]
        rest = f"；另有{'、'.join(others)}" if others else ""
        if shown:
            return f"找到 {shown} 份{rest}。按回车打开到那一处。"
        narrowed = "，或者把年度、单位改回“全部”" if choice.year or choice.organ else ""
        advice = "在上面的“放在”里换着看" if others else f"换个短些的词试试{narrowed}"
        return f"{PLACES[choice.shelf]}没有找到{rest}。{advice}。"

    def _refresh_buttons(self) -> None:
        report = self.current
        trash = report is not None and report.shelf is Shelf.TRASH
        self.open_button.setText("恢复(&O)" if trash else "打开(&O)")
        self.delete_button.setText("彻底删除(&D)…" if trash else "删除(&D)")
        none = "" if report is not None else "先在列表里选一份报告。"
        closed = none or ("报告库是只读的，现在只能看。" if self._read_only else "")
        allow(self.open_button, closed if trash else none)
        for button in (self.delete_button, self.more_button):
            allow(button, closed)
        self.more_button.setVisible(not trash)

    def _open(self) -> None:
        report = self.current
        if report is None:
            return
        if report.shelf is Shelf.TRASH:
            if not self._read_only:
                self.shelve_requested.emit(report.id, Shelf.DESK)
            return
        hit = self.model.hit(report.number)
        place = hit.place if hit is not None and hit.place.task else None
        self.open_requested.emit(report.id, place, self.filter.wanted if self._numbers is not None else "")

    def _throw_away(self) -> None:
        report = self.current
        if report is None or self._read_only:
            return
        if report.shelf is Shelf.TRASH:
            self.delete_requested.emit(report.id)
        else:
            self.shelve_requested.emit(report.id, Shelf.TRASH)

    def _copy(self) -> None:
        report = self.current
        if report is not None and not self._read_only and report.shelf is not Shelf.TRASH:
            self.copy_requested.emit(report.id)

    def _show_menu(self, point: QPoint | None) -> None:
        """Show what else can be done with the chosen report: at `point` of the list, or under the button (None)."""
        report = self.current
        if report is None or self._read_only:
            return
        self._fill_menu(report)
        if point is None:
            self.menu.popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))
        else:
            self.menu.popup(self.view.viewport().mapToGlobal(point))

    def _fill_menu(self, report: ReportSummary) -> None:
        self.menu.clear()
        if report.shelf is Shelf.TRASH:
            self.menu.addAction("恢复(&O)", self._open)
            self.menu.addAction("彻底删除(&D)…", self._throw_away)
            return
        self.menu.addAction("打开(&O)", self._open)
        self.menu.addAction("复制一份(&C)", self._copy)
        if report.shelf is Shelf.ARCHIVE:
            self.menu.addAction("取出归档(&A)", lambda: self.shelve_requested.emit(report.id, Shelf.DESK))
        else:
            self.menu.addAction("归档(&A)", lambda: self.shelve_requested.emit(report.id, Shelf.ARCHIVE))
        self.menu.addAction("导出交换文件(&E)…", lambda: self.exchange_requested.emit(report.id))
        self.menu.addAction("历年数字(&S)…", lambda: self.series_requested.emit(report.id))
        self.menu.addSeparator()
        self.menu.addAction("删除(&D)", self._throw_away)
