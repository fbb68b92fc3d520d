"""How long the checks take in process: first and again, after one change, and how that grows with the report.

Prints each figure as a line of JSON: name, value, bar and unit. Time of the processor alone, which other programs on
the PC do not change; the paragraphs are those of the labelled reports, with other figures in each further round.
"""

from __future__ import annotations

import gc
import json
import re
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from random import Random

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).resolve().parents[levels]) for levels in (1, 2)]

from corpus.labelled import read_corpus
from corpus.score import REPORTS
from models import kept_code
from models.checks.runner import draft_of_report, run_checks
from models.domain.report import ExportForm, Report, SectionKey, Topic
from models.samples import sample_report
from models.standards.loader import load_standard

TODAY = date(2026, 1, 20)
SIZE = 30_000  # characters
EDITS = 200
AGAIN = 7
GROWTH = (3_000, 30_000, 300_000, 3_000_000)  # characters
SHORTEST = 40  # characters of a paragraph; shorter ones are headings and the like
DENSE = 0.08  # of the characters of a paragraph are digits
_NUMBER = re.compile(r"(?<!\d)\d{2,}(?![\d年])")


def paragraphs(dense: bool) -> list[str]:
    """Return the paragraphs of the labelled reports, no two the same; with `dense` those that are full of figures."""
    lines = dict.fromkeys(line.strip() for each in read_corpus(REPORTS).values() for line in each.plain.split("\n"))
    long = [line for line in lines if len(line) >= SHORTEST]
    chosen = [line for line in long if not dense or sum(map(str.isdigit, line)) >= DENSE * len(line)]
    Random(1).shuffle(chosen)
    return chosen


def a_report_of(size: int, dense: bool = False, first: int = 0) -> Report:
    """Return the sample with `size` characters of measures in topics of one to three paragraphs, from round `first` on.

    Round 0 has the paragraphs as they are.
    """
    report, draw = replace(sample_report(), sample=False), Random(size + first)
    texts = written_out(size, paragraphs(dense), draw, first)
    topics = []
    while lines := texts[:draw.randint(1, 3)]:
        del texts[:len(lines)]
        topics.append(Topic(f"t{len(topics)}", "", "\n".join(lines)))
    part = report.parts_of(SectionKey.MEASURES)[0]
    return report.with_part(replace(part, entries=tuple(topics)))


def written_out(size: int, lines: Sequence[str], draw: Random, first: int) -> list[str]:
    """Return `lines` over and over, with other figures in each round but round 0, until there are `size` characters."""
    texts: list[str] = []
    missing = size
    for number, line in ((number, line) for number in count(first) for line in lines):
        if missing <= 0:
            break
        texts.append(_NUMBER.sub(lambda match: redrawn(match.group(), draw), line) if number else line)
        missing -= len(line)
    return texts


def redrawn(number: str, draw: Random) -> str:
    """Return a number with as many digits as `number`."""
    return str(draw.randint(10 ** (len(number) - 1), 10 ** len(number) - 1))


def checking(report: Report) -> float:
    """Return the milliseconds of processor that it takes to check `report` as the window does."""
    standard = load_standard(report.organ.kind)
    gc.collect()
    began = time.process_time()
    run_checks(draft_of_report(report, standard, ExportForm.SUBMISSION, TODAY))
    return (time.process_time() - began) * 1000


def typed(report: Report, number: int) -> Report:
    """Return `report` with one character more in one of its topics, somewhere in it."""
    part = report.parts_of(SectionKey.MEASURES)[0]
    at = number * 37 % len(part.entries)
    entry = part.entries[at]
    assert isinstance(entry, Topic)
    place = number * 101 % (len(entry.text) + 1)
    changed = replace(entry, text=entry.text[:place] + "依法"[number % 2] + entry.text[place:])
    return report.with_part(replace(part, entries=(*part.entries[:at], changed, *part.entries[at + 1:])))


def edits(report: Report) -> list[float]:
    """Return the milliseconds of each check after one more change of `report`, in order."""
    times = []
    checking(report)
    for number in range(EDITS):
        report = typed(report, number)
        times.append(checking(report))
    return sorted(times)


def figures() -> Iterator[tuple[str, float, float, str]]:
    """Yield the figures: name, value, bar and unit."""
    checking(a_report_of(300, first=9))  # what is made once in a process
    for name, report in (("", a_report_of(SIZE)), ("数字密集的", a_report_of(SIZE, dense=True, first=1))):
        yield f"检查{name}三万字报告，第一次", checking(report), 60, "毫秒"
        yield f"检查{name}三万字报告，再一次", min(checking(report) for _ in range(AGAIN)), 60, "毫秒"
        times = edits(report)
        yield f"{name}三万字报告改一段，中位数", times[EDITS // 2], 5, "毫秒"
        yield f"{name}三万字报告改一段，第 99 百分位", times[EDITS * 99 // 100], 5, "毫秒"
    yield from growth()


def growth() -> Iterator[tuple[str, float, float, str]]:
    """Yield how often what a character costs in the shortest report it costs in longer ones."""
    costs = [checking(a_report_of(size, first=2)) * 1000 / size for size in GROWTH]
    for size, cost in zip(GROWTH, costs, strict=True):
        yield f"检查 {size} 字的报告，每字（{cost:.1f} 微秒）是 {GROWTH[0]} 字的", cost / costs[0], 2, "倍"


def main() -> None:
    """Print every figure, with the compiled expressions that the program keeps from start to start."""
    kept_code.install()
    for figure in figures():
        print(json.dumps(figure, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
