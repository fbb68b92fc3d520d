"""Tracked changes of a Word file, read as accepted: what was inserted, deleted and moved, for the clerk to know."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.domain.source_document import LeftOut

_SHOWN = 3  # changes shown in full
_LENGTH = 15  # characters of each


@dataclass(slots=True)
class Revisions:
    """The changes of a file, gathered while it is read. `in_text` tells that a deleted text is open."""

    inserted: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    moved: int = 0
    ends_deleted: int = 0
    in_text: bool = False
    _deleting: list[str] | None = None
    _inserting: list[str] = field(default_factory=list)

    def open_deletion(self, name: str) -> None:
        """Begin a deletion, or a text moved away: that is read where it went to."""
        if name == "moveFrom":
            self.moved += 1
        else:
            self._deleting = []

    def take_deleted(self, text: str) -> None:
        """Take `text` when it is deleted text, and not something skipped for another reason."""
        if self._deleting is not None and self.in_text:
            self._deleting.append(text)

    def close_deletion(self) -> None:
        """End what was skipped."""
        if self._deleting:
            self.deleted.append("".join(self._deleting))
        self._deleting = None

    def take_inserted(self, text: str) -> None:
        """Take `text` that was inserted."""
        self._inserting.append(text)

    def close_insertion(self) -> None:
        """End an insertion."""
        if self._inserting:
            self.inserted.append("".join(self._inserting))
            self._inserting = []

    @property
    def left_out(self) -> list[LeftOut]:
        """What was deleted, so that the clerk can see it."""
        return [LeftOut(text, "修订中已删除") for text in self.deleted if text.strip()]

    @property
    def remark(self) -> str:
        """What the clerk should know of the changes; empty when there are none."""
        said = [
            f"{word} {len(texts)} 处（{_named(texts)}）"
            for word, texts in (("插入", self.inserted), ("删除", self.deleted)) if texts
        ]
        said += [f"移动 {self.moved} 处"] if self.moved else []
        said += [f"删除段落标记 {self.ends_deleted} 处"] if self.ends_deleted else []
        return f"文件带有修订痕迹，按“接受全部修订”读入：{'，'.join(said)}" if said else ""


def _named(texts: list[str]) -> str:
    """Return the first of `texts`, shortened."""
    shown = "、".join(f"“{text[:_LENGTH]}{'……' if len(text) > _LENGTH else ''}”" for text in texts[:_SHOWN])
    return f"{shown}等" if len(texts) > _SHOWN else shown
