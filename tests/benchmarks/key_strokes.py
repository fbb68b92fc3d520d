"""Keys typed into a report of 30,000 characters, each with all it sets off, while autosave and checks run.

Words: the data folder. Prints the milliseconds of the median and of the 99th percentile.
"""

from __future__ import annotations

import os
import sys
import time

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QWidget

import main
from long_report import WORDS, a_long_report
from models.domain.place import Place, part_task
from models.domain.report import SectionKey
from painted import when_running

KEYS = 600
PAUSE = 25  # milliseconds between two keys: a very quick typist, and time for what runs beside


class Typist:
    """Types keys one by one and keeps how long each took."""

    def __init__(self, field: QPlainTextEdit) -> None:
        """Type into `field`."""
        self.field = field
        self.times: list[float] = []

    def type_one(self) -> None:
        """Send one key and wait until all it set off at once is done."""
        text = WORDS[len(self.times) % len(WORDS)]
        began = time.perf_counter()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self.field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, text))
        QApplication.processEvents()
        self.times.append(time.perf_counter() - began)
        if len(self.times) < KEYS:
            QTimer.singleShot(PAUSE, self.type_one)
            return
        ordered = sorted(self.times)
        print(f"{ordered[KEYS // 2] * 1000:.2f} {ordered[KEYS * 99 // 100] * 1000:.2f}", flush=True)
        os._exit(0 if WORDS in self.field.toPlainText() else 3)


class Writer:
    """Opens the long report in the window and types into its first topic."""

    def __init__(self, window: QMainWindow) -> None:
        """Begin when `window` has made all it makes after its first paint."""
        self.window = window
        self.report = a_long_report()
        self.typist: Typist | None = None
        QTimer.singleShot(2000, self.open)

    def open(self) -> None:
        """Open the report and leave its pages time to be made."""
        self.window.session.create_report(self.report)
        QTimer.singleShot(2000, self.go)

    def go(self) -> None:
        """Put the cursor into the first topic and type."""
        part = self.report.parts_of(SectionKey.MEASURES)[0]
        self.window.work.go_to(Place(part_task(part.id), part.entries[0].id, "text", 10))
        QTimer.singleShot(1000, self.type)

    def type(self) -> None:
        """Type into the field that has the cursor."""
        self.typist = Typist(field_of(self.window.focusWidget()))  # kept: timers hold no object
        self.typist.type_one()


def field_of(widget: QWidget | None) -> QPlainTextEdit:
    """Return `widget` as the field that has the cursor; ends with exit status 4 when it is none."""
    if isinstance(widget, QPlainTextEdit):
        return widget
    print(f"no field has the cursor: {widget}", file=sys.stderr, flush=True)
    os._exit(4)


if __name__ == "__main__":
    os.environ["XDG_DATA_HOME"] = sys.argv[1]
    writers: list[Writer] = []
    when_running(lambda window: writers.append(Writer(window)))
    sys.exit(main.main([]))
