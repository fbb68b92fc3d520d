"""The title and the lines into which it is broken."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QRadioButton, QVBoxLayout, QWidget

from models.domain.head import DocumentHead
from models.domain.organ import Organ
from models.manuscript.title_lines import break_title, title_patterns
from ui.widgets.card import Card
from ui.widgets.field import LineField
from ui.widgets.labels import literal, plain_label

DELAY = 200  # milliseconds after the last key


class TitleChoice(Card):
    """A field for the title, the usual ways to write it, and up to three ways to break it into lines."""

    title_chosen = Signal(str)
    lines_chosen = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("标题", parent)
        self.field = LineField("", "标题")
        self.other = QPushButton("换一种写法(&H)")
        self.other.setObjectName("title_patterns")
        self.other.setProperty("kind", "link")
        self.menu = QMenu(self)
        self.other.setMenu(self.menu)
        self.other.setAutoDefault(False)
        self.top.addWidget(self.other)
        self.caption = plain_label("分行（居中，排成梯形或菱形；第一种由程序按规则选出）", "caption")
        self.choices = QWidget()
        self._choices = QVBoxLayout(self.choices)
        self._choices.setContentsMargins(0, 0, 0, 0)
        self._choices.setSpacing(8)
        self._group = QButtonGroup(self)
        self.column.addWidget(self.field)
        self.column.addWidget(self.caption)
        self.column.addWidget(self.choices)
        self._head = DocumentHead()
        self._broken = ""
        self._patterns: tuple[str, ...] = ()
        self._ways: tuple[tuple[str, ...], ...] = ()
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self._break)

    def show_title(self, head: DocumentHead, organ: Organ, year: int) -> None:
        """Show the title of `head`, its lines, and the usual titles of `organ` for `year`."""
        self._head = head
        self.field.set_text(head.title)
        patterns = title_patterns(organ, year)
        if patterns != self._patterns:
            self._patterns = patterns
            self.field.line.setPlaceholderText(patterns[0])
            self.menu.clear()
            for title in patterns:
                self.menu.addAction(literal(title), lambda title=title: self.title_chosen.emit(title))
        if head.title != self._broken:
            self._timer.start()
        self._check_chosen()

    def _break(self) -> None:
        """Offer the best ways to break the title as it stands now."""
        self._broken = self._head.title
        ways = break_title(self._broken) if self._broken.strip() else ()
        if ways != self._ways:
            self._ways = ways
            for button in self._group.buttons():
                self._group.removeButton(button)
                self._choices.removeWidget(button)
                button.deleteLater()
            for index, lines in enumerate(ways):
                self._add_way(index, lines)
        visible = len(ways) > 1 or any(len(lines) > 1 for lines in ways)
        self.caption.setVisible(visible)
        self.choices.setVisible(visible)
        self._check_chosen()

    def _add_way(self, index: int, lines: tuple[str, ...]) -> None:
        button = QRadioButton(literal("\n".join(lines)))
        button.setAccessibleName(f"第{index + 1}种分行：{'；'.join(lines)}")
        button.clicked.connect(lambda: self.lines_chosen.emit(lines if index else ()))
        self._group.addButton(button, index)
        self._choices.addWidget(button)

    def _check_chosen(self) -> None:
        chosen = self._head.title_lines
        at = self._ways.index(chosen) if chosen in self._ways else 0
        button = self._group.button(at)
        if button is not None and not button.isChecked():
            button.setChecked(True)
