"""Pictures in cards: put in by button, menu, paste and drop; written on, moved, removed, each one step to undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from builders import a_report
from form_desk import Desk, a_desk
from models.domain.place import ATTACHMENTS, Place, picture_field
from models.domain.report import LAST, Attachment, Part, Picture, PlanTask, Problem, Report, SectionKey, Topic
from pictured import a_file, a_picture
from ui.pages.form_page import FormPage
from ui.widgets.card_pictures import CardPictures
from ui.widgets.picture_row import PictureRow
from ui.widgets.text_input import TextInput

TEXT = "第一段。\n第二段。"
OWNERS = {
    "topic": (SectionKey.MEASURES, Topic("e", "小标题", TEXT)),
    "problem": (SectionKey.PROBLEMS, Problem("e", "小标题", TEXT)),
    "task": (SectionKey.PLAN, PlanTask("e", "小标题", TEXT)),
}


def a_report_with(owner: Topic | Problem | PlanTask, key: SectionKey = SectionKey.MEASURES) -> Report:
    return replace(a_report(), parts=(Part("part", key, "", (owner,)),))


def desk_of(qtbot: QtBot, *pictures: Picture, text: str = TEXT, table: bool = False) -> Desk:
    """Return the page of a topic with `pictures`."""
    rows = (("类别", "件数"), ("许可", "3")) if table else ()
    desk = a_desk(qtbot, "part:part", a_report_with(Topic("e", "小标题", text, table=rows, pictures=pictures)))
    desk.area.activateWindow()
    qtbot.waitUntil(desk.area.isActiveWindow)
    return desk


def shown(desk: Desk) -> list[tuple[str, int]]:
    """Return id and place of each picture of the only entry."""
    owner = desk.report.attachments[0] if desk.page.task == ATTACHMENTS else desk.report.parts[0].entries[0]
    return [(each.caption, each.after) for each in owner.pictures]


def holder(page: FormPage) -> CardPictures:
    found = page.findChild(CardPictures)
    assert found is not None
    return found


def area(page: FormPage) -> TextInput:
    return next(each for each in page.findChildren(TextInput) if each.takes_pictures)


def rows(page: FormPage) -> list[PictureRow]:
    field = holder(page).fields["picture"]
    return field.rows  # type: ignore[attr-defined, no-any-return]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "现场.png"
    path.write_bytes(a_file())
    return path


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the files that the dialog for choosing pictures gives; none at first."""
    files: list[str] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *words: (list(files), ""))
    return files


def pasted(*, image: bool = False, files: Sequence[Path] = (), text: str = "") -> QMimeData:
    data = QMimeData()
    if image:
        data.setImageData(QImage(40, 30, QImage.Format.Format_RGB32))
    if files:
        data.setUrls([QUrl.fromLocalFile(str(each)) for each in files])
    if text:
        data.setText(text)
    return data


@pytest.mark.parametrize("kind", OWNERS)
def test_the_button_puts_a_picture_after_the_paragraph_of_the_caret(
    kind: str, qtbot: QtBot, file: Path, chosen: list[str]
) -> None:
    key, owner = OWNERS[kind]
    desk = a_desk(qtbot, "part:part", a_report_with(owner, key))
    desk.area.activateWindow()
    area(desk.page).select(2, 2)
    chosen.append(str(file))
    holder(desk.page).add.click()
    qtbot.waitUntil(lambda: bool(desk.labels))

    assert shown(desk) == [("", 1)] and desk.labels == ["插入图片"] and desk.bursts == [""]
    assert rows(desk.page)[0].caption.line.hasFocus()
    assert rows(desk.page)[0].place.text() == "图片 1　放在第 1 段后面"
    assert not rows(desk.page)[0].image.pixmap().isNull()


def test_nothing_chosen_changes_nothing(qtbot: QtBot, chosen: list[str]) -> None:
    desk = desk_of(qtbot)
    holder(desk.page).add.click()

    assert desk.labels == [] and holder(desk.page).fields == {}


def test_the_menu_of_the_text_offers_pictures_where_it_was_opened(qtbot: QtBot, file: Path, chosen: list[str]) -> None:
    desk = desk_of(qtbot)
    chosen.append(str(file))
    area(desk.page).select(len(TEXT), len(TEXT))
    menu = area(desk.page).context_menu()
    action = next(each for each in menu.actions() if each.text().startswith("在这一段后面插入图片"))
    action.trigger()
    qtbot.waitUntil(lambda: bool(desk.labels))

    assert shown(desk) == [("", 2)]


def test_a_screenshot_is_pasted_as_a_picture_and_words_as_words(qtbot: QtBot) -> None:
    desk = desk_of(qtbot)
    text = area(desk.page)
    text.select(0, 0)
    assert text.canInsertFromMimeData(pasted(image=True))
    text.insertFromMimeData(pasted(image=True))
    qtbot.waitUntil(lambda: bool(desk.labels))
    text.select(0, 0)
    text.insertFromMimeData(pasted(image=True, text="文字"))

    assert shown(desk) == [("", 1)]
    assert desk.labels == ["插入图片", "修改举措的内容"]


