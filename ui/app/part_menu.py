"""The menu that adds, removes and moves parts of the report."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from models.domain.block_names import block_name
from models.domain.place import Place, part_task
from models.domain.report import Part, Report, SectionKey
from models.domain.uniting import taken_to
from ui.app.open_report import OpenReport
from ui.app.part_edits import addable, with_new_part, with_part_moved, with_part_placed, with_part_removed
from ui.item_models.task_rows import TaskRow
from ui.pages.naming import quoted
from ui.widgets.labels import literal
from ui.widgets.task_list import TaskList


class PartMenu(QObject):
    """Offers only what can be done; each choice is one undo step."""

    task_requested = Signal(str)
    place_requested = Signal(object)  # Place

    def __init__(self, opened: OpenReport, window: QWidget) -> None:
        """Change the parts of `opened`; menus open over `window`."""
        super().__init__(window)
        self._opened = opened
        self._window = window

    def serve(self, tasks: TaskList) -> None:
        """Do what is asked for in the list `tasks`: by its menu, or with the mouse."""
        tasks.menu_requested.connect(self.show_menu)
        tasks.view.entry_dropped.connect(self.take_in)
        tasks.view.part_dropped.connect(self.place)

    def show_menu(self, row: TaskRow | None, point: QPoint) -> None:
        """Open the menu at `point` on the screen for the line `row`; None offers only to add."""
        if not self._opened.read_only:
            self.menu_for(row).popup(point)

    def menu_for(self, row: TaskRow | None) -> QMenu:
        """Return the menu for the line `row`; None offers only to add."""
        menu = QMenu(self._window)
        report = self._opened.report
        for key in addable(report):
            title = block_name(report, key)
            menu.addAction(f"加一部分：{title}", lambda key=key: self.add(key))
        if row is not None and row.part_id:
            part = report.part(row.part_id)
            menu.addSeparator()
            first, last = report.parts[0] is part, report.parts[-1] is part
            up = menu.addAction("上移(&U)　已经是第一部分" if first else "上移(&U)", lambda: self.move(part, -1))
            down = menu.addAction("下移(&D)　已经是最后一部分" if last else "下移(&D)", lambda: self.move(part, 1))
            up.setDisabled(first)
            down.setDisabled(last)
            menu.addAction(f"删除“{literal(row.title)}”（可撤销）", lambda: self.remove(part))
        return menu

    def add(self, key: SectionKey) -> None:
        """Add an empty part for the block `key` and go there."""
        report, part = with_new_part(self._opened.report, key)
        self._opened.edit(report, f"增加“{block_name(report, key)}”部分")
        self.task_requested.emit(part_task(part.id))

    def move(self, part: Part, by: int) -> None:
        """Move `part` up or down."""
        self._opened.edit(with_part_moved(self._opened.report, part.id, by), "调整部分的先后")

    def place(self, part_id: str, gap: int) -> None:
        """Put the part `part_id` into the `gap` between parts, counted from 0 before the first."""
        if not self._opened.read_only:
            self._edit(with_part_placed(self._opened.report, part_id, gap), "调整部分的先后")

    def take_in(self, entry_id: str, part_id: str) -> None:
        """Take the entry `entry_id` to the end of the part `part_id` and go there."""
        report = self._opened.report
        entry = report.entry(entry_id)
        if entry is None or self._opened.read_only:
            return
        if any(each.id == entry_id for each in report.part(part_id).entries):
            return  # let go where it was taken up
        self._edit(taken_to(report, entry_id, part_id), f"移动{quoted(entry)}")
        self.place_requested.emit(Place(part_task(part_id), entry_id))

    def _edit(self, report: Report, label: str) -> None:
        if report != self._opened.report:
            self._opened.edit(report, label)

    def remove(self, part: Part) -> None:
        """Remove `part` with all it holds."""
        self._opened.edit(with_part_removed(self._opened.report, part.id), "删除部分")
