"""One delivery of a 科室: who delivered it and when, its text, and what one does with it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.domain.material import Material
from ui.widgets.card import Card
from ui.widgets.field import LineField, TextField
from ui.widgets.labels import allow, flat_button, link_button, literal_tip, plain_label

INSERT_TIP = "选中的文字放到正文里光标的位置；没有选，就把全部作为新的一段放在最后。一步能撤销"
NOTHING = "还没有文字可以插入。"
READ_ONLY = "这份报告只能看。"
LINES = 4


class MaterialCard(Card):
    """`edited` carries the material as it would be and the attribute that changed."""

    edited = Signal(object, str)
    inserted = Signal(str, bool)  # words for the page, whether they are all of it
    removed = Signal(str)  # its id

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty card."""
        super().__init__(parent=parent)
        self.column.setContentsMargins(12, 8, 12, 8)
        self._material = Material()
        self._read_only = False
        self.where = plain_label("", "caption")
        self.department = LineField("科室", "报送材料的科室", "如：执法科", parent=self)
        self.received = LineField("收到日期", "收到材料的日期", parent=self)
        self.text = TextField("材料", "科室报来的材料", "粘贴或者写在这里", lines=LINES, parent=self)
        self.source = plain_label("", "caption")
        self.insert = link_button("插入正文")
        self.remove = flat_button("删除")
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.department, 1)
        head.addWidget(self.received, 1)
        foot.addWidget(self.insert)
        foot.addStretch(1)
        foot.addWidget(self.remove)
        self.column.addWidget(self.where)
        self.column.addLayout(head)
        self.column.addWidget(self.text)
        self.column.addWidget(self.source)
        self.column.addLayout(foot)
        self._bind()

    @property
    def selected(self) -> str:
        """The words that are selected, empty when none are."""
        return str(self.text.area.textCursor().selectedText()).replace("\u2029", "\n").strip()

    def show_material(self, material: Material, where: str, read_only: bool) -> None:
        """Show `material`, delivered for the page called `where`, empty on that page itself."""
        self._material, self._read_only = material, read_only
        self.department.set_text(material.department)
        self.received.set_text(material.received)
        self.text.set_text(material.text)
        for label, words in ((self.where, where), (self.source, f"来自 {material.source}" if material.source else "")):
            label.setText(words)
            label.setVisible(bool(words))
        self._allow()

    def commit_input(self) -> None:
        """Commit a running composition."""
        for field in (self.department, self.received, self.text):
            field.commit_input()

    def _bind(self) -> None:
        for name, field in (("department", self.department), ("received", self.received), ("text", self.text)):
            field.edited.connect(lambda text, name=name: self._change(name, text))
        self.insert.clicked.connect(self._insert)
        self.remove.clicked.connect(lambda: self.removed.emit(self._material.id))

    def _insert(self) -> None:
        chosen = self.selected
        self.inserted.emit(chosen or self.text.text.strip(), not chosen)

    def _change(self, name: str, text: str) -> None:
        self._material = replace(self._material, **{name: text})
        self._allow()
        self.edited.emit(self._material, name)

    def _allow(self) -> None:
        self.department.line.setToolTip(literal_tip(self._material.department))  # it may be longer than its field
        refusal = READ_ONLY if self._read_only else "" if self._material.text.strip() else NOTHING
        allow(self.insert, refusal, INSERT_TIP)
