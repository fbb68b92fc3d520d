"""The tab 去年: what last year's report said of the task at hand, to be read and copied."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout, QWidget

from ui.app.guarded import guarded
from ui.app.last_year import Passage
from ui.widgets.labels import plain_label

NONE = ("资料库里没有本单位{year}年度的报告。在首页点“读入已有报告”，把那一年的 Word、WPS 或 PDF 稿读进来，再打开这份报告，"
        "这里就会显示去年怎么写的。")
NOTHING = "{year}年度的报告里没有这一项。"
RIGHT = 8  # pixels between the words and the scroll bar
TOLD = "{year}年度的报告这样写。可以选中、复制；数字、日期、会议要换成今年的。"


class LastYearPanel(QWidget):
    """Shows passages of last year's report; built anew when another task is chosen and it is seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.told = plain_label("", "muted")
        self.text = QTextBrowser()
        self.text.setAccessibleName("去年的报告")
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setOpenLinks(False)
        self.text.setTabChangesFocus(True)
        self.text.document().setDocumentMargin(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 8, 8)
        self.told.setContentsMargins(0, 0, RIGHT, 0)
        column.setSpacing(8)
        column.addWidget(self.told, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.text, 1)
        self._wanted: tuple[Passage, ...] = ()
        self._built: tuple[Passage, ...] = ()

    def show_none(self, year: int) -> None:
        """Say that there is no report on `year`, and how to have one here."""
        self._show(NONE.format(year=year), ())

    def show_passages(self, year: int, passages: tuple[Passage, ...]) -> None:
        """Show `passages` of the report on `year`."""
        self._show((TOLD if passages else NOTHING).format(year=year), passages)

    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        self._build()
        super().showEvent(event)

    def _show(self, told: str, passages: tuple[Passage, ...]) -> None:
        self.told.setText(told)
        self._wanted = passages
        self.text.setVisible(bool(passages))
        if self.isVisible():
            self._build()

    def _build(self) -> None:
        if self._wanted == self._built:
            return
        self._built = self._wanted
        html, group = [], ""
        for each in self._built:
            if each.group != group:
                group = each.group
                html.append(_paragraph(group, "font-size:large;font-weight:700;margin-top:16px"))
            html.append(_paragraph(each.title, "font-weight:700;margin-top:10px"))
            html += [_paragraph(line, "line-height:135%;margin-top:2px") for line in each.text.splitlines()]
        self.text.setHtml("".join(html))


def _paragraph(words: str, style: str) -> str:
    """Return `words` as a paragraph in the `style`; empty for none."""
    return f'<p style="margin-bottom:0;margin-right:{RIGHT}px;{style}">{escape(words)}</p>' if words else ""
