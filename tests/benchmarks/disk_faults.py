"""R-02: let every single disk operation of a storage action fail, or be the last; the old or the new state must stand.

Run `python tests/benchmarks/disk_faults.py` for all actions, points and faults. Each point forks a child, attaches
strace to it and lets it act; then the library is reopened and compared.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

from benchmarks.kill_rounds import number_of, numbered_report
from builders import fixed_clock
from forked import DONE, Ending, Forked, Say
from models.storage.access import gain_access
from models.storage.backups import list_backups
from models.storage.safekeeping import prove
from models.storage.schema import create_library
from models.storage.store import ReportStore

CALLS = "pwrite64,fsync,fdatasync,unlink,ftruncate,rename,openat,mkdir"
FAULTS = ("signal=KILL", "error=EIO", "error=ENOSPC", "error=EACCES")
OLD_LIBRARIES = Path(__file__).resolve().parents[1] / "resources"
OLD, NEW = 3, 8  # the numbers of the report before and after


@dataclass(frozen=True, slots=True)
class Action:
    """Something the store does to the library at a path, and the report numbers that may stand there afterwards.

    `after` must stand once the action said that it was done; `before` may stand otherwise.
    """

    name: str
    prepare: Callable[[Path], None]
    act: Callable[[Path], None]
    before: int
    after: int


@dataclass(slots=True)
class Sweep:
    """What a sweep showed: how many points were hit, and each violation in words."""

    points: int = 0
    acknowledged: int = 0
    violations: list[str] = field(default_factory=list)


def _save(path: Path, number: int) -> None:
    with ReportStore.open(path, fixed_clock) as store:
        store.save(numbered_report("first", number))


def _save_only(path: Path) -> None:
    ReportStore(path, gain_access(path, fixed_clock()), fixed_clock).save(numbered_report("first", NEW))


def _back_up(path: Path) -> None:
    ReportStore(path, gain_access(path, fixed_clock()), fixed_clock).back_up("试验")


def _restore(path: Path) -> None:
    store = ReportStore(path, gain_access(path, fixed_clock()), fixed_clock)
    store.restore(store.backups()[-1].path)


def _delete(path: Path) -> None:
    ReportStore(path, gain_access(path, fixed_clock()), fixed_clock).delete("first")


def _prepare_two_states(path: Path) -> None:
    _save(path, OLD)
    _save(path, NEW)


def make_old_library(path: Path, version: int = 1) -> None:
    """Write the library of schema `version` to `path`."""
    import sqlite3

    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path)
    connection.executescript((OLD_LIBRARIES / f"library_version_{version}.sql").read_text(encoding="utf-8"))
    connection.close()


ACTIONS = {action.name: action for action in (
    Action("save", lambda path: _save(path, OLD), _save_only, OLD, NEW),
    Action("back up", lambda path: _save(path, OLD), _back_up, OLD, OLD),
    Action("restore", _prepare_two_states, _restore, NEW, OLD),
    Action("delete", lambda path: _save(path, OLD), _delete, OLD, 0),
    Action("upgrade", make_old_library, lambda path: ReportStore.open(path, fixed_clock).reports() and None, OLD, OLD),
    Action("create", lambda path: None, create_library, 0, 0),
)}


def sweep(action: Action, folder: Path, step: int = 1, offset: int = 0) -> Sweep:
    """Return what comes of failing each `step`-th disk operation of `action`, beginning with `offset`, in each way."""
    found = Sweep()
    template = folder / "template"
    action.prepare(template / "法治年报.db")
    template.mkdir(exist_ok=True)
    points = [(call, place, fault) for call, place in _operations(action, template) for fault in FAULTS]
    for call, place, fault in points[offset::step]:
        path = _fresh(template)
        ending = _traced(action, path, f"inject={call}:{fault}:when={place}")
        found.points += 1
        found.acknowledged += "done" in ending.lines
        for violation in _violations(action, path, ending):
            found.violations.append(f"{action.name}, {call} {place} {fault}: {violation}")
    return found


def _operations(action: Action, template: Path) -> Iterator[tuple[str, int]]:
    """Yield each disk operation of an undisturbed run as its system call and how often it was called by then."""
    path = _fresh(template)
    action.act(path)  # once in this process: whatever is imported late is there when the child is forked
    path = _fresh(template)
    log = template.parent / "trace"
    ending = _traced(action, path, "trace=" + CALLS, "-o", str(log))
    assert "done" in ending.lines, ending
    seen: Counter[str] = Counter()
    for match in re.finditer(r"^(?:\d+ +)?(\w+)\(", log.read_text(encoding="utf-8", errors="replace"), re.MULTILINE):
        seen[match[1]] += 1
        yield match[1], seen[match[1]]


def _fresh(template: Path) -> Path:
    """Return the library in a fresh copy of the `template` folder."""
    work = template.with_name("work")
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(template, work)
    return work / "法治年报.db"


def _traced(action: Action, path: Path, *options: str) -> Ending:
    """Return how a child ended that did `action` under strace with `options`."""
    def act(say: Say) -> None:
        action.act(path)
        say("done")

    child = Forked(act)
    expressions = [part for option in options[:1] for part in ("-e", option)] + list(options[1:])
    command = ["strace", "-qq", *expressions, "-p", str(child.pid)]
    quiet = [] if "-o" in options else ["-o", "/dev/null"]
    with subprocess.Popen([*command[:1], *quiet, *command[1:]], stderr=subprocess.PIPE, text=True):
        _wait_for_tracer(child.pid)
        ending = child.go().finish()
    return ending


def _wait_for_tracer(pid: int) -> None:
    """Return when a tracer is attached to the process `pid`; RuntimeError when none comes."""
    import select

    for _ in range(400):
        if not re.search(r"^TracerPid:\s+0$", Path(f"/proc/{pid}/status").read_text(), re.MULTILINE):
            return
        select.select([], [], [], 0.005)
    raise RuntimeError("strace does not attach")


def _violations(action: Action, path: Path, ending: Ending) -> Iterator[str]:
    """Yield what is wrong after a child that did `action` to the library at `path` ended."""
    if not ending.explained:
        yield f"traceback {ending.lines}"
    done = "done" in ending.lines and ending.status == DONE
    allowed = {action.after} if done else {action.before, action.after}
    try:
        with ReportStore.open(path, fixed_clock) as store:
            there = [summary.id for summary in store.reports()]
            number = number_of(store.load("first")) if "first" in there else 0
        prove(path)
        for backup in list_backups(path):
            prove(backup.path)
    except Exception as error:  # whatever it is, it is a violation
        yield f"not opened again: {error!r}"
        return
    if number not in allowed:
        yield f"holds {number}, not one of {allowed}"


def main() -> int:
    """Sweep all actions completely, print what was found and return the exit status."""
    violations = []
    for action in ACTIONS.values():
        with tempfile.TemporaryDirectory() as folder:
            found = sweep(action, Path(folder))
        print(f"{action.name}: {found.points} points, {found.acknowledged} done, {len(found.violations)} violations")
        violations += found.violations
    print("\n".join(violations))
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main())
