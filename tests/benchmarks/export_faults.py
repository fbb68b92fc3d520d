"""R-19: let every disk operation of an export fail, or be the last; the old file or the whole new one must stand.

Run `python tests/benchmarks/export_faults.py` for all points and faults. Each point forks a child, attaches strace
to it and lets it export over an older file; then the folder is compared with what was there.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from select import select

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

from exporters.docx.writer import manuscript_bytes, write_manuscript
from forked import DONE, Ending, Forked, Say
from models.layout.loader import load_layout
from word_files import CREATED, a_manuscript

CALLS = "write,fsync,rename,openat,chmod,unlink,close"
FAULTS = ("signal=KILL", "error=EIO", "error=ENOSPC", "error=EACCES")
OLD = b"the last good Word file"
NAME = "报告.docx"


@dataclass(slots=True)
class Sweep:
    """What a sweep showed: points hit, exports that ended well all the same, and each violation in words."""

    points: int = 0
    done: int = 0
    violations: list[str] = field(default_factory=list)


def export(path: Path) -> None:
    """Write the small report to `path`."""
    write_manuscript(a_manuscript(), load_layout(), path, CREATED)


def sweep(folder: Path, step: int = 1, offset: int = 0) -> Sweep:
    """Return what comes of failing each `step`-th disk operation of an export, beginning with `offset`, in each way."""
    found = Sweep()
    new = size_of_new(folder)
    points = [(call, place, fault) for call, place in _operations(folder) for fault in FAULTS]
    for call, place, fault in points[offset::step]:
        path = _fresh(folder)
        ending = _traced(path, f"inject={call}:{fault}:when={place}")
        found.points += 1
        found.done += ending.status == DONE
        for violation in _violations(path, ending, new, call):
            found.violations.append(f"{call} {place} {fault}: {violation}")
    return found


def size_of_new(folder: Path) -> int:
    """Return the size of an undisturbed export, made here once so that nothing is imported late in a child."""
    path = _fresh(folder)
    export(path)
    return len(manuscript_bytes(a_manuscript(), load_layout(), CREATED))


def _operations(folder: Path) -> Iterator[tuple[str, int]]:
    """Yield each disk operation of an undisturbed export as its system call and how often it was called by then."""
    path = _fresh(folder)
    log = folder / "trace"
    ending = _traced(path, "trace=" + CALLS, "-o", str(log))
    assert ending.status == DONE, ending
    text = log.read_text(encoding="utf-8", errors="replace")
    log.unlink()
    seen: Counter[str] = Counter()
    for match in re.finditer(r"^(?:\d+ +)?(\w+)\(", text, re.MULTILINE):
        seen[match[1]] += 1
        yield match[1], seen[match[1]]


def _fresh(folder: Path) -> Path:
    """Return the target in an emptied working folder, an older file in its place."""
    work = folder / "work"
    work.mkdir(exist_ok=True)
    for each in work.iterdir():
        each.unlink()
    path = work / NAME
    path.write_bytes(OLD)
    return path


def _traced(path: Path, *options: str) -> Ending:
    """Return how a child ended that exported to `path` under strace with `options`."""
    def act(say: Say) -> None:
        export(path)

    child = Forked(act)
    log = [] if "-o" in options else ["-o", "/dev/null"]
    command = ["strace", "-qq", *log, "-e", options[0], *options[1:], "-p", str(child.pid)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True):
        _wait_for_tracer(child.pid)
        return child.go().finish()


def _wait_for_tracer(pid: int) -> None:
    for _ in range(400):
        if not re.search(r"^TracerPid:\s+0$", Path(f"/proc/{pid}/status").read_text(), re.MULTILINE):
            return
        select([], [], [], 0.005)
    raise RuntimeError("strace does not attach")


def _violations(path: Path, ending: Ending, size: int, call: str) -> Iterator[str]:
    """Yield what is wrong in the folder of `path` after a child ended; `size` is that of a whole new file."""
    if not ending.explained:
        yield f"traceback {ending.lines[-2:]}"
    data = path.read_bytes() if path.exists() else b""
    whole = data.startswith(b"PK") and abs(len(data) - size) < 64 and b"word/styles.xml" in data[-4000:]
    if data != OLD and not whole:
        yield f"neither old nor new: {len(data)} bytes"
    if ending.status == DONE and not whole:
        yield "said to be done, but the old file stands"
    left = [each.name for each in path.parent.iterdir() if each != path]
    if left and not ending.killed and call != "unlink":
        yield f"left behind {left}"


def main() -> int:
    """Sweep completely, print what was found and return the exit status."""
    with tempfile.TemporaryDirectory() as folder:
        found = sweep(Path(folder))
    print(f"export: {found.points} points, {found.done} done, {len(found.violations)} violations")
    print("\n".join(found.violations))
    return 1 if found.violations else 0


if __name__ == "__main__":
    sys.exit(main())
