"""Keys in the middle of a very long text; how quickly they are handled is measured by the benchmarks."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from form_desk import a_desk
from form_input import type_keys
from models.domain.place import part_task
from models.domain.report import Topic
from models.samples import sample_report
from ui.pages.topics_page import MeasuresPage

MIDDLE = 15_000


def test_keys_in_a_long_text_stand_where_they_were_typed(qtbot: QtBot) -> None:
    sample = sample_report()
    text = "\n".join(["县交通运输综合行政执法大队全年开展行政检查960次。" * 12] * 100)
    part = replace(sample.parts[0], entries=(*sample.parts[0].entries, Topic("long", "长文", text)))
    desk = a_desk(qtbot, part_task(part.id), sample.with_part(part))
    page = desk.page
    assert isinstance(page, MeasuresPage)
    card = page.entries.card("long")
    assert card is not None
    card.go_to("text", MIDDLE, MIDDLE)
    qtbot.waitUntil(lambda: page.entries.complete)
    for key in "法治年报" * 3:
        type_keys(card.fields["text"].input, key)
    entry = desk.report.entry("long")

    assert isinstance(entry, Topic)
    assert entry.text == text[:MIDDLE] + "法治年报" * 3 + text[MIDDLE:]
