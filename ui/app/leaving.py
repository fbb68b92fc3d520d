"""What is asked when the text could not be saved, or the library not read: only then is closing not silent."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from models.errors import UserError
from ui.app.session import Session
from ui.dialogs import messages

RETRY, ELSEWHERE, DISCARD, STAY = range(4)


def leave_report(session: Session, window: QWidget) -> bool:
    """Save and close the open report of `session`; return False when the clerk decides to stay.

    When the last changes cannot be saved the clerk tries again, keeps them in a file elsewhere, or gives them up.
    """
    while not session.close_report():
        choice = ask_about_failure(session, window, "放弃最近的改动")
        if choice == STAY or (choice == ELSEWHERE and not save_elsewhere(session, window)):
            return False
        if choice in (ELSEWHERE, DISCARD):
            session.drop_report()
            return True
    return True


def tell_library_failure(error: Exception, session: Session, window: QWidget) -> None:
    """Say over `window` why the library failed, and offer its last backup when it is damaged; raise other errors."""
    if not isinstance(error, UserError):
        raise error
    backup: Path | None = getattr(error, "backup", None)  # of a DamagedLibrary
    if backup is None:
        messages.tell_error(window, error)
        return
    words = f"{error.advice}最近一份完好的备份是“{backup.name}”。现在的资料库会原样留存。"
    if messages.ask(window, "资料库损坏", error.message, ("从备份恢复", "不恢复"), words) == 0:
        session.library.restore(backup)


def settle_failure(session: Session, window: QWidget) -> None:
    """Ask what to do about a failed save while the work goes on."""
    choice = ask_about_failure(session, window, "")
    if choice == RETRY and session.autosave is not None:
        session.autosave.save_now()
    elif choice == ELSEWHERE:
        save_elsewhere(session, window)


def ask_about_failure(session: Session, window: QWidget, give_up: str) -> int:
    """Say why the last save failed and return RETRY, ELSEWHERE, DISCARD or STAY; an empty `give_up` is not offered."""
    reason = session.opened.saved_state.reason if session.opened is not None else ""
    verbs = ("重试", "另存到…", *((give_up,) if give_up else ()), "回去继续")
    chosen = messages.ask(window, "还没有存上", "最近的改动还没有存上，文字仍在窗口中。", verbs, reason or "保存还没有完成。")
    return STAY if chosen == len(verbs) - 1 else chosen


def save_elsewhere(session: Session, window: QWidget) -> bool:
    """Ask for a file and keep the report in it; return whether that was done."""
    chosen, _ = QFileDialog.getSaveFileName(window, "另存到", "法治年报备份.db", "法治年报资料库 (*.db)")
    if not chosen:
        return False
    done: list[bool] = []
    session.save_copy(Path(chosen), lambda: done.append(True))
    session.library.queue.wait(10)
    if done:
        messages.tell(window, "已另存", f"报告已存到“{Path(chosen).name}”。", "把这个文件留好，恢复时放回数据文件夹。")
    return bool(done)
