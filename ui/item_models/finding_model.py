"""Findings as an item model: those of one task, or all by gravity, or those set aside."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.checks.finding import Finding, Severity
from models.domain.dismissal import Dismissal
from ui.app.guarded import guarded

GRAVITY = (Severity.ERROR, Severity.WARNING, Severity.HINT)
SEVERITY_WORDS = {Severity.ERROR: "必改", Severity.WARNING: "请核", Severity.HINT: "提示"}

TO_FILL_IN = "必填"
_BLANKS = frozenset({  # slugs of findings on what nobody has filled in yet: no fault of what is written
    "empty-section", "duty-missing", "recipients-missing", "signatory-missing", "document-number-missing",
    "date-missing", "organ-missing",
})


def is_blank(finding: Finding) -> bool:
    """Return whether `finding` says that something mandatory is still to be filled in."""
    return finding.severity is Severity.ERROR and finding.slug in _BLANKS and not finding.excerpt


def word_of(finding: Finding) -> str:
    """Return the word for how grave `finding` is."""
    return TO_FILL_IN if is_blank(finding) else SEVERITY_WORDS[finding.severity]


class FindingRole(IntEnum):
    """What the delegate asks for besides the message."""

    FINDING = Qt.ItemDataRole.UserRole + 1
    CARD = Qt.ItemDataRole.UserRole + 2


class Card(NamedTuple):
    """What one card shows. `stop` is which of its places was gone to, 0 the first.

    `alike` is how many findings of its check are repaired together, 0 where there is nothing to repair;
    `dismissal` is None for an open finding. `open_` shows the basis; `editable` offers what changes the report.
    """

    finding: Finding
    where: str = ""
    alike: int = 0
    dismissal: Dismissal | None = None
    dismissible: bool = False
    editable: bool = True
    stop: int = 0
    open_: bool = False

    @property
    def places(self) -> int:
        """How many places the finding has."""
        return 1 + len(self.finding.others)


def by_gravity(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return `findings` with the gravest first, otherwise in the order of the report."""
    return tuple(sorted(findings, key=lambda each: GRAVITY.index(each.severity)))


def spot_of(finding: Finding) -> tuple[str, str, str, str, str | None]:
    """Return what makes `finding` the same card when only words before it have moved it."""
    place = finding.place
    return finding.code, place.task, place.entry, place.field, finding.excerpt


class FindingModel(QAbstractListModel):
    """Keeps the cards shown. Cards that stay are not touched, so that choice and scrolling stay calm."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.cards: tuple[Card, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings shown, in order."""
        return tuple(card.finding for card in self.cards)

    def show_cards(self, cards: tuple[Card, ...]) -> bool:
        """Show `cards`; return whether anything differs."""
        if cards == self.cards:
            return False
        old, new = [spot_of(each.finding) for each in self.cards], [spot_of(each.finding) for each in cards]
        ahead = _alike(old, new)
        behind = _alike(old[ahead:][::-1], new[ahead:][::-1])
        gone, come = len(old) - ahead - behind, len(new) - ahead - behind
        if gone:
            self.beginRemoveRows(QModelIndex(), ahead, ahead + gone - 1)
            self.cards = self.cards[:ahead] + self.cards[ahead + gone:]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), ahead, ahead + come - 1)
            self.cards = self.cards[:ahead] + cards[ahead:ahead + come] + self.cards[ahead:]
            self.endInsertRows()
        self._replace(cards)
        return True

    def change_card(self, row: int, card: Card) -> None:
        """Show `card` in `row`."""
        self._replace((*self.cards[:row], card, *self.cards[row + 1:]))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.cards)

    @guarded(None)
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        card = self.cards[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return card.finding.message
        if role == FindingRole.FINDING:
            return card.finding
        if role == FindingRole.CARD:
            return card
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(card)
        return None

    def _replace(self, cards: tuple[Card, ...]) -> None:
        """Take `cards` of the same spots for those at hand, and say which look different."""
        before, self.cards = self.cards, cards
        changed = [row for row, (old, new) in enumerate(zip(before, cards, strict=True)) if old != new]
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))


def spoken(card: Card) -> str:
    """Return what a screen reader says of `card`."""
    finding = card.finding
    words = [word_of(finding), card.where, finding.message]
    if card.places > 1:
        words.append(f"共 {card.places} 处")
    if card.dismissal is not None:
        words.append(f"已忽略：{card.dismissal.reason}")
    elif finding.fix is not None and card.editable:
        words.append(f"可以{finding.fix.label}")
    return "，".join(word.rstrip("。") for word in words if word)


def _alike(one: Sequence[object], other: Sequence[object]) -> int:
    """Return how many items both begin with."""
    for number, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return number
    return min(len(one), len(other))