def test_files_dropped_on_the_text_or_under_it_are_put_in_as_one_step(qtbot: QtBot, tmp_path: Path, file: Path) -> None:
    desk = desk_of(qtbot)
    other = tmp_path / "图二.jpg"
    other.write_bytes(a_file(kind="JPEG"))
    data = pasted(files=[file, other])
    under = holder(desk.page)
    entered = QDragEnterEvent(
        QPoint(3, 3), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(under, entered)
    QApplication.sendEvent(under, QDropEvent(
        QPointF(3, 3), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))
    qtbot.waitUntil(lambda: bool(desk.labels))

    assert entered.isAccepted()
    assert shown(desk) == [("", 2), ("", 2)] and desk.labels == ["插入图片"]
    assert area(desk.page).canInsertFromMimeData(data)


def test_other_files_are_left_to_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_of(qtbot)

    assert not area(desk.page).canInsertFromMimeData(pasted(files=[tmp_path / "报告.docx"]))


@pytest.mark.parametrize(("content", "words"), [
    (b"GIF89a" + bytes(40), "“现场.png”不是 PNG 或 JPEG 图片"),
    (a_file()[:300], "“现场.png”已经损坏"),
    (None, "“现场.png”打不开"),
], ids=["gif", "damaged", "gone"])
def test_what_cannot_be_taken_is_told_under_the_text(
    qtbot: QtBot, file: Path, chosen: list[str], content: bytes | None, words: str
) -> None:
    desk = desk_of(qtbot)
    file.unlink() if content is None else file.write_bytes(content)
    chosen.append(str(file))
    holder(desk.page).add.click()
    field = next(each for each in desk.page.fields.values() if each.input is area(desk.page))
    qtbot.waitUntil(lambda: field.noted not in ("", "正在读入图片……"))

    assert field.noted.startswith(words) and desk.labels == []


def test_caption_description_and_width_are_handed_in(qtbot: QtBot) -> None:
    desk = desk_of(qtbot, a_picture(after=1))
    row = rows(desk.page)[0]
    qtbot.keyClicks(row.caption.line, "AB")
    qtbot.keyClicks(row.alternative.line, "C")
    row.width_choice.box.activated.emit(3)

    picture = desk.report.parts[0].entries[0].pictures[0]
    assert (picture.caption, picture.alternative, picture.width) == ("AB", "C", 80)
    assert desk.labels == ["修改图题", "修改图题", "修改图片说明", "修改图片宽度"]
    assert desk.bursts[0] == desk.bursts[1] != desk.bursts[2] and desk.bursts[3] == ""


def test_a_width_that_no_choice_has_is_shown(qtbot: QtBot) -> None:
    desk = desk_of(qtbot, a_picture(width=75, after=1))

    assert rows(desk.page)[0].width_choice.box.currentText() == "7.5 厘米"


def test_pictures_are_moved_and_removed_and_the_focus_stays_near(qtbot: QtBot) -> None:
    desk = desk_of(qtbot, a_picture("甲", after=1, id="a"), a_picture("乙", after=2, id="b"), table=True)
    rows(desk.page)[0].down.click()
    rows(desk.page)[0].down.click()
    rows(desk.page)[1].down.click()

    assert shown(desk) == [("乙", 2), ("甲", LAST)]
    assert rows(desk.page)[1].place.text() == "图片 2　放在最后"
    assert not rows(desk.page)[1].down.isEnabled()

    rows(desk.page)[0].remove.click()

    assert shown(desk) == [("甲", LAST)] and rows(desk.page)[0].caption.line.hasFocus()

    rows(desk.page)[0].remove.click()

    assert shown(desk) == [] and holder(desk.page).add.hasFocus()
    assert desk.labels[-3:] == ["下移图片", "删除图片", "删除图片"]


def test_a_picture_stays_with_its_paragraph_while_one_types_above_it(qtbot: QtBot) -> None:
    desk = desk_of(qtbot, a_picture("甲", after=2))
    area(desk.page).select(0, 0)
    area(desk.page).insertPlainText("新的一段。\n")

    assert shown(desk) == [("甲", 3)]


def test_the_page_goes_to_the_words_under_a_picture(qtbot: QtBot) -> None:
    desk = desk_of(qtbot, a_picture("甲乙丙", after=1, id="a"), a_picture("丁戊己", after=2, id="b"))
    desk.page.show_place(Place("part:part", "e", picture_field(1), 1, 2))

    line = rows(desk.page)[1].caption.line
    assert line.hasFocus() and line.selectedText() == "戊"


def test_everything_is_reached_by_key_and_has_a_name(qtbot: QtBot) -> None:
    desk = desk_of(qtbot, a_picture("甲", after=1))
    row = rows(desk.page)[0]
    row.caption.line.setFocus()
    names = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        names.append(QApplication.focusWidget().accessibleName())

    assert names == [
        "图片 1的宽度", "图片 1的说明", "在内容后面加一张表格", "插入图片：放在光标所在的一段后面"]
    assert [each.accessibleName() for each in (row.up, row.down, row.remove)] == [
        "上移：图片 1", "下移：图片 1", "删除：图片 1"]


def test_an_attachment_takes_pictures(qtbot: QtBot, file: Path, chosen: list[str]) -> None:
    desk = a_desk(qtbot, ATTACHMENTS, a_report(attachments=(Attachment("x", "附图", "说明。"),)))
    chosen.append(str(file))
    holder(desk.page).add.click()
    qtbot.waitUntil(lambda: bool(desk.labels))
    qtbot.keyClicks(rows(desk.page)[0].caption.line, "A")

    assert shown(desk) == [("A", 1)]
    assert desk.labels == ["插入图片", "修改图题"] and desk.bursts[1].startswith(f"{ATTACHMENTS}:x:picture-caption")
