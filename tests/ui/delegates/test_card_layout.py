"""Cards of findings: all their words and links are inside them at any width."""

from __future__ import annotations

from typing import Any

import pytest

from models.checks.finding import Edit, Finding, Fix, Severity
from models.domain.dismissal import Dismissal
from models.domain.place import INTRODUCTION, Place
from ui.delegates.card_layout import (
    ALIKE, BASIS, DISMISS, FIX, GAP, HELP, LINE, PADDING, RESTORE, STEP, below_message, excerpt_of, layout_of, links_of,
)
from ui.item_models.finding_model import Card

PLACE = Place(INTRODUCTION, "", "introduction", 2, 4)
FULL = Finding(
    "W004", "typo", Severity.WARNING, "这个词写错了，请改正。" * 3, None, "布署" * 40, PLACE, "词典。" * 20, (PLACE,) * 22,
    Fix("改为“部署部署部署部署部署部署部署部署部署部署部署”", (Edit(PLACE, "部署"),)))
PLAIN = Finding("C001", "missing-section", Severity.ERROR, "缺一部分。", basis="规定")


@pytest.mark.parametrize("width", [120, 236, 268, 500])
@pytest.mark.parametrize("card", [
    Card(FULL, "引言", 9, None, True, True, 3, True), Card(FULL, "引言", 9, Dismissal(reason="确实如此")), Card(PLAIN),
], ids=["everything", "set aside", "little"])
def test_nothing_sticks_out_and_nothing_overlaps(card: Card, width: int, qapp: Any) -> None:
    layout = layout_of(card, width)
    areas = [link.area for link in layout.links]

    assert all(area.left() >= PADDING and area.right() < width - PADDING + 1 for area in areas)
    assert all(layout.links_top + area.bottom() < layout.height - GAP for area in areas)
    assert not any(one.intersects(other) for number, one in enumerate(areas) for other in areas[:number])
    assert min(area.height() for area in areas) == LINE >= 28
    assert layout.message.size().width() <= width - 2 * PADDING
    assert layout.excerpt is None or layout.excerpt_top + layout.excerpt.size().height() <= layout.links_top + 1
    assert layout.basis is None or layout.basis_top + layout.basis.size().height() <= layout.height - GAP


@pytest.mark.parametrize(("card", "names"), [
    pytest.param(Card(FULL, "", 9, None, True), [FIX, ALIKE, STEP, DISMISS, BASIS], id="all"),
    pytest.param(Card(FULL, "", 1, None, True, True, 0, True), [FIX, STEP, DISMISS, BASIS, HELP], id="unfolded"),
    pytest.param(Card(FULL, "", 9, None, True, False), [STEP, BASIS], id="read-only"),
    pytest.param(Card(FULL, "", 9, Dismissal(), True), [RESTORE, STEP, BASIS], id="set aside"),
    pytest.param(Card(PLAIN, "", 0, None, False), [BASIS], id="what is missing"),
])
def test_a_card_offers_what_can_be_done(card: Card, names: list[str]) -> None:
    assert [name for name, _ in links_of(card)] == names


def test_a_card_quotes_what_its_message_does_not() -> None:
    assert excerpt_of(FULL) == f"“{'布署' * 20}……”"
    assert excerpt_of(PLAIN) == ""
    assert below_message(Card(PLAIN, dismissal=Dismissal(reason="另文报送"))) == "已忽略：另文报送"
