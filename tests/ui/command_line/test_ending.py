"""The end of a command: all is written, the status is told, and what was to run at the end has run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
PROGRAM = "import atexit; from ui.command_line.ending import end_process; {before}; end_process({status})"


def ended(before: str, status: int) -> subprocess.CompletedProcess[str]:
    """Run a process that does `before` and ends with `status`."""
    program = PROGRAM.format(before=before, status=status)
    return subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)


def test_output_that_waits_is_written_and_the_status_told() -> None:
    made = ended("print('x' * 100_000, end='')", 2)

    assert (made.returncode, len(made.stdout), made.stderr) == (2, 100_000, "")


def test_what_was_registered_for_the_end_runs_before_the_output_closes() -> None:
    made = ended("atexit.register(print, '最后一行')", 0)

    assert (made.returncode, made.stdout) == (0, "最后一行\n")


def test_a_closed_output_is_no_failure() -> None:
    made = ended("import sys; sys.stdout.close()", 1)

    assert (made.returncode, made.stderr) == (1, "")
