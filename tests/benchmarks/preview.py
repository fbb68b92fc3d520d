"""The preview while one types, when it is opened, and PDF: each figure as a line [name, value, bar, unit] of JSON.

Words: the data folder. A report of ten pages is open in the window of the program; autosave and checks run.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import psutil
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit

import main
from exporters.export import prepare
from exporters.pages.setter import set_pages
from long_report import WORDS
from models.domain.place import INTRODUCTION, Place
from models.domain.report import ExportForm, Report, SectionKey, Topic, new_id
from models.layout.loader import load_layout
from models.manuscript.compose import compose
from models.samples import sample_report
from models.standards.loader import load_standard
from painted import when_running

WINDOW = (1366, 728)
KEYS = 400
PAUSE = 60  # milliseconds between two keys
PARAGRAPH = WORDS * 15
CHARACTERS = 550  # of running text on a page
SETTLED = 2500  # milliseconds until what runs after opening is done


def pages_of(report: Report) -> int:
    """Return how many pages `report` has."""
    manuscript = compose(report, load_standard(report.organ.kind), ExportForm.SUBMISSION)
    return len(set_pages(manuscript, load_layout()).pages)


def a_report_of(pages: int) -> Report:
    """Return the sample, shortened or written out until it has `pages` pages."""
    report = replace(sample_report(), id=new_id(), sample=False, attachments=())
    while report.duties and pages_of(report) > pages:
        report = replace(report, duties=report.duties[:-1])
    part = report.parts_of(SectionKey.MEASURES)[0]
    topic = next(entry for entry in part.entries if isinstance(entry, Topic))
    while (missing := pages - pages_of(report)) > 0:
        paragraphs = max(1, missing * CHARACTERS // len(PARAGRAPH))
        topic = replace(topic, text=f"\n{PARAGRAPH}".join([topic.text, *[""] * paragraphs]))
        entries = tuple(topic if entry.id == topic.id else entry for entry in part.entries)
        report = report.with_part(replace(part, entries=entries))
    return report


def tell(name: str, value: float, bar: float, unit: str) -> None:
    """Print one figure."""
    print(json.dumps([name, value, bar, unit], ensure_ascii=False), flush=True)


def memory() -> float:
    """Return the memory of this process in MiB."""
    return float(psutil.Process().memory_info().rss) / 2**20


class Painted(QObject):
    """Calls `then` each time `watched` has been painted."""

    def __init__(self, watched: QObject, then: Callable[[], None]) -> None:
        super().__init__(watched)
        self._then = then
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice a paint event; the widget paints itself afterwards, and `then` is called after that."""
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._then)
        return False


class Reader:
    """Opens a report of ten pages with its preview, types, then opens one of a hundred."""

    def __init__(self, window: QMainWindow) -> None:
        """Begin when `window` has made all it makes after its first paint."""
        self.window = window
        window.resize(*WINDOW)
        self.short, self.long = a_report_of(10), a_report_of(100)
        self.began = 0.0
        self.times: list[float] = []
        self.waiting = False
        self.before = 0.0
        QTimer.singleShot(SETTLED, lambda: self.create(self.short, self.measure_opening))

    def create(self, report: Report, then: Callable[[], None]) -> None:
        """Open `report` and go on with `then` when it is settled."""
        self.window.session.create_report(report)
        self.window.work.go_to(Place(INTRODUCTION, "", "introduction", 10, 10))
        QTimer.singleShot(SETTLED, then)

    def open_preview(self, then: Callable[[], None]) -> None:
        """Open the preview and call `then` when its first page is painted."""
        previewing = self.window.work.previewing
        self.began = time.perf_counter()
        self.window.work.previewing.open()
        view = previewing.panel.view
        done: list[bool] = []

        def note() -> None:
            if view.document.pages and not done:
                done.append(True)
                then()

        Painted(view.viewport(), note)

    def measure_opening(self) -> None:
        """Open the preview for the first time, with all that is loaded for it."""
        self.before = memory()
        self.open_preview(self.after_first_opening)

    def after_first_opening(self) -> None:
        """Tell how long it took and type."""
        tell("预览第一次打开到第一页出现，连同装载（10 页）", self.since(), 1000, "毫秒")
        QTimer.singleShot(SETTLED, self.start_typing)

    def start_typing(self) -> None:
        """Type into the introduction and wait for each key to stand on the page."""
        panel = self.window.work.previewing.panel
        self.window.work.go_to(Place(INTRODUCTION, "", "introduction", 10, 10))
        field = self.window.focusWidget()
        assert isinstance(field, QPlainTextEdit)
        self.field = field
        Painted(panel.view.viewport(), self.note_paint)
        self.type_one()

    def type_one(self) -> None:
        """Send one key."""
        self.began, self.waiting = time.perf_counter(), True
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            text = WORDS[len(self.times) % len(WORDS)]
            QApplication.sendEvent(self.field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, text))

    def note_paint(self) -> None:
        """Take the time when the pages painted hold the key."""
        if not self.waiting:
            return
        document = self.window.work.previewing.panel.view.document
        shown = sum(len(item.text) for page in document.pages[:3] for item in page.items
                    if getattr(item, "place", None) and item.place.field == "introduction")
        if shown < len(self.window.session.opened.report.introduction.replace("\n", "")):
            return
        self.waiting = False
        self.times.append(self.since())
        if len(self.times) < KEYS:
            QTimer.singleShot(PAUSE, self.type_one)
            return
        ordered = sorted(self.times)
        tell("预览跟上一键（10 页），中位数", ordered[KEYS // 2], 50, "毫秒")
        tell("预览跟上一键（10 页），第 99 百分位", ordered[KEYS * 99 // 100], 50, "毫秒")
        self.look_through()

    def look_through(self) -> None:
        """Look at every page, then tell the memory."""
        view = self.window.work.previewing.panel.view
        for page in range(len(view.document.pages)):
            view.show_page(page)
            QApplication.processEvents()
        tell("预览多用的内存（10 页都看过）", memory() - self.before, 60, "MiB")
        self.create(self.long, lambda: self.open_preview(self.after_long_opening))

    def after_long_opening(self) -> None:
        """Tell how long the first page of a hundred took, then write PDF files."""
        tell("100 页文档的第一页", self.since(), 150, "毫秒")
        self.write_pdf("PDF（10 页），第一次，连同装载")
        self.write_pdf("PDF（10 页）")
        os._exit(0)

    def write_pdf(self, name: str) -> None:
        """Tell how long a PDF file of ten pages takes."""
        folder = Path(sys.argv[1])
        today = datetime(2026, 1, 19)
        standard = load_standard(self.short.organ.kind)
        prepared = prepare(self.short, standard, ExportForm.SUBMISSION, load_layout(), today.date())
        self.began = time.perf_counter()
        from ui.preview.export import pages_of as set_pages_of
        from ui.preview.pdf import write_pdf

        write_pdf(set_pages_of(prepared), prepared.layout, folder / "报告.pdf", today)
        tell(name, self.since(), 400, "毫秒")

    def since(self) -> float:
        """Return the milliseconds since the last beginning."""
        return (time.perf_counter() - self.began) * 1000


if __name__ == "__main__":
    os.environ["XDG_DATA_HOME"] = sys.argv[1]
    readers: list[Reader] = []
    when_running(lambda window: readers.append(Reader(window)))
    sys.exit(main.main([]))
