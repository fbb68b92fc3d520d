"""What the content blocks are called wherever the clerk reads of them: one name each, in lists, pages and findings."""

from __future__ import annotations

from models.domain.report import Report, SectionKey

NAMES = {
    SectionKey.MEASURES: "主要举措和成效",
    SectionKey.PROBLEMS: "不足和原因",
    SectionKey.CAUSES: "产生原因",
    SectionKey.FIRST_RESPONSIBLE: "第一责任人履职",
    SectionKey.PLAN: "下一年度安排",
    SectionKey.OTHER: "其他需要报告的情况",
}
PROBLEMS_ALONE = "存在的不足"  # where the causes are told apart from them
APART = {**NAMES, SectionKey.PROBLEMS: PROBLEMS_ALONE}  # where problems and causes are listed beside each other
_PLAN = "{next_year}年度安排"


def block_name(report: Report, key: SectionKey) -> str:
    """Return how the block `key` of `report` is called."""
    if key is SectionKey.PROBLEMS and report.parts_of(SectionKey.CAUSES):
        return PROBLEMS_ALONE
    if key is SectionKey.PLAN and report.year > 0:
        return _PLAN.replace("{next_year}", str(report.year + 1))
    return NAMES[key]
