"""How the text of one task will read on paper: its composed blocks, with numbers, in the faces of the document."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontDatabase, QResizeEvent, QShowEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from models.domain.report import ExportForm, Report
from models.domain.standard import Standard
from models.layout.loader import load_layout
from models.layout.stand_ins import load_stand_ins
from models.manuscript.blocks import Block, Heading, Paragraph
from models.manuscript.compose import compose
from ui.app.guarded import guarded
from ui.widgets.card import Card
from ui.widgets.labels import link_button, plain_label

DELAY = 200  # milliseconds after the last change
SIZE, PITCH = 16, 28  # pixels: characters and lines
BOLD_LEVEL = 3
EMPTY = "填写以后，这里显示排进报告里的样子。"


class ComposedPreview(Card):
    """The card 排出来的样子. It follows the report at rest, and only while it is seen and unfolded."""

    def __init__(self, task: str, folded: bool = False, parent: QWidget | None = None) -> None:
        """Make the preview of the blocks of `task`; one that starts `folded` has a button to unfold it."""
        super().__init__("排出来的样子", parent)
        self.task = task
        self.text = _Paper()
        self.empty = plain_label(EMPTY, "muted")
        self.toggle = link_button("展开")
        self.toggle.setProperty("reading", True)
        self.toggle.clicked.connect(lambda: self._fold(not self._folded))
        if not folded:
            self.toggle.hide()
        self.top.addWidget(self.toggle)
        self.column.addWidget(self.empty)
        self.column.addWidget(self.text)
        self._latest: tuple[Report, Standard] | None = None
        self._blocks: tuple[Block, ...] = ()
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self.refresh)
        self._fold(folded)

    def show_report(self, report: Report, standard: Standard) -> None:
        """Compose `report` under `standard` once the keys rest."""
        self._latest = (report, standard)
        self._timer.start()

    def explain_empty(self, text: str) -> None:
        """Say `text` while nothing is composed."""
        if text != self.empty.text():
            self.empty.setText(text)

    def refresh(self) -> None:
        """Show the blocks of the latest report now; nothing is done while the preview is out of sight."""
        if self._latest is None or self._folded or not self.isVisible():
            return
        report, standard = self._latest
        self._timer.stop()
        manuscript = compose(report, standard, ExportForm.SUBMISSION)
        blocks = tuple(block for block in manuscript.blocks if block.place.task == self.task)
        if blocks != self._blocks:
            self._blocks = blocks
            self.text.write(blocks)
        self._show_content()

    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._latest is not None:
            self._timer.start()

    def _fold(self, folded: bool) -> None:
        self._folded = folded
        self.toggle.setText("展开" if folded else "收起")
        self.toggle.setAccessibleName(f"排出来的样子：{self.toggle.text()}")
        self._show_content()
        self.refresh()

    def _show_content(self) -> None:
        self.text.setVisible(bool(self._blocks) and not self._folded)
        self.empty.setVisible(not self._blocks and not self._folded)


class _Paper(QTextEdit):
    """Read-only text as high as its content, set in the faces of the document."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("kind", "paper")
        self.setAccessibleName("排出来的样子")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit_height)

    def write(self, blocks: tuple[Block, ...]) -> None:
        """Show `blocks`, letter by letter."""
        self.clear()
        cursor = QTextCursor(self.document())
        for index, block in enumerate(blocks):
            if index:
                cursor.insertBlock()
            cursor.setBlockFormat(_block_format())
            if isinstance(block, Heading):
                cursor.insertText(block.number + block.text, _char_format(block.level))
            elif isinstance(block, Paragraph):
                cursor.insertText(block.number + block.text[:block.lead], _char_format(block.level))
                cursor.insertText(block.text[block.lead:], _char_format(0))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, PITCH)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        height = round(self.document().size().height()) + self.height() - self.viewport().height()
        if height != self.minimumHeight():
            self.setFixedHeight(height)


def _block_format() -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setTextIndent(2 * SIZE)
    made.setLineHeight(PITCH, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return made


@cache
def _char_format(level: int) -> QTextCharFormat:
    """Return the face of heading `level`, 0 for plain text: the document's own, else what stands in for it."""
    faces = load_layout().faces
    name = {1: faces.hei, 2: faces.kai}.get(level, faces.body)
    near = (name, *faces.same_as(name), *faces.relatives_of(name), *load_stand_ins().free_for(name, faces))
    installed = set(QFontDatabase.families())
    font = QFont()
    font.setFamilies([each for each in near if each in installed] or [name])
    font.setPixelSize(SIZE)
    font.setBold(level == BOLD_LEVEL)
    made = QTextCharFormat()
    made.setFont(font)
    return made
