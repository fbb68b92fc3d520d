"""Our pages, our PDF file and LibreOffice's rendering of our Word file measured alike, by the specification.

`python tests/benchmarks/page_measures.py [--points]` measures every kind of document in both profiles; a point is good
within ±0.5 mm of what the standard wants. `--points` shows each of them, those of running text left out.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from PySide6.QtGui import QGuiApplication  # noqa: E402

from drawn_pages import pages_of_pdf  # noqa: E402
from exporters.docx.writer import write_manuscript  # noqa: E402
from exporters.pages.face_metrics import installed_metrics  # noqa: E402
from exporters.pages.placed import Page  # noqa: E402
from exporters.pages.setter import set_pages  # noqa: E402
from libreoffice_manner import LibreOffice  # noqa: E402
from measured_pages import Measured, Measuring  # noqa: E402
from models.layout.loader import PROFILES  # noqa: E402
from page_documents import PageDocument, documents  # noqa: E402
from rendered import render, stand_in_fonts  # noqa: E402
from ui.preview.pdf import write_pdf  # noqa: E402
from word_files import CREATED  # noqa: E402

# LibreOffice 7.4 puts a fifth of an em between Chinese and digits although the file forbids it; Word does not. What a
# digit stands in or before is therefore moved there, and our pages are set in its manner to be held against it.
MOVED_BY_DIGITS = ("O18 回行对齐", "O20 署名居日期之中")
# How LibreOffice shares out the room of a justified line, and that it carries text over with a 版记 that does not fit.
LEFT_OUT = ("O2 右边", "O22 署名页正文行数")
APART = 0.5  # millimetres


class Result(NamedTuple):
    """A document measured: pages ours and theirs, the points of each, and those further apart than they may be.

    `painted` are the points of our PDF file.
    """

    pages: tuple[int, int]
    ours: list[Measured]
    painted: list[Measured]
    theirs: list[Measured]
    apart: list[tuple[Measured, Measured]]

    @property
    def faults(self) -> list[Measured]:
        """The points that are not as the standard wants them."""
        return [point for point in self.ours if not point.good] + [
            point for point in (*self.painted, *self.theirs) if not point.good and point.name not in MOVED_BY_DIGITS]


def measured(document: PageDocument, profile: str, rendered: Path | None, folder: Path) -> Result:
    """Return the measurements of `document` in `profile`, and of the PDF file `rendered` of it; None: ours alone."""
    manuscript, layout = document.manuscript, document.layout(profile)

    def points(pages: tuple[Page, ...]) -> list[Measured]:
        return Measuring(pages, manuscript, profile, document.spacing).all()

    pages = set_pages(manuscript, layout).pages
    write_pdf(set_pages(manuscript, layout, installed_metrics(layout)), layout, folder / "own.pdf", CREATED)
    painted = points(pages_of_pdf(folder / "own.pdf"))
    if rendered is None:
        return Result((len(pages), 0), points(pages), painted, [], [])
    alike = set_pages(manuscript, layout, installed_metrics(layout), LibreOffice()).pages
    drawn = pages_of_pdf(rendered)
    theirs = points(drawn)
    return Result((len(alike), len(drawn)), points(pages), painted, theirs, apart(points(alike), theirs))


def apart(ours: list[Measured], theirs: list[Measured]) -> list[tuple[Measured, Measured]]:
    """Return the points of the same name that lie further apart than they may, and those only one side has."""
    here, there = grouped(ours), grouped(theirs)
    return [
        pair for name in here | there if name not in LEFT_OUT
        for pair in zip(here[name], there[name], strict=len(here[name]) == len(there[name]))
        if abs(pair[0].value - pair[1].value) > APART
    ] + [(one, one._replace(value=float("nan"))) for name in here
         if not name.startswith(("O2 ", "O3 ", "O15")) for one in here[name][len(there[name]):]]


def grouped(points: list[Measured]) -> defaultdict[str, list[Measured]]:
    """Return `points` by name, in their order."""
    found: defaultdict[str, list[Measured]] = defaultdict(list)
    for point in points:
        found[point.name].append(point)
    return found


def main(words: list[str]) -> int:
    """Print what was measured; return 0 when every point is good and ours and theirs agree."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    fonts = stand_in_fonts()
    chosen = [(name, document, profile) for name, document in documents().items() for profile in PROFILES]
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        rendered: list[Path] = []
        if fonts:
            os.environ["FONTCONFIG_FILE"] = str(fonts)  # before Qt reads its fonts
            rendered = render([written(document, profile, Path(folder, f"{number}.docx"))
                               for number, (_, document, profile) in enumerate(chosen)], fonts, Path(folder))
        application = QGuiApplication([])
        for number, (name, document, profile) in enumerate(chosen):
            result = measured(document, profile, rendered[number] if rendered else None, Path(folder))
            faults += len(result.faults) + len(result.apart) + (bool(rendered) and result.pages[0] != result.pages[1])
            tell(f"{name} {profile}", result, "--points" in words)
        del application
    if not rendered:
        print("没有替代字体，没有与 LibreOffice 比较：先运行 ../shared/tools/setup.sh")
    return 1 if faults else 0


def written(document: PageDocument, profile: str, path: Path) -> Path:
    """Return `path`, to which `document` is written as a Word file."""
    write_manuscript(document.manuscript, document.layout(profile), path, CREATED)
    return path


def tell(name: str, result: Result, points: bool) -> None:
    """Print `result`, every one of our `points` when that is asked for."""
    print(f"{name}：{result.pages[0]}/{result.pages[1]} 页，我们 {len(result.ours)} 处、PDF {len(result.painted)} 处、"
          f"LibreOffice {len(result.theirs)} 处，"
          f"不合标准 {len(result.faults)} 处，彼此相差超过 {APART} 毫米 {len(result.apart)} 处")
    for point in result.faults:
        print(f"    {shown(point)}")
    for one, other in result.apart:
        print(f"    {shown(one)}；LibreOffice {other.value:.2f}")
    for point in result.ours if points else ():
        if not point.name.startswith(("O2 ", "O15")):
            print(f"    {shown(point)}")


def shown(point: Measured) -> str:
    """Return `point` in words."""
    wanted = f"{point.low:.2f}" if point.low == point.high else f"{point.low:.2f}～{point.high:.2f}"
    return f"{point.name}（第{point.page}页）{point.value:.2f}，应为 {wanted}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
