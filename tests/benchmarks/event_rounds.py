"""The longest round of the event loop for each kind of step in a report of 30,000 characters, and what memory grows by.

Words: the data folder, how many rounds (default 6), and `steps` to print every kind of step. Prints each figure as a
line [name, value, bar, unit] of JSON; a round is measured by the processor time of the window's own thread.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import psutil
from PySide6.QtCore import QTimer

import main
from long_report import SIZE, WORDS, a_long_report
from models.domain.place import Place, part_task
from models.domain.report import Report, SectionKey, Topic, new_id
from painted import when_running

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "walk"))

from hand import Hand, NotThere, WidgetT  # noqa: E402 — in tests/walk
from watcher import Busy, Watcher  # noqa: E402 — in tests/walk

TOPICS = 60  # of the report with many cards
BAR, GROWTH = 50, 10  # milliseconds; percent
SETTLED = 3  # rounds after which memory is compared
PATIENCE = 60.0  # seconds a step may take until all it set off is done
PAUSE = 20  # milliseconds between two looks whether it is
REST = 0.03  # seconds of quiet that end a step
LONG_REST = 0.25  # where each kind of step is told: what a step sets off a little later is its own
KEYS = 12  # typed into a field

Step = tuple[str, Callable[[], object]]


def a_report_of_topics(count: int) -> Report:
    """Return a report of 30,000 characters whose 举措 are `count` topics."""
    report = replace(a_long_report(), id=new_id())
    part = report.parts_of(SectionKey.MEASURES)[0]
    text = WORDS * (SIZE // count // len(WORDS))
    return report.with_part(replace(part, entries=tuple(Topic(title=f"举措之{each}", text=text) for each in range(count))))


class UnseenHand(Hand):
    """A hand whose looking around is not counted."""

    def __init__(self, watcher: Watcher) -> None:
        """Tell `watcher` when it looks around."""
        super().__init__()
        self._watcher = watcher

    def _named(self, name: str, kind: type[WidgetT]) -> Iterator[WidgetT]:
        self._watcher.pause()
        found = list(super()._named(name, kind))
        self._watcher.resume()
        return iter(found)


class Clerk:
    """Does what a clerk does all day: the steps of one round."""

    def __init__(self, window: Any, hand: Hand, folder: Path) -> None:
        """Work in the main window `window` with `hand` and export to `folder`."""
        self.window = window
        self.folder = folder
        self.hand = hand
        self.reports = (a_long_report(), a_report_of_topics(TOPICS))

    @property
    def busy(self) -> bool:
        """Whether the window has something to do still: saving, checks, pages of the preview."""
        session, work = self.window.session, self.window.work
        opened = session.opened
        busy = session.library.queue.busy or session._checks.busy or (opened is not None and not opened.saved)
        return bool(busy or (work is not None and work.previewing.shown and not work.previewing.up_to_date))

    def round(self) -> Iterator[Step]:
        """Go through both reports with everything that can be done in them."""
        for report in self.reports:
            stored = any(each.id == report.id for each in self.window.session.library.contents.reports)
            yield "打开报告", partial(self.open, report, stored)
            yield from self.visit()
            yield from self.write()
            yield from self.find()
            yield from self.preview()
            yield from self.look_up()
            yield from self.export(".docx")
            yield "关闭报告", partial(self.hand.key, "Ctrl+W")
            yield from self.library()

    def open(self, report: Report, stored: bool) -> None:
        """Open `report`; the first time it is new."""
        if stored:
            self.window.session.open_report(report.id)
        else:
            self.window.session.create_report(report)

    def visit(self) -> Iterator[Step]:
        """Go to every page twice: when it is first made, and when it is there."""
        tasks = self.window.work.tasks.model.tasks
        for kind in ("第一次到", "又到"):
            yield f"{kind}第一页", partial(self.window.work.go_to_task, tasks[0])
            for task in tasks[1:]:
                yield f"{kind}{kind_of(task)}", partial(self.hand.key, "Alt+Down")

    def write(self) -> Iterator[Step]:
        """Type on several pages, undo and redo, mark done."""
        report = self.window.work.opened.report
        part = report.parts_of(SectionKey.MEASURES)[0]
        for entry in (part.entries[0], part.entries[-1]):
            place = Place(part_task(part.id), entry.id, "text", 10)
            yield "到一处", partial(self.window.work.go_to, place)
            for number in range(KEYS):
                yield "按一键", partial(self.hand.enter, WORDS[number])
        yield "加一张卡片", partial(self.click, "＋ 加一条")
        yield "撤销", partial(self.hand.key, "Ctrl+Z")
        for keys, name in (("Ctrl+Z", "撤销"), ("Ctrl+Z", "撤销"), ("Ctrl+Y", "重做"), ("Ctrl+Z", "撤销")):
            yield name, partial(self.hand.key, keys)
        for _ in range(2):
            yield "标为完成", partial(self.hand.key, "Ctrl+Return")
        yield "立即保存", partial(self.hand.key, "Ctrl+S")
        for keys in ("F7", "F8", "F8", "Shift+F8"):
            yield "看问题", partial(self.hand.key, keys)

    def find(self) -> Iterator[Step]:
        """Search and replace everywhere."""
        yield "打开替换", partial(self.hand.key, "Ctrl+H")
        yield "查找", partial(self.hand.enter, "依法")
        for _ in range(3):
            yield "下一处", partial(self.hand.key, "F3")
        yield "打开替换", partial(self.hand.key, "Ctrl+H")
        yield "填写替换", partial(self.hand.write, "替换为", "依照法律")
        yield "全部替换", partial(self.click, "全部替换")
        yield "打勾的都替换", partial(self.hand.key, "Return")
        yield "关闭查找", partial(self.hand.key, "Escape")
        yield "撤销替换", self.window.work.undo

    def preview(self) -> Iterator[Step]:
        """Type beside the preview, page through it."""
        part = self.window.work.opened.report.parts_of(SectionKey.MEASURES)[0]
        yield "打开预览", self.window.work.previewing.open
        yield "到一处", partial(self.window.work.go_to, Place(part_task(part.id), part.entries[0].id, "text", 4))
        for number in range(KEYS):
            yield "预览旁按一键", partial(self.hand.enter, WORDS[number])
        yield "撤销", self.window.work.undo
        yield "关闭预览", self.window.work.previewing.close

    def look_up(self) -> Iterator[Step]:
        """Open versions and help."""
        yield "打开版本", partial(self.hand.key, "Ctrl+Shift+S")
        yield "关闭版本", partial(self.hand.key, "Escape")
        yield "打开帮助", partial(self.hand.key, "F1")
        yield "关闭帮助", lambda: self.window.help.close()

    def export(self, suffix: str) -> Iterator[Step]:
        """Export to a file of the kind `suffix`."""
        yield "打开导出", partial(self.window.export, suffix)
        yield "填写导出文件", partial(self.hand.write, "文件", str(self.folder / f"out{suffix}"))
        yield "导出", partial(self.click, "导出", -1)
        yield "看完导出结果", partial(self.click, "知道了")

    def library(self) -> Iterator[Step]:
        """Search the library."""
        yield "在资料库里找", partial(self.window.start_page.panel.filter.field.setText, "行政")
        yield "在资料库里找", partial(self.window.start_page.panel.filter.field.setText, "")

    def click(self, name: str, number: int = 0) -> None:
        """Click the button called `name`."""
        self.hand.click(name, number)


def kind_of(task: str) -> str:
    """Return what sort of page `task` has."""
    return f"{task.partition(':')[0]} 页"


class Rounds:
    """Does round after round while the event loop and the memory of the process are watched."""

    def __init__(self, window: Any, folder: Path, rounds: int, every: bool) -> None:
        """Do `rounds` rounds in `window`; `every` tells of every kind of step."""
        self.watcher = Watcher()
        self.clerk = Clerk(window, UnseenHand(self.watcher), folder)
        self.rounds = rounds
        self.every = every
        self._rest = LONG_REST if every else REST
        self.actions = 0
        self.memory: list[float] = []
        self._steps: Iterator[Step] = iter(())
        self._step: Step | None = None
        self._since = self._quiet = time.monotonic()
        QTimer.singleShot(2000, self.go_on)

    def go_on(self) -> None:
        """Do the next step once all that the last one set off is done."""
        try:
            self._go_on()
        except Exception:  # the program would ask what to do about it
            traceback.print_exc()
            os._exit(5)

    def _go_on(self) -> None:
        self.watcher.pause()
        now = time.monotonic()
        if self.clerk.busy:
            self._quiet = now
        late = now - self._since > PATIENCE
        if self._step is None and (now - self._quiet > self._rest or late):
            self._step = self._next()
            self._since = now
        self.clerk.hand.is_in_front()
        self.watcher.resume()
        QTimer.singleShot(PAUSE, self.go_on)  # also where a dialog opens an event loop of its own
        if self._step is not None:
            self._do(self._step, late)

    def _do(self, step: Step, late: bool) -> None:
        """Do `step`; what it needs may still be to come, unless it is `late`."""
        self._step, self.watcher.step = None, step[0]
        try:
            step[1]()
        except NotThere as missing:
            self._step = step
            if late:
                print(f"{step[0]}: {missing}", file=sys.stderr, flush=True)
                os._exit(4)
        else:
            self.actions += 1
            self._quiet = time.monotonic()

    def _next(self) -> Step | None:
        step = next(self._steps, None)
        if step is None:
            self.watcher.step = "收拾"
            if self.actions:
                gc.collect()
                self.memory.append(psutil.Process().memory_info().rss / 2**20)
                print(f"{len(self.memory)}: {self.memory[-1]:.1f} MiB, {self.actions}", file=sys.stderr, flush=True)
            if len(self.memory) == self.rounds:
                self.end()
            self._steps = self.clerk.round()
            step = next(self._steps)
        return step

    def end(self) -> None:
        """Tell the figures and leave."""
        longest = sorted(self.watcher.longest.items(), key=lambda each: -each[1].processor)
        for name, took in longest if self.every else longest[:1]:
            tell(f"最长一轮，{name}", took, BAR)
        after = self.memory[min(SETTLED, len(self.memory)) - 1]
        grown = 100 * (self.memory[-1] - after) / after
        print(json.dumps([f"内存增长，{self.actions} 步", round(grown, 1), GROWTH, "%"], ensure_ascii=False), flush=True)
        os._exit(0)


def tell(name: str, took: Busy, bar: int) -> None:
    """Print the figure of a kind of step; what the clock says goes to the errors."""
    print(f"{took.clock:8.1f}  {name}", file=sys.stderr)
    print(json.dumps([name, round(took.processor, 1), bar, "毫秒"], ensure_ascii=False), flush=True)


if __name__ == "__main__":
    os.environ["XDG_DATA_HOME"] = sys.argv[1]
    os.environ["QT_NO_GLIB"] = "1"  # its event loop does not tell when it waits
    folder, rounds = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 6
    kept: list[Rounds] = []
    when_running(lambda window: kept.append(Rounds(window, folder, rounds, "steps" in sys.argv)))
    sys.exit(main.main([]))
