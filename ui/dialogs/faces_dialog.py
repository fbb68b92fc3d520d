"""The wanted faces on this PC: which are there, what is used instead, what others see, what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog, QHBoxLayout, QPushButton, QTableWidgetItem, QVBoxLayout, QWidget,
)

from exporters.face_states import FaceState, face_states, told_of_rare
from exporters.fonts import installed_families
from models.layout.loader import FONT_SETS, load_layout
from ui.app.helping import offer_help
from ui.dialogs.organ_dialog import choice
from ui.widgets.labels import plain_label
from ui.widgets.read_table import ReadTable

HEADINGS = ("字体和用处", "这台电脑", "预览、打印和 PDF 里", "Word 文件在别的电脑上打开")
WIDTHS = (220, 72, 214, 0)
EXPLANATION = "公文按国家标准用几种固定的字体。它们有版权，程序不自带；Word 文件里写的是字体的名字，在装有它们的电脑上打开就是对的。"
NOTHING_TO_DO = "这台电脑有这个字体，不用做什么。"
UNSURE = "最后一列按国际标准和各系统的字体清单写，没有在 Word 上逐个试过。用 LibreOffice 打开、又没有这些字体的，分行分页会变：要给这样的人看，请导出 PDF。"


class FacesDialog(QDialog):
    """A window beside the work: a table of the faces of a set, and what to do about the one chosen."""

    def __init__(self, fonts: str = FONT_SETS[0], rare: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        """Show the set `fonts`; `rare` are the characters of the report that the usual faces lack."""
        super().__init__(parent)
        offer_help(self)
        self.setWindowTitle("字体")
        self._rare = rare
        self._states: tuple[FaceState, ...] = ()
        self.fonts = choice("字体方案", [(f"{name}字体", name) for name in FONT_SETS])
        self.table = FacesTable()
        self.advice = plain_label()
        self.rare = plain_label()
        self.unsure = plain_label(UNSURE, "muted")
        self.copy = QPushButton("复制这张表(&C)")
        self.copy.setToolTip("复制后可以发给单位的信息中心")
        self.copy.setAutoDefault(False)
        self.done_button = QPushButton("关闭")
        self.done_button.setDefault(True)
        self._assemble()
        self.table.currentCellChanged.connect(self._show_advice)
        self.fonts.currentIndexChanged.connect(self._show)
        self.copy.clicked.connect(self._copy)
        self.done_button.clicked.connect(self.accept)
        self.fonts.setCurrentIndex(self.fonts.findData(fonts))
        self._show()
        self.table.setFocus()
        room = self.screen().availableGeometry()
        self.resize(min(900, room.width() - 40), min(560, room.height() - 60))

    @classmethod
    def open_for(cls, fonts: str, rare: tuple[str, ...], parent: QWidget) -> FacesDialog:
        """Open the window over `parent` and return it; it is gone when it is closed."""
        made = cls(fonts, rare, parent)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.open()
        return made

    @property
    def as_text(self) -> str:
        """The whole table in words, for those who install fonts."""
        told = [f"{state.face}（{state.used_for}）：这台电脑{state.here}。" for state in self._states]
        for row, state in enumerate(self._states):
            if state.advice:
                told[row] += f"{state.drawn}。{state.advice}"
        return "\n".join(each for each in (*told, self.rare.text()) if each)

    def _assemble(self) -> None:
        label = plain_label("字体方案(&T)", wrap=False)
        label.setBuddy(self.fonts)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(plain_label("字体", "title", wrap=False))
        head.addStretch(1)
        head.addWidget(label)
        head.addWidget(self.fonts)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addLayout(head)
        explanation = plain_label(EXPLANATION, "muted")
        column.addWidget(explanation)
        column.addWidget(self.table, 1)
        for each in (self.advice, self.rare, self.unsure):
            column.addWidget(each)
        for each in (explanation, self.advice, self.rare, self.unsure):
            each.setMinimumHeight(1)  # else the window is kept as high as if it had its least width
        column.addLayout(foot)

    def _show(self) -> None:
        """Show the set that is chosen."""
        faces = load_layout(fonts=str(self.fonts.currentData())).faces
        self._states = face_states(faces, installed_families() | frozenset(QFontDatabase.families()))
        self.table.show_states(self._states)
        lacking = (row for row, state in enumerate(self._states) if state.advice)
        self.table.setCurrentCell(next(lacking, 0), 0)
        self._show_advice()
        self.rare.setText(told_of_rare(self._rare, faces))
        self.rare.setVisible(bool(self.rare.text()))
        self.unsure.setVisible(any(state.unsure for state in self._states))

    def _show_advice(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._states):
            state = self._states[row]
            self.advice.setText(f"{state.face}：{state.advice or NOTHING_TO_DO}")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.as_text)
        self.copy.setText("已复制")


class FacesTable(ReadTable):
    """One row a face; the arrow keys go from face to face."""

    def __init__(self) -> None:
        super().__init__("公文字体", HEADINGS, WIDTHS)
        self.setMinimumHeight(120)

    def show_states(self, states: tuple[FaceState, ...]) -> None:
        """Show `states`, one a row."""
        self.setRowCount(len(states))
        for row, state in enumerate(states):
            words = (f"{state.face}\n{state.used_for}", state.here, state.drawn, state.elsewhere)
            for column, text in enumerate(words):
                self.setItem(row, column, QTableWidgetItem(text))
