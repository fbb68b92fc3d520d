"""What becomes of an error nobody foresaw: one Chinese line for the user, the trace for us."""

from __future__ import annotations

import traceback
from pathlib import Path

from models.clock import system_clock
from models.settings import log_folder


def record(error: BaseException) -> str:
    """Write where `error` arose to the program's log and return what to tell the user.

    The error's own words are left out of the log: they may quote the report.
    """
    place = write_trace(error)
    return "程序内部出错，这个命令没有做完，原来的文件没有改动。" + (f"经过记在：{place}" if place else "")


def write_trace(error: BaseException) -> Path | None:
    """Append the trace of `error` to the log; None when even that cannot be written."""
    trace = "".join(traceback.format_tb(error.__traceback__))
    try:
        log_folder().mkdir(parents=True, exist_ok=True)
        place = log_folder() / "命令行.txt"
        with place.open("a", encoding="utf-8") as log:
            log.write(f"{system_clock():%Y-%m-%d %H:%M:%S} {type(error).__name__}\n{trace}\n")
    except OSError:
        return None
    return place
