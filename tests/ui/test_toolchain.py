"""The Qt binding itself is stable: no reference is lost where Qt calls into Python (R-20)."""

from __future__ import annotations

import os
import subprocess
import sys

SCRIPT = """
import sys
from PySide6.QtGui import QSyntaxHighlighter, QTextDocument
from PySide6.QtWidgets import QApplication, QWidget

class Highlighter(QSyntaxHighlighter):
    calls = 0
    def highlightBlock(self, text):
        Highlighter.calls += 1

class Painted(QWidget):
    calls = 0
    def paintEvent(self, event):
        Painted.calls += 1

application = QApplication([])
document = QTextDocument("字\\n" * 199 + "字")
highlighter = Highlighter(document)
widget = Painted()
widget.resize(20, 20)
widget.show()

def call(highlighted, painted):
    while Highlighter.calls < highlighted:
        highlighter.rehighlight()
    while Painted.calls < painted:
        widget.grab()

call(1_000, 500)  # some 200 references come and go with the interpreter's own caches, whatever the number of calls
before = sys.getrefcount(None)
call(21_000, 5_500)
print(Highlighter.calls, Painted.calls, before - sys.getrefcount(None))
"""


def test_no_reference_to_none_is_lost_in_25_000_calls() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}

    outcome = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, env=environment)

    assert outcome.returncode == 0, outcome.stderr
    highlighted, painted, lost = map(int, outcome.stdout.split())
    assert highlighted >= 21_000 and painted >= 5_500
    assert lost < 100  # the fault loses one at each call
