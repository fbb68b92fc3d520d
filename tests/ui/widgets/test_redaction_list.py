"""The clerk confirms what the 公开版 does not say."""

from __future__ import annotations

from pytestqt.qtbot import QtBot
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from models.publication.redactions import Redaction
from ui.widgets.redaction_list import RedactionList, summary

PARTY = Redaction("案件当事人", "王建国", "王某", True, (), "处理王建国诉县交通运输局一案")
OFFICIAL = Redaction("工作人员姓名", "李明", "李某", False, (), "副局长李明带队")
SECRET = Redaction("密级或内部标志", "秘密★1年", None, True, ())


def test_what_is_certain_is_ticked_and_the_rest_is_not(qtbot: QtBot) -> None:
    shown = RedactionList((PARTY, OFFICIAL, SECRET))
    qtbot.addWidget(shown)

    assert [box.isChecked() for box in shown.boxes.values()] == [True, False]
    assert shown.hidden == (PARTY,)


def test_the_keyboard_decides(qtbot: QtBot) -> None:
    shown = RedactionList((PARTY, OFFICIAL, SECRET))
    qtbot.addWidget(shown)

    with qtbot.waitSignal(shown.changed, timeout=1000):
        qtbot.keyClick(shown.boxes[1], Qt.Key.Key_Space)
    qtbot.keyClick(shown.boxes[0], Qt.Key.Key_Space)

    assert shown.hidden == (OFFICIAL,)


def test_a_box_says_what_it_hides_and_where(qtbot: QtBot) -> None:
    shown = RedactionList((PARTY,))
    qtbot.addWidget(shown)

    assert shown.boxes[0].accessibleName() == "隐去案件当事人“王建国”，改为“王某”"
    assert "诉县交通运输局" in shown.boxes[0].accessibleDescription()


def test_a_mark_of_secrecy_cannot_be_ticked_away(qtbot: QtBot) -> None:
    shown = RedactionList((SECRET,))
    qtbot.addWidget(shown)

    assert not shown.boxes and any("解密" in label.text() for label in shown.findChildren(QLabel))


def test_long_words_are_cut(qtbot: QtBot) -> None:
    assert len(summary(Redaction("内部批示", "：“" + "请抓好落实" * 60 + "”", "。", True, ()))) < 60
