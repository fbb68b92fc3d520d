"""What a report says of one duty of the 第一责任人."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.domain.organ import Post


class DutyState(StrEnum):
    """What the clerk says became of a duty."""

    OPEN = "open"  # nothing said yet
    FULFILLED = "fulfilled"  # 已履行
    NOT_CARRIED_OUT = "not_carried_out"  # 本年度未开展
    NOT_APPLICABLE = "not_applicable"  # 不适用


@dataclass(frozen=True, slots=True)
class Evidence:
    """佐证: how often, when, on what occasion, on what, under which number. Texts as entered."""

    times: str = ""  # 次数
    date: str = ""  # 日期
    occasion: str = ""  # 场合
    topic: str = ""  # 议题
    document_number: str = ""  # 文号

    @property
    def empty(self) -> bool:
        """Whether nothing was entered."""
        return not (self.times or self.date or self.occasion or self.topic or self.document_number)


@dataclass(frozen=True, slots=True)
class PassageReference:
    """A passage elsewhere in the report that already proves a duty: the entry's id and the words quoted."""

    entry_id: str
    quote: str


@dataclass(frozen=True, slots=True)
class DutyEntry:
    """The entry for one duty and post. Keyed by both; one person in both posts has one entry."""

    duty_id: str
    post: Post = Post.HEAD
    state: DutyState = DutyState.OPEN
    title: str = ""  # own 小标题; empty means the duty's short name
    text: str = ""
    reason: str = ""  # why 本年度未开展 or 不适用
    evidence: tuple[Evidence, ...] = ()
    reference: PassageReference | None = None
    carried: bool = False

    @property
    def key(self) -> tuple[str, Post]:
        """What identifies the entry within its report."""
        return (self.duty_id, self.post)
