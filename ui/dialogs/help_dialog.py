"""Help without a network: the pages of resources/help, with the names of actions filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat
from PySide6.QtWidgets import (
    QDialog, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QTextBrowser, QVBoxLayout, QWidget,
)

from models.resources import resource_path

PLACEHOLDER = re.compile(r"\{action:([a-z_]+)\}")
HEADING = re.compile(r"^#\s+(.+)$", re.MULTILINE)
CHECKS = "checks"
HEADING_AIR, PARAGRAPH_AIR, ITEM_AIR = 14, 6, 2  # pixels above a heading, below a paragraph and an entry of a list
STEPS = {1: 2, 2: 1, 3: 0}  # how much larger than the text a heading of each level is, as HTML counts sizes
INDENT = 20  # pixels of a list
ORDER = (
    "start", "filling", "arranging", "materials", "phrases", "pictures", "duties", CHECKS, "importing", "exporting",
    "publishing", "versions", "exchange", "reports", "trouble", "changes", "licences")


def help_pages() -> dict[str, str]:
    """Return the name and the Markdown text of each help page, in reading order."""
    found = {path.stem: path.read_text(encoding="utf-8") for path in resource_path("help").glob("*.md")}
    names = [name for name in ORDER if name in found] + sorted(name for name in found if name not in ORDER)
    return {name: found[name] for name in names}


def resolved(text: str, actions: Mapping[str, str]) -> str:
    """Return `text` with each {action:name} replaced by its wording; KeyError when `actions` lacks one."""
    return PLACEHOLDER.sub(lambda match: actions[match.group(1)], text)


def give_air(document: QTextDocument) -> None:
    """Set headings and paragraphs of `document` apart: read from Markdown, they follow each other without a gap.

    Headings are made as small as those of the other windows.
    """
    document.setIndentWidth(INDENT)
    smaller = {level: QTextCharFormat() for level in STEPS}
    for level, steps in STEPS.items():
        smaller[level].setProperty(QTextFormat.Property.FontSizeAdjustment, steps)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    block = document.begin()
    while block.isValid():
        made = block.blockFormat()
        made.setTopMargin(HEADING_AIR if made.headingLevel() > 1 else 0)
        made.setBottomMargin(ITEM_AIR if block.textList() is not None else PARAGRAPH_AIR)
        cursor.setPosition(block.position())
        cursor.setBlockFormat(made)
        if made.headingLevel() in STEPS:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(smaller[made.headingLevel()])
        block = block.next()
    cursor.endEditBlock()


class HelpBrowser(QTextBrowser):
    """Shows a page of the help; its pictures are no wider than the page. It fetches nothing from elsewhere."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return the picture `name` of the help, made to fit; any other kind and place is empty."""
        link = QUrl(name)
        path = resource_path("help") / link.path()
        if kind != QTextDocument.ResourceType.ImageResource.value or not link.isRelative() or not path.is_file():
            return None
        picture = QImage(str(path))
        bar = 0 if self.verticalScrollBar().isVisible() else self.verticalScrollBar().sizeHint().width()
        room = self.viewport().width() - bar - 2 * int(self.document().documentMargin()) - 1
        if picture.width() > room:
            return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        return picture


class HelpDialog(QDialog):
    """A window beside the work: list of pages, search, the page. It never blocks."""

    def __init__(self, actions: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("帮助")
        self.resize(880, 520)
        self._pages = {name: resolved(text, actions) for name, text in help_pages().items()}
        self.search = QLineEdit()
        self.search.setAccessibleName("在帮助里找")
        self.search.setPlaceholderText("在帮助里找")
        self.search.textChanged.connect(self._list_pages)
        self.list = QListWidget()
        self.list.setAccessibleName("帮助目录")
        self.list.setProperty("kind", "choices")
        self.list.currentItemChanged.connect(self._show_current)
        self.browser = HelpBrowser()
        self.browser.setOpenLinks(False)
        self.browser.document().setDocumentMargin(16)
        self.browser.anchorClicked.connect(self._follow)
        left = QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        layout = QHBoxLayout(self)
        layout.addLayout(left, 1)
        layout.addWidget(self.browser, 3)
        self._list_pages("")

    def show_page(self, name: str) -> None:
        """Open the page `name`; an unknown name opens the first page."""
        self.search.clear()
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == name:
                self.list.setCurrentRow(row)
                return
        self.list.setCurrentRow(0)

    def show_check(self, code: str) -> None:
        """Open the page of all checks at the check `code`; at its beginning when it has none of that code."""
        self.show_page(CHECKS)
        block = self.browser.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and block.text().endswith(f"（{code}）"):
                top = self.browser.document().documentLayout().blockBoundingRect(block).top()
                self.browser.verticalScrollBar().setValue(round(top))
                return
            block = block.next()

    def _list_pages(self, wanted: str) -> None:
        """List the pages whose text holds `wanted`."""
        self.list.clear()
        for name, text in self._pages.items():
            if wanted.strip() in text:
                title = HEADING.search(text)
                item = QListWidgetItem(title.group(1) if title else name)
                item.setData(Qt.ItemDataRole.UserRole, name)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _show_current(self) -> None:
        item = self.list.currentItem()
        self.browser.setMarkdown(self._pages[item.data(Qt.ItemDataRole.UserRole)] if item else "没有找到。")
        give_air(self.browser.document())

    def _follow(self, link: QUrl) -> None:
        """Go to another help page; a file of the help opens in its own program, nothing else does."""
        if link.fileName().endswith(".md"):
            self.show_page(link.fileName().removesuffix(".md"))
        elif link.isLocalFile():
            QDesktopServices.openUrl(link)
