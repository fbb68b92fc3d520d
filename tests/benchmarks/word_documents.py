"""Thirty-one Word files measured by the layout check, held against the schema, taken through LibreOffice and back.

Run `python tests/benchmarks/word_documents.py [FOLDER]`; the files stay in FOLDER when one is named. The layout check
and LibreOffice stand outside the project: without them this says so and ends.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

from document_variety import Variety, documents, expectation
from exporters.docx.writer import manuscript_bytes
from models.layout.loader import load_layout
from schema_order import disorder
from word_files import CREATED, opened, text_of

CHECK = Path(__file__).resolve().parents[3] / "shared" / "tools" / "verify_docx.py"
SECONDS = 180


@dataclass(slots=True)
class Measured:
    """What was found of one document: pages, points passed, and each failed point or other fault in words."""

    name: str
    profile: str
    pages: int = 0
    passed: int = 0
    faults: list[str] = field(default_factory=list)


@cache
def checker() -> str:
    """Return the Python of the layout check; empty where it is not set up."""
    if not CHECK.is_file() or shutil.which("soffice") is None:
        return ""
    found = subprocess.run(["bash", str(CHECK.with_name("setup.sh")), "--python"], capture_output=True, text=True)
    python = (found.stdout.strip().splitlines() or [""])[-1]
    return python if Path(python).is_file() else ""


def points_of(path: Path, expected: dict[str, object]) -> tuple[list[dict[str, object]], str]:
    """Return the points of the file at `path` and the first line that the check prints."""
    expect, found = path.with_suffix(".expect.json"), path.with_suffix(".found.json")
    expect.write_text(json.dumps(expected, ensure_ascii=False), encoding="utf-8")
    command = [checker(), str(CHECK), str(path), "--expect", str(expect), "--json", str(found)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS)
    if run.returncode not in (0, 1):
        raise RuntimeError(run.stderr or run.stdout)
    return json.loads(found.read_text(encoding="utf-8"))["checks"], run.stdout.splitlines()[0]


def measured(variety: Variety, folder: Path) -> Measured:
    """Write `variety` into `folder` and return what is found of it."""
    path = folder / f"{variety.name}.docx"
    data = manuscript_bytes(variety.manuscript, load_layout(variety.profile), CREATED)
    path.write_bytes(data)
    points, said = points_of(path, expectation(variety))
    pages = re.search(r"(\d+) pages", said)
    result = Measured(variety.name, variety.profile, int(pages.group(1)) if pages else 0)
    result.passed = sum(point["verdict"] == "pass" for point in points)
    result.faults += [f"{point['id']}: {point['measured']}, wanted {point['expected']}" for point in points
                      if point["verdict"] == "fail" and point["id"] not in variety.beyond]
    result.faults += disorder(data)
    result.faults += lost_by_libreoffice(path)
    return result


def lost_by_libreoffice(path: Path) -> list[str]:
    """Return which words of the file at `path` are lost when LibreOffice reads it and writes it again."""
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--norestore", "--convert-to", "docx", "--outdir", folder]
        subprocess.run([*command, str(path)], capture_output=True, timeout=SECONDS, check=True)
        again = squeezed(Path(folder, path.name))
    missing = [words for words in paragraphs(path) if words not in again]
    return [f"LibreOffice loses “{words[:20]}”" for words in missing]


def paragraphs(path: Path) -> Iterator[str]:
    """Yield the text of each paragraph of the file at `path` without its blanks."""
    file = opened(path.read_bytes())
    for each in file.find("//w:p[not(.//w:txbxContent)][not(ancestor::mc:Fallback)]"):
        words = "".join(text_of(each).split())
        if words:
            yield words


def squeezed(path: Path) -> str:
    """Return the text of the file at `path` without its blanks."""
    return "".join(text_of(opened(path.read_bytes()).xml()).split())


def main(folder: Path) -> int:
    """Measure all documents, print a line for each, and return 0 when no fault was found."""
    faults = 0
    for variety in documents():
        result = measured(variety, folder)
        faults += len(result.faults)
        print(f"{result.name}（{result.profile}）: {result.pages} 页，{result.passed} 项合格，{len(result.faults)} 项不合格",
              flush=True)
        for fault in result.faults:
            print(f"    {fault}", flush=True)
    print(f"一共 {len(documents())} 个文件，{faults} 项不合格")
    return 1 if faults else 0


if __name__ == "__main__":
    if not checker():
        print("没有版面检查工具或 LibreOffice，不能量。")
        raise SystemExit(0)
    if len(sys.argv) > 1:
        raise SystemExit(main(Path(sys.argv[1])))
    with tempfile.TemporaryDirectory() as temporary:
        raise SystemExit(main(Path(temporary)))
