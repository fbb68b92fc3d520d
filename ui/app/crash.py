"""What happens when we made a mistake: save first, say so in Chinese, log without a word of the report."""

from __future__ import annotations

import faulthandler
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TextIO

from models.clock import Clock, system_clock

LOG = "错误记录.txt"
HARD_CRASH = "意外中断.txt"
LOG_LIMIT = 200_000  # bytes; a longer log begins anew
GO_ON, LEAVE = 0, 1

AskCrash = Callable[[str, str], int]  # message, detail -> GO_ON or LEAVE


def describe(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return where an error of `kind` happened: files, lines, functions, but no message (it may quote the report)."""
    lines = [f"{platform.system()} {platform.release()}, Python {platform.python_version()}", kind.__name__]
    for frame in traceback.extract_tb(trace):
        parts = Path(frame.filename).parts[-2:]
        lines.append(f"  {'/'.join(parts)}:{frame.lineno} {frame.name}")
    return "\n".join(lines)


class CrashGuard:
    """Catches what nobody caught, in slots, threads and timers. The program goes on where it can."""

    def __init__(
        self,
        folder: Path,
        save: Callable[[], bool],
        ask: AskCrash,
        leave: Callable[[], None],
        clock: Clock = system_clock,
    ) -> None:
        """Log into `folder`; `save` brings the text to safety, `ask` shows the dialog, `leave` ends the program."""
        self._folder = folder
        self._save = save
        self._ask = ask
        self._leave = leave
        self._clock = clock
        self._told: set[str] = set()
        self._busy = False
        self._fault_file: TextIO | None = None

    def install(self) -> None:
        """Become the last resort for every uncaught exception."""
        sys.excepthook = self.handle
        threading.excepthook = lambda arguments: self._log(describe(arguments.exc_type, arguments.exc_traceback))

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Save, log, and tell the clerk once for each place an error comes from."""
        if not isinstance(error, Exception):  # KeyboardInterrupt, SystemExit
            sys.__excepthook__(kind, error, trace)
            return
        detail = describe(kind, trace)
        self._log(detail)
        if self._busy:  # an error while an error is shown
            return
        self._busy = True
        try:
            saved = self._safely_saved()
            if detail not in self._told:
                self._told.add(detail)
                self._tell(saved, detail)
        finally:
            self._busy = False

    def watch_hard_crashes(self) -> str:
        """Keep the interpreter's last words in a file; return those of the last run, empty when it ended well.

        Those of the last run go into the log, to be sent to whoever can mend what happened.
        """
        path = self._folder / HARD_CRASH
        last = ""
        with suppress(OSError):
            last = path.read_text(encoding="utf-8", errors="replace")
        if last:
            self._log(f"意外中断\n{last.rstrip()}")  # the file begins anew with each run
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._fault_file = path.open("w", encoding="utf-8")
        except OSError:
            return last
        faulthandler.enable(self._fault_file)
        return last

    def stop(self) -> None:
        """End well: the next start finds no last words."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        if self._fault_file is not None:
            faulthandler.disable()
            self._fault_file.close()
            self._fault_file = None

    def _safely_saved(self) -> bool:
        try:
            return self._save()
        except Exception as error:  # whatever broke may have broken the saving too
            self._log(describe(type(error), error.__traceback__))
            return False

    def _tell(self, saved: bool, detail: str) -> None:
        fate = "你的文字已经存好。" if saved else "最近的改动还没有存上，先不要关闭程序，可以按 Ctrl+S 再试。"
        choice = self._ask(f"程序出了一个错，刚才那一步没有做成。{fate}", detail)
        if choice == LEAVE:
            self._leave()

    def _log(self, text: str) -> None:
        path = self._folder / LOG
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            mode = "w" if path.exists() and path.stat().st_size > LOG_LIMIT else "a"
            with path.open(mode, encoding="utf-8") as log:
                log.write(f"{self._clock():%Y-%m-%d %H:%M:%S}\n{text}\n\n")
