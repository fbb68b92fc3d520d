"""The structure within one text: which entries a block that was pasted as a whole is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.domain.report import Entry, PlanTask, Problem, SectionKey, Topic
from models.importers.entries import entries_of
from models.importers.joining import Group
from models.importers.passages import Passage, titled
from models.importers.pieces import read_pieces
from models.importers.raw_line import RawLine

LONGEST_TITLE = 30  # characters of a line that can be a 小标题 without a number
_SENTENCE_MARKS = re.compile(r"[，。；！？：,;:!?…]")
_COUNTED = re.compile(r"(?:^|(?<=[。；;：:，,！？]))\s*(?:[一二三四五六七八九十]{1,2})是(?!否)")


def entries_in(text: str, key: SectionKey) -> tuple[Entry, ...]:
    """Return the entries of the block `key` that `text` is made of: by numbers and 小标题, else by 一是…二是….

    Numbers, and 一是 and the like, are left out: the report numbers its entries itself. Nothing when it is only one.
    """
    made = entries_of(key, list(_passages(text)))
    if len(made) < 2:
        made = tuple(_counted(text, key))
    return made if len(made) > 1 else ()


def paragraphs_apart(text: str, key: SectionKey) -> tuple[Entry, ...]:
    """Return an entry of the block `key` for each paragraph of `text`; nothing when it has only one."""
    paragraphs = [line.strip() for line in text.split("\n") if line.strip()]
    return tuple(_entry(each, key) for each in paragraphs) if len(paragraphs) > 1 else ()


def headed(text: str) -> tuple[str, str]:
    """Return the 小标题 that the first line of `text` is or begins with, empty for none, and the rest of `text`."""
    line, _, rest = text.partition("\n")
    passage = next(_passages(line), None)
    if passage is None:
        return "", text
    if passage.level:
        found = titled(passage, bool(rest.strip()))
        return (found.title, "\n".join(each for each in (found.text, rest) if each)) if found.title else ("", text)
    bare = rest.strip() and len(line.strip()) <= LONGEST_TITLE and not _SENTENCE_MARKS.search(line)
    return (line.strip(), rest) if bare else ("", text)


def _passages(text: str) -> Iterator[Passage]:
    for piece in read_pieces(RawLine(line) for line in text.split("\n")):
        if piece.text:
            yield Group([piece], piece.text).passage


def _counted(text: str, key: SectionKey) -> Iterator[Entry]:
    """Yield what stands before the first 一是 of `text`, and an entry for each item that is counted."""
    starts = list(_COUNTED.finditer(text))
    if len(starts) < 2:
        return
    before = text[:starts[0].start()].strip()
    if before:
        yield Topic(text=before, numbered=False)
    ends = [*(each.start() for each in starts[1:]), len(text)]
    for found, end in zip(starts, ends, strict=True):
        item = text[found.end():end].strip().rstrip("；;，,")
        yield _entry(item if item.endswith(("。", "！", "？")) else f"{item}。", key)


def _entry(text: str, key: SectionKey) -> Entry:
    if key is SectionKey.PROBLEMS:
        return Problem(text=text)
    return PlanTask(text=text) if key is SectionKey.PLAN else Topic(text=text)
