"""The tab 材料: what the 科室 delivered for the task at hand, to be compared and taken over while one writes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from models.domain.material import Material, materials_for
from ui.app.guarded import guarded
from ui.widgets.labels import LINK_GAP, allow, link_button, plain_label
from ui.widgets.material_card import READ_ONLY, MaterialCard
from ui.widgets.tab_order import set_reading_order

TOLD = "科室报来的材料放在这里，写的时候对照、插入。不印进报告，随报告保存和交换。"
READ_TIP = "读入 Word、WPS、PDF、网页或文本文件里的文字"
GONE = "原来的那一部分已经删除"
FIRST = 2  # cards made at once, those in sight; the others follow one by one, so that no key waits for them
BETWEEN = 15  # milliseconds


class Shown(NamedTuple):
    """What the panel shows: of all `materials` those for `task`, or all; `titles` are those of the tasks."""

    materials: tuple[Material, ...] = ()
    task: str = ""
    titles: Mapping[str, str] = {}
    read_only: bool = False


class MaterialsPanel(QWidget):
    """Shows deliveries as cards; built when it is seen. Cards that stay are not touched."""

    edited = Signal(object, str)  # Material, the attribute that changed
    removed = Signal(str)
    inserted = Signal(str, bool)  # words for the page, whether they are all of a material
    add_requested = Signal()
    read_requested = Signal()
    counted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.cards: dict[str, MaterialCard] = {}
        self._shown = Shown()
        self._everything = False
        self._area = QScrollArea()
        self._area.setAccessibleName("科室材料")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(16, 0, 16, 8)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self._area.setWidget(body)
        self.told = plain_label(TOLD, "muted")
        self.add = link_button("＋ 加一份材料")
        self.read = link_button("读入文件…")
        self.switch = link_button("别处的材料")
        self.switch.setProperty("reading", True)
        self.add.clicked.connect(self.add_requested)
        self.read.clicked.connect(self.read_requested)
        self.switch.clicked.connect(self._switch)
        self._timer = QTimer(self, singleShot=True, interval=BETWEEN)
        self._timer.timeout.connect(lambda: self._build(1))
        self._lay_out()

    def show_materials(self, shown: Shown) -> None:
        """Show `shown`; on another task only what was delivered for it."""
        if shown.task != self._shown.task:
            self._everything = False
        changed, self._shown = shown != self._shown, shown
        self.counted.emit(len(materials_for(shown.materials, shown.task)))
        if changed and self.isVisible():
            self._build()

    def go_to(self, material_id: str) -> None:
        """Put the cursor into the card of the material `material_id`."""
        self._build(0, material_id)
        card = self.cards.get(material_id)
        if card is not None:
            card.department.select(0, -1)
            self._area.ensureWidgetVisible(card)

    def commit_input(self) -> None:
        """Commit a running composition."""
        for card in self.cards.values():
            card.commit_input()

    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        self._build()
        super().showEvent(event)

    def _lay_out(self) -> None:
        top, foot = QVBoxLayout(), QHBoxLayout()
        top.setContentsMargins(16, 8, 16, 0)
        top.setSpacing(4)
        foot.setSpacing(LINK_GAP)
        for button in (self.add, self.read):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.switch)
        top.addWidget(self.told)
        top.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._area, 1)

    def _build(self, most: int = FIRST, wanted: str = "") -> None:
        """Make the cards those of what is shown: `most` new ones and the `wanted` one now, the others later."""
        shown = self._shown
        listed = shown.materials if self._everything else materials_for(shown.materials, shown.task)
        for gone in self.cards.keys() - {each.id for each in listed}:
            card = self.cards.pop(gone)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        missing = [each.id for each in listed if each.id not in self.cards]
        now = {*missing[:most], wanted}
        for place, material in enumerate(each for each in listed if each.id in self.cards or each.id in now):
            self._put(place, material)
        if any(each.id not in self.cards for each in listed):
            self._timer.start()
        self._show_switch(len(shown.materials) - len(materials_for(shown.materials, shown.task)))
        for button in (self.add, self.read):
            allow(button, READ_ONLY if shown.read_only else "", READ_TIP if button is self.read else "")
        set_reading_order(self)

    def _put(self, place: int, material: Material) -> None:
        """Show `material` in a card at `place`."""
        shown = self._shown
        card = self.cards.get(material.id) or self._new_card(material.id)
        if self._column.indexOf(card) != place:
            self._column.insertWidget(place, card)
            card.show()  # a new one may be about to take the focus
        where = "" if material.task == shown.task else shown.titles.get(material.task, GONE)
        card.show_material(material, where, shown.read_only)

    def _new_card(self, material_id: str) -> MaterialCard:
        card = MaterialCard()
        card.edited.connect(self.edited)
        card.inserted.connect(self.inserted)
        card.removed.connect(self.removed)
        self.cards[material_id] = card
        if self._shown.read_only:
            for field in (card.department.line, card.received.line, card.text.area):
                field.setReadOnly(True)
            card.remove.setEnabled(False)
        return card

    def _show_switch(self, elsewhere: int) -> None:
        self.switch.setVisible(self._everything or elsewhere > 0)
        self.switch.setText("只看本项" if self._everything else f"别处 {elsewhere} 份")

    def _switch(self) -> None:
        self._everything = not self._everything
        self._build()
