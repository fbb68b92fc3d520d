"""R-01: kill the program at random moments while it writes; nothing it acknowledged may be lost, nothing be half.

Run `python tests/benchmarks/kill_rounds.py 1000`. Each round forks a child that creates or opens the library, saves
reports, sources, organs and backups and says so after each; the parent kills it, reopens the library and compares.
"""

from __future__ import annotations

import random
import select
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

from builders import a_report, fixed_clock
from forked import DONE, Forked, Say
from models.domain.report import PlanTask, Report, SectionKey, Topic
from models.domain.source_document import SourceDocument, SourceParagraph
from models.storage.safekeeping import prove
from models.storage.store import ReportStore

LONGEST_LIFE = 0.08  # seconds a child lives after its start, or after its first word
REPORTS = ("first", "second")


@dataclass(slots=True)
class Tally:
    """What the rounds showed. All but the first three must stay zero."""

    rounds: int = 0
    killed: int = 0
    acknowledged: int = 0
    lost: int = 0
    half: int = 0
    failed: int = 0

    @property
    def clean(self) -> bool:
        """Whether nothing was lost, half or impossible to open."""
        return not (self.lost or self.half or self.failed)


def numbered_report(report_id: str, number: int) -> Report:
    """Return a report that carries `number` in many rows, and has more or fewer rows with it."""
    report = a_report(duties=1 + number % 5, id=report_id, introduction=f"第{number}次")
    topics = tuple(Topic(f"t{place}", f"{number}", f"内容{number}。" * 20) for place in range(3 + number % 7))
    plan = tuple(PlanTask(f"k{place}", f"{number}", f"任务{number}") for place in range(number % 4))
    parts = tuple(
        replace(part, entries=topics if part.key is SectionKey.MEASURES else plan) for part in report.parts)
    return replace(report, parts=parts)


def numbered_source(number: int) -> SourceDocument:
    """Return a source that carries `number` in each row."""
    return SourceDocument(f"{number}.txt", tuple(
        SourceParagraph(place, f"段落{number}") for place in range(1 + number % 9)))


def number_of(report: Report | None) -> int:
    """Return the number that `report` carries; 0 when there is none, -1 when it is not whole."""
    if report is None:
        return 0
    number = int(report.introduction[1:-1])
    return number if report == numbered_report(report.id, number) else -1


def write_on(path: Path, start: int, say: Say) -> None:
    """Write numbered reports to the library at `path` for ever, saying each number once it is saved."""
    with ReportStore.open(path, fixed_clock) as store:
        number = start
        while True:
            number += 1
            report_id = REPORTS[number % 2]
            store.save(numbered_report(report_id, number))
            say(f"{report_id} {number}")
            if number % 5 == 0:
                store.save_source(report_id, numbered_source(number))
                say(f"source {number}")
            if number % 11 == 0:
                store.back_up("途中")


def run_rounds(folder: Path, rounds: int, seed: int = 1) -> Tally:
    """Return the tally of `rounds` kills of a child that writes to a library in `folder`."""
    chance = random.Random(seed)
    tally = Tally()
    path = folder / "法治年报.db"
    seen = dict.fromkeys((*REPORTS, "source"), 0)
    for _ in range(rounds):
        start = max(seen.values())
        child = Forked(lambda say, start=start: write_on(path, start, say)).go()
        if chance.random() < 0.8:  # the others die while they open the library
            child.wait_for_word(10)
        select.select([], [], [], chance.uniform(0, LONGEST_LIFE))
        child.kill()
        ending = child.finish()
        tally.rounds += 1
        tally.killed += ending.killed
        tally.failed += not ending.killed and ending.status != DONE
        _compare(path, [line.split(" ") for line in ending.lines], seen, tally)
    return tally


def _compare(path: Path, said: Sequence[Sequence[str]], seen: dict[str, int], tally: Tally) -> None:
    """Reopen the library at `path`, count in `tally` what differs from what was `said`, and note what is there."""
    for name, number in said:
        seen[name] = max(seen[name], int(number))
    tally.acknowledged += len(said)
    try:
        with ReportStore.open(path, fixed_clock) as store:
            there = {summary.id for summary in store.reports()}
            found = {each: number_of(store.load(each) if each in there else None) for each in REPORTS}
            sources = [source for each in REPORTS if each in there and (source := store.load_source(each))]
        prove(path)
    except Exception as error:  # whatever it is, the library did not open: that is what is counted
        print(repr(error), file=sys.stderr)
        tally.failed += 1
        return
    for report_id, number in found.items():
        tally.half += number < 0
        tally.lost += 0 <= number < seen[report_id]
        seen[report_id] = max(seen[report_id], number)
    numbers = [int(source.file[:-4]) for source in sources]
    tally.half += sum(source != numbered_source(number) for source, number in zip(sources, numbers, strict=True))
    tally.lost += max(numbers, default=0) < seen["source"]


def main(rounds: int = 1000) -> int:
    """Run `rounds` rounds in a folder of their own, print the tally and return the exit status."""
    with tempfile.TemporaryDirectory() as folder:
        tally = run_rounds(Path(folder), rounds, seed=random.randrange(1 << 30))
    print(tally)
    return 0 if tally.clean else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
