"""The tab 问题: findings as cards, by gravity; what was set aside is behind a link."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from models.checks.finding import Finding
from ui.delegates.card_layout import ALIKE, BASIS, DISMISS, HELP, STEP, links_of
from ui.item_models.finding_model import Card, FindingModel, spot_of
from ui.widgets.dismiss_row import DismissRow
from ui.widgets.finding_view import GO, FindingView
from ui.widgets.labels import link_button, literal, plain_label
from ui.widgets.level_filter import LevelFilter


class Panel(NamedTuple):
    """What the panel shows: `cards` of the open findings `there`, or of those set aside.

    `total` and `aside` count the open findings of the whole report and those set aside.
    """

    cards: tuple[Card, ...] = ()
    there: tuple[Finding, ...] = ()
    total: int = 0
    aside: int = 0
    everything: bool = False
    shows_aside: bool = False


class FindingsPanel(QWidget):
    """Shows the findings of the task at hand, all of the report (核对), or those set aside."""

    asked = Signal(object, str)  # Card, GO or the name of a link
    reason_given = Signal(object, str)  # Card, why it is set aside
    all_requested = Signal(bool)  # show all, or only the task's
    aside_requested = Signal(bool)  # show what was set aside, or what is open
    levels_changed = Signal()
    counted = Signal(int)  # the open findings that are listed, or would be without a choice of levels

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty, with the findings of one task."""
        super().__init__(parent)
        self._panel = Panel()
        self._asking: Card | None = None  # whose reason is asked for
        self.model = FindingModel(self)
        self.view = FindingView(self.model)
        self.view.asked.connect(self._ask)
        self.view.menu_asked.connect(self._show_menu)
        self.caption = plain_label("", "caption")
        self.levels = LevelFilter()
        self.levels.changed.connect(self.levels_changed)
        self.reason = DismissRow()
        self.reason.decided.connect(self._decide)
        self.reason.closed.connect(self.view.setFocus)
        self.switch = link_button("")
        self.switch.clicked.connect(lambda: self.all_requested.emit(not self._panel.everything))
        self.aside = link_button("")
        self.aside.clicked.connect(lambda: self.aside_requested.emit(not self._panel.shows_aside))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.switch)
        foot.addStretch(1)
        foot.addWidget(self.aside)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        for widget in (self.caption, self.levels):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        column.addWidget(self.reason)
        column.addLayout(foot)

    def show_panel(self, panel: Panel) -> None:
        """Show `panel`; the chosen card stays chosen where it is still there."""
        self._panel = panel
        self.model.show_cards(panel.cards)
        self.levels.count(panel.there)
        self.levels.setVisible(self.levels.isVisibleTo(self) and not panel.shows_aside)
        self.caption.setText(_caption(panel))
        self.counted.emit(len(panel.there))
        self.switch.setText("只看本项" if panel.everything else f"看全文的 {panel.total} 个问题")
        self.switch.setVisible(not panel.shows_aside and (
            panel.everything and panel.total > 0 or panel.total > len(panel.there)))
        self.aside.setText("回到问题" if panel.shows_aside else f"已忽略 {panel.aside} 个")
        self.aside.setVisible(bool(panel.aside) or panel.shows_aside)
        if self._asking is not None and self.row_of(self._asking.finding) < 0:
            self.reason.close_row()

    def row_of(self, finding: Finding) -> int:
        """Return the row of the card of `finding`; -1 when it is not shown."""
        if finding in self.model.findings:
            return self.model.findings.index(finding)
        spots = [spot_of(each) for each in self.model.findings]
        return spots.index(spot_of(finding)) if spot_of(finding) in spots else -1

    def choose(self, finding: Finding) -> None:
        """Mark `finding` among the cards; nothing happens when it is not shown."""
        row = self.row_of(finding)
        if row >= 0:
            self.view.choose(row)

    def ask_reason(self, card: Card, own_words: bool) -> None:
        """Ask why the finding of `card` is set aside, in `own_words` where it is grave."""
        self._asking = card
        self.reason.open_row(own_words)
        self.choose(card.finding)

    def _ask(self, card: Card, name: str) -> None:
        if name == DISMISS and not (card.dismissible and card.editable):
            return
        if name == STEP and card.places == 1:
            return
        self.asked.emit(card, name)

    def _decide(self, reason: str) -> None:
        card, self._asking = self._asking, None
        self.reason.close_row()
        if card is not None:
            self.reason_given.emit(card, reason)

    def _show_menu(self, card: Card, point: QPoint) -> None:
        menu = QMenu(self)
        for name, text in menu_of(card):
            menu.addAction(literal(text), lambda name=name: self._ask(card, name))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)


def menu_of(card: Card) -> tuple[tuple[str, str], ...]:
    """Return name and text of what the menu of `card` offers."""
    links = dict(links_of(card))
    links[BASIS] = "收起依据" if card.open_ else "看依据"
    if ALIKE in links:
        links[ALIKE] = f"同类的 {card.alike} 处都改"
    if STEP in links:
        links[STEP] = "到下一处"
    return ((GO, "到那里"), *links.items(), *(() if HELP in links else ((HELP, "说明和例子"),)))


def _caption(panel: Panel) -> str:
    if panel.shows_aside:
        return f"已忽略 {panel.aside} 个；文字改了会重新提出"
    where = "全文" if panel.everything else "本项"
    if not panel.there:
        return f"{where}没有发现问题。"
    return f"{where} {len(panel.there)} 个问题，点一个就到那里"
