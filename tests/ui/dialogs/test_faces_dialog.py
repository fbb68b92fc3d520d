"""The table of wanted faces: what it tells of this PC, by keys alone too."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.layout.loader import load_layout
from ui.dialogs import faces_dialog
from ui.dialogs.faces_dialog import NOTHING_TO_DO, FacesDialog

Make = Callable[..., FacesDialog]


@pytest.fixture
def make(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Return the maker of the dialog on a PC with 黑体, 仿宋 and nothing else that fits."""
    monkeypatch.setattr(faces_dialog, "installed_families", lambda: frozenset({"黑体", "仿宋"}))
    monkeypatch.setattr(QFontDatabase, "families", lambda: [])

    def made(*given: object) -> FacesDialog:
        dialog = FacesDialog(*given)  # type: ignore[arg-type]
        qtbot.addWidget(dialog)
        return dialog

    return made


def column(dialog: FacesDialog, number: int) -> list[str]:
    return [dialog.table.item(row, number).text() for row in range(dialog.table.rowCount())]


def test_one_row_a_face_says_what_this_pc_has_and_what_is_used_instead(make: Make) -> None:
    dialog = make()

    assert [words.partition("\n")[0] for words in column(dialog, 0)] == list(load_layout().faces.names)
    assert column(dialog, 1) == ["没有", "没有", "没有", "有", "没有"]
    assert column(dialog, 2)[1:4] == ["用“仿宋”代替，字形略有不同", "没有合适的，由系统挑一个中文字体", "就是它"]


def test_what_to_do_is_told_of_the_face_one_stands_on(make: Make, qtbot: QtBot) -> None:
    dialog = make()

    assert dialog.advice.text().startswith("方正小标宋简体：")
    for _ in range(3):
        qtbot.keyClick(dialog.table, Qt.Key.Key_Down)

    assert dialog.advice.text() == f"黑体：{NOTHING_TO_DO}"


def test_another_set_is_shown_when_it_is_chosen(make: Make) -> None:
    dialog = make("Windows自带")

    assert column(dialog, 0)[1].startswith("仿宋\n")
    dialog.fonts.setCurrentIndex(0)

    assert column(dialog, 0)[1].startswith("仿宋_GB2312\n")


def test_rare_characters_of_the_report_are_told_with_their_faces(make: Make) -> None:
    assert make("方正", ("堃", "㛃", "𬀩")).rare.text() == "报告里有生僻字，正文中“堃”“㛃”用“仿宋”，“𬀩”用“SimSun-ExtB”。"
    assert make("方正", ()).rare.isHidden()


def test_the_whole_table_can_be_copied_as_text(make: Make, qtbot: QtBot) -> None:
    dialog = make("方正", ("堃",))
    dialog.copy.click()

    text = QGuiApplication.clipboard().text()
    assert text.count("\n") == 5
    assert "黑体（一级标题、密级、附件标识、表头）：这台电脑有。\n" in text
    assert text.endswith("“堃”用“仿宋”。")


def test_the_keyboard_reaches_everything_and_escape_closes(make: Make, qtbot: QtBot) -> None:
    dialog = make()
    dialog.show()
    qtbot.waitExposed(dialog)
    reached: set[QWidget | None] = set()
    for _ in range(6):
        reached.add(dialog.focusWidget())
        qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Tab)

    assert {dialog.fonts, dialog.table, dialog.copy, dialog.done_button} <= reached
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()


@pytest.mark.parametrize(("width", "height"), [(871, 452), (900, 560)], ids=["150 %", "100 %"])
def test_it_fits_a_small_screen_without_scrolling_sideways(
    make: Make, width: int, height: int, qtbot: QtBot
) -> None:
    dialog = make("方正", ("堃", "㛃", "𬀩"))
    dialog.resize(width, height)
    dialog.show()
    qtbot.waitExposed(dialog)

    assert (dialog.width(), dialog.height()) == (width, height)
    assert dialog.table.horizontalScrollBar().maximum() == 0


def test_it_opens_beside_its_parent_and_is_gone_when_closed(make: Make, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = FacesDialog.open_for("方正", (), parent)

    with qtbot.waitSignal(dialog.destroyed, timeout=2000):
        dialog.accept()
