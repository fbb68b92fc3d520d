"""The kept versions of the open report and the files exported of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView, QDialog, QHBoxLayout, QLineEdit, QPushButton, QTableWidget, QTableWidgetItem, QTabWidget,
    QVBoxLayout, QWidget,
)

from models.storage.revision_thinning import RULE
from models.storage.summary import ExportRecord, RevisionSummary
from ui.app.helping import offer_help
from ui.app.version_words import FORMS, exports_of, moment
from ui.widgets.labels import allow, plain_label
from ui.widgets.read_table import ReadTable

VERSIONS = ("时间", "名称", "为什么留下", "字数", "导出过")
VERSION_WIDTHS = (136, 0, 96, 72, 150)
FILES = ("时间", "文件", "形式", "现在", "校验码")
STATE = FILES.index("现在")
FILE_WIDTHS = (136, 0, 72, 110, 120)
NO_VERSIONS = "还没有版本。每天第一次打开、导出、读入之前会自动留下；也可以在上面起个名字，现在就留一个。"
NO_FILES = "这份报告还没有导出过文件。"
READ_ONLY = "报告是只读的，这里不能改。"
SHOWN_DIGEST = 12  # characters of a SHA-256; the whole is in the tooltip


class VersionsDialog(QDialog):
    """A window beside the work. It asks by signals and shows what it is given."""

    keep_requested = Signal(str)  # name
    rename_requested = Signal(int, str)  # version, name
    compare_requested = Signal(object, object)  # RevisionSummary, RevisionSummary or None: the present content
    folder_requested = Signal(object)  # ExportRecord
    write_requested = Signal(object)  # ExportRecord

    def __init__(self, read_only: bool = False, parent: QWidget | None = None) -> None:
        """Start empty; `read_only` lets nothing be kept or renamed."""
        super().__init__(parent)
        self.setWindowTitle("版本")
        offer_help(self)
        self.revisions: tuple[RevisionSummary, ...] = ()
        self.exports: tuple[ExportRecord, ...] = ()
        self._read_only = read_only
        self.name = QLineEdit()
        self.name.setAccessibleName("名称")
        self.name.setPlaceholderText("如：送审稿一、党组会后")
        self.name.setMaxLength(40)
        self.keep = _button("留下现在的内容(&K)")
        self.rename = _button("给选中的改名(&R)")
        self.compare_now = _button("与现在对照(&C)")
        self.compare_two = _button("对照选中的两个(&B)")
        self.open_folder = _button("打开所在文件夹(&D)")
        self.write = _button("另存这一版(&S)…")
        self.versions = VersionsTable("留下的版本", VERSIONS, VERSION_WIDTHS)
        self.versions.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.files = VersionsTable("导出过的文件", FILES, FILE_WIDTHS)
        self.tabs = QTabWidget()
        self.tabs.tabBar().setAccessibleName("版本和导出过的文件")
        self.told = plain_label()
        self.done_button = QPushButton("关闭")
        self.done_button.setAutoDefault(False)
        self._assemble()
        self._connect()
        self.show_versions((), ())
        self.tell("正在读取版本……")
        self.name.setFocus()
        room = self.screen().availableGeometry()
        self.resize(min(900, room.width() - 40), min(540, room.height() - 60))

    def show_versions(self, revisions: tuple[RevisionSummary, ...], exports: tuple[ExportRecord, ...]) -> None:
        """Show `revisions` and `exports`, newest first."""
        self.revisions, self.exports = revisions, exports
        self.versions.show_rows([
            (moment(each.at), each.name, each.reason, f"{each.words:,}", exports_of(each, exports))
            for each in revisions])
        self.files.show_rows([
            (moment(each.file.at), each.file.path, FORMS[each.file.form], "",
             each.file.sha256[:SHOWN_DIGEST]) for each in exports])
        for row, record in enumerate(exports):
            item = self.files.item(row, len(FILES) - 1)
            if item is not None:
                item.setToolTip(f"SHA-256：{record.file.sha256}")
        self.no_versions.setVisible(not revisions)
        self.no_files.setVisible(not exports)
        self.tell("")
        self._follow()

    def show_states(self, states: Mapping[int, str]) -> None:
        """Show `states`, which say what became of the exported files, by export."""
        for row, record in enumerate(self.exports):
            self.files.setItem(row, STATE, QTableWidgetItem(states.get(record.number, "")))

    def tell(self, words: str) -> None:
        """Say `words` below the tables."""
        self.told.setText(words)

    @property
    def chosen(self) -> tuple[RevisionSummary, ...]:
        """The versions that are selected, newest first."""
        return tuple(self.revisions[row] for row in self.versions.rows if row < len(self.revisions))

    @property
    def chosen_file(self) -> ExportRecord | None:
        """The exported file that is selected; None when there is none."""
        return next((self.exports[row] for row in self.files.rows if row < len(self.exports)), None)

    def _assemble(self) -> None:
        label = plain_label("名称(&M)", wrap=False)
        label.setBuddy(self.name)
        naming = _row(label, self.name, self.keep, self.rename)
        self.no_versions = plain_label(NO_VERSIONS, "muted")
        self.no_files = plain_label(NO_FILES, "muted")
        self.tabs.addTab(_page(
            naming, self.no_versions, self.versions, _row(self.compare_now, self.compare_two, None),
            plain_label(RULE, "caption")), "版本(&V)")
        self.tabs.addTab(_page(
            self.no_files, self.files, _row(self.open_folder, self.write, None)), "导出过的文件(&F)")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(plain_label("版本", "title", wrap=False))
        column.addWidget(self.tabs, 1)
        foot = _row(self.told, self.done_button)
        foot.setStretch(0, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.keep.clicked.connect(self._keep)
        self.name.returnPressed.connect(self._keep)
        self.name.textChanged.connect(lambda _: self._follow())
        self.rename.clicked.connect(
            lambda: self.rename_requested.emit(self.chosen[0].number, self.name.text().strip()))
        self.versions.itemSelectionChanged.connect(self._follow)
        self.versions.itemActivated.connect(lambda _: self.compare_now.click())
        self.files.itemSelectionChanged.connect(self._follow)
        self.compare_now.clicked.connect(lambda: self.compare_requested.emit(self.chosen[0], None))
        self.compare_two.clicked.connect(lambda: self.compare_requested.emit(self.chosen[1], self.chosen[0]))
        self.open_folder.clicked.connect(lambda: self.folder_requested.emit(self.chosen_file))
        self.write.clicked.connect(lambda: self.write_requested.emit(self.chosen_file))
        self.done_button.clicked.connect(self.accept)

    def _keep(self) -> None:
        if self.keep.isEnabled():
            self.keep_requested.emit(self.name.text().strip())
            self.name.clear()

    def _follow(self) -> None:
        """Let each button be there only when it does something."""
        count = len(self.chosen)
        closed = READ_ONLY if self._read_only else "" if self.name.text().strip() else "先在左边写个名称。"
        one = "" if count == 1 else "先在表里选一个版本。"
        self.name.setEnabled(not self._read_only)
        allow(self.keep, closed, "给现在的内容留一个版本")
        allow(self.rename, closed or one, "把选中的版本改成上面写的名称")
        allow(self.compare_now, one, "看选中的版本和现在的内容有哪些不同，可以取回")
        allow(self.compare_two, "" if count == 2 else "按住 Ctrl 在表里选两个版本。", "看两个版本有哪些不同")
        no_file = "" if self.chosen_file is not None else "先在表里选一个文件。"
        allow(self.open_folder, no_file, "打开选中的文件所在的文件夹")
        allow(self.write, no_file, "按当时的内容和版式再写一个文件")


class VersionsTable(ReadTable):
    """A table that is filled as a whole."""

    @property
    def rows(self) -> list[int]:
        """The rows that are selected, from above."""
        return sorted({index.row() for index in self.selectedIndexes()})

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show `rows` of words and select the first."""
        self.setRowCount(len(rows))
        for row, words in enumerate(rows):
            for column, text in enumerate(words):
                self.setItem(row, column, QTableWidgetItem(text))
        self.setVisible(bool(rows))
        if rows:
            self.selectRow(0)


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Return `widgets` side by side; None is a gap that takes what is left."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row


def _page(*items: QWidget | QHBoxLayout) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(12, 12, 12, 12)
    column.setSpacing(8)
    for item in items:
        if isinstance(item, QHBoxLayout):
            column.addLayout(item)
        else:
            column.addWidget(item, 1 if isinstance(item, QTableWidget) else 0)
    column.addStretch(0)
    return page


def _button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    return button
