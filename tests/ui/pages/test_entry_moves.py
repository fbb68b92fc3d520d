"""Entries made two, many or one, and taken elsewhere, as a clerk does it: by key, by menu, by mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from form_desk import Desk
from models.domain.report import Topic
from part_desk import TOPICS, card_of, measures_desk, titles
from ui.pages.part_page import PartPage
from ui.pages.topic_card import TopicCard
from ui.widgets import entry_card
from ui.widgets.entry_drag import carried

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
BLOCK = "（一）深化改革。取消许可事项12项。\n（二）加强监督。开展案卷评查2次。\n（三）抓好普法。办班3期。"


def written(desk: Desk) -> list[tuple[str, str]]:
    """Return 小标题 and text of each entry."""
    return [(entry.title, entry.text) for entry in desk.report.part("measures").entries]


def topic_card(page: PartPage, entry_id: str) -> TopicCard:
    """Return the card of a topic."""
    card = card_of(page, entry_id)
    assert isinstance(card, TopicCard)
    return card


def paste(card: TopicCard, text: str) -> None:
    """Paste `text` into the text of `card` with the keyboard."""
    QApplication.clipboard().setText(text)
    QTest.keyClick(card.text.area, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def choose(page: PartPage, entry_id: str, words: str) -> None:
    """Choose the line that begins with `words` in the menu of the entry."""
    menu = page.moves.menu_for(card_of(page, entry_id))
    action = next(each for each in menu.actions() if each.text().startswith(words))
    assert action.isEnabled()
    action.trigger()
    menu.deleteLater()


def able(page: PartPage, entry_id: str) -> dict[str, bool]:
    """Return what the menu of the entry offers, by its first four characters, and whether it can be chosen."""
    menu = page.moves.menu_for(card_of(page, entry_id))
    offered = {each.text()[:4]: each.isEnabled() for each in menu.actions() if each.text()}
    menu.deleteLater()
    return offered


def test_a_key_makes_two_of_a_topic_at_the_caret_and_goes_to_the_second(qtbot: QtBot) -> None:
    desk, page = measures_desk(qtbot, Topic("a", "甲", "𠮷前。后。"), TOPICS[1])
    topic_card(page, "a").text.select(3, 3)

    QTest.keyClick(topic_card(page, "a").text.area, Qt.Key.Key_Return, CTRL_SHIFT)

    assert written(desk) == [("甲", "𠮷前。"), ("", "后。"), ("乙", "乙的内容。")]
    assert desk.labels == ["分开举措“甲”"]
    second = page.entries.cards[1]
    assert isinstance(second, TopicCard) and second.text.area.hasFocus() and second.text.area.caret == 0


@pytest.mark.parametrize("field", ["title", "text"])
def test_a_key_appends_a_topic_to_the_one_above_and_the_caret_stays_at_the_joint(field: str, qtbot: QtBot) -> None:
    desk, page = measures_desk(qtbot, *TOPICS)
    focused = topic_card(page, "b").fields[field]
    focused.select(1, 1)

    QTest.keyClick(focused.input, Qt.Key.Key_Backspace, CTRL_SHIFT)

    assert written(desk) == [("甲", "甲的内容。\n乙\n乙的内容。"), ("丙", "丙的内容。")]
    assert desk.labels == ["合并举措“乙”"]
    first = topic_card(page, "a")
    assert first.text.area.hasFocus() and first.text.area.caret == len("甲的内容。\n")


def test_the_menu_offers_only_what_can_be_done(qtbot: QtBot) -> None:
    _, page = measures_desk(qtbot, Topic("a", "", "一段。"), Topic("b", "乙", "一段。\n两段。"))

    topic_card(page, "a").text.select(0, 0)
    assert able(page, "a") == {"从光标处": False, "并入上一": False, "拆成几条": False, "移到“不": True, "移到“第": True, "移到“2": True}
    topic_card(page, "b").text.select(3, 3)
    assert able(page, "b") | {"移到": True} == {
        "从光标处": True, "并入上一": True, "拆成几条": True, "移到“不": True, "移到“第": True, "移到“2": True, "移到": True}


def test_an_entry_is_taken_to_another_part_by_the_menu(qtbot: QtBot) -> None:
    desk, page = measures_desk(qtbot, *TOPICS)

    choose(page, "b", "移到“不足")

    assert titles(desk) == ["甲", "丙"]
    assert titles(desk, "problems")[-1] == "乙"
    assert desk.labels == ["移走举措“乙”"]
    assert topic_card(page, "c").title.line.hasFocus()


def test_pasting_several_numbered_paragraphs_offers_to_make_topics_of_them(qtbot: QtBot) -> None:
    desk, page = measures_desk(qtbot, Topic("a"), TOPICS[1])
    card = topic_card(page, "a")
    card.text.select(0, 0)
    paste(card, BLOCK)

    assert written(desk)[0] == ("", BLOCK)  # a paste is a paste until the offer is taken
    assert card.offer is not None and card.offer.isVisible() and card.offer.accept.text() == "拆成 3 条"
    assert card.text.area.hasFocus()
    QTest.mouseClick(card.offer.accept, Qt.MouseButton.LeftButton)

    assert written(desk) == [("深化改革", "取消许可事项12项。"), ("加强监督", "开展案卷评查2次。"), ("抓好普法", "办班3期。"),
                             ("乙", "乙的内容。")]
    assert desk.labels[-1] == "拆开举措“（一）深化改革。取消许可事…”"
    assert not card.offer.isVisible() and card.title.line.hasFocus()


def test_the_offer_goes_with_the_next_key(qtbot: QtBot) -> None:
    _, page = measures_desk(qtbot, Topic("a"))
    card = topic_card(page, "a")
    card.text.select(0, 0)
    paste(card, BLOCK)
    QTest.keyClick(card.text.area, Qt.Key.Key_Backspace)

    assert card.offer is not None and not card.offer.isVisible()


@pytest.mark.parametrize("text", ["只有一句话。", "第一段的内容比较长，写的是全年检查情况和结果。\n第二段的内容也比较长，写的是整改。"])
def test_pasting_running_text_offers_nothing(text: str, qtbot: QtBot) -> None:
    _, page = measures_desk(qtbot, Topic("a"))
    card = topic_card(page, "a")
    card.text.select(0, 0)
    paste(card, text)

    assert card.offer is None


def test_paragraphs_are_made_entries_when_the_clerk_asks_for_it(qtbot: QtBot) -> None:
    desk, page = measures_desk(qtbot, Topic("a", "", "第一段。\n第二段。"))
    choose(page, "a", "拆成几条")

    assert written(desk) == [("", "第一段。"), ("", "第二段。")]


def drag_over(page: PartPage, data: QMimeData, point: QPoint, drop: bool = True) -> None:
    """Carry `data` over the list of entries of `page` to `point`, and let it go there."""
    entries, buttons, none = page.entries, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.MoveAction
    QApplication.sendEvent(entries, QDragEnterEvent(point, action, data, buttons, none))
    QApplication.sendEvent(entries, QDragMoveEvent(point, action, data, buttons, none))
    if drop:
        QApplication.sendEvent(entries, QDropEvent(QPointF(point), action, data, buttons, none))


@pytest.mark.parametrize(("over", "expected"), [
    (0, ["丙", "甲", "乙"]), (1, ["甲", "丙", "乙"]), (2, ["甲", "乙", "丙"])])
def test_a_dragged_entry_stands_before_the_card_it_was_let_go_over(
    over: int, expected: list[str], qtbot: QtBot
) -> None:
    desk, page = measures_desk(qtbot, *TOPICS)
    drag_over(page, carried("c"), page.entries.cards[over].pos() + QPoint(10, 4))

    assert titles(desk) == expected
    assert desk.labels == ([] if over == 2 else ["移动举措“丙”"])


def test_a_line_shows_where_the_entry_would_stand(qtbot: QtBot) -> None:
    _, page = measures_desk(qtbot, *TOPICS)
    second = page.entries.cards[1]
    drag_over(page, carried("a"), second.pos() + QPoint(10, 4), drop=False)
    line = page.entries._line

    assert line.isVisible() and page.entries.cards[0].geometry().bottom() < line.geometry().center().y() < second.y()
    QApplication.sendEvent(page.entries, QDragLeaveEvent())
    assert not line.isVisible()


def test_files_and_texts_are_not_taken_for_entries(qtbot: QtBot) -> None:
    _, page = measures_desk(qtbot, *TOPICS)
    data = QMimeData()
    data.setText("a")
    event = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(page.entries, event)

    assert not event.isAccepted()


def test_the_mouse_takes_a_card_up_by_its_grip(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    _, page = measures_desk(qtbot, *TOPICS)
    taken: list[str] = []
    monkeypatch.setattr(entry_card, "drag_entry", lambda card, entry_id: taken.append(entry_id))
    grip = card_of(page, "b").grip

    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    QTest.mouseMove(grip, QPoint(5, 5))
    assert taken == []  # a hand that trembles drags nothing
    QTest.mouseMove(grip, QPoint(4, 40))

    assert taken == ["b"]
