"""A pasted block that could be several entries, the menu of a card, and a card on its way to another place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from ui.work_window import WorkWindow

BLOCK = (
    "（一）深化“放管服”改革。全年取消行政许可事项12项，办理许可事项3260件。\n"
    "（二）加强执法监督。开展案卷评查2次，评查案卷60卷，整改问题11个。\n（三）抓好普法宣传。举办普法活动24场。")


def scenes(work: WorkWindow) -> Iterator[str]:
    """Bring `work` to each state and yield its name; the report is in the end as it was."""
    from models.domain.place import part_task
    from ui.pages.part_page import PartPage
    from ui.widgets.entry_drag import carried
    from ui.widgets.field import TextField

    opened = work.opened
    task = part_task(opened.report.parts[0].id)
    work.go_to_task(task)
    page = work.pages.page(task)
    assert isinstance(page, PartPage)
    page.insert(0, page.new_entry())
    card = page.entries.cards[0]
    text = card.fields["text"]
    assert isinstance(text, TextField)
    data = QMimeData()
    data.setText(BLOCK)
    text.area.setFocus()
    text.area.insertFromMimeData(data)
    yield "39-outline-offer"
    menu = page.moves.menu_for(card)
    menu.popup(card.more.mapToGlobal(QPoint(-120, card.more.height())))
    yield "39-outline-menu"
    menu.close()
    drag, buttons, keys = carried(card.entry.id), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for widget, point in (
        (page.entries, page.entries.cards[1].geometry().center() + QPoint(0, 40)),
        (work.tasks.view.viewport(), work.tasks.view.visualRect(work.tasks.model.index_of(work.tasks.model.tasks[3]))
         .center()),
    ):
        QApplication.sendEvent(widget, QDragEnterEvent(point, Qt.DropAction.MoveAction, drag, buttons, keys))
        QApplication.sendEvent(widget, QDragMoveEvent(point, Qt.DropAction.MoveAction, drag, buttons, keys))
    yield "39-outline-drag"
    for widget in (page.entries, work.tasks.view.viewport()):
        QApplication.sendEvent(widget, QDragLeaveEvent())
    while opened.can_undo and opened.report.parts[0].entries[0].id == card.entry.id:
        work.undo()
