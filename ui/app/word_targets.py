"""字数目标: how long the part at hand and the whole report are to be, set by the clerk and kept with the report."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QFormLayout, QFrame, QLineEdit, QWidget

from ui.app.counters import part_at, target_of
from ui.widgets.labels import plain_label
from ui.work_window import WorkWindow

DIGITS = "[0-9]{0,5}"
LABEL = "设定字数目标"
READ_ONLY = "这份报告只能查看，不能设字数目标。"


class TargetPanel(QFrame):
    """Asks for the targets beside the counts at the foot; what is typed holds at once and can be undone."""

    def __init__(self, work: WorkWindow) -> None:
        """Make it for the task at hand in `work`."""
        super().__init__(work, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "card")
        self.setAccessibleName("字数目标")
        self._work = work
        report = work.opened.report
        self.part = _number("本部分的字数目标", target_of(report, work.task))
        self.whole = _number("全文的字数目标", report.word_target)
        form = QFormLayout(self)
        form.setContentsMargins(16, 12, 16, 12)
        form.addRow(plain_label("到了多少字，窗口下边随时看得到；不影响导出。", "muted"))
        form.addRow("本部分多少字(&P)", self.part)
        form.addRow("全文多少字(&A)", self.whole)
        form.setRowVisible(self.part, part_at(report, work.task) is not None)
        self.part.textEdited.connect(self._set_part)
        self.whole.textEdited.connect(self._set_whole)

    def open_over(self, place: QWidget) -> None:
        """Show the panel above `place`, with the caret in its first field."""
        self.adjustSize()
        self.move(place.mapToGlobal(QPoint(0, -self.height() - 6)))
        self.show()
        field = self.part if self.part.isVisibleTo(self) else self.whole
        field.setFocus()
        field.selectAll()

    def _set_part(self, text: str) -> None:
        opened = self._work.opened
        part = part_at(opened.report, self._work.task)
        if part is not None:
            opened.edit(opened.report.with_part(replace(part, word_target=int(text or 0))), LABEL, f"target:{part.id}")

    def _set_whole(self, text: str) -> None:
        opened = self._work.opened
        opened.edit(replace(opened.report, word_target=int(text or 0)), LABEL, "target")


def ask_targets(work: WorkWindow) -> None:
    """Open the panel over the foot of `work`."""
    if work.opened.read_only:
        work.status.show_notice(READ_ONLY)
        return
    TargetPanel(work).open_over(work.status.saved)


def _number(name: str, words: int) -> QLineEdit:
    """Return a field for a number of 字, which is empty for 0."""
    field = QLineEdit(str(words) if words else "")
    field.setValidator(QRegularExpressionValidator(QRegularExpression(DIGITS), field))
    field.setPlaceholderText("不设")
    field.setAccessibleName(name)
    return field
