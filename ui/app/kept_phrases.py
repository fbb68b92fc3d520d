"""The clerk's own phrases in files: the one kept in the data folder, and those carried from PC to PC."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from models.errors import UserError
from models.importers.decoding import decode
from models.phrases.phrases import Phrase, own_lines, own_phrases
from ui.app.window_state import keep_small_file

FILE = "我的常用语.txt"
LARGEST = 4 * 1024 * 1024  # bytes of a file of phrases


def kept_phrases(folder: Path) -> tuple[Phrase, ...]:
    """Return the clerk's own phrases kept in `folder`; none when there are none, or they cannot be read."""
    with suppress(UserError):
        return read_phrases(folder / FILE)
    return ()


def keep_phrases(folder: Path, phrases: tuple[Phrase, ...]) -> bool:
    """Keep `phrases` as the clerk's own in `folder`, one a line, and return whether that could be done.

    A file there that cannot be read is left alone: what it holds is not among `phrases`.
    """
    if (folder / FILE).exists():
        try:
            read_phrases(folder / FILE)
        except UserError:
            return False
    return keep_small_file(folder / FILE, own_lines(phrases))


def read_phrases(path: Path) -> tuple[Phrase, ...]:
    """Return the phrases in the text file `path`, one a line; UserError when it cannot be read or is no text."""
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        raise UserError(f"“{path.name}”打不开。", "请检查文件还在不在、有没有被别的程序占用。") from error
    if len(data) > LARGEST:
        raise UserError(f"“{path.name}”太大，不像常用语。", "常用语文件是一行一条的文本文件。")
    return own_phrases(decode(data, path.name).text)


def write_phrases(path: Path, phrases: tuple[Phrase, ...]) -> None:
    """Write `phrases` to `path`, one a line; UserError when that cannot be done."""
    if not keep_small_file(path, own_lines(phrases)):
        raise UserError(f"“{path.name}”写不进去。", "请换一个文件夹再试。")
