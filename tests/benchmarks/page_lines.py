"""Our own pages held against LibreOffice's rendering of our Word file, line by line, with the same stand-in fonts.

`python tests/benchmarks/page_lines.py [--lines] [WORD …]` compares the sample, the real reports and those of the
corpus, or those whose names hold one of the WORDs; `--lines` shows every line that differs.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).resolve().parents[levels]) for levels in (1, 2)]

from corpus.answers import file_of
from corpus.labelled import read_corpus
from corpus.score import REPORTS
from exporters.docx.writer import write_manuscript
from exporters.pages.face_metrics import installed_metrics
from exporters.pages.setter import set_pages
from libreoffice_manner import LibreOffice
from models.domain.report import ExportForm, Report
from models.importers.reading import read_report
from models.layout.loader import PROFILES, load_layout
from models.manuscript.blocks import Manuscript
from models.manuscript.compose import compose
from models.samples import sample_report
from models.standards.loader import load_standard
from rendered import SHARED, StoodLine, lines_of_pages, lines_of_pdf, render, stand_in_fonts
from word_files import CREATED, a_long_report, a_standard

WANTED = 0.98


class Compared(NamedTuple):
    """A document: pages ours and LibreOffice's, lines there are and lines that are the same, and those that differ."""

    name: str
    pages: tuple[int, int]
    lines: int
    same: int
    differing: tuple[tuple[str, str], ...]

    @property
    def share(self) -> float:
        """The share of lines with the same characters on the same page."""
        return self.same / self.lines if self.lines else 1.0

    @property
    def good(self) -> bool:
        """Whether the pages are as many and enough lines are the same."""
        return self.pages[0] == self.pages[1] and self.share >= WANTED


def documents() -> Iterator[tuple[str, Manuscript, str]]:
    """Yield name, manuscript and profile of each document; the profiles take turns."""
    yield "long report", compose(a_long_report(), a_standard(), ExportForm.SUBMISSION), PROFILES[0]
    yield "long report, 公开版", compose(a_long_report(), a_standard(), ExportForm.PUBLIC), PROFILES[1]
    reports = [("sample", sample_report()), *real_reports(), *corpus_reports()]
    for number, (name, report) in enumerate(reports):
        yield name, compose(report, load_standard(report.organ.kind), ExportForm.SUBMISSION), PROFILES[number % 2]


def real_reports() -> Iterator[tuple[str, Report]]:
    """Yield the real reports, where they are at hand."""
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        yield path.stem, read_report(path, repair=True).report


def corpus_reports() -> Iterator[tuple[str, Report]]:
    """Yield the reports of the corpus."""
    with tempfile.TemporaryDirectory() as folder:
        for name, labelled in read_corpus(REPORTS).items():
            yield name, read_report(file_of(labelled, Path(folder), REPORTS)).report


def compared(name: str, ours: list[list[StoodLine]], theirs: list[list[StoodLine]]) -> Compared:
    """Return how far our pages are the same as theirs."""
    here, there = ([(number, line.text) for number, page in enumerate(pages) for line in page]
                   for pages in (ours, theirs))
    same = 0
    differing = []
    for kind, low, high, first, last in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        if kind == "equal":
            same += high - low
        else:
            differing.append((shown(here[low:high]), shown(there[first:last])))
    return Compared(name, (len(ours), len(theirs)), max(len(here), len(there)), same, tuple(differing))


def shown(lines: list[tuple[int, str]]) -> str:
    """Return `lines` with the numbers of their pages."""
    return " / ".join(f"{number + 1}:{text}" for number, text in lines)


def main(words: list[str]) -> int:
    """Print the comparison of the documents whose names hold one of `words`; return 0 when all are good."""
    fonts = stand_in_fonts()
    if fonts is None:
        print("没有替代字体：先运行 ../shared/tools/setup.sh")
        return 2
    os.environ["FONTCONFIG_FILE"] = str(fonts)
    names = [word for word in words if not word.startswith("--")]
    chosen = [each for each in documents() if not names or any(word in each[0] for word in names)]
    results = []
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"{number}.docx") for number in range(len(chosen))]
        for file, (_, manuscript, profile) in zip(files, chosen, strict=True):
            write_manuscript(manuscript, load_layout(profile), file, CREATED)
        rendered = render(files, fonts, Path(folder))
        for (name, manuscript, profile), path in zip(chosen, rendered, strict=True):
            layout = load_layout(profile)
            own = lines_of_pages(set_pages(manuscript, layout, installed_metrics(layout), LibreOffice()).pages)
            results.append(compared(name, own, lines_of_pdf(path)))
    for result in results:
        print(f"{'好' if result.good else '差'} {result.name}: {result.pages[0]}/{result.pages[1]} 页，"
              f"{result.same}/{result.lines} 行相同 {result.share:.1%}")
        for ours, theirs in result.differing if "--lines" in words else ():
            print(f"    我们 {ours}\n    对照 {theirs}")
    lines, same = sum(each.lines for each in results), sum(each.same for each in results)
    print(f"合计 {same}/{lines} 行相同 {same / lines:.2%}，{sum(each.good for each in results)}/{len(results)} 篇合格")
    return 0 if all(each.good for each in results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
