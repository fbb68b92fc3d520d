"""法治年报助手: without words the window, with words one command without a window."""

from __future__ import annotations

import gc
import io
import sys

from models.late_modules import put_off


def main(words: list[str]) -> int:
    """Run the window, or the command that `words` name; return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # None in a window program on Windows
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if words:
        put_off()  # a window needs them after all
    from models import kept_code  # imports what is put off

    kept_code.install()
    if words:
        gc.set_threshold(100_000)  # a command makes much and drops little
        from ui.command_line.program import run_command
        from ui.preview.command import export_pdf  # the one way from the command line to Qt

        return run_command(words, export_pdf)
    gc.disable()  # until the window is there: the window's own start enables it again
    from ui.application import run

    return run()


if __name__ == "__main__":
    status = main(sys.argv[1:])
    if sys.argv[1:]:
        from ui.command_line.ending import end_process

        end_process(status)
    sys.exit(status)
