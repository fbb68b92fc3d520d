"""Words that findings speak of are underlined where they stand; the menu and the tooltip there know the finding."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from models.checks.finding import Edit, Finding, Fix, Severity
from models.domain.place import Place
from ui.delegates.card_layout import FIX
from ui.widgets.finding_view import GO
from ui.widgets.text_input import TextInput
from ui.widgets.text_marks import LONGEST, Mark, marks_at

TEXT = "坚持法制政府建设，推进依法行政。"
Asked = list[tuple[Finding, str]]


def a_finding(start: int = 2, end: int = 6, severity: Severity = Severity.WARNING, fix: bool = True) -> Finding:
    place = Place("part:1", "entry", "text", start, end)
    repair = Fix("改为“法治政府”", (Edit(place, "法治政府"),)) if fix else None
    return Finding("W006", "misspelling", severity, "“法制政府”应为“法治政府”。", excerpt=TEXT[start:end], place=place, fix=repair)


@pytest.fixture
def area(qtbot: QtBot) -> TextInput:
    made = TextInput("内容")
    qtbot.addWidget(made)
    made.set_text(TEXT)
    made.resize(400, 120)
    made.show()
    return made


def shown(area: TextInput, finding: Finding) -> Asked:
    """Mark the words of `finding` in `area` and return where its wishes are noted."""
    asked: Asked = []
    area.marks.show(marks_at((finding,), "part:1", "entry", "text"), lambda *wish: asked.append(wish))
    return asked


def test_marked_words_are_underlined_and_the_text_stays_as_it_is(area: TextInput) -> None:
    shown(area, a_finding())

    selections = area.extraSelections()
    assert [each.cursor.selectedText() for each in selections] == ["法制政府"]
    assert selections[0].format.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline
    assert area.toPlainText() == TEXT


def test_a_hint_is_dotted(area: TextInput) -> None:
    shown(area, a_finding(severity=Severity.HINT))

    assert area.extraSelections()[0].format.underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine


def test_a_mark_moves_with_its_words(area: TextInput) -> None:
    finding = a_finding()
    shown(area, finding)

    area.set_text("我们" + TEXT)

    assert area.extraSelections()[0].cursor.selectedText() == "法制政府"
    assert (area.marks.at(1), area.marks.at(6)) == ((), (finding,))


@pytest.mark.parametrize("text", ["坚持法治政府建设，推进依法行政。", "坚持"], ids=["other words", "too short"])
def test_a_finding_on_words_that_are_gone_leaves_no_mark(area: TextInput, text: str) -> None:
    finding = a_finding()
    area.set_text(text)

    shown(area, finding)

    assert area.extraSelections() == []


def test_a_finding_on_a_whole_paragraph_is_not_underlined(area: TextInput) -> None:
    area.set_text("字" * 500)
    place = Place("part:1", "entry", "text", 0, LONGEST + 1)

    area.marks.show((Mark(0, LONGEST + 1, Finding("X1", "x", Severity.HINT, "长", place=place)),), lambda *_: None)

    assert area.extraSelections() == []


def test_marks_stand_on_their_words_behind_characters_outside_the_basic_plane(area: TextInput) -> None:
    area.set_text("𠮷𠮷" + TEXT)

    shown(area, Finding(
        "W006", "misspelling", Severity.WARNING, "错", excerpt="法制政府", place=Place("part:1", "entry", "text", 4, 8)))

    assert area.extraSelections()[0].cursor.selectedText() == "法制政府"


@pytest.mark.parametrize("number, wish", [(0, FIX), (1, GO)])
def test_the_menu_on_marked_words_offers_the_repair_first(area: TextInput, number: int, wish: str) -> None:
    finding = a_finding()
    asked = shown(area, finding)

    menu = area.context_menu(4)
    words = [action.text() for action in menu.actions()]
    menu.actions()[number].trigger()

    assert words[0] == "改为“法治政府”" and words[1].startswith("看问题：") and len(words) > 5
    assert asked == [(finding, wish)]


@pytest.mark.parametrize("prepare", [
    lambda area: area.setReadOnly(True), lambda area: shown(area, a_finding(fix=False)),
], ids=["read-only", "no certain repair"])
def test_the_menu_offers_no_repair_where_there_is_none(area: TextInput, prepare: Callable[[TextInput], object]) -> None:
    shown(area, a_finding())
    prepare(area)

    words = [action.text() for action in area.context_menu(4).actions()]

    assert words[0].startswith("看问题：")


def test_the_menu_elsewhere_is_the_usual_one(area: TextInput) -> None:
    before = [action.text() for action in area.context_menu(12).actions()]
    shown(area, a_finding())

    assert [action.text() for action in area.context_menu(12).actions()] == before


def test_the_tooltip_on_marked_words_says_what_is_wrong(area: TextInput, monkeypatch: pytest.MonkeyPatch) -> None:
    shown(area, a_finding())
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _, words, *__: said.append(words))
    cursor = area.textCursor()
    for position in (4, 14):
        cursor.setPosition(position)
        spot = area.cursorRect(cursor).center()
        QApplication.sendEvent(area.viewport(), QHelpEvent(QEvent.Type.ToolTip, spot, QPoint()))

    assert said == ["请核：“法制政府”应为“法治政府”。", ""]
