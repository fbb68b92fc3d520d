"""How long pages take: after a key, the first of many, all of many; prints name, milliseconds and bar as JSON lines."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).resolve().parents[levels]) for levels in (1, 2)]

from exporters.pages.face_metrics import installed_metrics
from exporters.pages.setter import first_pages, set_pages
from models.domain.report import ExportForm, Report, Topic
from models.layout.loader import load_layout
from models.manuscript.blocks import Manuscript, Table
from models.manuscript.compose import compose
from word_files import a_long_report, a_standard

KEYS = 300
TIMES = 7  # of the long report: about a hundred pages


def spent(act: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """Return the milliseconds by `clock` that `act` takes."""
    began = clock()
    act()
    return (clock() - began) * 1000


def a_hundred_pages() -> Manuscript:
    """Return a manuscript of about a hundred pages, no two paragraphs the same."""
    manuscript = compose(a_long_report(), a_standard(), ExportForm.SUBMISSION)
    blocks = tuple(
        block if isinstance(block, Table) else replace(block, text=f"{block.text}（{number}）")
        for number in range(TIMES) for block in manuscript.blocks)
    return replace(manuscript, blocks=blocks)


def typed(report: Report, number: int) -> Report:
    """Return `report` with one character more in one of its topics, at the end of it."""
    part = report.parts[0]
    topics = [place for place, entry in enumerate(part.entries) if isinstance(entry, Topic)]
    at = topics[number % len(topics)]
    entry = part.entries[at]
    assert isinstance(entry, Topic)
    entries = (*part.entries[:at], replace(entry, text=entry.text + "法"), *part.entries[at + 1:])
    return report.with_part(replace(part, entries=entries))


def keys() -> float:
    """Return the 99th percentile of what a key costs in a report of about fifteen pages: composed and set anew.

    Time of the processor alone, which other programs on the PC do not change.
    """
    layout, standard, report = load_layout(), a_standard(), a_long_report()
    times = []
    for number in range(KEYS):
        report = typed(report, number)
        times.append(spent(lambda report=report: set_pages(  # type: ignore[misc]
            compose(report, standard, ExportForm.SUBMISSION), layout, installed_metrics(layout)), time.process_time))
    return sorted(times)[KEYS * 99 // 100]


def main() -> None:
    """Print the figures."""
    layout, many = load_layout(), a_hundred_pages()
    figures = (
        ("百页文稿的第一页", spent(lambda: first_pages(many, layout, 1, installed_metrics(layout))), 150),
        ("十五页报告按一键后重排，第 99 百分位", keys(), 30),
        ("百页文稿全部排出", spent(lambda: set_pages(many, layout, installed_metrics(layout))), 1000),
    )
    for figure in figures:
        print(json.dumps(figure, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
