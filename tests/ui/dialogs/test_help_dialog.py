"""Help without a network, whose names of actions are always those of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument, QTextFormat
from pytestqt.qtbot import QtBot

from ui.app.actions import action_wordings
from ui.dialogs.help_dialog import HelpDialog, give_air, help_pages, resolved

IMAGE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def dialog(qtbot: QtBot) -> HelpDialog:
    """Return the help as the window opens it."""
    made = HelpDialog(action_wordings())
    qtbot.addWidget(made)
    return made


def test_the_first_page_is_for_the_first_use(dialog: HelpDialog) -> None:
    assert list(help_pages())[0] == "start"
    assert "第一次使用" in dialog.browser.toPlainText()


def test_every_page_can_be_opened_by_name(dialog: HelpDialog) -> None:
    for name in help_pages():
        dialog.show_page(name)
        assert dialog.list.currentItem().text() in dialog.browser.toPlainText()


def test_pictures_are_shown_no_wider_than_the_page(dialog: HelpDialog, qtbot: QtBot) -> None:
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.show_page("duties")

    picture = dialog.browser.loadResource(IMAGE, QUrl("pictures/duty.png"))

    assert isinstance(picture, QImage)
    assert 200 < picture.width() <= dialog.browser.viewport().width()
    assert dialog.browser.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("name", ["https://example.org/a.png", "file:///etc/hostname", "pictures/nothing.png"])
def test_nothing_is_fetched_from_elsewhere(dialog: HelpDialog, name: str) -> None:
    assert dialog.browser.loadResource(IMAGE, QUrl(name)) is None


def test_no_placeholder_is_left_on_any_page() -> None:
    for text in help_pages().values():
        assert "{action:" not in resolved(text, action_wordings())


def test_an_unknown_action_is_our_fault_and_told() -> None:
    with pytest.raises(KeyError):
        resolved("按 {action:nothing}", action_wordings())


def test_the_search_lists_the_pages_that_hold_the_words(dialog: HelpDialog) -> None:
    dialog.search.setText("保密审查")

    assert 0 < dialog.list.count() < len(help_pages())
    assert "保密审查" in dialog.browser.toPlainText()


def test_a_search_without_outcome_says_so(dialog: HelpDialog) -> None:
    dialog.search.setText("没有这样的词")

    assert dialog.list.count() == 0
    assert "没有找到" in dialog.browser.toPlainText()


def test_links_lead_to_other_pages_and_nowhere_else(dialog: HelpDialog) -> None:
    dialog.browser.anchorClicked.emit(QUrl("exporting.md"))
    title = dialog.list.currentItem().text()
    dialog.browser.anchorClicked.emit(QUrl("https://example.org/"))

    assert title == "导出"
    assert dialog.list.currentItem().text() == title


def test_a_check_is_shown_at_its_heading(dialog: HelpDialog, qtbot: QtBot) -> None:
    dialog.show()
    qtbot.waitExposed(dialog)

    dialog.show_check("W001")

    assert dialog.list.currentItem().text() == "检查些什么"
    first = dialog.browser.cursorForPosition(dialog.browser.viewport().rect().topLeft()).block()
    assert "（W001）" in first.text() or "（W001）" in first.next().text()


def test_a_check_without_a_heading_opens_the_page_of_all(dialog: HelpDialog) -> None:
    dialog.show_check("Z999")

    assert dialog.list.currentItem().text() == "检查些什么"


def test_headings_stand_further_apart_than_paragraphs_and_these_further_than_entries(qtbot: QtBot) -> None:
    heights = {}
    for name, text in (("heading", "一\n\n## 二"), ("paragraph", "一\n\n二"), ("entry", "- 一\n- 二")):
        document = QTextDocument()
        document.setMarkdown(text)
        bare = document.size().height()
        give_air(document)
        heights[name] = document.size().height() - bare

    assert heights["heading"] > heights["paragraph"] > heights["entry"] > 0


def test_headings_are_hardly_larger_than_those_of_other_windows(dialog: HelpDialog) -> None:
    dialog.show_page("checks")
    block = dialog.browser.document().begin()
    steps: dict[int, set[int]] = {}
    while block.isValid():
        level = block.blockFormat().headingLevel()
        if level:
            made = block.begin().fragment().charFormat()
            steps.setdefault(level, set()).add(made.intProperty(QTextFormat.Property.FontSizeAdjustment))
        block = block.next()

    assert steps == {1: {2}, 2: {1}, 3: {0}}
