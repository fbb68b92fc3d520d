"""Where else in the report a duty is already proved: the passage referred to, and the words quoted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.domain.block_names import NAMES
from models.domain.duty import PassageReference
from models.domain.place import Place, part_task
from models.domain.rearrange import quote_stands, texts_of
from models.domain.report import Part, Report
from models.domain.standard import Standard
from ui.pages.naming import default_heading, entry_name
from ui.widgets.card import Card
from ui.widgets.labels import LINK_GAP, link_button, plain_label
from ui.widgets.passage_chooser import Passage, PassageChooser

EXPLANATION = "这项职责已经写在报告别的地方，就引用那一段，不用再写一遍。"
GONE = "待核：原文里已经找不到引用的这段话，可能改过或者删了。请重新引用，或者取消引用。"


class DutyReference(Card):
    """Shows the reference of a duty and lets the clerk choose, change, follow and remove it."""

    chosen = Signal(object)  # PassageReference
    removed = Signal()
    place_requested = Signal(object)  # Place

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("别处已经写到", parent)
        self._report = Report()
        self._standard: Standard | None = None
        self._reference: PassageReference | None = None
        self.choose = link_button("引用正文里的一段(&B)")  # stands where the page wants it
        self.follow = link_button("看原文")
        self.follow.setProperty("reading", True)
        self.change = link_button("换一段")
        self.remove = link_button("取消引用")
        self.choose.setToolTip(EXPLANATION)
        self.where = plain_label("", "muted")
        self.quote = plain_label("", "quote")
        self.gone = plain_label(GONE, "check")
        self.chooser = PassageChooser(self)
        self.chooser.hide()
        links = QHBoxLayout()
        links.setSpacing(LINK_GAP)
        for button in (self.follow, self.change, self.remove):
            links.addWidget(button)
        links.addStretch(1)
        for widget in (self.where, self.quote, self.gone):
            self.column.addWidget(widget)
        self.column.addLayout(links)
        self.column.addWidget(self.chooser)
        self.choose.clicked.connect(self._open)
        self.change.clicked.connect(self._open)
        self.remove.clicked.connect(self.removed)
        self.follow.clicked.connect(self._follow)
        self.chooser.dismissed.connect(self._close)
        self.chooser.chosen.connect(self._take)

    def show_reference(self, report: Report, standard: Standard, reference: PassageReference | None) -> None:
        """Show `reference` into `report`; None hides the card unless one is being chosen."""
        self._report, self._standard, self._reference = report, standard, reference
        part = self._part(reference.entry_id) if reference else None
        self.choose.setVisible(reference is None)
        self.setVisible(reference is not None or not self.chooser.isHidden())
        for widget in (self.where, self.quote, self.change, self.remove):
            widget.setVisible(reference is not None)
        self.follow.setVisible(part is not None)
        self.gone.setVisible(reference is not None and not quote_stands(report, reference))
        if reference is not None:
            self.where.setText(f"写在“{self._heading(part)}”：" if part else "原来的段落已经不在报告里。")
            self.quote.setText(f"“{reference.quote}”")

    def _part(self, entry_id: str) -> Part | None:
        return next((part for part in self._report.parts if any(each.id == entry_id for each in part.entries)), None)

    def _heading(self, part: Part) -> str:
        if part.heading or self._standard is None:
            return part.heading
        return default_heading(self._standard, part.key, self._report.year)

    def _open(self) -> None:
        """Offer all passages of the report."""
        self.chooser.offer([
            Passage(entry.id, NAMES[part.key] + (f"·{entry_name(entry, 20)}" if entry.title else ""),
                    "\n".join(text for text in texts_of(entry)[1:] if text))
            for part in self._report.parts for entry in part.entries if any(texts_of(entry)[1:])
        ])
        self.chooser.show()
        self.show()
        self.chooser.search.select(0, -1)

    def _close(self) -> None:
        self.chooser.hide()
        (self.choose if self._reference is None else self.change).setFocus()
        self.setVisible(self._reference is not None)

    def _take(self, entry_id: str, quote: str) -> None:
        self.chooser.hide()
        self.chosen.emit(PassageReference(entry_id, quote))

    def _follow(self) -> None:
        reference = self._reference
        part = self._part(reference.entry_id) if reference else None
        if reference is None or part is None:
            return
        entry = next(each for each in part.entries if each.id == reference.entry_id)
        start = getattr(entry, "text", "").find(reference.quote)
        found = (start, start + len(reference.quote)) if start >= 0 else (0, -1)
        self.place_requested.emit(Place(part_task(part.id), entry.id, "text", *found))
