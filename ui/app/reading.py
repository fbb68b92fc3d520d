"""Foreign files read in a process of their own, with limits: a bad file cannot take the window along."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from models.domain.source_document import ImportedReport
from models.errors import UserError
from models.importers.apart import Limits, run_apart

if TYPE_CHECKING:
    from models.importers.opening import Source

SECONDS = 20.0
LONGEST = 100_000  # characters of a material: far more than any 科室 writes
Reading: TypeAlias = tuple[ImportedReport, ImportedReport]


def read_apart(source: Source, seconds: float = SECONDS) -> Reading:
    """Return the report in `source`, a file or what was pasted, as it stands and with 标点规范 applied.

    It is read in a process of its own. UserError when it is refused, takes longer than `seconds`, or breaks the reader.
    """
    return run_apart(_read, source, source.name, Limits(seconds))


def read_text_apart(path: Path, seconds: float = SECONDS) -> str:
    """Return the paragraphs of the file `path` as text, read in a process of its own; UserError as `read_apart`."""
    return run_apart(_read_text, path, path.name, Limits(seconds))


def _read_text(path: Path) -> str:
    """Return the paragraphs of the file `path`; UserError when there are more than a material may have."""
    from models.importers.opening import read_lines

    text = "\n".join(line.text.strip() for line in read_lines(path).lines if line.text.strip())
    if len(text) > LONGEST:
        raise UserError(f"“{path.name}”有 {len(text):,} 字，太长了。", "请打开它，只复制要用的部分，粘贴成一份材料。")
    return text


def _read(source: Source) -> Reading:
    """Return `source` read both ways."""
    from models.importers.opening import read_lines
    from models.importers.reading import interpret

    raw = read_lines(source, pictures=True)
    return _sendable(interpret(raw, source.name, False)), _sendable(interpret(raw, source.name, True))


def _sendable(imported: ImportedReport) -> ImportedReport:
    """Return `imported` with its mapping as a plain dictionary, which travels between processes."""
    return replace(imported, sections=dict(imported.sections))
