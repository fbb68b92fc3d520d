"""A whole process measured: wall time and peak memory, free of what this machine happens to do meanwhile."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 120  # seconds; a process that hangs is ended
MIB = 1024  # ru_maxrss counts KiB on Linux


@dataclass(frozen=True)
class Run:
    """One run of a process: seconds, peak memory in MiB (0 where it cannot be told), what it printed."""

    seconds: float
    peak: float
    output: str


class Failed(RuntimeError):
    """A measured process did not do its work."""


def run(command: Sequence[str], accepted: Sequence[int] = (0, 1), longest: float = LONGEST) -> Run:
    """Run `command` to its end, at most `longest` seconds; Failed when its exit status is not among `accepted`."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment.update(QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(ROOT))
    began = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, cwd=ROOT, encoding="utf-8"
    ) as process:
        assert process.stdout and process.stderr
        watch = threading.Timer(longest, process.kill)
        watch.start()
        output, told = process.stdout.read(), process.stderr.read()
        peak = 0.0
        if hasattr(os, "wait4"):
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            peak = usage.ru_maxrss / MIB
        else:
            process.wait()
        watch.cancel()
    seconds = time.perf_counter() - began
    if process.returncode not in accepted:
        raise Failed(f"{' '.join(command[1:])}: exit status {process.returncode} {told.strip()}")
    return Run(seconds, peak, output)


def against(floor: Sequence[str], own: Sequence[str], rounds: int) -> tuple[float, float, float]:
    """Return the median seconds of `floor` and of `own`, run in turn `rounds` times, and the peak of `own`."""
    run(floor)  # once without counting: files come into the cache, modules are compiled
    run(own)
    pairs = [(run(floor), run(own)) for _ in range(rounds)]
    return (
        median(pair[0].seconds for pair in pairs), median(pair[1].seconds for pair in pairs),
        max(pair[1].peak for pair in pairs),
    )
