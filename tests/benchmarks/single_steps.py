"""Single steps of the program, in one process, against what a plain library takes for the like; processor time alone.

Prints each as a line of JSON: name, milliseconds, those of the floor, and the bar of their ratio.
"""

from __future__ import annotations

import json
import re
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import NamedTuple

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import docx
import yaml

from exporters.docx.writer import write_manuscript
from long_report import a_long_report
from models.checks.registry import registered
from models.checks.runner import draft_of_report, run_checks
from models.domain.report import ExportForm, Report
from models.importers import read_report
from models.layout.loader import load_layout
from models.manuscript.compose import compose
from models.standards.loader import load_national, load_standard
from models.standards.national import NATIONAL, read_kinds
from models.storage.store import ReportStore
from monstrous_texts import ENDLESS, endless_report, monstrous_texts

ROUNDS = 15
TODAY = date(2026, 1, 20)
NUMBER = re.compile(r"\d+(?:\.\d+)?")


class Step(NamedTuple):
    """A step: its name, its milliseconds and those of its floor, and how often the floor it may cost."""

    name: str
    own: float
    floor: float
    bar: float


def spent(act: Callable[[], object]) -> float:
    """Return the milliseconds of processor that `act` takes."""
    began = time.process_time()
    act()
    return (time.process_time() - began) * 1000


def against(own: Callable[[], object], floor: Callable[[], object], rounds: int = ROUNDS) -> tuple[float, float]:
    """Return the least milliseconds of `own` and of `floor`, run in turn `rounds` times after once for nothing."""
    own()
    floor()
    pairs = [(spent(own), spent(floor)) for _ in range(rounds)]
    return min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)


def loading(report: Report) -> Iterator[Step]:
    """Measure the standard of a kind made of its files, against the YAML reader in C on the same files."""
    kind = report.organ.kind
    texts = [(NATIONAL / f"{name}.yaml").read_text(encoding="utf-8")
             for name in ("kinds", "documents", "requirements", *read_kinds().kinds[kind].duties)]

    def own() -> None:
        load_national.cache_clear()
        load_national(kind)

    yield Step("标准装入／CSafeLoader 解析同样的文件", *against(
        own, lambda: [yaml.load(text, yaml.CSafeLoader) for text in texts]), 1)


def checking(report: Report) -> Iterator[Step]:
    """Measure all checks of a long report, against one search for numbers in all its text for each check."""
    standard = load_standard(report.organ.kind)
    texts = [passage.text for passage in draft_of_report(report, standard, ExportForm.SUBMISSION, TODAY).passages]

    def own() -> None:
        run_checks(draft_of_report(report, standard, ExportForm.SUBMISSION, TODAY))

    yield Step("三万字报告全部检查／每项检查找一遍数字", *against(
        own, lambda: [NUMBER.findall(text) for _ in registered() for text in texts]), 1)


def reading(report: Report, folder: Path) -> Iterator[Step]:
    """Measure a long report read in as Word and as text, against its paragraphs taken by python-docx."""
    word, text = folder / "报告.docx", folder / "报告.txt"
    manuscript = compose(report, load_standard(report.organ.kind), ExportForm.SUBMISSION)
    write_manuscript(manuscript, load_layout(), word, datetime(2026, 1, 20))

    def plain() -> list[str]:
        return [paragraph.text for paragraph in docx.Document(str(word)).paragraphs]

    text.write_text("\n".join(plain()), encoding="utf-8")
    yield Step("三万字 Word 读入／python-docx 取段落", *against(lambda: read_report(word), plain), 6)
    yield Step("三万字文本读入／python-docx 取段落", *against(lambda: read_report(text), plain), 4)


def saving(report: Report, folder: Path) -> Iterator[Step]:
    """Measure the save of a long report, against its rows written and read back by sqlite3 alone."""
    numbers = count()
    with ReportStore.open(folder / "库.db") as store:
        store.save(report)
        plain = PlainCopy(folder / "库.db", folder / "行.db")
        yield Step("三万字报告保存／sqlite3 写同样的行", *against(
            lambda: store.save(replace(report, closing=f"第{next(numbers)}次")), plain.write), 8)


class PlainCopy:
    """The rows of a library in a file of its own, written anew at will."""

    def __init__(self, library: Path, path: Path) -> None:
        """Take the rows of `library` and make the same tables in `path`."""
        with sqlite3.connect(library) as source:
            tables = dict(source.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"))
            self.rows = {name: source.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}
        self.connection = sqlite3.connect(path, isolation_level=None)
        for setting in ("synchronous=EXTRA", "secure_delete=ON", "temp_store=MEMORY"):
            self.connection.execute(f"PRAGMA {setting}")
        for statement in tables.values():
            self.connection.execute(statement)

    def write(self) -> None:
        """Write all rows in place of those there, in one transaction, and read them back."""
        self.connection.execute("BEGIN IMMEDIATE")
        for name in self.rows:
            self.connection.execute(f'DELETE FROM "{name}"')
        for name, rows in self.rows.items():
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                self.connection.executemany(f'INSERT INTO "{name}" VALUES ({marks})', rows)
        self.connection.execute("COMMIT")
        for name, rows in self.rows.items():
            assert self.connection.execute(f'SELECT * FROM "{name}"').fetchall() == rows


def growth(name: str, acts: dict[str, tuple[Callable[[], object], Callable[[], object]]]) -> Step:
    """Return the worst of `acts` as a step; each is the act on a text and the act on a tenth of it."""
    measured = {each: against(*pair, rounds=3) for each, pair in acts.items()}
    worst = max(measured, key=lambda each: measured[each][0] / measured[each][1])
    own, tenth = measured[worst]
    return Step(f"{name}（{worst}）／十分之一长的十倍", own, tenth * 10, 3)


def growing(report: Report, folder: Path) -> Iterator[Step]:
    """Measure how the time grows with texts no one writes: tenfold text takes about tenfold time, not a hundredfold."""
    def read(name: str, length: int) -> Callable[[], object]:
        path = folder / f"{name}{length}.txt"
        path.write_text(monstrous_texts(length)[name], encoding="utf-8")
        return lambda: read_report(path, repair=True)

    def check(piece: str, length: int) -> Callable[[], object]:
        draft = draft_of_report(
            endless_report(report, piece, length), load_standard(report.organ.kind), ExportForm.SUBMISSION, TODAY)
        return lambda: run_checks(draft)

    yield growth("怪文本读入", {name: (read(name, 100_000), read(name, 10_000)) for name in monstrous_texts(0)})
    yield growth("怪文本检查", {piece: (check(piece, 100_000), check(piece, 10_000)) for piece in ENDLESS})


def main() -> None:
    """Print every step."""
    report = a_long_report()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for steps in (loading(report), checking(report), reading(report, folder), saving(report, folder),
                      growing(report, folder)):
            for step in steps:
                print(json.dumps(step), flush=True)


if __name__ == "__main__":
    main()
