"""The list of reports with 10,000 of them: what each step costs the GUI thread, in CPU milliseconds."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from time import thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from models.domain.place import Place  # noqa: E402
from models.storage.summary import Hit, ReportSummary, Shelf  # noqa: E402
from ui.application import make_application  # noqa: E402
from ui.widgets.report_panel import ReportPanel  # noqa: E402

COUNT = 10_000
ROUNDS = 9


def main() -> None:
    """Print the median and the longest of each step."""
    application = make_application()
    start = datetime(2026, 1, 19, 9)
    reports = [
        ReportSummary(
            f"r{number}", number, 2025 - number % 10, f"第{number % 40}单位", f"第{number}份年度报告",
            start - timedelta(minutes=number), False)
        for number in range(1, COUNT + 1)]
    archived = [
        ReportSummary(
            f"a{number}", number, 2015, "第1单位", "旧报告", start, False, Shelf.ARCHIVE, start)
        for number in range(COUNT + 1, COUNT + 3)]
    panel = ReportPanel(date(2026, 1, 20))
    panel.resize(1000, 600)
    panel.show()
    hit = Hit(Place("introduction", "", "introduction", 0, 2), "全年作出行政处罚决定120件。", ((4, 8),), 3)
    panel.passages_requested.connect(lambda typed, numbers: panel.show_passages(typed, dict.fromkeys(numbers, hit)))
    steps: dict[str, Callable[[], object]] = {
        "列出全部": lambda: panel.show_reports([*reports, *archived]),
        "只看一年": lambda: panel.filter.year.setCurrentIndex(3),
        "看全部年度": lambda: panel.filter.year.setCurrentIndex(0),
        "输入": lambda: panel.filter.field.setText("行政处罚"),
        "列出找到的": lambda: panel.show_found("行政处罚", frozenset(range(1, COUNT))),
        "滚到末尾": panel.view.scrollToBottom,
        "清空": panel.filter.field.clear,
    }
    times: dict[str, list[float]] = {name: [] for name in steps}
    for _ in range(ROUNDS):
        for name, step in steps.items():
            before = thread_time()
            step()
            application.processEvents()
            times[name].append((thread_time() - before) * 1000)
    for name, values in times.items():
        print(f"{name}：中位 {sorted(values)[len(values) // 2]:.1f} 毫秒，最长 {max(values):.1f} 毫秒")


if __name__ == "__main__":
    main()
