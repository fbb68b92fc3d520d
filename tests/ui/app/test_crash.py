"""R-15: our own mistakes are survived, told in Chinese, and logged without a word of the report."""

from __future__ import annotations

import faulthandler
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from builders import fixed_clock
from ui import application
from ui.app.crash import GO_ON, HARD_CRASH, LEAVE, LOG, CrashGuard
from ui.app.guarded import guarded
from ui.app.tasks import TaskQueue
from ui.dialogs import messages

SECRET = "局长的未公开讲话"


class Scene:
    """A guard that notes what it does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.saves = 0
        self.left = 0
        self.told: list[tuple[str, str]] = []
        self.answer = GO_ON
        self.saved = True
        self.guard = CrashGuard(folder, self._save, self._ask, self._leave, fixed_clock)

    @property
    def log(self) -> str:
        return (self.folder / LOG).read_text(encoding="utf-8")

    def _save(self) -> bool:
        self.saves += 1
        return self.saved

    def _ask(self, message: str, detail: str) -> int:
        self.told.append((message, detail))
        return self.answer

    def _leave(self) -> None:
        self.left += 1


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scene]:
    made = Scene(tmp_path / "日志")
    monkeypatch.setattr(sys, "excepthook", made.guard.handle)
    yield made


def fail(*arguments: object) -> None:
    raise ValueError(SECRET)


def in_a_timer(qtbot: QtBot) -> None:
    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(fail)
    timer.start(0)
    qtbot.waitUntil(lambda: not timer.isActive())


def in_a_slot(qtbot: QtBot) -> None:
    class Sender(QObject):
        sent = Signal()

    sender = Sender()
    sender.sent.connect(fail)
    sender.sent.emit()


def in_an_answer(qtbot: QtBot) -> None:
    queue = TaskQueue("test")
    queue.run(lambda: 1, fail, fail)
    qtbot.waitUntil(lambda: not queue.busy)
    queue.stop()


def in_an_override(name: str, act: Callable[[QtBot, QWidget], object]) -> Callable[[QtBot], None]:
    def run(qtbot: QtBot) -> None:
        kind = type("Widget", (QWidget,), {name: guarded(None)(fail)})
        widget = kind()
        widget.show()
        act(qtbot, widget)
        QApplication.processEvents()
        widget.hide()
        widget.deleteLater()

    return run


PLACES = {
    "timer": in_a_timer,
    "slot": in_a_slot,
    "answer of a worker": in_an_answer,
    "paint": in_an_override("paintEvent", lambda qtbot, widget: widget.grab()),
    "key": in_an_override("keyPressEvent", lambda qtbot, widget: qtbot.keyClick(widget, Qt.Key.Key_A)),
    "mouse": in_an_override(
        "mousePressEvent", lambda qtbot, widget: qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
    ),
    "close": in_an_override("closeEvent", lambda qtbot, widget: widget.close()),
    "resize": in_an_override("resizeEvent", lambda qtbot, widget: widget.resize(300, 300)),
    "show": in_an_override("showEvent", lambda qtbot, widget: None),
}


@pytest.mark.qt_no_exception_capture
@pytest.mark.parametrize("place", PLACES)
def test_an_error_anywhere_saves_first_and_is_told(scene: Scene, qtbot: QtBot, place: str) -> None:
    PLACES[place](qtbot)

    assert scene.saves >= 1
    message, detail = scene.told[0]
    assert message.startswith("程序出了一个错")
    assert "已经存好" in message
    assert "ValueError" in detail


@pytest.mark.qt_no_exception_capture
def test_log_and_details_hold_no_word_of_the_report(scene: Scene, qtbot: QtBot) -> None:
    in_a_timer(qtbot)

    assert SECRET not in scene.log
    assert SECRET not in "".join(scene.told[0])
    assert "2026-01-20 14:32:05" in scene.log
    assert "test_crash.py" in scene.log


def test_the_same_error_is_told_once(scene: Scene) -> None:
    for _ in range(3):
        try:
            fail()
        except ValueError as error:
            scene.guard.handle(ValueError, error, error.__traceback__)

    assert len(scene.told) == 1
    assert scene.saves == 3


def test_unsaved_text_is_not_called_saved(scene: Scene) -> None:
    scene.saved = False
    scene.guard.handle(ValueError, ValueError(SECRET), None)

    assert "还没有存上" in scene.told[0][0]


def test_leaving_when_the_clerk_wants_to(scene: Scene) -> None:
    scene.answer = LEAVE
    scene.guard.handle(ValueError, ValueError(SECRET), None)

    assert scene.left == 1


def test_an_error_while_saving_is_survived(tmp_path: Path) -> None:
    told: list[str] = []
    guard = CrashGuard(tmp_path, lambda: bool(fail()), lambda message, _: told.append(message) or GO_ON, fail)

    guard.handle(KeyError, KeyError(SECRET), None)

    assert "还没有存上" in told[0]


def test_an_error_in_a_thread_is_logged(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    scene.guard.install()
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()

    assert "ValueError" in scene.log
    scene.guard.stop()


def test_a_folder_that_cannot_be_written_is_no_further_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    guard = CrashGuard(tmp_path / "file", lambda: True, lambda *_: GO_ON, fail, fixed_clock)

    guard.handle(ValueError, ValueError(), None)
    assert guard.watch_hard_crashes() == ""


def test_last_words_of_a_killed_interpreter_are_found_at_the_next_start(tmp_path: Path) -> None:
    script = (
        "import faulthandler, sys; from pathlib import Path; from ui.app.crash import CrashGuard;"
        "guard = CrashGuard(Path(sys.argv[1]), lambda: True, lambda *_: 0, lambda: None);"
        "guard.watch_hard_crashes(); faulthandler._sigsegv()"
    )
    root = Path(__file__).resolve().parents[3]
    ended = subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=root, capture_output=True, timeout=60)
    was_on = faulthandler.is_enabled()
    guard = CrashGuard(tmp_path, lambda: True, lambda *_: GO_ON, fail)

    assert ended.returncode != 0
    assert (tmp_path / HARD_CRASH).exists()
    assert "Segmentation fault" in guard.watch_hard_crashes()
    assert "Segmentation fault" in (tmp_path / LOG).read_text(encoding="utf-8")  # there to be sent, at later starts too
    guard.stop()
    assert guard.watch_hard_crashes() == ""
    guard.stop()
    if was_on:
        faulthandler.enable()


def test_an_override_answers_with_its_fallback(monkeypatch: pytest.MonkeyPatch) -> None:
    caught: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: caught.append(kind))

    @guarded(7)
    def height(values: dict[str, int]) -> int:
        return values["missing"]

    assert height({}) == 7
    assert caught == [KeyError]


def test_after_an_error_the_clerk_is_told_what_to_send_to_whom(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    def ask(_: object, __: str, ___: str, ____: object, detail: str) -> int:
        told.append(detail)
        return GO_ON

    monkeypatch.setattr(messages, "ask", ask)

    assert application._ask_crash("程序出了一个错。", "详情") == GO_ON
    assert "错误记录.txt" in told[0] and "装这个程序的人" in told[0] and "没有报告内容" in told[0]
