"""The program with its window, from the first line to the exit status."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QObject, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from models.clock import Clock, system_clock
from models.settings import data_folder, log_folder
from ui.app.collecting import begin_collecting
from ui.app.crash import GO_ON, LEAVE, LOG, CrashGuard
from ui.app.display_size import apply_size
from ui.app.library import Library
from ui.app.look import chosen_look, follow_system, show_look
from ui.app.session import Session
from ui.app.theme import apply_theme
from ui.main_window import NAME, MainWindow

SAMPLE = "--sample"  # opens the sample report at once: for pictures and measuring
SWITCH = 0.00002  # seconds a worker may keep the interpreter from a key; the default, 5 ms, is felt
HEARTBEAT = 250  # milliseconds; lets Python see a SIGTERM while Qt waits


def run(arguments: Sequence[str] = (), clock: Clock = system_clock) -> int:
    """Run the window until it is closed and return the exit status."""
    sys.setswitchinterval(SWITCH)
    apply_size(data_folder())
    application = make_application()
    show_look(chosen_look(data_folder()))
    follow_system(application, data_folder())
    session = Session(Library(), clock)
    window = MainWindow(session, data_folder())
    guard = CrashGuard(log_folder(), window.save_now, _ask_crash, application.quit, clock)
    guard.install()
    close_on_signal(window)
    if SAMPLE in arguments:
        window.painted.connect(session.open_sample)
    window.painted.connect(lambda: begin_collecting(application))
    window.painted.connect(lambda: _tell_hard_crash(window, guard.watch_hard_crashes(), log_folder() / LOG))
    window.begin()
    try:
        return application.exec()
    finally:
        session.stop()
        guard.stop()


def make_application() -> QApplication:
    """Return the application with Qt's Chinese texts and the program's look."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication([NAME])
    application.setApplicationName(NAME)
    application.setApplicationDisplayName(NAME)
    load_translation(application)
    apply_theme(application)
    return application


def load_translation(application: QObject) -> None:
    """Let Qt's own texts (context menus, file dialogs) be Chinese."""
    translator = QTranslator(application)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        QApplication.installTranslator(translator)


def _ask_crash(message: str, detail: str) -> int:
    from ui.dialogs import messages

    window = QApplication.activeWindow()
    whom = f"请把“{log_folder() / LOG}”发给装这个程序的人（一般是单位的信息中心或者管电脑的人），说说当时正在做什么。里面没有报告内容。"
    while True:
        chosen = messages.ask(window, "出了一个错", message, ("继续工作", "关闭程序", "复制详情"), whom)
        if chosen != 2:
            return LEAVE if chosen == 1 else GO_ON
        QGuiApplication.clipboard().setText(detail)
        message = "详情已复制（不含报告内容），可以粘贴给装这个程序的人。"


def _tell_hard_crash(window: MainWindow, last_words: str, log: Path) -> None:
    if last_words:
        window.start_page.show_notice(
            f"上次程序意外中断。报告已按最后一次保存的内容恢复。要请人来修的，把“{log}”发给装这个程序的人（一般是单位的信息中心或者管电脑的人），里面没有报告内容。")


def close_on_signal(window: MainWindow) -> None:
    """Save and close when the system asks the program to end (SIGTERM, Ctrl+C)."""

    def close(number: int, frame: object) -> None:
        window.save_now()
        window.close()

    for name in ("SIGTERM", "SIGINT", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), close)
    if sys.platform != "win32":
        heartbeat = QTimer(window)
        heartbeat.timeout.connect(lambda: None)
        heartbeat.start(HEARTBEAT)
