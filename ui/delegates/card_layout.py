"""How the words and links of a finding's card are laid out: pure measuring, kept by what it measures."""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QStaticText, QTextOption

from models.checks.finding import Finding
from ui.app.theme import CAPTION_SIZE, WINDOW_SIZE, font_of
from ui.item_models.finding_model import Card

PADDING = 10
GAP = 8  # below each card
HEAD = 20
LINE = 28  # height of a line of links: a target for the mouse
BETWEEN = 12  # links
EXCERPT_SHOWN = 40
LINE_END = "\u2028"  # a static text takes no other
KEPT = 1024  # layouts, more than any panel shows

FIX, ALIKE, STEP, DISMISS, RESTORE, BASIS, HELP = "fix", "alike", "step", "dismiss", "restore", "basis", "help"


class Link(NamedTuple):
    """A word on a card that does something, where it stands right of and below the top of the links."""

    name: str
    text: str
    area: QRect


class Layout(NamedTuple):
    """The texts of a card under its head line, each with its top, the links and the height of all.

    `excerpt` and `basis` are None where there is none.
    """

    message: QStaticText
    excerpt: QStaticText | None
    excerpt_top: int
    links: tuple[Link, ...]
    links_top: int
    basis: QStaticText | None
    basis_top: int
    height: int


def layout_of(card: Card, width: int) -> Layout:
    """Return the layout of `card` in `width` pixels."""
    finding = card.finding
    basis = f"依据：{finding.basis}" if card.open_ and finding.basis else ""
    return _laid_out(finding.message, below_message(card), links_of(card), basis, width)


def excerpt_of(finding: Finding) -> str:
    """Return the words a card quotes: those `finding` is about when its message does not quote them."""
    excerpt = " ".join((finding.excerpt or "").split())
    if not excerpt or excerpt in finding.message:
        return ""
    return f"“{excerpt[:EXCERPT_SHOWN]}……”" if len(excerpt) > EXCERPT_SHOWN else f"“{excerpt}”"


def below_message(card: Card) -> str:
    """Return the muted words under the message: the excerpt, and why the finding was set aside."""
    reason = f"已忽略：{card.dismissal.reason}" if card.dismissal is not None else ""
    return LINE_END.join(each for each in (excerpt_of(card.finding), reason) if each)


def links_of(card: Card) -> tuple[tuple[str, str], ...]:
    """Return name and text of each link of `card`, in order."""
    finding, links = card.finding, []
    if card.dismissal is not None:
        links += [(RESTORE, "恢复")] if card.editable else []
    elif card.editable:
        links += [(FIX, finding.fix.label)] if finding.fix is not None else []
        links += [(ALIKE, f"{card.alike} 处都改")] if card.alike > 1 and finding.fix is not None else []
    if card.places > 1:
        links.append((STEP, f"第 {card.stop + 1}/{card.places} 处 ▸"))
    if card.dismissal is None and card.editable and card.dismissible:
        links.append((DISMISS, "忽略…"))
    links.append((BASIS, "收起" if card.open_ else "依据"))
    return (*links, (HELP, "说明和例子")) if card.open_ else tuple(links)


@lru_cache(maxsize=KEPT)
def _laid_out(message: str, below: str, links: tuple[tuple[str, str], ...], basis: str, width: int) -> Layout:
    inside = max(width - 2 * PADDING, 40)
    top = PADDING + HEAD
    text = static_text(message, inside, WINDOW_SIZE)
    top += ceil(text.size().height()) + 2
    excerpt = static_text(below, inside, CAPTION_SIZE) if below else None
    excerpt_top = top + 2
    if excerpt is not None:
        top = excerpt_top + ceil(excerpt.size().height())
    placed, needed = _placed(links, inside)
    links_top, top = top, top + needed
    ground = static_text(basis, inside, CAPTION_SIZE) if basis else None
    basis_top = top
    if ground is not None:
        top += ceil(ground.size().height()) + 6
    return Layout(text, excerpt, excerpt_top, placed, links_top, ground, basis_top, top + PADDING // 2 + GAP)


@lru_cache(maxsize=KEPT)
def _placed(links: tuple[tuple[str, str], ...], inside: int) -> tuple[tuple[Link, ...], int]:
    """Return `links` in lines of `inside` pixels, and how high these are."""
    placed, left, top = [], 0, 0
    for name, text in links:
        metrics = QFontMetrics(font_of(CAPTION_SIZE, bold=name == FIX))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inside)
        needed = metrics.horizontalAdvance(shown)
        if left and left + needed > inside:
            left, top = 0, top + LINE
        placed.append(Link(name, shown, QRect(PADDING + left, top, needed, LINE)))
        left += needed + BETWEEN
    return tuple(placed), top + LINE


@lru_cache(maxsize=2 * KEPT)
def static_text(text: str, width: int, size: int) -> QStaticText:
    """Return `text` in lines of `width`: Chinese marks never begin a line, an endless word is broken all the same."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    laid_out = QStaticText(text)
    laid_out.setTextFormat(Qt.TextFormat.PlainText)
    laid_out.setTextOption(option)
    laid_out.setTextWidth(width)
    laid_out.prepare(font=font_of(size))
    return laid_out
