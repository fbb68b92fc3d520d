"""Foreign files read in a process of their own, with limits: a bad file cannot take the window along."""

from __future__ import annotations

import multiprocessing
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeAlias

from models.domain.source_document import ImportedReport
from models.errors import UserError

SECONDS = 20.0
MEMORY = 768 * 1024 * 1024  # bytes of address space, libraries included
Reading: TypeAlias = tuple[ImportedReport, ImportedReport]


def read_apart(path: Path, seconds: float = SECONDS) -> Reading:
    """Return the report in the file `path` as it stands and with 标点规范 applied, read in a process of its own.

    UserError when the file is refused, takes longer than `seconds`, or breaks the reader.
    """
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_read, args=(str(path), sender), daemon=True)
    process.start()
    sender.close()
    try:
        if not receiver.poll(seconds):
            raise UserError(f"“{path.name}”读了太久，已停下。", "请确认它是一份报告；在 WPS 或 Word 中另存为 .docx 后再试。")
        answer = receiver.recv()
    except EOFError as error:
        raise UserError(f"“{path.name}”读不下去，文件可能损坏或太大。", "请在 WPS 或 Word 中打开，另存为 .docx 后再试。") from error
    finally:
        process.kill()
        process.join()
        receiver.close()
    if isinstance(answer, UserError):
        raise answer
    plain, repaired = answer
    return plain, repaired


def _read(path: str, sender: Connection) -> None:
    """Read `path` both ways and send the outcome, or the reason it was refused."""
    _limit_memory()
    from models.importers import read_report

    try:
        answer: Reading | UserError = (
            _sendable(read_report(Path(path))), _sendable(read_report(Path(path), repair=True)))
    except UserError as error:
        answer = UserError(error.message, error.advice)
    except MemoryError:
        answer = UserError(f"“{Path(path).name}”太大，读不进来。", "请删去其中的图片或无关内容后再试。")
    sender.send(answer)


def _sendable(imported: ImportedReport) -> ImportedReport:
    """Return `imported` with its mapping as a plain dictionary, which travels between processes."""
    return replace(imported, sections=dict(imported.sections))


def _limit_memory() -> None:
    """Bound the memory of this process where the system can."""
    try:
        import resource
    except ImportError:  # Windows: the gate's size limits stand alone
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
