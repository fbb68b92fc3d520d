"""The choice of the program's look: each one chosen is shown at once, and kept when accepted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.app.look import LOOKS, chosen_look, keep_look, show_look
from ui.dialogs import messages
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.radio_list import RadioList

SIZE = 440, 330


class LookDialog(FormDialog):
    """Lists the looks; what is accepted is kept in `folder`, leaving brings the look back that is kept there."""

    def __init__(self, folder: Path, parent: QWidget) -> None:
        super().__init__("外观", "就用这个", parent, "选中就能看到。报告本身和导出的文件不受影响。")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._folder = folder
        self.look = RadioList("外观", LOOKS, chosen_look(folder))
        self.look.chosen.connect(show_look)
        self.finished.connect(self._settle)
        self.body.addWidget(self.look)
        self.resize(*SIZE)

    def _settle(self, answer: int) -> None:
        before = chosen_look(self._folder)
        if not answer:
            show_look(before)
        elif self.look.value != before and not keep_look(self._folder, self.look.value):
            messages.tell(self.parentWidget(), "没有记住", "外观没有记住：数据文件夹不能写入。", "请检查写入权限后再选一次。")
