"""How entries are called in labels of undo, in lists and for those who hear the form."""

from __future__ import annotations

from models.domain.block_names import NAMES
from models.domain.report import Entry, SectionKey
from models.domain.standard import Standard

SHORT = 14
ATTRIBUTE_NAMES = {
    "title": "小标题", "text": "内容", "level": "层次", "guide": "对应内容", "cause": "原因", "remedy": "整改措施",
    "office": "责任科室", "deadline": "时限", "answers": "对应的问题", "table": "表格",
}
PICTURE_STEPS = {  # what a change of pictures is called, by the name it comes with
    "picture-added": "插入图片", "picture-removed": "删除图片", "picture-up": "上移图片", "picture-down": "下移图片",
    "picture-width": "修改图片宽度", "picture-caption": "修改图题", "picture-alternative": "修改图片说明",
}


def picture_step(name: str, entry_id: str) -> tuple[str, str] | None:
    """Return label and burst of the change `name` of a picture of `entry_id`; None when it changes something else."""
    kind, _, picture = name.partition(":")
    label = PICTURE_STEPS.get(kind)
    return None if label is None else (label, f"{entry_id}:{name}" if picture else "")


def short(text: str, length: int = SHORT) -> str:
    """Return the beginning of `text` in at most `length` characters, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[:length - 1]}…"


def entry_name(entry: Entry, length: int = SHORT) -> str:
    """Return what `entry` is called: its 小标题, else the beginning of its text."""
    return short(entry.title or entry.text, length) or "（未填）"


def quoted(entry: Entry) -> str:
    """Return the name of `entry` in quotes; empty when nothing stands in it yet."""
    return f"“{entry_name(entry)}”" if entry.title or entry.text else ""


def default_heading(standard: Standard, key: SectionKey, year: int) -> str:
    """Return the heading of `standard` for a part `key`, else the common name of the block."""
    if any(each is key for each, _ in standard.headings):
        return standard.heading(key, year)
    return NAMES[key]
