"""Ctrl+J: a phrase is chosen beside the caret and inserted there as one step."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from models.domain.place import INTRODUCTION, SIGNATURE
from models.domain.report import Report, SectionKey
from models.phrases.phrases import (
    LONGEST, MOST, NAMES, Phrase, fits_block, found_phrases, load_phrases, own_lines, own_phrases,
)
from ui.app.kept_phrases import keep_phrases, kept_phrases
from ui.widgets.phrase_panel import PhrasePanel
from ui.widgets.text_input import TextInput
from ui.work_window import WorkWindow

STEP = "插入常用语"
NO_FIELD = "先点一下要写的栏目，再按 Ctrl+J 插入常用语。"
NOT_KEPT = "常用语没有存下：数据文件夹里的“我的常用语.txt”打不开或不能写。"
KEPT = "已存为常用语，写“{}”时先列出。"
TOO_LONG = f"没有存：选中的超过 {LONGEST} 字，常用语请短些。"
TOO_MANY = f"没有存：常用语已有 {MOST} 条，请先在“我的常用语”里删几条。"
SLOT = "【填"


def block_of(task: str, report: Report) -> str:
    """Return the block of phrases that fits the page of `task`."""
    if task in (INTRODUCTION, SIGNATURE):
        return "introduction" if task == INTRODUCTION else "closing"
    for part in report.parts:
        if task == f"part:{part.id}":
            return part.key
    return SectionKey.FIRST_RESPONSIBLE if task.startswith("duty:") else ""


class Phrasing(QObject):
    """Leads from a field to a phrase and back; it goes with its panel."""

    def __init__(self, work: WorkWindow, field: TextInput, folder: Path) -> None:
        """Open the panel at the caret of `field` in `work`; the clerk's own phrases lie in `folder`."""
        super().__init__(work)
        self._work = work
        self._field = field
        self._folder = folder
        self._phrases = (*kept_phrases(folder), *load_phrases())
        self._block = block_of(work.task, work.opened.report)
        self.panel = PhrasePanel(self._found, bool(self._block), bool(self._selected()), work)
        self.panel.chosen.connect(self._insert)
        self.panel.left.connect(self._leave)
        self.panel.keep_requested.connect(self._keep_selected)
        self.panel.edit_requested.connect(self._edit_own)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._application = application
        application.focusChanged.connect(self._follow_focus)
        caret = field.cursorRect()
        corner = field.viewport().mapTo(work, QPoint(caret.left(), caret.top()))
        self.panel.open_at(QRect(corner, caret.size()))

    def _found(self, words: str, here: bool) -> tuple[Phrase, ...]:
        """Return the phrases with `words`, those that fit the page at hand first, or only those (`here`)."""
        found = found_phrases(self._phrases, self._block, words)
        return tuple(each for each in found if fits_block(each, self._block)) if here else found

    def _selected(self) -> str:
        lines = self._field.textCursor().selectedText().split("\u2029")
        return "\n".join(line.strip() for line in lines if line.strip())

    def _insert(self, text: str) -> None:
        """Put `text` in the place of what is selected, and select its first slot."""
        field = self._field
        self._leave()
        cursor = field.textCursor()
        start = cursor.selectionStart()
        with self._work.opened.one_step(STEP):
            cursor.insertText(text)
        slot = text.find(SLOT)
        if slot >= 0:
            cursor.setPosition(start + slot)
            cursor.setPosition(start + text.index("】", slot) + 1, cursor.MoveMode.KeepAnchor)
            field.setTextCursor(cursor)

    def _keep_selected(self) -> None:
        kept, words = kept_phrases(self._folder), self._selected()
        if len(words) > LONGEST:
            told = TOO_LONG
        elif len(kept) >= MOST:
            told = TOO_MANY
        else:
            phrases = own_phrases(own_lines((*kept, Phrase(words, block=self._block))))
            told = KEPT.format(NAMES.get(self._block, "各部分")) if keep_phrases(self._folder, phrases) else NOT_KEPT
        self._work.status.show_notice(told)
        self._leave()

    def _edit_own(self) -> None:
        from ui.dialogs.phrases_dialog import PhrasesDialog

        folder, work = self._folder, self._work
        self._leave()
        PhrasesDialog(folder, work).open()

    def _follow_focus(self, _: object, now: object) -> None:
        """Go when the clerk goes on elsewhere."""
        if isinstance(now, QWidget) and not self.panel.isAncestorOf(now):
            self._leave(back=False)

    def _leave(self, back: bool = True) -> None:
        self._application.focusChanged.disconnect(self._follow_focus)
        self.panel.hide()
        self.panel.deleteLater()
        self.deleteLater()
        if back:
            self._field.setFocus()


def offer_phrases(work: WorkWindow, folder: Path) -> Phrasing | None:
    """Open the phrases at the field that has the focus in `work`; say so where there is none."""
    field = QApplication.focusWidget()
    if not isinstance(field, TextInput) or field.isReadOnly() or not work.isAncestorOf(field):
        work.status.show_notice(NO_FIELD)
        return None
    field.commit_input()
    return Phrasing(work, field, folder)
