"""A library of many reports: how long it takes to index, how large the index is, how long a query takes.

`python tests/benchmarks/many_reports.py [COUNT]`, 10,000 when not said. Times are CPU time of this process.
"""

from __future__ import annotations

import random
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from models.domain.report import Part, Report, SectionKey, Topic  # noqa: E402
from models.samples import sample_report  # noqa: E402
from models.storage.search_hits import hit_in  # noqa: E402
from models.storage.search_index import SearchIndex, index_path  # noqa: E402
from models.storage.store import ReportStore  # noqa: E402
from models.text.grams import wanted  # noqa: E402

COUNT = 10_000
ORGANS = 40
SHOWN = 12  # passages a list asks for at once
QUERIES = (
    "法", "的", "局", "龘", "法治", "处罚", "执法", "法治建设", "行政处罚", "行政复议", "党组书记", "法治政府建设",
    "全面推进依法行政", "2025年", "120件", "第7单位", "行政处罚 复议", "法治 局 2024年", "没有这样的话", "出庭应诉率",
)
ROUNDS = 15


def many_reports(count: int) -> Iterator[Report]:
    """Yield `count` reports of some 5,000 signs: the sample's sentences in another order, with other figures."""
    sample = sample_report()
    chance = random.Random(7)
    sentences = [each for part in sample.parts for entry in part.entries for each in entry.text.split("。") if each]
    signs = sorted({sign for each in sentences for sign in each})
    for number in range(count):
        year, organ = 2025 - number // ORGANS % 10, f"第{number % ORGANS + 1}单位"
        topics = tuple(
            Topic(title=_varied(chance.choice(sentences), chance, signs)[:20], text="。".join(
                _varied(chance.choice(sentences), chance, signs) for _ in range(8)) + "。")
            for _ in range(12))
        yield replace(
            sample, id=f"report-{number}", year=year, sample=False,
            parts=(Part(key=SectionKey.MEASURES, entries=topics),),
            organ=replace(sample.organ, full_name=organ, short_name=organ),
            head=replace(sample.head, title=f"{organ}{year}年度法治政府建设年度报告", title_lines=()))


def _varied(sentence: str, chance: random.Random, signs: list[str]) -> str:
    """Return `sentence` with other figures and one more sign somewhere."""
    words = "".join(str(chance.randrange(10)) if sign.isdigit() else sign for sign in sentence)
    at = chance.randrange(len(words) + 1)
    return words[:at] + chance.choice(signs) + words[at:]


def fill(path: Path, count: int) -> int:
    """Store `count` reports in the library at `path` and return how many signs they have."""
    signs = 0
    with ReportStore.open(path) as store:
        for report in many_reports(count):
            store.save(report)
            signs += sum(len(entry.text) + len(entry.title) for part in report.parts for entry in part.entries)
            signs += sum(len(duty.text) for duty in report.duties)
        store._changed_since = None  # nobody wants a backup of this library
    return signs


def percentile(values: list[float], share: float) -> float:
    """Return the value below which `share` of `values` lie."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def measure_queries(index: SearchIndex) -> None:
    """Print what each query costs: the numbers of its reports, and the passages of a screen of them."""
    every: list[float] = []
    print(f"{'查询':<12}{'份':>8}{'p50 毫秒':>12}{'最长':>10}{'一屏段落':>12}")
    for typed in QUERIES:
        asked, times, passages = wanted(typed), [], []
        for _ in range(ROUNDS):
            start = process_time()
            numbers = index.find(asked)
            found = process_time()
            hits = [hit_in(texts, asked) for _, texts in index.texts(sorted(numbers)[-SHOWN:])]
            times.append((found - start) * 1000)
            passages.append((process_time() - found) * 1000)
            assert all(hits)
        every += [find + show for find, show in zip(times, passages, strict=True)]
        print(f"{typed:<12}{len(numbers):>8}{percentile(times, 0.5):>12.1f}{max(times):>10.1f}"
              f"{percentile(passages, 0.5):>12.1f}")
    print(f"全部查询连同一屏段落：p50 {percentile(every, 0.5):.1f} 毫秒，p99 {percentile(every, 0.99):.1f} 毫秒")


def main(count: int) -> None:
    """Fill a library, index and search it, and print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        signs = fill(path, count)
        index = SearchIndex(path)
        start = process_time()
        progress = index.look()
        looked = process_time()
        longest = 0.0
        while progress.busy:
            before = process_time()
            progress = index.update()
            longest = max(longest, process_time() - before)
        done = process_time()
        print(f"{count} 份，{signs / 1e6:.1f} 百万字；资料库 {path.stat().st_size / 1e6:.0f} MB，"
              f"索引 {index_path(path).stat().st_size / 1e6:.0f} MB")
        print(f"建索引 {done - looked:.1f} 秒（每份 {(done - looked) / count * 1000:.1f} 毫秒），"
              f"一次最多 {longest * 1000:.0f} 毫秒；比对 {(looked - start) * 1000:.0f} 毫秒；SQLite {sqlite3.sqlite_version}")
        measure_queries(index)
        index.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
