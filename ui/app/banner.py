"""What is said above the pages of an open report for as long as it holds."""

from __future__ import annotations

from ui.app.open_report import OpenReport
from ui.app.session import Session, damaged_overlays

ARCHIVED = "这份报告已归档，只能查看。要改，先关闭它，在首页“更多”里取出归档。"


def banner_words(session: Session, opened: OpenReport) -> str:
    """Return why `opened` can only be read, and which local requirements are not in use; empty when all is well."""
    lines = []
    if opened.read_only:
        why = ARCHIVED if session.is_archived(opened.report.id) else "这份报告只能查看。"
        lines.append(session.library.contents.notice or why)
    if damaged := damaged_overlays():
        lines.append(f"本地要求“{'、'.join(damaged)}”的文件坏了，没有启用。请回首页重新导入。")
    return "\n".join(lines)
