"""`python start.py bench`: whole processes and key strokes against their floors, then the exhaustive rounds.

Words: `figures` or `rounds` does that half alone.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from processes import ROOT, Failed, against, run

HERE = Path(__file__).resolve().parent
SEEDS = ROOT.parent / "shared" / "seeds"  # two real reports; they stay outside the project
OWN = ROOT / "tests" / "resources" / "reports"
FLOOR = (sys.executable, "-c", "import docx")
HEAVY = ("kill_rounds.py", "disk_faults.py", "export_faults.py", "fuzz_readers.py", "exhaustive.py")
ROUNDS = 9
ALL_DAY = 900  # seconds
WIDTHS = (46, 14, 14, 8, 10, 6)


@dataclass(frozen=True)
class Figure:
    """A measured value beside its floor and its bar, all in `unit`; with a floor of 0 the bar is the value's own."""

    name: str
    value: float
    floor: float
    bar: float
    unit: str

    @property
    def compared(self) -> float:
        """What is held against the bar: the ratio to the floor, or the value itself."""
        return self.value / self.floor if self.floor else self.value

    def row(self) -> tuple[str, ...]:
        """Return the figure as a row of the table."""
        bar = f"≤ {self.bar:g}" + ("×" if self.floor else "")
        floor, ratio = (f"{self.floor:.3f} {self.unit}", f"{self.compared:.2f}×") if self.floor else ("", "")
        return (self.name, f"{self.value:.3f} {self.unit}", floor, ratio, bar,
                "好" if self.compared <= self.bar else "超")


def report_file() -> Path:
    """Return a real report where one is at hand, else one of our own with the same faults."""
    return sorted([*SEEDS.glob("*.txt")] or [*OWN.glob("*.txt")])[-1]


def command_line(folder: Path) -> Iterator[Figure]:
    """Measure `check` and `export` of one report; the Word file goes to `folder`."""
    source = str(report_file())
    main = (sys.executable, str(ROOT / "main.py"))
    floor, seconds, peak = against(FLOOR, (*main, "check", "--json", source), ROUNDS)
    yield Figure("check --json，整个进程", seconds, floor, 1.6, "秒")
    yield Figure("check --json，内存峰值", peak, 0, 60, "MiB")
    floor, seconds, peak = against(FLOOR, (*main, "export", source, "-o", str(folder / "out.docx")), ROUNDS)
    yield Figure("export，整个进程", seconds, floor, 2.5, "秒")
    yield Figure("export，内存峰值", peak, 0, 60, "MiB")


def start_script(folder: Path) -> Iterator[Figure]:
    """Measure what start.py adds when all is in place."""
    if not (ROOT / ".venv" / "prepared").exists():
        raise Failed("没有 .venv，请用 python start.py bench 运行")
    main = (sys.executable, str(ROOT / "main.py"), "--help")
    floor, seconds, _ = against(main, (sys.executable, str(ROOT / "start.py"), "--help"), ROUNDS)
    yield Figure("start.py 多用的时间", seconds - floor, 0, 0.3, "秒")


def window(folder: Path) -> Iterator[Figure]:
    """Measure the first window and the sample open for editing, against a bare window."""
    for name, floor, own, bar in (
        ("第一个窗口出现", "bare_window.py", "first_window.py", 1.8),
        ("样例打开可编辑", "bare_window_with_store.py", "sample_open.py", 1.5),
    ):
        low, seconds, _ = against(
            (sys.executable, str(HERE / floor)), (sys.executable, str(HERE / own), str(folder)), ROUNDS)
        yield Figure(name, seconds, low, bar, "秒")


def key_strokes(folder: Path) -> Iterator[Figure]:
    """Measure key strokes in a report of 30,000 characters, in a window of its own process."""
    output = run((sys.executable, str(HERE / "key_strokes.py"), str(folder)), accepted=(0,)).output
    yield Figure("三万字报告按一键，第 99 百分位", float(output.split()[-1]), 0, 16, "毫秒")


def preview(folder: Path) -> Iterator[Figure]:
    """Measure the preview while one types and when it is opened, and PDF files, in a window of its own process."""
    output = run((sys.executable, str(HERE / "preview.py"), str(folder)), accepted=(0,)).output
    for line in output.splitlines():
        if line.startswith("["):
            name, value, bar, unit = json.loads(line)
            yield Figure(name, value, 0, bar, unit)


def event_rounds(folder: Path) -> Iterator[Figure]:
    """Measure how long the window cannot answer while all is done in it, and its memory, in a window of its own."""
    command = (sys.executable, str(HERE / "event_rounds.py"), str(folder))
    for line in run(command, accepted=(0,), longest=ALL_DAY).output.splitlines():
        if line.startswith("["):
            name, value, bar, unit = json.loads(line)
            yield Figure(name, value, 0, bar, unit)


def single_steps(folder: Path) -> Iterator[Figure]:
    """Measure single steps of a report of 30,000 characters and of texts no one writes, in a process of their own."""
    output = run((sys.executable, str(HERE / "single_steps.py")), accepted=(0,)).output
    for line in output.splitlines():
        name, own, floor, bar = json.loads(line)
        yield Figure(name, own, floor, bar, "毫秒")


def checks(folder: Path) -> Iterator[Figure]:
    """Measure the checks of reports of 30,000 to 3,000,000 characters, and after single changes, in a process."""
    output = run((sys.executable, str(HERE / "check_steps.py")), accepted=(0,)).output
    for line in output.splitlines():
        name, value, bar, unit = json.loads(line)
        yield Figure(name, value, 0, bar, unit)


def pages(folder: Path) -> Iterator[Figure]:
    """Measure how long pages take to be set, in a process of its own."""
    for line in run((sys.executable, str(HERE / "page_setting.py")), accepted=(0,)).output.splitlines():
        name, milliseconds, bar = json.loads(line)
        yield Figure(name, milliseconds, 0, bar, "毫秒")


def measured() -> Iterator[Figure | str]:
    """Yield every figure, or why a group of them could not be measured."""
    groups: tuple[Callable[[Path], Iterator[Figure]], ...] = (
        command_line, start_script, window, key_strokes, preview, event_rounds, single_steps, checks, pages)
    for group in groups:
        with tempfile.TemporaryDirectory() as folder:
            try:
                yield from group(Path(folder))
            except Failed as failure:
                yield f"{group.__name__}：没有测成：{failure}"


def padded(text: str, width: int) -> str:
    """Return `text` filled up to `width` columns; a Chinese character takes two."""
    taken = sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)
    return text + " " * max(1, width - taken)


def print_row(cells: tuple[str, ...]) -> None:
    """Print one row of the table."""
    print("".join(padded(cell, width) for cell, width in zip(cells, WIDTHS, strict=True)).rstrip(), flush=True)


def print_figures() -> bool:
    """Print the table and return whether every figure was measured and keeps its bar."""
    print_row(("项目", "数值", "底线", "倍数", "要求", "结果"))
    kept = True
    for figure in measured():
        if isinstance(figure, str):
            print(figure, flush=True)
            kept = False
        else:
            print_row(figure.row())
            kept = kept and figure.compared <= figure.bar
    return kept


def heavy_rounds() -> bool:
    """Run the exhaustive rounds of kills, disk faults and random trials and return whether all held."""
    return max(subprocess.call([sys.executable, str(HERE / script)], cwd=ROOT) for script in HEAVY) == 0


def main(words: list[str]) -> int:
    """Do the halves that `words` name, both without words; return 0 when all holds, else 1."""
    figures = "rounds" in words or print_figures()
    rounds = "figures" in words or heavy_rounds()
    return 0 if figures and rounds else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
