"""A scroll area that keeps the width of its content."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.steady_scroll import SteadyScrollArea


def test_content_is_as_wide_with_a_scroll_bar_as_without(qtbot: QtBot) -> None:
    area = SteadyScrollArea()
    qtbot.addWidget(area)
    content = QWidget()
    content.setMinimumHeight(100)
    area.setWidget(content)
    area.resize(400, 300)
    area.show()
    short = content.width()
    assert not area.verticalScrollBar().isEnabled()
    content.setMinimumHeight(600)
    qtbot.waitUntil(lambda: area.verticalScrollBar().isEnabled())

    assert content.width() == short < 400
