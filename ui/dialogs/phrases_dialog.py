"""The clerk's own phrases, one a line."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QWidget

from models.domain.report import SectionKey
from models.errors import UserError
from models.phrases.phrases import BREAK, HEADING, LONGEST, MOST, NAMES, own_lines, own_phrases
from ui.app.kept_phrases import keep_phrases, kept_phrases, read_phrases, write_phrases
from ui.dialogs import messages
from ui.dialogs.form_dialog import FormDialog
from ui.widgets.labels import LINK_GAP, link_button, plain_label

EXPLANATION = (
    f"一行一条，最多 {MOST} 条，每条最多 {LONGEST} 字，{BREAK} 表示另起一段。写一行“{HEADING}{NAMES[SectionKey.PROBLEMS]}”，"
    f"它下面的在写这一部分时先列出；能写的还有：{'、'.join(each for each in NAMES.values())}。")
FILES = "文本文件 (*.txt)"


class PhrasesDialog(FormDialog):
    """Shows the phrases kept in `folder`; what is accepted is kept there."""

    def __init__(self, folder: Path, parent: QWidget) -> None:
        super().__init__("我的常用语", "存下", parent, EXPLANATION)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._folder = folder
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("我的常用语，一行一条")
        self.text.setTabChangesFocus(True)
        self.text.setPlainText(own_lines(kept_phrases(folder)).rstrip())
        self.text.textChanged.connect(self._count)
        self.count = plain_label("", "muted", wrap=False)
        self.bring = link_button("导入…")
        self.bring.setToolTip("把文本文件里的常用语加在后面，一行一条")
        self.bring.clicked.connect(self._bring_in)
        self.give = link_button("导出…")
        self.give.setToolTip("存成文本文件，拿到别的电脑上导入")
        self.give.clicked.connect(self._give_out)
        row = QHBoxLayout()
        row.setSpacing(LINK_GAP)
        row.addWidget(self.bring)
        row.addWidget(self.give)
        row.addStretch(1)
        row.addWidget(self.count)
        self.body.addLayout(row)
        self.body.addWidget(self.text, 1)
        self._count()

    def accept(self) -> None:
        """Keep what is written and close; stay when it cannot be kept."""
        if keep_phrases(self._folder, own_phrases(self.text.toPlainText())):
            super().accept()
        else:
            self.problem.setText("没有存下：数据文件夹里的“我的常用语.txt”打不开或不能写，请检查后再存一次。")

    def _count(self) -> None:
        self.count.setText(f"{len(own_phrases(self.text.toPlainText()))} 条")

    def _bring_in(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "导入常用语", "", FILES)
        if not chosen:
            return
        try:
            found = read_phrases(Path(chosen))
        except UserError as error:
            messages.tell_error(self, error, "没有导入")
            return
        both = (*own_phrases(self.text.toPlainText()), *found)
        self.text.setPlainText(own_lines(own_phrases(own_lines(both))).rstrip())

    def _give_out(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, "导出常用语", "常用语.txt", FILES)
        if not chosen:
            return
        try:
            write_phrases(Path(chosen), own_phrases(self.text.toPlainText()))
        except UserError as error:
            messages.tell_error(self, error, "没有导出")
