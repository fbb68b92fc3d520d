"""The page of measures in use, for tests of what is done with its cards."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders import a_report
from form_desk import Desk, a_desk
from models.domain.report import Report, Topic
from ui.pages.part_page import PartPage
from ui.pages.topics_page import MeasuresPage
from ui.widgets.entry_card import EntryCard

TOPICS = (Topic("a", "甲", "甲的内容。"), Topic("b", "乙", "乙的内容。"), Topic("c", "丙", "丙的内容。"))


def a_report_of(*topics: Topic) -> Report:
    """Return a report whose measures are `topics`."""
    report = a_report()
    return report.with_part(replace(report.part("measures"), entries=topics))


def measures_desk(qtbot: QtBot, *topics: Topic) -> tuple[Desk, MeasuresPage]:
    """Return the page of measures that are `topics`, active and laid out."""
    desk = a_desk(qtbot, "part:measures", a_report_of(*topics))
    desk.area.activateWindow()
    qtbot.waitUntil(desk.area.isActiveWindow)
    page = desk.page
    assert isinstance(page, MeasuresPage)
    qtbot.waitUntil(lambda: page.entries.complete)
    before: list[QRect] = []
    while before != (now := [card.geometry() for card in page.entries.cards]):
        before = now
        QApplication.processEvents()
    return desk, page


def titles(desk: Desk, part_id: str = "measures") -> list[str]:
    """Return the titles of the entries of the part `part_id`."""
    return [entry.title for entry in desk.report.part(part_id).entries]


def card_of(page: PartPage, entry_id: str) -> EntryCard[Any]:
    """Return the card of `entry_id`."""
    card = page.entries.card(entry_id)
    assert card is not None
    return card
