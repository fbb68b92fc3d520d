"""Word files rendered by LibreOffice with fonts of true width, and the lines that stand on their pages."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from exporters.pages.placed import Page, PlacedText
from models.importers.pdf.pages import read_pages

SHARED = Path(__file__).resolve().parents[2] / "shared"
SETUP = SHARED / "tools" / "setup.sh"
MM_PER_PT = 25.4 / 72
SAME_LINE = 0.9  # millimetres


class Stood(NamedTuple):
    """A character, or a few, where they stand on a page, in millimetres from its upper left corner."""

    text: str
    x: float
    baseline: float


class StoodLine(NamedTuple):
    """What stands on one baseline of a page, without its spaces."""

    text: str
    x: float
    baseline: float


def stand_in_fonts() -> Path | None:
    """Return the fontconfig file of the stand-in fonts; None where the layout check is not set up."""
    if not SETUP.is_file():
        return None
    found = subprocess.run(["bash", str(SETUP), "--python"], capture_output=True, text=True)
    fonts = Path(found.stdout.strip().splitlines()[-1]).parents[2] / "fonts.conf" if found.stdout.strip() else None
    return fonts if fonts and fonts.is_file() else None


def render(files: Sequence[Path], fonts: Path, folder: Path) -> list[Path]:
    """Return the PDF files that LibreOffice makes of the Word files `files` in `folder`, in the same order."""
    environment = {**os.environ, "FONTCONFIG_FILE": str(fonts), "HOME": str(folder)}
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
         "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)],
        env=environment, capture_output=True, timeout=60 + 20 * len(files), check=True)
    return [folder / f"{file.stem}.pdf" for file in files]


def lines_of_pdf(path: Path) -> list[list[StoodLine]]:
    """Return the lines on each page of the PDF file `path`."""
    return [
        lines_of(Stood(glyph.text, glyph.left * MM_PER_PT, (page.top - glyph.baseline) * MM_PER_PT)
                 for glyph in page.glyphs)
        for page in read_pages(path.read_bytes(), path.name)
    ]


def lines_of_pages(pages: Iterable[Page]) -> list[list[StoodLine]]:
    """Return the lines on each of `pages` of our own."""
    return [
        lines_of(Stood(item.text, item.x, item.baseline) for item in page.items if isinstance(item, PlacedText))
        for page in pages
    ]


def lines_of(characters: Iterable[Stood]) -> list[StoodLine]:
    """Return `characters` put together by their baselines, from top to bottom."""
    rows: list[list[Stood]] = []
    for each in sorted(characters, key=lambda each: each.baseline):
        if not each.text.strip():
            continue
        if rows and each.baseline - rows[-1][0].baseline < SAME_LINE:
            rows[-1].append(each)
        else:
            rows.append([each])
    ordered = [sorted(row, key=lambda each: each.x) for row in rows]
    return [StoodLine("".join("".join(each.text.split()) for each in row), row[0].x, row[0].baseline)
            for row in ordered]
