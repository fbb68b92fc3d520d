"""Cards of findings: what stays is not touched."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.checks.finding import Edit, Finding, Fix, Severity
from models.domain.dismissal import Dismissal
from models.domain.place import INTRODUCTION, Place
from ui.item_models.finding_model import Card, FindingModel, FindingRole, by_gravity, spoken


def a_card(words: str, start: int = 0, **changes: Any) -> Card:
    """Return the card of a finding on `words`."""
    place = Place(INTRODUCTION, "", "introduction", start, start + len(words))
    return Card(Finding("W004", "typo", Severity.WARNING, f"“{words}”错了。", None, words, place), "引言", **changes)


CARDS = (a_card("甲"), a_card("乙", 1), a_card("丙", 2))


def test_the_model_keeps_the_rules_of_models(qtmodeltester: Any, qapp: Any) -> None:
    model = FindingModel()
    model.show_cards(CARDS)

    qtmodeltester.check(model)

    assert model.index(1).data() == "“乙”错了。"


@pytest.mark.parametrize("after", [
    (), CARDS[:1], CARDS[1:], (CARDS[0], CARDS[2]), (a_card("丁"), *CARDS), (*CARDS, a_card("丁")),
    (CARDS[0], a_card("丁"), CARDS[2]), CARDS[::-1], (a_card("丁"),), tuple(CARDS),
], ids=["none", "first", "last two", "middle gone", "one before", "one behind", "middle another", "turned round",
        "all others", "the same"])
def test_any_cards_follow_any_others(after: tuple[Card, ...], qtmodeltester: Any, qapp: Any) -> None:
    model = FindingModel()
    model.show_cards(CARDS)

    assert model.show_cards(after) is (after != CARDS)
    assert model.cards == after and model.rowCount() == len(after)
    qtmodeltester.check(model)


def test_words_written_before_the_findings_replace_no_card(qtbot: QtBot) -> None:
    model = FindingModel()
    model.show_cards(CARDS)
    moved = tuple(a_card(card.finding.excerpt or "", card.finding.place.start + 9) for card in CARDS)

    with qtbot.assertNotEmitted(model.rowsInserted), qtbot.assertNotEmitted(model.rowsRemoved):
        model.show_cards(moved)

    assert model.index(2).data(FindingRole.FINDING).place.start == 11


def test_a_card_is_spoken_with_what_one_can_do() -> None:
    finding = replace(
        CARDS[0].finding, others=(Place(), Place()), fix=Fix("改为“乙”", (Edit(CARDS[0].finding.place, "乙"),)))
    card = CARDS[0]._replace(finding=finding)

    assert spoken(card) == "请核，引言，“甲”错了，共 3 处，可以改为“乙”"
    assert spoken(CARDS[0]._replace(dismissal=Dismissal(reason="确实如此"))).endswith("已忽略：确实如此")


def test_the_gravest_come_first_otherwise_the_order_stays() -> None:
    one, two = CARDS[0].finding, CARDS[1].finding
    grave = replace(CARDS[2].finding, severity=Severity.ERROR)

    assert by_gravity((one, two, grave)) == (grave, one, two)


def test_a_screen_reader_is_told_of_a_card(qapp: Any) -> None:
    model = FindingModel()
    model.show_cards(CARDS)

    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "请核，引言，“甲”错了"
