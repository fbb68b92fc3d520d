"""The tab 材料 of a work window: what 科室 delivered is kept, read from files and put into the page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from models.domain.material import Material, with_material, without_material
from models.domain.report import new_id
from models.errors import UserError
from ui.app.tasks import TaskQueue
from ui.dialogs import messages
from ui.widgets.side_panel_materials import Shown
from ui.widgets.text_input import TextInput

if TYPE_CHECKING:
    from ui.work_window import WorkWindow

STEP = "插入科室材料"
NO_FIELD = "这一页还没有写字的栏，先加一条再插入。"
DONE = "已插入，可以撤销。"
READING = "正在读“{}”…"
STEPS = {"department": "修改材料的科室", "received": "修改材料的收到日期", "text": "修改科室材料"}


class Delivered(QObject):
    """Shows what was delivered for each task that is gone to, and keeps what the clerk does with it."""

    def __init__(self, work: WorkWindow) -> None:
        """Follow the tasks of `work`."""
        super().__init__(work)
        self._work, self._opened, self._panel = work, work.opened, work.side.materials
        self._queue = TaskQueue("materials", self)
        self._panel.edited.connect(self._change)
        self._panel.removed.connect(self._remove)
        self._panel.inserted.connect(self._insert)
        self._panel.add_requested.connect(lambda: self._add("", ""))
        self._panel.read_requested.connect(self._choose)
        work.task_changed.connect(self._show)
        self._opened.report_changed.connect(self._follow)
        self._materials = self._opened.report.materials
        self._show()

    def read(self, path: Path) -> None:
        """Read the text of the file `path` in a process of its own, as a delivery for the task at hand."""
        from ui.app.reading import read_text_apart

        task = self._work.task
        self._work.status.show_notice(READING.format(path.name))
        self._queue.run(lambda: read_text_apart(path), lambda text: self._take(task, text, path.name), self._tell)

    def stop(self) -> None:
        """End the thread; a file that is being read is not waited for."""
        self._queue.stop(0.0)

    def _show(self) -> None:
        titles = {row.task: row.title for row in self._work.tasks.model.rows if row.task}
        self._panel.show_materials(Shown(self._materials, self._work.task, titles, self._opened.read_only))

    def _follow(self) -> None:
        if self._opened.report.materials is not self._materials:  # else a key was typed into the page
            self._materials = self._opened.report.materials
            self._show()

    def _keep(self, materials: tuple[Material, ...], label: str, burst: str = "") -> None:
        self._opened.edit(replace(self._opened.report, materials=materials), label, burst)

    def _change(self, material: Material, name: str) -> None:
        changed = with_material(self._opened.report.materials, material)
        self._keep(changed, STEPS[name], f"material:{material.id}:{name}")

    def _remove(self, material_id: str) -> None:
        self._keep(without_material(self._opened.report.materials, material_id), "删除科室材料")

    def _take(self, task: str, text: str, source: str) -> None:
        self._work.status.show_notice("")
        self._add(text, source, task)

    def _add(self, text: str, source: str, task: str = "") -> None:
        today = self._opened.clock().date()
        received = f"{today.year}年{today.month}月{today.day}日"
        made = Material(new_id(), task or self._work.task, "", received, source, text)
        self._keep((*self._opened.report.materials, made), "读入科室材料" if source else "添加科室材料")
        self._panel.go_to(made.id)

    def _choose(self) -> None:
        from models.importers.kinds import SUFFIXES

        kinds = f"文字材料 ({' '.join(f'*{suffix}' for suffix in SUFFIXES)});;所有文件 (*)"
        chosen, _ = QFileDialog.getOpenFileName(self._work, "读入科室材料", "", kinds)
        if chosen:
            self.read(Path(chosen))

    def _insert(self, words: str, whole: bool) -> None:
        """Put `words` at the caret of the text that had the focus last, or of the first of the page.

        The `whole` of a material becomes paragraphs of their own at the end.
        """
        field = self._target()
        if field is None or not words:
            self._work.status.show_notice(NO_FIELD)
            return
        field.commit_input()
        cursor = field.textCursor()
        if whole or field is not self._work.pages.last_text:
            cursor.movePosition(cursor.MoveOperation.End)
        if whole and not cursor.atBlockStart():
            words = f"\n{words}"
        with self._opened.one_step(STEP):
            cursor.insertText(words)
        field.setTextCursor(cursor)
        field.setFocus()
        self._work.status.show_notice(DONE)

    def _target(self) -> TextInput | None:
        page, last = self._work.pages.page(self._work.task), self._work.pages.last_text
        texts = cast(list[TextInput], page.findChildren(TextInput))
        fields = [each for each in texts if each.isVisibleTo(page) and not each.isReadOnly()]
        return last if last in fields else next(iter(fields), None)

    def _tell(self, error: Exception) -> None:
        self._work.status.show_notice("")
        if not isinstance(error, UserError):
            raise error
        messages.tell_error(self._work, error, "没有读入")
