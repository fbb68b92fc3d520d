"""10,000 damaged and hostile files read: no traceback, none over 5 s, none over 512 MiB.

Words: a number reads that many. Files are made and read in forked children, a batch in each, so that one child's end
costs only its batch; a child that is too large is tried again file by file. Needs fork.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import models.importers.pdf.reading  # noqa: E402
import mutations  # noqa: E402
from foreign_report import a_whole_report  # noqa: E402
from forked import DONE, TOLD, Forked, Say  # noqa: E402
from models.errors import UserError  # noqa: E402
from models.importers import read_report  # noqa: E402
from models.importers.pdf.reading import LIMITS  # noqa: E402
from pdf_files import a_pdf, set_paragraph  # noqa: E402

SECONDS = 5.0
MEMORY = 512  # MiB
COUNT = 10_000
BATCH = 25
FILES = ROOT / "tests" / "resources"


class Trial(NamedTuple):
    """A way to make files: `share` of a hundred are made by `make` from one of `seeds`."""

    kind: str
    share: int
    make: mutations.Mutate
    seeds: tuple[bytes, ...]


class Outcome(NamedTuple):
    """How the reading of the file `number` went: `word` is read, refused, ended (its process) or a fault."""

    number: int
    kind: str
    word: str
    seconds: float = 0.0


def trials() -> tuple[Trial, ...]:
    """Return all ways to make files."""
    foreign = {path.suffix: path.read_bytes() for path in sorted((FILES / "foreign").glob("report.*"))}
    texts = tuple(path.read_bytes() for path in sorted((FILES / "reports").glob("*.txt")))
    word = (a_whole_report(), a_whole_report(plain=True))
    page = a_pdf([set_paragraph("一、主要举措和成效。" * 12, 700)] * 2)
    every = (*foreign.values(), *texts, *word, page)

    def spliced(rng: random.Random, data: bytes) -> bytes:
        return mutations.a_spliced(rng, data, rng.choice(every))

    def web(rng: random.Random, data: bytes) -> bytes:
        changed = mutations.markup(rng, data.decode("utf-8", "replace")).encode("utf-8", "replace")
        return mutations.any_bytes(rng, changed) if rng.random() < 0.3 else changed

    return (
        Trial("docx", 12, mutations.word_package, word), Trial("docx", 8, mutations.any_bytes, word),
        Trial("docx", 3, mutations.deep_word, word), Trial("txt", 13, mutations.text, texts),
        Trial("pdf", 10, mutations.pdf, (foreign[".pdf"], page)), Trial("pdf", 6, mutations.any_bytes, (page,)),
        Trial("pdf", 4, mutations.hostile_pdf, (page,)), Trial("doc", 12, mutations.binary_word, (foreign[".doc"],)),
        Trial("doc", 8, mutations.any_bytes, (foreign[".doc"],)), Trial("html", 12, web, (foreign[".html"],)),
        Trial("rtf", 6, mutations.rich_text, (foreign[".rtf"],)), Trial("mixed", 6, spliced, every),
    )


def made(number: int, ways: Sequence[Trial]) -> tuple[str, bytes]:
    """Return kind and bytes of the file `number`."""
    rng = random.Random(number)
    way = rng.choices(ways, [each.share for each in ways])[0]
    return way.kind, way.make(rng, rng.choice(way.seeds))


def attempt(number: int, ways: Sequence[Trial], folder: Path) -> Outcome:
    """Read the file `number` and return how it went."""
    kind, data = made(number, ways)
    path = folder / f"报告{number}.{kind}"
    path.write_bytes(data)
    began = time.process_time()  # the machine may have other work
    try:
        read_report(path)
        word = "read"
    except UserError as error:
        word = "refused" if error.message.endswith("。") and error.advice else f"fault: no sentence: {error}"
    except Exception as error:
        word = f"fault: {type(error).__name__}: {error}"
    path.unlink()
    return Outcome(number, kind, word, time.process_time() - began)


def batch(numbers: Sequence[int], ways: Sequence[Trial], folder: Path) -> Callable[[Say], None]:
    """Return the work of a child: read the files `numbers` one after the other within the limits."""

    def work(say: Say) -> None:
        import resource

        # PDFs are read in a process of their own; this child is one already, with the same bound on memory
        models.importers.pdf.reading.is_apart = lambda: True  # type: ignore[attr-defined]
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY << 20, MEMORY << 20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        for number in numbers:
            say(f"begun\t{number}")
            signal.alarm(60)
            signal.setitimer(signal.ITIMER_PROF, LIMITS.work)
            outcome = attempt(number, ways, folder)
            signal.setitimer(signal.ITIMER_PROF, 0)
            word = " ".join(outcome.word.split())
            say("\t".join(("done", str(number), outcome.kind, f"{outcome.seconds:.3f}", word)))
        say(f"peak\t{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10}")

    return work


def read_batch(numbers: Sequence[int], ways: Sequence[Trial], folder: Path) -> tuple[list[Outcome], int]:
    """Return how the files `numbers` went and the peak memory in MiB; when one ends its child, the others follow."""
    outcomes: list[Outcome] = []
    peak = 0
    left = list(numbers)
    while left:
        ending = Forked(batch(left, ways, folder)).go().finish()
        for line in ending.lines:
            fields = line.split("\t")
            if fields[0] == "done":
                outcomes.append(Outcome(int(fields[1]), fields[2], fields[4], float(fields[3])))
            elif fields[0] == "peak":
                peak = max(peak, int(fields[1]))
        answered = {each.number for each in outcomes}
        left = [each for each in left if each not in answered]
        if ending.status not in (DONE, TOLD) and left:
            kind, _ = made(left[0], ways)
            apart = kind in ("pdf", "mixed")  # what ends is the process for that file alone
            late = ending.status in (-signal.SIGALRM, -signal.SIGPROF)
            word = "ended" if apart else f"fault: over {LIMITS.work} s" if late else f"fault: {ending.status}"
            (folder / f"报告{left[0]}.{kind}").unlink(missing_ok=True)
            outcomes.append(Outcome(left.pop(0), kind, word))
    return outcomes, peak


def rounds(count: int) -> Iterator[tuple[list[Outcome], int]]:
    """Yield the outcomes of `count` files, batch by batch, with the peak memory of each."""
    ways = trials()
    with tempfile.TemporaryDirectory() as folder:
        for first in range(0, count, BATCH):
            yield read_batch(range(first, min(count, first + BATCH)), ways, Path(folder))
        if list(Path(folder).iterdir()):
            yield [Outcome(-1, "folder", "fault: files left behind")], 0


def main(words: Sequence[str]) -> int:
    """Read as many files as `words` say and print the figures; return 0 when all held, else 1."""
    if not hasattr(os, "fork"):
        print("这台机器不能这样分出子进程，没有试。")
        return 0
    outcomes: list[Outcome] = []
    peak = 0
    began = time.perf_counter()
    for found, size in rounds(int(words[0]) if words else COUNT):
        outcomes += found
        peak = max(peak, size)
        for each in found:
            if each.word.startswith("fault") or each.seconds > SECONDS:
                print(f"文件 {each.number}（{each.kind}，{each.seconds:.2f} s）：{each.word}", flush=True)
    faults = sum(each.word.startswith("fault") or each.seconds > SECONDS for each in outcomes)
    for kind in sorted({each.kind for each in outcomes}):
        of_kind = [each for each in outcomes if each.kind == kind]
        counts = Counter(each.word for each in of_kind if not each.word.startswith("fault"))
        print(f"{kind:6}{len(of_kind):6} 个  读出 {counts['read']}  拒绝 {counts['refused']}  读取进程中止 {counts['ended']}  "
              f"最慢 {max(each.seconds for each in of_kind):.2f} s")
    print(f"共 {len(outcomes)} 个，出错 {faults} 个，内存最多 {peak} MiB，用时 {time.perf_counter() - began:.0f} s")
    return 1 if faults or peak > MEMORY else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
